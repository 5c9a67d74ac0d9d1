package vn.gopy.round.letter;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.paper.HeaderBlock.Family;

/**
 * The words of a letter that goes to those who are asked in a round: which asks for opinions, or urges.
 *
 * @param superior the line above the issuer; null where none stands there
 * @param number with symbol, where it is known; else it is left to be written
 * @param symbol of the issuer; empty where it has none
 * @param date of the letter, where it is known
 * @param madeOn the day on which it is made
 * @param recipients "Kính gửi": one, or several in lines of their own
 * @param grounds legal basis, by line
 * @param body by paragraph
 * @param posts authority and post of the signer
 * @param list units with their deadline, on a page of their own; empty for none
 */
record AskingLetter(
        Family family,
        @Nullable String superior,
        String issuer,
        String number,
        String symbol,
        String place,
        @Nullable LocalDate date,
        LocalDate madeOn,
        String about,
        List<String> recipients,
        List<String> grounds,
        List<String> body,
        List<String> posts,
        String signer,
        String listTitle,
        List<Row> list) {

    /** A unit of the list. */
    record Row(String unit, String deadline) {}
}
