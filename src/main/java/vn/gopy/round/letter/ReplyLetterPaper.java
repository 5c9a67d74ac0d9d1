package vn.gopy.round.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.gopy.paper.Dateline;
import vn.gopy.paper.HeaderBlock;
import vn.gopy.paper.HeaderBlock.Family;
import vn.gopy.paper.Look;
import vn.gopy.paper.Sheet;
import vn.gopy.paper.SignatureBlock;
import vn.gopy.paper.WordFile;

/**
 * Writes a letter of reply as Nghị định 30/2020/NĐ-CP has a công văn, or as a body of the Party writes one: A4 upright,
 * number and date left to be written where they are not known. The same letter gives the same bytes.
 */
final class ReplyLetterPaper {

    private static final Look WORDS = Look.plain(14).justified().indented(10).spaced(0, 6);

    private ReplyLetterPaper() {}

    static byte[] bytes(ReplyLetter letter) {
        try (var file = new WordFile(Sheet.UPRIGHT, 14)) {
            file.footWithPageOfPages(Optional.empty());
            head(letter).writeTo(file, 42);
            file.paragraph(Look.plain(14).centred().spaced(18, 12), "Kính gửi: " + letter.recipient());
            file.paragraph(WORDS, letter.opening());
            for (ReplyLetter.Part part : letter.parts()) {
                file.paragraph(WORDS.inBold().kept(), part.title());
                part.points().forEach(point -> file.paragraph(WORDS, point));
            }
            letter.general().forEach(words -> file.paragraph(WORDS, words));
            file.paragraph(WORDS, letter.closing());
            signature(letter).writeTo(file);
            return file.toBytes(letter.about(), letter.madeOn());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static HeaderBlock head(ReplyLetter letter) {
        String date = letter.date() == null
                ? Dateline.open(letter.place(), letter.madeOn().getYear())
                : Dateline.of(letter.place(), letter.date());
        return new HeaderBlock(
                letter.family(),
                letter.superior(),
                letter.unit().toUpperCase(Locale.ROOT),
                number(letter),
                date,
                List.of(),
                letter.about());
    }

    private static String number(ReplyLetter letter) {
        boolean state = letter.family() == Family.STATE;
        if (!letter.number().isEmpty()) {
            return (state ? "Số: " : "Số ") + letter.number();
        }
        return state ? "Số:          /" + letter.symbol() : "Số          -CV/" + letter.symbol();
    }

    private static SignatureBlock signature(ReplyLetter letter) {
        List<String> recipients = letter.family() == Family.STATE
                ? List.of("- Như trên;", "- Lưu: VT.")
                : List.of("- Như trên,", "- Lưu Văn phòng.");
        return new SignatureBlock(recipients, letter.posts(), "", letter.signer());
    }
}
