package vn.gopy.shared.web;

import org.jspecify.annotations.Nullable;

/** Recognises browsers inside other programs, where downloads and the choice of files often fail. */
public final class InnerBrowser {

    private InnerBrowser() {}

    /** Whether the page is shown inside Zalo, by what the browser calls itself. */
    public static boolean isZalo(@Nullable String userAgent) {
        return userAgent != null && userAgent.contains("Zalo");
    }
}
