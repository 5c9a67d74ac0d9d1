package vn.gopy.opinion;

/** What an opinion asks for. */
public enum CommentKind {
    AGREE,
    EDIT,
    ADD,
    REMOVE,
    MOVE,
    CLARIFY,
    LEGALITY,
    FORM,
    OBJECT,
    OTHER
}
