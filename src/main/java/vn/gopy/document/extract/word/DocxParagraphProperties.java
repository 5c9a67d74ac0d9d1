package vn.gopy.document.extract.word;

import static vn.gopy.document.extract.Elements.attribute;
import static vn.gopy.document.extract.Elements.skip;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What the properties of a paragraph say: its style, what it has of its own, and changes of its mark. */
final class DocxParagraphProperties {

    final DocxStyles.Style own = new DocxStyles.Style();

    DocxStyles.Style style = new DocxStyles.Style();

    private String styleId = "";
    private @Nullable DocxChange markDeleted;
    private @Nullable DocxChange markInserted;

    /** Reads the element to its end. */
    void read(XMLStreamReader xml, DocxStyles styles) throws XMLStreamException {
        int depth = 1;
        boolean inMark = false;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                switch (xml.getLocalName()) {
                    case "pStyle" -> styleId = attribute(xml, "val");
                    case "rPr" -> inMark = true;
                    case "del", "moveFrom" -> markDeleted = inMark ? DocxChange.of(xml, false) : markDeleted;
                    case "ins", "moveTo" -> markInserted = inMark ? DocxChange.of(xml, true) : markInserted;
                    case "pPrChange", "rPrChange", "sectPr", "numberingChange" -> {
                        skip(xml);
                        depth--;
                    }
                    default -> {
                        if (!inMark) {
                            DocxStyles.property(xml, own);
                        }
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                inMark &= !xml.getLocalName().equals("rPr");
            }
        }
        style = styles.style(styleId);
    }

    /** Whether the wanted text lacks the paragraph's mark, so that the next paragraph goes on with its words. */
    boolean isMarkGone(DocxWords words) {
        return markDeleted != null && !words.keeps(markDeleted) || markInserted != null && !words.keeps(markInserted);
    }

    /** The change of the mark; null when there is none, or one took the other back. */
    @Nullable
    DocxChange markChange() {
        if (markDeleted != null && markInserted != null) {
            return null;
        }
        return markDeleted == null ? markInserted : markDeleted;
    }
}
