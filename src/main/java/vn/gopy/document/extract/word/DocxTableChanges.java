package vn.gopy.document.extract.word;

import static vn.gopy.document.extract.Elements.attribute;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.Elements;

/** Rows and cells that came or went, as their properties say. */
final class DocxTableChanges {

    private DocxTableChanges() {}

    /** What the properties of a cell say: how many columns it covers, and the change that it is. */
    record Cell(int span, @Nullable DocxChange change) {

        static Cell read(XMLStreamReader xml) throws XMLStreamException {
            int span = 1;
            DocxChange change = null;
            int depth = 1;
            while (depth > 0 && xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "gridSpan" -> {
                            Integer value = Elements.number(attribute(xml, "val"));
                            span = value == null ? 1 : Math.clamp(value, 1, 100);
                        }
                        case "cellIns" -> change = DocxChange.of(xml, true);
                        case "cellDel" -> change = DocxChange.of(xml, false);
                        case "tcPrChange" -> {
                            Elements.skip(xml);
                            continue;
                        }
                        default -> {}
                    }
                    depth++;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
            return new Cell(span, change);
        }
    }

    /** The changes that a row is; none for a row that stays. */
    static List<DocxChange> read(XMLStreamReader xml) throws XMLStreamException {
        var changes = new ArrayList<DocxChange>();
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "ins" -> changes.add(DocxChange.of(xml, true));
                    case "del" -> changes.add(DocxChange.of(xml, false));
                    case "trPrChange" -> {
                        Elements.skip(xml);
                        continue;
                    }
                    default -> {}
                }
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return changes;
    }
}
