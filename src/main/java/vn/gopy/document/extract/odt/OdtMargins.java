package vn.gopy.document.extract.odt;

import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.gopy.document.extract.BlockList;

/** The headers and footers of an OpenDocument text: no part of it, but a secrecy mark may stand there. */
final class OdtMargins {

    private static final Set<String> ELEMENTS =
            Set.of("header", "footer", "header-left", "footer-left", "header-first", "footer-first");
    private static final Set<String> LINE_ENDS = Set.of("p", "h", "line-break");

    private OdtMargins() {}

    /** Gives each of their lines to {@code list}. */
    static void read(XMLStreamReader xml, BlockList list) throws XMLStreamException {
        boolean inside = false;
        var text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            boolean margin = (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT)
                    && ELEMENTS.contains(xml.getLocalName());
            if (margin) {
                inside = event == XMLStreamConstants.START_ELEMENT;
            } else if (inside && event == XMLStreamConstants.CHARACTERS) {
                text.append(xml.getText());
            } else if (inside && event == XMLStreamConstants.END_ELEMENT) {
                text.append(LINE_ENDS.contains(xml.getLocalName()) ? "\n" : "");
            }
        }
        text.toString().lines().forEach(list::margin);
    }
}
