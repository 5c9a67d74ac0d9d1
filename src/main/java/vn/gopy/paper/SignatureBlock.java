package vn.gopy.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The block at the end of an official text: Nơi nhận at the left, authority, post and name at the right.
 *
 * @param recipients the lines under "Nơi nhận:"; empty where the text is not sent out
 * @param posts authority and post, such as "T/M BAN CHỈ ĐẠO", "TRƯỞNG BAN"
 * @param note in italics under the post, such as "(Ký tên, đóng dấu)"; empty for none
 * @param name of the signer; empty while unknown
 */
public record SignatureBlock(List<String> recipients, List<String> posts, String note, String name) {

    public SignatureBlock {
        recipients = List.copyOf(recipients);
        posts = List.copyOf(posts);
    }

    /** Adds the block at the end of {@code file}. */
    public void writeTo(WordFile file) {
        var width = file.sheet().textWidth();
        file.paragraph(Look.plain(8).kept(), "");
        var cells = file.table(false, width / 2, width - width / 2).firstRow(false);
        if (!recipients.isEmpty()) {
            cells.write(0, Look.plain(14), "Nơi nhận:").underlined();
            recipients.forEach(line -> cells.write(0, Look.plain(12), line));
        }
        posts.forEach(post -> cells.write(1, Look.plain(14).inBold().centred(), post));
        if (!note.isEmpty()) {
            cells.write(1, Look.plain(13).inItalic().centred(), note);
        }
        if (!name.isEmpty()) {
            cells.write(1, Look.plain(14).inBold().centred().spaced(ROOM_TO_SIGN, 0), name);
        }
    }

    /** Adds the block to {@code file}. */
    public void writeTo(PdfFlow file) throws IOException {
        List<PdfParagraph> sent = new ArrayList<>();
        if (!recipients.isEmpty()) {
            sent.add(PdfParagraph.of(Look.plain(14), "Nơi nhận:").underlined());
            recipients.forEach(line -> sent.add(PdfParagraph.of(Look.plain(12), line)));
        }
        List<PdfParagraph> signed = new ArrayList<>();
        posts.forEach(post -> signed.add(PdfParagraph.of(Look.plain(14).inBold().centred(), post)));
        if (!note.isEmpty()) {
            signed.add(PdfParagraph.of(Look.plain(13).inItalic().centred(), note));
        }
        if (!name.isEmpty()) {
            signed.add(PdfParagraph.of(Look.plain(14).inBold().centred().spaced(ROOM_TO_SIGN, 0), name));
        }
        file.paragraph(PdfParagraph.of(Look.plain(8), ""));
        file.beside(sent, signed, file.textWidth() / 2);
    }

    private static final int ROOM_TO_SIGN = 60;
}
