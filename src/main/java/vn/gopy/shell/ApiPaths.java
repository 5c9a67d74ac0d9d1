package vn.gopy.shell;

import org.jspecify.annotations.Nullable;

/** Which addresses belong to the calls of programs, however oddly they are written: a failure there is problem details. */
public final class ApiPaths {

    private ApiPaths() {}

    /** Whether the address, as it came, is below {@code /api} or {@code /app-api}. */
    public static boolean has(@Nullable String address) {
        if (address == null) {
            return false;
        }
        String path = "/" + address.replaceAll("[;?].*?(?=/|$)", "").replace('\\', '/') + "/";
        String plain = path.replaceAll("/(?:\\./|/)*", "/");
        return plain.startsWith("/api/") || plain.startsWith("/app-api/");
    }
}
