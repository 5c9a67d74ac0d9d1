package vn.gopy.notice;

/** How somebody is told of one kind of notices. */
public enum NoticeWay {
    /** In the product, and by mail within minutes; so everybody is told who has chosen nothing. */
    MAIL,
    /** In the product, and once a day by mail. */
    DAILY,
    /** In the product alone. */
    PRODUCT,
    /** Not at all. */
    NONE
}
