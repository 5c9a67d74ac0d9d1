package vn.gopy.document.extract.word;

import static vn.gopy.document.extract.Elements.skip;

import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.ZipParts;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;

/** Headers and footers: no part of the text, but what stands there must be known, a secrecy mark for one. */
final class DocxMargins {

    private static final Pattern PART = Pattern.compile("word/(header|footer)\\d*\\.xml");

    private DocxMargins() {}

    /** Gives each of their lines to {@code list}. */
    static void read(ZipParts parts, BlockList list) {
        parts.names().stream()
                .filter(name -> PART.matcher(name).matches())
                .sorted()
                .forEach(name -> text(parts, name, list).lines().forEach(list::margin));
    }

    private static String text(ZipParts parts, String name, BlockList list) {
        var text = new StringBuilder();
        try {
            XMLStreamReader xml = parts.xml(name).orElseThrow();
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "t" -> text.append(xml.getElementText());
                    case "tab" -> text.append(' ');
                    case "p", "br" -> text.append('\n');
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
