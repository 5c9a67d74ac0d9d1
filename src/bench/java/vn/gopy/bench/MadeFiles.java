package vn.gopy.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Drafts of invented text in several formats, for machines without real ones; always the same. */
final class MadeFiles {

    private static final String[] WORDS = ("cơ quan tổ chức cá nhân có trách nhiệm thực hiện quy định của pháp luật về chuyển đổi"
                    + " số dữ liệu dùng chung hạ tầng an toàn thông tin mạng báo cáo kết quả kiểm tra giám sát thẩm quyền ban"
                    + " hành văn bản hướng dẫn trong thời hạn mười ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ")
            .split(" ");

    private MadeFiles() {}

    /** Writes them and gives their paths. */
    static List<Path> into(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        for (int i = 0; i < 12; i++) {
            List<String> lines = lines(40 + i * 40, i);
            files.add(Files.write(folder.resolve("du-thao-" + i + ".docx"), docx(lines)));
            files.add(Files.writeString(folder.resolve("du-thao-" + i + ".html"), html(lines)));
            files.add(Files.writeString(folder.resolve("du-thao-" + i + ".rtf"), rtf(lines), StandardCharsets.US_ASCII));
            files.add(Files.writeString(folder.resolve("du-thao-" + i + ".txt"), String.join("\n", lines)));
        }
        return files;
    }

    /** A code of 689 articles. */
    static byte[] code() throws IOException {
        return docx(lines(689, 7));
    }

    /** A draft of about 300 places. */
    static byte[] draft() throws IOException {
        return docx(lines(55, 3));
    }

    private static List<String> lines(int articles, int seed) {
        var lines = new ArrayList<String>(List.of(
                "QUỐC HỘI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: " + (seed + 1) + "/2026/QH15", "BỘ LUẬT", "MẪU"));
        for (int article = 1; article <= articles; article++) {
            if (article % 30 == 1) {
                lines.add("Chương " + (article / 30 + 1));
                lines.add("QUY ĐỊNH PHẦN " + (article / 30 + 1));
            }
            lines.add("Điều " + article + ". " + words(6, article + seed));
            for (int clause = 1; clause <= article % 4; clause++) {
                lines.add(clause + ". " + words(40, article * 7 + clause + seed) + ":");
                lines.add("a) " + words(25, article * 5 + clause) + ";");
                lines.add("b) " + words(25, article * 3 + clause) + ".");
            }
        }
        return lines;
    }

    private static String words(int count, int from) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[(from * 31 + i * (from % 5 + 1)) % WORDS.length]);
        }
        return text.toString();
    }

    private static byte[] docx(List<String> lines) throws IOException {
        var body = new StringBuilder("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
        for (String line : lines) {
            body.append("<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"28\"/></w:rPr><w:t>")
                    .append(line)
                    .append("</w:t></w:r></w:p>");
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            part(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                    </Types>""");
            part(zip, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
                    </Relationships>""");
            part(zip, "word/document.xml", body.append("</w:body></w:document>").toString());
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String html(List<String> lines) {
        return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body><div><p>" + String.join("</p>\n<p>", lines)
                + "</p></div></body></html>";
    }

    private static String rtf(List<String> lines) {
        var text = new StringBuilder("{\\rtf1\\ansi{\\fonttbl{\\f0 Times New Roman;}}\\f0\n");
        for (String line : lines) {
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                text.append(c < 128 ? String.valueOf(c) : "\\u" + (int) c + "?");
            }
            text.append("\\par\n");
        }
        return text.append('}').toString();
    }
}
