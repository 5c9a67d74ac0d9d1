package vn.gopy.document.extract;

import static vn.gopy.document.extract.Elements.attribute;
import static vn.gopy.document.extract.Elements.skip;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Formulas of OpenDocument files and web pages in one line. */
public final class MathMl {

    private MathMl() {}

    /** The formula of a piece of markup; empty when it is broken. */
    public static String of(String markup) {
        try {
            XMLStreamReader xml = ZipParts.xml().createXMLStreamReader(new StringReader(markup));
            xml.nextTag();
            return read(xml);
        } catch (XMLStreamException broken) {
            return "";
        }
    }

    /** Reads an element to its end. */
    public static String read(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        String open = attribute(xml, "open");
        String close = attribute(xml, "close");
        boolean lineless = attribute(xml, "linethickness").startsWith("0");
        List<String> parts = new ArrayList<>();
        var words = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
            if (event == XMLStreamConstants.CHARACTERS) {
                words.append(xml.getText().strip());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().startsWith("annotation")) {
                    skip(xml);
                } else {
                    parts.add(read(xml));
                }
            }
        }
        return parts.isEmpty() ? words.toString() : written(name, parts, open, close, lineless);
    }

    private static String written(String name, List<String> parts, String open, String close, boolean lineless) {
        String first = parts.getFirst();
        String second = parts.size() > 1 ? parts.get(1) : "";
        String third = parts.size() > 2 ? parts.get(2) : "";
        return switch (name) {
            case "mfrac" -> lineless ? LinearFormula.pair(first, second) : LinearFormula.fraction(first, second);
            case "msup", "mover" -> LinearFormula.scripted(first, "", second);
            case "msub", "munder" -> LinearFormula.scripted(first, second, "");
            case "msubsup", "munderover" -> LinearFormula.scripted(first, second, third);
            case "msqrt" -> LinearFormula.root("", String.join("", parts));
            case "mroot" -> LinearFormula.root(second, first);
            case "mfenced" ->
                (open.isEmpty() ? "(" : open) + String.join(", ", parts) + (close.isEmpty() ? ")" : close);
            case "mtable" -> '[' + String.join("; ", parts) + ']';
            case "mtr" -> String.join(", ", parts);
            case "semantics" -> first;
            default -> String.join("", parts);
        };
    }
}
