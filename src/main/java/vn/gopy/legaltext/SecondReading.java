package vn.gopy.legaltext;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.gopy.legaltext.Sentence.Wording;

/**
 * What came of reading a file a second time with another reader.
 *
 * @param outcome whether the two could be compared
 * @param differences where they do not agree, in the order of the text; empty unless compared
 * @param history what the file says about itself
 */
public record SecondReading(Outcome outcome, List<Difference> differences, FileHistory history) {

    /** How far it came. */
    public enum Outcome {
        COMPARED,
        /** The second reader stopped before the end: what it found until then is compared, what is only in the first is not. */
        COMPARED_PARTLY,
        /** Nothing to compare: the first reader gave no text, or the second cannot read such a file. */
        NOT_COMPARED
    }

    private static final int MOST = 1_000;

    /** The differences as findings for whoever checks the structure. */
    public List<Warning> warnings() {
        return differences.stream().map(SecondReading::warning).toList();
    }

    /** A difference as a finding, about no place yet. */
    public static Warning warning(Difference difference) {
        String words = difference.words();
        String before = difference.before();
        return switch (difference.kind()) {
            case MORE_IN_FIRST ->
                new Warning(Warning.Code.REPEATED_TEXT, null, Sentence.of(Wording.REPEATED_WORDS, words));
            case ONLY_SECOND ->
                new Warning(
                        Warning.Code.UNREAD_TEXT,
                        null,
                        before.isEmpty()
                                ? Sentence.of(Wording.UNREAD_AT_BEGINNING, words)
                                : Sentence.of(Wording.UNREAD_AFTER, words, before));
        };
    }

    /** Whether a finding comes from a second reading. */
    public static boolean isOfOne(Warning warning) {
        return warning.code() == Warning.Code.UNREAD_TEXT || warning.code() == Warning.Code.REPEATED_TEXT;
    }

    /** The words that a finding says are missing; empty when it says anything else, or does not have them all. */
    public static Optional<String> missing(Warning warning) {
        boolean says = warning.message().wording() == Wording.UNREAD_AFTER
                || warning.message().wording() == Wording.UNREAD_AT_BEGINNING;
        return says
                ? Optional.of(warning.message().arguments().getFirst()).filter(words -> !Difference.isCut(words))
                : Optional.empty();
    }

    /** What stands before the words that a finding says are missing; empty when it does not tell. */
    public static String before(Warning warning) {
        return warning.message().wording() == Wording.UNREAD_AFTER
                ? warning.message().arguments().get(1)
                : "";
    }

    /** No comparison. */
    public static SecondReading none() {
        return none(FileHistory.UNKNOWN);
    }

    /** No comparison, of a file that says this about itself. */
    public static SecondReading none(FileHistory history) {
        return new SecondReading(Outcome.NOT_COMPARED, List.of(), history);
    }

    /** The form in which the child hands it over. */
    public byte[] encode() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(outcome.ordinal());
            for (String part :
                    List.of(history.author(), history.savedBy(), history.begun(), history.saved(), history.program())) {
                text(out, part);
            }
            out.writeInt(differences.size());
            for (Difference difference : differences) {
                out.writeByte(difference.kind().ordinal());
                text(out, difference.words());
                text(out, difference.before());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException when the bytes are anything else
     */
    public static SecondReading decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var outcome = Outcome.values()[in.readUnsignedByte()];
            var history = new FileHistory(text(in), text(in), text(in), text(in), text(in));
            int size = in.readInt();
            if (size < 0 || size > MOST) {
                throw new IllegalArgumentException(size + " differences");
            }
            var differences = new ArrayList<Difference>(size);
            for (int i = 0; i < size; i++) {
                differences.add(new Difference(Difference.Kind.values()[in.readUnsignedByte()], text(in), text(in)));
            }
            return new SecondReading(outcome, List.copyOf(differences), history);
        } catch (IOException | ArrayIndexOutOfBoundsException broken) {
            throw new IllegalArgumentException("No second reading", broken);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > 1 << 16) {
            throw new IllegalArgumentException("A text of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
