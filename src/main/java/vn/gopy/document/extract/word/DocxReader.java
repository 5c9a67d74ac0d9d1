package vn.gopy.document.extract.word;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.FileKind;
import vn.gopy.document.extract.Refused;
import vn.gopy.document.extract.ZipParts;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;

/**
 * Word files of the XML kind, read as a stream of their own parts: automatic numbers, styles, soft breaks, tables, text
 * boxes, footnotes, margin comments, tracked changes.
 */
public final class DocxReader {

    private static final String MAIN = "word/document.xml";

    private final ZipParts parts;
    private final BlockList list;
    private final DocxRemarks remarks = new DocxRemarks();
    private final DocxText text;

    private DocxReader(ZipParts parts, Changes changes) throws XMLStreamException {
        this.parts = parts;
        list = new BlockList(changes);
        DocxStyles styles = DocxStyles.read(parts.xml("word/styles.xml").orElse(null));
        DocxNumbering numbering =
                DocxNumbering.read(parts.xml("word/numbering.xml").orElse(null));
        text = new DocxText(list, styles, numbering, remarks);
    }

    /** Reads a file with the wanted text of its tracked changes. */
    public static Reading read(byte[] content, Changes changes) {
        try (ZipParts parts = ZipParts.open(content)) {
            if (!parts.has("[Content_Types].xml")) {
                throw new Refused(Problem.NOT_A_DOCUMENT);
            }
            if (!parts.has(MAIN)) {
                boolean workbook = parts.has("xl/workbook.xml") || parts.has("ppt/presentation.xml");
                throw new Refused(workbook ? Problem.TYPE_MISMATCH : Problem.CORRUPT);
            }
            if (parts.has("word/vbaProject.bin")) {
                throw new Refused(Problem.TYPE_NOT_ALLOWED);
            }
            return new DocxReader(parts, changes).readAll();
        } catch (XMLStreamException broken) {
            throw new Refused(Problem.CORRUPT);
        }
    }

    private Reading readAll() throws XMLStreamException {
        text.children(parts.xml(MAIN).orElseThrow());
        readFootnotes("word/footnotes.xml", "footnote");
        readFootnotes("word/endnotes.xml", "endnote");
        readRemarks();
        DocxMargins.read(parts, list);
        return list.reading(FileKind.DOCX.mediaType());
    }

    private void readFootnotes(String part, String element) throws XMLStreamException {
        XMLStreamReader xml = parts.xml(part).orElse(null);
        if (xml != null) {
            text.footnotes(xml, element);
        }
    }

    private void readRemarks() throws XMLStreamException {
        XMLStreamReader xml = parts.xml("word/comments.xml").orElse(null);
        if (xml != null) {
            remarks.read(xml, list);
        }
    }
}
