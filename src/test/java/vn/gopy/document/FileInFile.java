package vn.gopy.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** A Word file with another one embedded, whose words stand nowhere on its own pages. */
public final class FileInFile {

    /** The words of the embedded file. */
    public static final String INSIDE =
            "Biểu mẫu kèm theo do đơn vị sự nghiệp công lập lập và gửi trước ngày 15 tháng 12.";

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String EMBEDDED =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package";

    private FileInFile() {}

    /** The file, with these paragraphs on its own pages. */
    public static byte[] docx(String... paragraphs) {
        try (XWPFDocument document = document(paragraphs)) {
            PackagePart part = document.getPackage()
                    .createPart(PackagingURIHelper.createPartName("/word/embeddings/mau.docx"), DOCX);
            try (OutputStream out = part.getOutputStream()) {
                out.write(bytes(document(INSIDE)));
            }
            document.getPackagePart().addRelationship(part.getPartName(), TargetMode.INTERNAL, EMBEDDED);
            return bytes(document);
        } catch (IOException | InvalidFormatException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static XWPFDocument document(String... paragraphs) {
        var document = new XWPFDocument();
        for (String paragraph : paragraphs) {
            document.createParagraph().createRun().setText(paragraph);
        }
        return document;
    }

    private static byte[] bytes(XWPFDocument document) {
        var bytes = new ByteArrayOutputStream();
        try {
            document.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
