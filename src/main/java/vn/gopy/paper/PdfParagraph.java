package vn.gopy.paper;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A paragraph of a {@link PdfFlow}.
 *
 * @param look its shape; the letters of each run have their own face
 * @param runs at least one
 * @param lined whether a line stands under its words
 */
public record PdfParagraph(Look look, List<Run> runs, boolean lined) {

    public PdfParagraph(Look look, List<Run> runs) {
        this(look, runs, false);
    }

    public PdfParagraph {
        runs = List.copyOf(runs);
    }

    /** Spaces that leave room, as in a date that is not known yet. */
    private static final Pattern ROOM = Pattern.compile(" {2,}");

    /** Words in one face; a line feed begins a line. */
    public record Run(Face face, String words) {

        public Run {
            words = ROOM.matcher(Normalizer.normalize(words, Normalizer.Form.NFC))
                    .replaceAll(spaces -> "\u00a0".repeat(spaces.group().length()));
        }

        /** In the letters of {@code look}. */
        public static Run of(Look look, String words) {
            return new Run(look.bold() ? Face.BOLD : look.italic() ? Face.ITALIC : Face.PLAIN, words);
        }
    }

    /** The same with a line under its words. */
    PdfParagraph underlined() {
        return new PdfParagraph(look, runs, true);
    }

    /** In the letters of {@code look} throughout. */
    public static PdfParagraph of(Look look, String words) {
        return new PdfParagraph(look, List.of(Run.of(look, words)));
    }
}
