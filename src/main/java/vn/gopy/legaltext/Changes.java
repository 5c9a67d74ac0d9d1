package vn.gopy.legaltext;

/** Which text of a file with tracked changes its blocks hold. */
public enum Changes {
    /** All changes accepted; deleted text is never mixed in. */
    FINAL,
    /** All changes rejected: the text as it was before anybody changed it. */
    ORIGINAL,
    /** Both, each change in brackets that say which it is. */
    SHOWN;

    /** True when text that a change has put in belongs to the blocks. */
    public boolean keepsInsertions() {
        return this != ORIGINAL;
    }

    /** True when text that a change has taken out belongs to the blocks. */
    public boolean keepsDeletions() {
        return this != FINAL;
    }
}
