package vn.gopy.document.extract.word;

import static vn.gopy.document.extract.Elements.attribute;
import static vn.gopy.document.extract.Elements.skip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.gopy.document.extract.LinearFormula;
import vn.gopy.legaltext.Changes;

/** A formula of Word in one line, as it would be typed: (A+B)/12×k^2. */
final class DocxFormula {

    /** What an element of a formula holds: its parts by name, in order, and what its properties say. */
    private static final class Parts {
        final Map<String, List<String>> named = new HashMap<>();
        final Map<String, String> properties = new HashMap<>();

        String get(String name) {
            return String.join("", named.getOrDefault(name, List.of()));
        }

        String property(String name, String otherwise) {
            return properties.getOrDefault(name, otherwise);
        }
    }

    private static final Set<String> PARTS = Set.of("e", "num", "den", "sup", "sub", "deg", "fName", "lim", "mr");

    private final Changes changes;

    private DocxFormula(Changes changes) {
        this.changes = changes;
    }

    /** Reads the element to its end, with the wanted text of its changes. */
    static String read(XMLStreamReader xml, Changes changes) throws XMLStreamException {
        return new DocxFormula(changes).line(xml);
    }

    /** All that stands in an element, one after the other. */
    private String line(XMLStreamReader xml) throws XMLStreamException {
        var line = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                line.append(element(xml));
            }
        }
        return line.toString();
    }

    private String element(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        return switch (name) {
            case "t", "delText" -> xml.getElementText();
            case "f" -> fraction(parts(xml));
            case "sSup" -> scripted(parts(xml), "", "sup");
            case "sSub" -> scripted(parts(xml), "sub", "");
            case "sSubSup" -> scripted(parts(xml), "sub", "sup");
            case "limLow" -> scripted(parts(xml), "lim", "");
            case "limUpp" -> scripted(parts(xml), "", "lim");
            case "sPre" -> {
                Parts parts = parts(xml);
                yield LinearFormula.scripted("", parts.get("sub"), parts.get("sup")) + ' ' + parts.get("e");
            }
            case "rad" -> {
                Parts parts = parts(xml);
                yield LinearFormula.root(parts.get("deg"), parts.get("e"));
            }
            case "nary" -> sum(parts(xml));
            case "d" -> delimited(parts(xml));
            case "func" -> {
                Parts parts = parts(xml);
                yield parts.get("fName") + LinearFormula.bracketed(parts.get("e"));
            }
            case "eqArr" -> String.join("; ", parts(xml).named.getOrDefault("e", List.of()));
            case "m" -> '[' + String.join("; ", parts(xml).named.getOrDefault("mr", List.of())) + ']';
            case "mr" -> String.join(", ", parts(xml).named.getOrDefault("e", List.of()));
            case "ins", "moveTo" -> wanted(xml, changes.keepsInsertions());
            case "del", "moveFrom" -> wanted(xml, changes.keepsDeletions());
            case "rPr", "ctrlPr", "argPr", "oMathParaPr" -> {
                skip(xml);
                yield "";
            }
            default -> line(xml);
        };
    }

    private String wanted(XMLStreamReader xml, boolean kept) throws XMLStreamException {
        String words = line(xml);
        return kept ? words : "";
    }

    private Parts parts(XMLStreamReader xml) throws XMLStreamException {
        var parts = new Parts();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return parts;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = xml.getLocalName();
            if (name.endsWith("Pr")) {
                properties(xml, parts);
            } else {
                String words = name.equals("mr") || !PARTS.contains(name) ? element(xml) : line(xml);
                parts.named.computeIfAbsent(name, any -> new ArrayList<>()).add(words);
            }
        }
        return parts;
    }

    private static void properties(XMLStreamReader xml, Parts parts) throws XMLStreamException {
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                parts.properties.put(xml.getLocalName(), attribute(xml, "val"));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private static String fraction(Parts parts) {
        return parts.property("type", "bar").equals("noBar")
                ? LinearFormula.pair(parts.get("num"), parts.get("den"))
                : LinearFormula.fraction(parts.get("num"), parts.get("den"));
    }

    private static String scripted(Parts parts, String below, String above) {
        return LinearFormula.scripted(parts.get("e"), parts.get(below), parts.get(above));
    }

    private static String sum(Parts parts) {
        return LinearFormula.scripted(parts.property("chr", "∫"), parts.get("sub"), parts.get("sup"))
                + ' '
                + parts.get("e");
    }

    private static String delimited(Parts parts) {
        return parts.property("begChr", "(")
                + String.join(parts.property("sepChr", "|"), parts.named.getOrDefault("e", List.of()))
                + parts.property("endChr", ")");
    }
}
