package vn.gopy.document.extract.word;

import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.FileKind;
import vn.gopy.document.extract.Refused;
import vn.gopy.document.extract.RemarkPlaces;
import vn.gopy.document.extract.ZipParts;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;

/**
 * Word files of the XML kind, read as a stream of their own parts: automatic numbers, styles, soft breaks, tables, text
 * boxes, footnotes, formulas, margin comments, tracked changes.
 */
public final class DocxReader {

    private final DocxPackage parts;
    private final BlockList list;
    private final RemarkPlaces remarks = new RemarkPlaces();
    private final DocxNumbering numbering;
    private final DocxText text;

    private DocxReader(DocxPackage parts, Changes changes, Function<byte[], Reading> chunks) throws XMLStreamException {
        this.parts = parts;
        list = new BlockList(changes);
        DocxStyles styles = DocxStyles.read(parts.xml("styles"));
        numbering = DocxNumbering.read(parts.xml("numbering"), styles);
        text = new DocxText(
                list, styles, numbering, remarks, id -> parts.bytes(id).map(chunks));
    }

    /**
     * Reads a file with the wanted text of its tracked changes.
     *
     * @param chunks reads a file of another kind that stands within the text
     */
    public static Reading read(byte[] content, Changes changes, Function<byte[], Reading> chunks) {
        byte[] archive = FlatPackage.isOne(content) ? FlatPackage.zipped(content) : content;
        try (ZipParts parts = ZipParts.open(archive)) {
            return new DocxReader(new DocxPackage(parts), changes, chunks).readAll();
        } catch (XMLStreamException broken) {
            throw new Refused(Problem.CORRUPT);
        }
    }

    /** Whether it is such a file in one piece of XML. */
    public static boolean isFlat(byte[] content) {
        return FlatPackage.isOne(content);
    }

    private Reading readAll() throws XMLStreamException {
        text.body(parts.main());
        readFootnotes("footnotes", "footnote");
        readFootnotes("endnotes", "endnote");
        DocxRemarks.read(parts, remarks, list);
        DocxMargins.read(parts.margins(), list);
        parts.tellUnread(list);
        if (!numbering.undrawn().isEmpty()) {
            list.warn(Warning.Code.PARTIAL, Wording.NUMBERS_NOT_DRAWN, String.join(", ", numbering.undrawn()));
        }
        return list.reading(FileKind.DOCX.mediaType());
    }

    private void readFootnotes(String part, String element) {
        XMLStreamReader xml = parts.xml(part);
        if (xml != null) {
            text.footnotes(xml, element);
        }
    }
}
