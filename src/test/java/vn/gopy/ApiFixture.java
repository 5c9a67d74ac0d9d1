package vn.gopy;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.account.Person;

/** Calls of the API as a person who is known already: signing in by password is tested where it matters. */
@Lazy
@Component
public class ApiFixture {

    private static final String BOUNDARY = "----gop-y-" + UUID.randomUUID();

    private final MockMvc web;
    private final JsonMapper json;

    ApiFixture(MockMvc web, JsonMapper json) {
        this.web = web;
        this.json = json;
    }

    /** An answer of the API. */
    public record Answer(int status, @Nullable JsonNode body, MockHttpServletResponse response) {

        public JsonNode json() {
            return Objects.requireNonNull(body, () -> "no JSON in an answer " + status);
        }

        /** The code of a problem. */
        public String code() {
            return json().path("code").asString("");
        }

        public boolean isProblem() {
            return "application/problem+json".equals(response.getContentType());
        }
    }

    /** A call as this person, or as nobody. */
    public Call as(@Nullable Person person) {
        return new Call(person);
    }

    /** A call in the making. */
    public final class Call {

        private final @Nullable Person person;
        private @Nullable String ifMatch;
        private @Nullable String key;

        private Call(@Nullable Person person) {
            this.person = person;
        }

        public Call ifMatch(String tag) {
            ifMatch = tag;
            return this;
        }

        public Call idempotencyKey(String value) {
            key = value;
            return this;
        }

        public Answer get(String path) {
            return send("GET", path, null);
        }

        public Answer post(String path, String body) {
            return send("POST", path, body);
        }

        public Answer send(String method, String path, @Nullable String body) {
            var call = isPlain(path)
                    ? request(HttpMethod.valueOf(method), URI.create(path))
                    : request(HttpMethod.valueOf(method), path);
            if (body != null) {
                call.contentType(isPlain(path) ? MediaType.APPLICATION_FORM_URLENCODED : MediaType.APPLICATION_JSON)
                        .content(body);
            }
            return perform(call, path);
        }

        /** Sends the file as a browser does. */
        public Answer upload(String path, String fileName, byte[] content) {
            return upload("POST", path, fileName, content);
        }

        /** The same by another method. */
        public Answer upload(String method, String path, String fileName, byte[] content) {
            return perform(
                    request(HttpMethod.valueOf(method), path)
                            .contentType("multipart/form-data; boundary=" + BOUNDARY)
                            .content(form(fileName, content)),
                    path);
        }

        private Answer perform(AbstractMockHttpServletRequestBuilder<?> call, String path) {
            if (person != null) {
                call.with(user(Objects.requireNonNull(person.username()))
                        .authorities(person.roles().stream()
                                .map(role -> (org.springframework.security.core.GrantedAuthority) () -> "ROLE_" + role)
                                .toList()));
            }
            if (path.startsWith("/app-api/") || isPlain(path)) {
                call.with(csrf());
            }
            if (ifMatch != null) {
                call.header("If-Match", ifMatch);
            }
            if (key != null) {
                call.header("Idempotency-Key", key);
            }
            return ApiFixture.this.perform(call);
        }
    }

    /** Pages without script, which are sent forms. */
    private static boolean isPlain(String path) {
        return path.startsWith("/don-gian");
    }

    private static byte[] form(String fileName, byte[] content) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(BOUNDARY, fileName.replace("\"", "\\\""))
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    /** Performs a request that was built elsewhere. */
    public Answer perform(AbstractMockHttpServletRequestBuilder<?> call) {
        try {
            MockHttpServletResponse response = web.perform(call).andReturn().getResponse();
            return new Answer(response.getStatus(), body(response), response);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private @Nullable JsonNode body(MockHttpServletResponse response) throws Exception {
        String type = response.getContentType();
        boolean isJson = type != null && (type.startsWith("application/json") || type.contains("+json"));
        return isJson ? json.readTree(response.getContentAsString(StandardCharsets.UTF_8)) : null;
    }
}
