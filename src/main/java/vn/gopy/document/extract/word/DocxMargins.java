package vn.gopy.document.extract.word;

import static vn.gopy.document.extract.Elements.attribute;
import static vn.gopy.document.extract.Elements.skip;

import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.gopy.document.extract.BlockList;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;

/** Headers and footers: no part of the text, but what stands there must be known, a secrecy mark for one. */
final class DocxMargins {

    private DocxMargins() {}

    /** Gives each of their lines to {@code list}. */
    static void read(List<XMLStreamReader> margins, BlockList list) {
        margins.forEach(margin -> text(margin, list).lines().forEach(list::margin));
    }

    private static String text(XMLStreamReader xml, BlockList list) {
        var text = new StringBuilder();
        try {
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "t" -> text.append(xml.getElementText());
                    case "tab" -> text.append(' ');
                    case "p", "br" -> text.append('\n');
                    // letters drawn as a picture, as watermarks are
                    case "textpath" ->
                        text.append('\n').append(attribute(xml, "string")).append('\n');
                    case "Fallback" -> skip(xml);
                    default -> {}
                }
            }
        } catch (XMLStreamException broken) {
            list.warn(Warning.Code.PARTIAL, Wording.MARGINS_PARTLY_READ);
        }
        return text.toString();
    }
}
