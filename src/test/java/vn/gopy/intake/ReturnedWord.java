package vn.gopy.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFComments;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRunTrackChange;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrackChange;

/**
 * A Word file as somebody sends it back: words taken away are written {@code [-so-]}, words put in {@code {+so+}}, words that
 * the word processor moves {@code [~so~]} and {@code {~so~}}, and a margin comment
 * {@code <<what it hangs on|what it says>>}. A line that begins with {@code +++} is a new paragraph, one
 * with {@code ---} a deleted one.
 */
public final class ReturnedWord {

    static final String AUTHOR = "Nguyễn Văn A";

    private static final Pattern MARKS =
            Pattern.compile("\\[-(.*?)-]|\\{\\+(.*?)\\+}|<<(.*?)\\|(.*?)>>|\\[~(.*?)~]|\\{~(.*?)~}");
    private static final Calendar AT = new GregorianCalendar(2026, Calendar.NOVEMBER, 20, 9, 30);

    private final XWPFDocument document = new XWPFDocument();
    private long next = 1;

    private ReturnedWord() {}

    public static byte[] of(List<String> lines) {
        ReturnedWord word = new ReturnedWord();
        lines.forEach(word::paragraph);
        try (var bytes = new ByteArrayOutputStream()) {
            word.document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void paragraph(String line) {
        XWPFParagraph paragraph = document.createParagraph();
        CTP ctp = paragraph.getCTP();
        if (line.startsWith("+++")) {
            sign(ctp.addNewPPr().addNewRPr().addNewIns());
            insert(ctp, line.substring(3));
        } else if (line.startsWith("---")) {
            sign(ctp.addNewPPr().addNewRPr().addNewDel());
            delete(ctp, line.substring(3));
        } else {
            stretches(paragraph, line);
        }
    }

    private void stretches(XWPFParagraph paragraph, String line) {
        Matcher mark = MARKS.matcher(line);
        int done = 0;
        while (mark.find()) {
            plain(paragraph.getCTP(), line.substring(done, mark.start()));
            if (mark.group(1) != null) {
                delete(paragraph.getCTP(), mark.group(1));
            } else if (mark.group(2) != null) {
                insert(paragraph.getCTP(), mark.group(2));
            } else if (mark.group(5) != null) {
                write(signed(paragraph.getCTP().addNewMoveFrom()).addNewR(), mark.group(5));
            } else if (mark.group(6) != null) {
                write(signed(paragraph.getCTP().addNewMoveTo()).addNewR(), mark.group(6));
            } else {
                comment(paragraph.getCTP(), mark.group(3), mark.group(4));
            }
            done = mark.end();
        }
        plain(paragraph.getCTP(), line.substring(done));
    }

    private static void plain(CTP paragraph, String words) {
        if (!words.isEmpty()) {
            write(paragraph.addNewR(), words);
        }
    }

    private static void write(CTR run, String words) {
        var text = run.addNewT();
        text.setStringValue(words);
        text.setSpace(org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute.Space.PRESERVE);
    }

    private void insert(CTP paragraph, String words) {
        CTRunTrackChange change = paragraph.addNewIns();
        sign(change);
        write(change.addNewR(), words);
    }

    private void delete(CTP paragraph, String words) {
        CTRunTrackChange change = paragraph.addNewDel();
        sign(change);
        var text = change.addNewR().addNewDelText();
        text.setStringValue(words);
        text.setSpace(org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute.Space.PRESERVE);
    }

    private void comment(CTP paragraph, String about, String says) {
        BigInteger id = BigInteger.valueOf(next++);
        XWPFComments comments =
                document.getDocComments() == null ? document.createComments() : document.getDocComments();
        var comment = comments.createComment(id);
        comment.setAuthor(AUTHOR);
        comment.setDate(AT);
        comment.createParagraph().createRun().setText(says);
        paragraph.addNewCommentRangeStart().setId(id);
        plain(paragraph, about);
        paragraph.addNewCommentRangeEnd().setId(id);
        paragraph.addNewR().addNewCommentReference().setId(id);
    }

    private CTRunTrackChange signed(CTRunTrackChange change) {
        sign(change);
        return change;
    }

    private void sign(CTTrackChange change) {
        change.setId(BigInteger.valueOf(next++));
        change.setAuthor(AUTHOR);
        change.setDate(AT);
    }
}
