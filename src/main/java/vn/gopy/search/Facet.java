package vn.gopy.search;

/** A property by which results are counted and narrowed; it never changes the order. */
public enum Facet {
    /** The {@link HitType}. */
    TYPE,
    /** The kind of the dossier's document, a symbol such as {@code QĐ}. */
    KIND,
    /** The unit that wrote it, by code. */
    UNIT,
    /** The state of the version, opinion or point. */
    STATE,
    /** The year of writing, four digits. */
    YEAR,
    /** The dossier, by id. */
    DOSSIER,
    /** {@code LATEST} for the newest version of its series, else {@code EARLIER}. */
    DRAFT
}
