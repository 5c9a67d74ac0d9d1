package vn.gopy.draft.inside;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text that can be found.
 *
 * @param thing what it was read from; it has the same id where the thing has one text only, or is the text of the whole
 * @param title its heading; empty when it has none
 * @param context the name of the document it belongs to
 * @param text its words in NFC, without the heading
 * @param parts the places inside the text, outer before inner, its own first where it has one
 * @param state in which it is counted
 * @param readers who of the dossier's readers may find it, as {@link AccessTokens}; null for all of them
 */
public record FoundText(
        UUID id,
        UUID thing,
        String title,
        String context,
        String text,
        List<Part> parts,
        String state,
        Filing filing,
        @Nullable Set<String> readers) {

    /**
     * Where a smaller place stands inside the text.
     *
     * @param path such as {@code dieu-5/khoan-2}
     * @param start offset of its first character in the text
     * @param end offset behind its last character, lower places included
     */
    public record Part(String path, UUID place, int start, int end) {}

    /** What has words in it, line by line, in NFC as all stored words, so that offsets of search and screen agree. */
    public static String lines(@Nullable String... parts) {
        return Normalizer.normalize(
                Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining("\n")),
                Normalizer.Form.NFC);
    }
}
