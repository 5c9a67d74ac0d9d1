package vn.gopy.shell.repeat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The first answer to a request with a key.
 *
 * @param requestHash of what was asked
 * @param rights of the person when it was given
 */
record KeptAnswer(
        String requestHash, String rights, int status, String mediaType, String location, String etag, byte[] body) {

    static KeptAnswer of(String requestHash, String rights, ContentCachingResponseWrapper response) {
        return new KeptAnswer(
                requestHash,
                rights,
                response.getStatus(),
                Objects.requireNonNullElse(response.getContentType(), ""),
                Objects.requireNonNullElse(response.getHeader("Location"), ""),
                Objects.requireNonNullElse(response.getHeader("ETag"), ""),
                response.getContentAsByteArray());
    }

    void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        if (!mediaType.isEmpty()) {
            response.setContentType(mediaType);
        }
        if (!location.isEmpty()) {
            response.setHeader("Location", location);
        }
        if (!etag.isEmpty()) {
            response.setHeader("ETag", etag);
        }
        response.getOutputStream().write(body);
    }
}
