package vn.gopy.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A request that is understood but not done. The code names the reason; screens and API turn it into a sentence in the
 * asker's language by the key {@code refusal.<CODE>}.
 */
public final class Refusal extends RuntimeException {

    private static final String FIELD = "field";

    private final Kind kind;
    private final String code;
    private final List<Object> arguments;
    private final Map<String, Object> details = new LinkedHashMap<>();

    /** How the asker can take it, in the order in which checks answer. */
    public enum Kind {
        /** Absent, or hidden from the asker: both look the same. */
        NOT_FOUND(404),
        /** Existence is no secret, but the asker may not do this. */
        FORBIDDEN(403),
        /** The state of the thing does not allow it. */
        CONFLICT(409),
        /** {@code If-Match} is needed and missing. */
        PRECONDITION_REQUIRED(428),
        /** Someone else changed it meanwhile. */
        STALE(412),
        /** The content is not acceptable. */
        UNPROCESSABLE(422),
        /** The request cannot be understood. */
        MALFORMED(400),
        /** Larger than the limit. */
        TOO_LARGE(413),
        /** A kind of file that is not taken. */
        UNSUPPORTED_TYPE(415),
        /** The asker has too much under way; later it may be done. */
        TOO_MANY(429),
        /** The product has too much under way; later it may be done. */
        BUSY(503),
        /** What was stored is damaged; only an administrator can help. */
        DAMAGED(500);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }
    }

    public Refusal(Kind kind, String code, Object... arguments) {
        super(code, null, false, false);
        this.kind = kind;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** Absent or hidden. */
    public static Refusal notFound() {
        return new Refusal(Kind.NOT_FOUND, "NOT_FOUND");
    }

    /** The asker may not do this. */
    public static Refusal forbidden() {
        return forbidden("FORBIDDEN");
    }

    /** The same, for a reason that the asker may know. */
    public static Refusal forbidden(String code) {
        return new Refusal(Kind.FORBIDDEN, code);
    }

    /** The thing was changed since the asker read it. */
    public static Refusal stale() {
        return new Refusal(Kind.STALE, "STALE");
    }

    /** The state does not allow it. */
    public static Refusal conflict(String code, Object... arguments) {
        return new Refusal(Kind.CONFLICT, code, arguments);
    }

    /** The content is not acceptable. */
    public static Refusal unprocessable(String code, Object... arguments) {
        return new Refusal(Kind.UNPROCESSABLE, code, arguments);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** The same refusal with something that a machine reads beside the sentence. */
    public Refusal with(String property, Object value) {
        details.put(property, value);
        return this;
    }

    /** Does the work; what it refuses names the field that it is about, so that a screen can say it there. */
    public static <T> T at(String field, Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            throw refusal.with(FIELD, field);
        }
    }

    /** The field that the refusal is about, where one is named. */
    public Optional<String> field() {
        return Optional.ofNullable(details.get(FIELD)).map(Object::toString);
    }

    /** What a machine reads beside the sentence. */
    public Map<String, Object> details() {
        return Map.copyOf(details);
    }

    /** Values for the placeholders of the sentence. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
