package vn.gopy.legaltext.alignment;

/** What speaks for a tie, kept with it so that a person who checks it can see why. */
public enum Evidence {
    /** A person has said so. */
    CHOSEN,
    /** All its words are equal, those below it too. */
    SAME_WORDS,
    /** Its words differ only in ways that mean nothing. */
    SAME_BUT_SPELLING,
    SAME_HEADING,
    SAME_NUMBER,
    /** The places above them are tied. */
    SAME_PARENT,
    /** It stands between the same neighbours, or at the same end. */
    SAME_NEIGHBOURS,
    /** Most of its articles are the same ones. */
    SAME_ARTICLES,
    /** The words of one are found in several, or of several in one. */
    WORDS_SHARED_OUT
}
