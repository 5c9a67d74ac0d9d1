package vn.gopy.consolidation;

/** Where a point comes from. */
public enum SourceKind {
    COMMENT,
    LETTER,
    FORM,
    BALLOT,
    MINUTES,
    HANDWRITING,
    CONCLUSION
}
