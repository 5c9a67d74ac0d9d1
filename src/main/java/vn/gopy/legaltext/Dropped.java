package vn.gopy.legaltext;

/** Text of the file that is no part of the document, kept with the reason. */
public record Dropped(String text, Why why) {

    /** Why it was left out. */
    public enum Why {
        PAGE_NUMBER,
        RUNNING_HEADER,
        PORTAL_MENU,
        SIGNATURE_STAMP,
        TRANSLATION,
        TABLE_OF_CONTENTS,
        FOOTNOTE_MARK
    }
}
