package vn.gopy.round.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import vn.gopy.paper.HeaderBlock.Family;
import vn.gopy.paper.Look;
import vn.gopy.paper.Sheet;
import vn.gopy.paper.SignatureBlock;
import vn.gopy.paper.WordFile;

/** Writes a letter of reply in the form of {@link LetterHead}: A4 upright. The same letter gives the same bytes. */
final class ReplyLetterPaper {

    private static final Look WORDS = Look.plain(14).justified().indented(10).spaced(0, 6);

    private ReplyLetterPaper() {}

    static byte[] bytes(ReplyLetter letter) {
        try (var file = new WordFile(Sheet.UPRIGHT, 14)) {
            file.footWithPageOfPages(Optional.empty());
            LetterHead.of(letter).writeTo(file, 42);
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

    private static SignatureBlock signature(ReplyLetter letter) {
        List<String> recipients = letter.family() == Family.STATE
                ? List.of("- Như trên;", "- Lưu: VT.")
                : List.of("- Như trên,", "- Lưu Văn phòng.");
        return new SignatureBlock(recipients, letter.posts(), "", letter.signer());
    }
}
