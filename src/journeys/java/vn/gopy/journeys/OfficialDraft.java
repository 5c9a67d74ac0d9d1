package vn.gopy.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** A draft as an office sends it: a Word file with names of organs, chương, điều, khoản, điểm, all typed by hand. */
final class OfficialDraft {

    private final XWPFDocument document = new XWPFDocument();

    private OfficialDraft() {}

    /** Writes the file into the folder {@code target/journeys}. */
    static Path written(String fileName) {
        var draft = new OfficialDraft();
        draft.head();
        draft.firstChapter();
        draft.secondChapter();
        draft.foot();
        return draft.save(fileName);
    }

    private void head() {
        var table = document.createTable(2, 2);
        table.getRow(0).getCell(0).setText("ỦY BAN NHÂN DÂN TỈNH");
        table.getRow(0).getCell(1).setText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc");
        table.getRow(1).getCell(0).setText("Số:       /QĐ-UBND");
        table.getRow(1).getCell(1).setText("Ngày      tháng      năm 2026");
        centred("QUY CHẾ");
        centred("Quản lý, khai thác kho tư liệu số dùng chung");
    }

    private void firstChapter() {
        centred("Chương I");
        centred("QUY ĐỊNH CHUNG");
        bold("Điều 1. Phạm vi điều chỉnh");
        text("1. Quy chế này quy định việc tạo lập, quản lý, khai thác kho tư liệu số dùng chung của tỉnh.");
        text("2. Tư liệu có nội dung bí mật nhà nước không thuộc phạm vi điều chỉnh của Quy chế này.");
        bold("Điều 2. Nguyên tắc quản lý");
        text("1. Tư liệu được tạo lập một lần, dùng chung nhiều lần.");
        text("2. Cơ quan tạo lập tư liệu có trách nhiệm:");
        text("a) Bảo đảm tư liệu đầy đủ, chính xác;");
        text("b) Cập nhật trong thời hạn 05 ngày làm việc kể từ ngày có thay đổi;");
        text("c) Trả lời khi người khai thác đề nghị làm rõ.");
    }

    private void secondChapter() {
        centred("Chương II");
        centred("TỔ CHỨC THỰC HIỆN");
        bold("Điều 3. Trách nhiệm của Sở Khoa học và Công nghệ");
        text("1. Vận hành kho tư liệu số dùng chung.");
        text("2. Định kỳ 06 tháng báo cáo Ủy ban nhân dân tỉnh.");
        bold("Điều 4. Hiệu lực thi hành");
        text("Quy chế này có hiệu lực kể từ ngày ký.");
    }

    private void foot() {
        var table = document.createTable(1, 2);
        table.getRow(0).getCell(0).setText("Nơi nhận:\n- Các sở, ban, ngành;\n- Lưu: VT.");
        table.getRow(0).getCell(1).setText("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH");
    }

    private void centred(String words) {
        var paragraph = bold(words);
        paragraph.setAlignment(ParagraphAlignment.CENTER);
    }

    private XWPFParagraph bold(String words) {
        var paragraph = document.createParagraph();
        var run = paragraph.createRun();
        run.setBold(true);
        run.setText(words);
        return paragraph;
    }

    private void text(String words) {
        document.createParagraph().createRun().setText(words);
    }

    private Path save(String fileName) {
        try (document) {
            var file = Files.createDirectories(Path.of("target", "journeys")).resolve(fileName);
            try (var out = Files.newOutputStream(file)) {
                document.write(out);
            }
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
