package vn.gopy.round.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import vn.gopy.paper.HeaderBlock.Family;
import vn.gopy.paper.Look;
import vn.gopy.paper.Sheet;
import vn.gopy.paper.SignatureBlock;
import vn.gopy.paper.Table;
import vn.gopy.paper.WordFile;

/** Writes a letter to those who are asked, in the form of {@link LetterHead}, with its list on a page of its own. */
final class AskingLetterPaper {

    private static final Look WORDS = Look.plain(14).justified().indented(10).spaced(0, 6);
    private static final Look TITLE = Look.plain(14).inBold().centred();

    private AskingLetterPaper() {}

    static byte[] bytes(AskingLetter letter) {
        try (var file = new WordFile(Sheet.UPRIGHT, 14)) {
            file.footWithPageOfPages(Optional.empty());
            LetterHead.of(letter).writeTo(file, 42);
            recipients(file, letter.recipients());
            letter.grounds().forEach(ground -> file.paragraph(WORDS.inItalic(), ground));
            letter.body().forEach(words -> file.paragraph(WORDS, words));
            signature(letter).writeTo(file);
            if (!letter.list().isEmpty()) {
                list(file, letter);
            }
            return file.toBytes(letter.about(), letter.madeOn());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void recipients(WordFile file, List<String> recipients) {
        if (recipients.size() == 1) {
            file.paragraph(Look.plain(14).centred().spaced(18, 12), "Kính gửi: " + recipients.getFirst());
            return;
        }
        file.paragraph(Look.plain(14).indented(35).spaced(18, 3), "Kính gửi:");
        for (int n = 0; n < recipients.size(); n++) {
            boolean last = n == recipients.size() - 1;
            file.paragraph(
                    Look.plain(14).indented(45).spaced(0, last ? 12 : 3),
                    "- " + recipients.get(n) + (last ? "." : ";"));
        }
    }

    private static SignatureBlock signature(AskingLetter letter) {
        List<String> recipients = letter.family() == Family.STATE
                ? List.of("- Như trên;", "- Lưu: VT.")
                : List.of("- Như trên,", "- Lưu Văn phòng.");
        return new SignatureBlock(recipients, letter.posts(), "", letter.signer());
    }

    private static void list(WordFile file, AskingLetter letter) {
        file.newPage();
        file.paragraph(TITLE, letter.listTitle());
        String number = letter.number().isEmpty() ? "      " : letter.number();
        file.paragraph(Look.plain(14).inItalic().centred().spaced(0, 12), "(Kèm theo Công văn số " + number + ")");
        int width = file.sheet().textWidth();
        Table table = file.table(true, 12, width - 12 - 70, 70);
        var head = table.firstRow(true);
        Look bold = Look.plain(13).inBold().centred();
        head.write(0, bold, "TT");
        head.write(1, bold, "Cơ quan, đơn vị");
        head.write(2, bold, "Thời hạn");
        int n = 0;
        for (AskingLetter.Row row : letter.list()) {
            n++;
            var cells = table.addRow();
            cells.write(0, Look.plain(13).centred(), Integer.toString(n));
            cells.write(1, Look.plain(13), row.unit());
            cells.write(2, Look.plain(13), row.deadline());
        }
    }
}
