package vn.gopy.draft;

import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.Place;

/** What a place of a version is: a level of the tree, an annex, or a place outside the tree. Stored by these names. */
public enum PlaceKind {
    PART,
    CHAPTER,
    SECTION,
    SUBSECTION,
    ARTICLE,
    CLAUSE,
    POINT,
    OUTLINE,
    BULLET,
    TABLE,
    PARAGRAPH,
    ALTERNATIVE,
    /** An annex itself; it carries the annex's title and lead text. */
    ANNEX,
    TITLE,
    GROUND,
    ENACTING,
    RECIPIENT,
    SIGNATURE,
    ANNEX_ROW,
    WHOLE_BODY;

    /** The kind of a provision of that level. */
    public static PlaceKind of(Level level) {
        return valueOf(level.name());
    }

    /** The kind of a place outside the tree. */
    public static PlaceKind of(Place.Kind kind) {
        return valueOf(kind.name());
    }

    /** Whether it divides a text without being one of its rules: Phần, Chương, Mục, Tiểu mục. */
    public boolean isDivision() {
        return compareTo(SUBSECTION) <= 0;
    }

    /** Whether its words stand in the tree too, or nowhere. */
    public boolean isOutsideTree() {
        return compareTo(ANNEX) > 0;
    }
}
