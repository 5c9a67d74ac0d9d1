package vn.gopy.round.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gopy.paper.Dateline;
import vn.gopy.paper.HeaderBlock;
import vn.gopy.paper.HeaderBlock.Family;

/**
 * The head of a letter as Nghị định 30/2020/NĐ-CP has that of a công văn, or as a body of the Party writes one: number and
 * date left to be written where they are not known.
 */
final class LetterHead {

    private LetterHead() {}

    static HeaderBlock of(ReplyLetter letter) {
        return head(
                letter.family(),
                letter.superior(),
                letter.unit(),
                number(letter.family(), letter.number(), letter.symbol()),
                date(letter.place(), letter.date(), letter.madeOn()),
                letter.about());
    }

    static HeaderBlock of(AskingLetter letter) {
        return head(
                letter.family(),
                letter.superior(),
                letter.issuer(),
                number(letter.family(), letter.number(), letter.symbol()),
                date(letter.place(), letter.date(), letter.madeOn()),
                letter.about());
    }

    private static HeaderBlock head(
            Family family, @Nullable String superior, String issuer, String number, String date, String about) {
        return new HeaderBlock(family, superior, issuer.toUpperCase(Locale.ROOT), number, date, List.of(), about);
    }

    private static String date(String place, @Nullable LocalDate date, LocalDate madeOn) {
        return date == null ? Dateline.open(place, madeOn.getYear()) : Dateline.of(place, date);
    }

    private static String number(Family family, String number, String symbol) {
        boolean state = family == Family.STATE;
        if (!number.isEmpty()) {
            return (state ? "Số: " : "Số ") + number;
        }
        return state ? "Số:          /" + symbol : "Số          -CV/" + symbol;
    }
}
