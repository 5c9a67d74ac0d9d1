package vn.gopy.round.letter;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.paper.HeaderBlock.Family;

/**
 * The words of a letter of reply.
 *
 * @param superior the line above the name of the unit; null where none stands there
 * @param number with symbol, where it is known; else it is left to be written
 * @param symbol of the unit, "STC"
 * @param date of the letter, where it is known
 * @param madeOn the day on which it is made
 * @param recipient who asked
 * @param opening what is answered: "Thực hiện Công văn số …"
 * @param parts one for each draft
 * @param general what is said beside the drafts, by paragraph
 * @param posts authority and post of the signer; empty while nobody has approved it
 */
record ReplyLetter(
        Family family,
        @Nullable String superior,
        String unit,
        String number,
        String symbol,
        String place,
        @Nullable LocalDate date,
        LocalDate madeOn,
        String about,
        String recipient,
        String opening,
        List<Part> parts,
        List<String> general,
        String closing,
        List<String> posts,
        String signer) {

    /** What is said of one draft. */
    record Part(String title, List<String> points) {}
}
