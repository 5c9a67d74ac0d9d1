package vn.gopy.shell.repeat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import vn.gopy.shared.Sha256;
import vn.gopy.shell.limit.BodyLimits;
import vn.gopy.shell.limit.BufferedRequest;

/** What a request says, so that two can be told apart or known to be the same. */
final class RequestContent {

    /** Says who may send a form, not what it says. */
    private static final String TOKEN = "_csrf";

    private RequestContent() {}

    /** The request in a form whose content can be looked at before it is handed on; a plain form was read already. */
    static HttpServletRequest repeatable(HttpServletRequest request) throws IOException {
        boolean read = multipart(request) != null || BodyLimits.isPlain(request);
        return read ? request : new BufferedRequest(request);
    }

    /**
     * A hash of address and content. Of a form with files it is that of their names and bytes: the line between its parts
     * is another one each time it is sent.
     */
    static String hash(HttpServletRequest repeatable) throws IOException {
        StringJoiner said = new StringJoiner("\n");
        said.add(repeatable.getRequestURI()).add(Objects.requireNonNullElse(repeatable.getQueryString(), ""));
        if (repeatable instanceof BufferedRequest buffered) {
            said.add(Sha256.of(buffered.content()));
        } else if (multipart(repeatable) instanceof MultipartHttpServletRequest form) {
            parts(form, said);
        } else {
            fields(repeatable, said);
        }
        return Sha256.of(said.toString());
    }

    private static void fields(HttpServletRequest form, StringJoiner said) {
        form.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().equals(TOKEN))
                .sorted(Map.Entry.comparingByKey())
                .forEach(field -> said.add(Sha256.of(field.getKey() + "\n" + String.join("\n", field.getValue()))));
    }

    private static void parts(MultipartHttpServletRequest form, StringJoiner said) throws IOException {
        fields(form, said);
        for (var files : form.getMultiFileMap().entrySet()) {
            for (MultipartFile file : files.getValue()) {
                said.add(Sha256.of(files.getKey() + "\n" + file.getOriginalFilename()))
                        .add(Sha256.of(file.getBytes()));
            }
        }
    }

    private static @Nullable MultipartHttpServletRequest multipart(HttpServletRequest request) {
        return WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    }
}
