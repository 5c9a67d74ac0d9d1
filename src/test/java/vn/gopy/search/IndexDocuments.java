package vn.gopy.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds documents for tests: all have an access token, the rest only as far as a test says. */
public final class IndexDocuments {

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

    private IndexDocuments(String id) {
        this.id = id;
        this.group = "group-of-" + id;
    }

    public static IndexDocuments document(String id) {
        return new IndexDocuments(id);
    }

    public IndexDocuments group(String name) {
        group = name;
        return this;
    }

    public IndexDocuments version(long number) {
        version = number;
        return this;
    }

    public IndexDocuments title(String heading) {
        title = heading;
        return this;
    }

    public IndexDocuments context(String name) {
        context = name;
        return this;
    }

    public IndexDocuments text(String words) {
        text = words;
        return this;
    }

    /** A place that holds all of the text from the first to the last of these words. */
    public IndexDocuments place(String path, @Nullable String ref, String first, String last) {
        places.add(new PlaceRange(path, ref, text.indexOf(first), text.indexOf(last) + last.length()));
        return this;
    }

    public IndexDocuments numbersFrom(String words) {
        numbers = DocumentNumber.keysIn(words);
        return this;
    }

    public IndexDocuments facet(Facet facet, String... values) {
        facets.put(facet, Set.of(values));
        return this;
    }

    public IndexDocuments access(String... tokens) {
        access = Set.of(tokens);
        return this;
    }

    public IndexDocuments writtenAt(Instant time) {
        writtenAt = time;
        return this;
    }

    public IndexDocument build() {
        return new IndexDocument(id, group, version, title, context, text, places, numbers, facets, access, writtenAt);
    }
}
