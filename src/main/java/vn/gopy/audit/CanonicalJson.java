package vn.gopy.audit;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Names and values as JSON that is always written in one way: names in order, no spaces, values as texts or null. */
final class CanonicalJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CanonicalJson() {}

    /** @param namesAndValues a name, its value, and so on */
    static String of(@Nullable Object... namesAndValues) {
        Map<String, @Nullable String> fields = new TreeMap<>();
        for (int n = 0; n < namesAndValues.length; n += 2) {
            Object value = namesAndValues[n + 1];
            fields.put(String.valueOf(namesAndValues[n]), value == null ? null : value.toString());
        }
        return JSON.writeValueAsString(fields);
    }
}
