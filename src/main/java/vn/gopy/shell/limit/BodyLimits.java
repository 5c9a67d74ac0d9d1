package vn.gopy.shell.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import vn.gopy.plain.PlainAddresses;
import vn.gopy.shared.ByteBudget;

/** How large a request's body may be, by its address and its kind: no settings, for they keep the server's memory. */
public final class BodyLimits {

    /** Sign-in and the first administrator's form. */
    static final long FORM = 16L << 10;

    /** A form of the plain pages: two texts of the longest kind, each sign as three bytes in nine characters. */
    static final long PLAIN_FORM = 448L << 10;

    /** What the page and other systems say in JSON. */
    static final long TEXT = 1L << 20;

    /** Lists of thousands in JSON. */
    static final long BULK = 16L << 20;

    private static final Pattern BULK_ROUTES = Pattern.compile("/api/v1/points/bulk|/(api/v1|app-api)/comments/send");

    /** Everywhere else multipart is refused, before anything looks into it. */
    private static final Pattern FILE_ROUTES = Pattern.compile("/api/v1/dossiers/[^/;]+/(versions|papers)"
            + "|/(api/v1|app-api)/(versions/[^/;]+/returned|comments/[^/;]+/files|editions/[^/;]+/signed"
            + "|rounds/[^/;]+/consolidation/figures)"
            + "|/api/v1/rounds/[^/;]+/replies/[^/;]+/letter"
            + "|/don-gian/y-kien/[^/;]+/tep");

    private static final Set<String> TAKING = Set.of("POST", "PUT");

    /** Where the upload element of the screens sends the bare bytes of a file. */
    private static final String SCREEN_UPLOADS = "/VAADIN/dynamic/resource/";

    private BodyLimits() {}

    static long of(HttpServletRequest request) {
        String path = path(request);
        if (takesMultipart(request) || path.startsWith(SCREEN_UPLOADS)) {
            return ByteBudget.LARGEST_REQUEST;
        }
        if (BULK_ROUTES.matcher(path).matches()) {
            return BULK;
        }
        if (isForm(request)) {
            return isPlain(request) ? PLAIN_FORM : FORM;
        }
        return TEXT;
    }

    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || isOfUnknownLength(request);
    }

    static boolean isOfUnknownLength(HttpServletRequest request) {
        return request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
    }

    static boolean isMultipart(HttpServletRequest request) {
        return type(request).startsWith("multipart/");
    }

    static boolean takesMultipart(HttpServletRequest request) {
        return TAKING.contains(request.getMethod())
                && FILE_ROUTES.matcher(path(request)).matches();
    }

    static boolean isForm(HttpServletRequest request) {
        return type(request).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /** Whether the caller expects problem details, not a page. */
    public static boolean isApi(HttpServletRequest request) {
        String path = path(request);
        return path.startsWith("/api/") || path.startsWith("/app-api/");
    }

    /** Whether it is one of the pages without script, whose forms say what calls say in their headers. */
    public static boolean isPlain(HttpServletRequest request) {
        return path(request).startsWith(PlainAddresses.HOME + "/");
    }

    static boolean isScreenUpload(HttpServletRequest request) {
        return path(request).startsWith(SCREEN_UPLOADS);
    }

    private static String type(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getContentType(), "").strip().toLowerCase(Locale.ROOT);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
