package vn.gopy.document.extract.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.HWPFOldDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.extractor.Word6Extractor;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.FileKind;
import vn.gopy.document.extract.Paragraph;
import vn.gopy.document.extract.Refused;
import vn.gopy.document.extract.RemarkPlaces;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;

/** Word files of the binary kind: paragraphs, tables, automatic numbers, and the font of every run. */
public final class DocReader {

    private static final int SHORT_BOXES = 60;
    private static final String OBJECTS = "ObjectPool";

    private final HWPFDocument document;
    private final DocNumbering numbering;
    private final DocRemarks remarks;
    private final RemarkPlaces places = new RemarkPlaces();
    private final Changes changes;
    private BlockList list;
    private DocText text;
    private boolean commentsBroken;

    private DocReader(HWPFDocument document, Changes changes) {
        this.document = document;
        this.changes = changes;
        this.numbering = new DocNumbering(document);
        this.list = new BlockList(changes);
        this.remarks = remarks();
        this.text = text();
    }

    private DocText text() {
        return new DocText(document, list, numbering, remarks, places);
    }

    private DocRemarks remarks() {
        try {
            return DocRemarks.of(
                    document.getMainStream(),
                    document.getTableStream(),
                    () -> document.getCommentsRange().text());
        } catch (RuntimeException broken) {
            commentsBroken = true;
            return DocRemarks.none();
        }
    }

    /** Reads a file with the wanted text of its tracked changes. */
    public static Reading read(byte[] content, Changes changes) {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new Refused(Problem.PASSWORD_PROTECTED);
            }
            if (!root.hasEntryCaseInsensitive("WordDocument")) {
                boolean workbook = root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book");
                throw new Refused(workbook ? Problem.TYPE_MISMATCH : Problem.NOT_A_DOCUMENT);
            }
            return word(root, changes);
        } catch (EncryptedDocumentException locked) {
            throw new Refused(Problem.PASSWORD_PROTECTED);
        } catch (IOException broken) {
            throw new Refused(Problem.CORRUPT);
        }
    }

    private static Reading word(DirectoryNode root, Changes changes) throws IOException {
        try {
            return new DocReader(new HWPFDocument(root), changes).readAll(hasObjects(root));
        } catch (OldWordFileFormatException old) {
            return word6(root);
        }
    }

    /** Formulas and other embedded objects, whose words stand outside the text. */
    private static boolean hasObjects(DirectoryNode root) throws IOException {
        return root.hasEntryCaseInsensitive(OBJECTS)
                && root.getEntryCaseInsensitive(OBJECTS) instanceof DirectoryNode pool
                && pool.getEntryCount() > 0;
    }

    /** Word 6 and 95: the text only. */
    private static Reading word6(DirectoryNode root) throws IOException {
        var list = new BlockList();
        try (var extractor = new Word6Extractor(new HWPFOldDocument(root))) {
            for (String text : extractor.getParagraphText()) {
                var paragraph = new Paragraph();
                paragraph.append(text, "", false, false);
                paragraph.addTo(list, Block.Kind.PARAGRAPH, null, 0);
            }
        }
        return list.reading(FileKind.DOC.mediaType());
    }

    private Reading readAll(boolean hasObjects) {
        part(() -> document.getMainTextboxRange(), Block.Kind.TEXT_BOX);
        List<Block> boxed = List.copyOf(list.blocks());
        list = new BlockList(changes);
        text = text();
        boolean first = boxed.stream().mapToInt(block -> block.text().length()).sum() < SHORT_BOXES;
        if (first) {
            again(boxed);
        }
        text.main(document.getRange());
        if (!first) {
            again(boxed);
        }
        part(() -> document.getFootnoteRange(), Block.Kind.FOOTNOTE);
        part(() -> document.getEndnoteRange(), Block.Kind.FOOTNOTE);
        margins();
        remarks.giveTo(list, places);
        if (commentsBroken) {
            list.warn(Warning.Code.PARTIAL, Wording.COMMENTS_PARTLY_READ);
        }
        if (hasObjects) {
            list.notRead(OBJECTS);
        }
        if (!numbering.undrawn().isEmpty()) {
            list.warn(Warning.Code.PARTIAL, Wording.NUMBERS_NOT_DRAWN, String.join(", ", numbering.undrawn()));
        }
        return list.reading(FileKind.DOC.mediaType());
    }

    private void again(List<Block> blocks) {
        for (Block block : blocks) {
            list.add(new Block(
                    list.next(),
                    block.kind(),
                    block.label(),
                    block.text(),
                    block.raw(),
                    block.look(),
                    block.cell(),
                    block.page()));
        }
    }

    /** Headers and footers, which are no part of the text. */
    private void margins() {
        try {
            Range range = document.getHeaderStoryRange();
            for (int i = 0; i < range.numParagraphs(); i++) {
                list.margin(range.getParagraph(i).text().replaceAll("\\p{Cntrl}", " "));
            }
        } catch (RuntimeException broken) {
            list.warn(Warning.Code.PARTIAL, Wording.MARGINS_PARTLY_READ);
        }
    }

    private interface Source {
        Range range();
    }

    private void part(Source source, Block.Kind kind) {
        try {
            text.range(source.range(), kind);
        } catch (RuntimeException broken) {
            list.warn(Warning.Code.PARTIAL, Wording.NOTES_PARTLY_READ);
        }
    }
}
