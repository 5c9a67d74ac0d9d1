package vn.gopy.document.extract.word;

import static vn.gopy.document.extract.Elements.attribute;
import static vn.gopy.document.extract.Elements.skip;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What the properties of a paragraph say beyond its look: its style, and changes of its own mark. */
final class DocxParagraphProperties {

    String style = "";

    @Nullable
    DocxChange markDeleted;

    @Nullable
    DocxChange markInserted;

    /** Reads the element to its end; what is about the paragraph itself goes to {@code own}. */
    void read(XMLStreamReader xml, DocxStyles.Style own) throws XMLStreamException {
        int depth = 1;
        boolean inMark = false;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                switch (xml.getLocalName()) {
                    case "pStyle" -> style = attribute(xml, "val");
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
    }
}
