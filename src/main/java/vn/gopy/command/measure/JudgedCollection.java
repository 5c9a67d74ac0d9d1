package vn.gopy.command.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import vn.gopy.search.engine.IndexDocument;

/**
 * Documents and questions of which it is known what answers them.
 *
 * @param documents open to everyone, see {@link #EVERYONE}
 * @param questions in the order of the file
 */
public record JudgedCollection(List<IndexDocument> documents, List<Judged> questions) {

    /** The access tokens that all documents carry. */
    public static final Set<String> EVERYONE = Set.of("everyone");

    /**
     * A question.
     *
     * @param text as a person typed it
     * @param relevant ids of the documents that answer it
     */
    public record Judged(String id, String text, Set<String> relevant) {}

    /**
     * Reads tab-separated files, gzip or plain: documents as {@code id, law, title, body}, questions as {@code id, source,
     * text, relevant ids}; further columns are ignored.
     *
     * @throws IOException when one cannot be read
     */
    public static JudgedCollection read(Path documents, Path questions) throws IOException {
        return new JudgedCollection(documents(documents), lines(questions, JudgedCollection::question));
    }

    /** Reads the documents alone, as {@link #read} does. */
    public static List<IndexDocument> documents(Path file) throws IOException {
        return lines(file, JudgedCollection::document);
    }

    /**
     * Reads questions of one's own, tab-separated as {@code question, id of the one article that answers it, why}.
     *
     * @throws IOException when the file cannot be read
     */
    public static List<Judged> ownQuestions(Path file) throws IOException {
        return lines(file, parts -> new Judged(parts[0], parts[0], Set.of(parts[1])));
    }

    private static IndexDocument document(String[] parts) {
        return document(parts[0], parts[1], parts[2], parts[3]);
    }

    /** An article that belongs to a law of this name. */
    public static IndexDocument document(String id, String law, String title, String body) {
        return new IndexDocument(id, id, 1, title, law, body, List.of(), Set.of(), Map.of(), EVERYONE, Instant.EPOCH);
    }

    private static Judged question(String[] parts) {
        Set<String> relevant = Arrays.stream(parts[3].split("[\\s,;]+"))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        return new Judged(parts[0], parts[2], relevant);
    }

    private static <T> List<T> lines(Path file, Function<String[], T> read) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8));
                Stream<String> lines = reader.lines()) {
            return lines.filter(line -> !line.isBlank())
                    .map(line -> Normalizer.normalize(line, Normalizer.Form.NFC))
                    .map(line -> read.apply(line.split("\t", -1)))
                    .toList();
        }
    }

    private static InputStream open(Path file) throws IOException {
        PushbackInputStream in = new PushbackInputStream(Files.newInputStream(file), 2);
        byte[] start = in.readNBytes(2);
        in.unread(start);
        boolean gzip = start.length == 2 && start[0] == (byte) 0x1f && start[1] == (byte) 0x8b;
        return gzip ? new GZIPInputStream(in) : in;
    }
}
