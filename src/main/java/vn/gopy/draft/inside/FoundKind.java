package vn.gopy.draft.inside;

/** What is found by its words, by what it is read from: all texts of one such thing change together. */
public enum FoundKind {
    /** A version of a draft or paper: a text of the whole, and one of each article or part of similar size. */
    VERSION,
    /** An opinion with its replies. */
    THREAD,
    /** A group of points with their answer: a text of each point. */
    ANSWER,
    /** A reply to a round, when it has a letter's number. */
    LETTER
}
