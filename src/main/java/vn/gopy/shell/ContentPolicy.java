package vn.gopy.shell;

/** What pages may load and do; as tight as Vaadin allows, see docs/security.md. */
final class ContentPolicy {

    /**
     * Vaadin starts from inline scripts and evaluates small functions that the server sends, so scripts need both
     * exceptions; everything else comes from this server only.
     */
    static final String DIRECTIVES = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'");

    private ContentPolicy() {}
}
