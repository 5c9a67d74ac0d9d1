package vn.gopy.search.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gopy.search.Facet;
import vn.gopy.search.question.TypedNumber;

/** Builds documents for tests: all have an access token, the rest only as far as a test says. */
public final class TestDocuments {

    private final String id;
    private String group;
    private long version = 1;
    private String title = "";
    private String context = "";
    private String text = "";
    private final List<PlaceRange> places = new ArrayList<>();
    private Set<String> numbers = Set.of();
    private final Map<Facet, Set<String>> facets = new EnumMap<>(Facet.class);
    private Set<String> access = Set.of("everyone");
    private Instant writtenAt = Instant.parse("2026-01-05T08:00:00Z");

    private TestDocuments(String id) {
        this.id = id;
        this.group = "group-of-" + id;
    }

    public static TestDocuments document(String id) {
        return new TestDocuments(id);
    }

    public TestDocuments group(String name) {
        group = name;
        return this;
    }

    public TestDocuments version(long number) {
        version = number;
        return this;
    }

    public TestDocuments title(String heading) {
        title = heading;
        return this;
    }

    public TestDocuments context(String name) {
        context = name;
        return this;
    }

    public TestDocuments text(String words) {
        text = words;
        return this;
    }

    /** A place that holds all of the text from the first to the last of these words. */
    public TestDocuments place(String path, @Nullable String ref, String first, String last) {
        places.add(new PlaceRange(path, ref, text.indexOf(first), text.indexOf(last) + last.length()));
        return this;
    }

    public TestDocuments numbersFrom(String words) {
        numbers = TypedNumber.keysIn(words);
        return this;
    }

    public TestDocuments facet(Facet facet, String... values) {
        facets.put(facet, Set.of(values));
        return this;
    }

    public TestDocuments access(String... tokens) {
        access = Set.of(tokens);
        return this;
    }

    public TestDocuments writtenAt(Instant time) {
        writtenAt = time;
        return this;
    }

    public IndexDocument build() {
        return new IndexDocument(id, group, version, title, context, text, places, numbers, facets, access, writtenAt);
    }
}
