package vn.gopy.shell;

import vn.gopy.plain.PlainAddresses;

/** What pages may load and do; as tight as each kind of page allows, see docs/security.md. */
final class ContentPolicy {

    private static final String OWN = "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    /**
     * Vaadin starts from inline scripts and evaluates small functions that the server sends, so scripts of the screens need
     * both exceptions; everything else comes from this server only.
     */
    private static final String SCREENS = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; worker-src 'self'; " + OWN;

    /** The description of the API runs its own scripts, none inline, and sets styles. */
    private static final String DESCRIPTION =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; " + OWN;

    /** The page of the way in fetches ahead what the screens will run; itself it runs only files of ours. */
    private static final String SIGN_IN = "default-src 'none'; script-src 'self'; style-src 'self'; " + OWN;

    /** Pages without script. */
    private static final String PLAIN = "default-src 'none'; style-src 'self'; " + OWN;

    private ContentPolicy() {}

    /** The policy of the answer from this address. */
    static String of(String path) {
        if (path.startsWith("/api/swagger-ui/")) {
            return DESCRIPTION;
        }
        if (path.startsWith("/dang-nhap")) {
            return SIGN_IN;
        }
        boolean plain = path.startsWith("/bat-dau")
                || path.equals(PlainAddresses.HOME)
                || path.startsWith(PlainAddresses.HOME + "/")
                || path.startsWith("/actuator/")
                || path.equals("/error")
                || ApiPaths.has(path);
        return plain ? PLAIN : SCREENS;
    }
}
