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
            case "sSup" -> power(parts(xml));
            case "sSub" -> {
                Parts parts = parts(xml);
                yield parts.get("e") + '_' + grouped(parts.get("sub"));
            }
            case "sSubSup" -> {
                Parts parts = parts(xml);
                yield parts.get("e") + '_' + grouped(parts.get("sub")) + '^' + grouped(parts.get("sup"));
            }
            case "sPre" -> {
                Parts parts = parts(xml);
                yield '_' + grouped(parts.get("sub")) + '^' + grouped(parts.get("sup")) + ' ' + parts.get("e");
            }
            case "rad" -> root(parts(xml));
            case "nary" -> sum(parts(xml));
            case "d" -> delimited(parts(xml));
            case "func" -> {
                Parts parts = parts(xml);
                yield parts.get("fName") + bracketed(parts.get("e"));
            }
            case "limLow" -> {
                Parts parts = parts(xml);
                yield parts.get("e") + '_' + grouped(parts.get("lim"));
            }
            case "limUpp" -> {
                Parts parts = parts(xml);
                yield parts.get("e") + '^' + grouped(parts.get("lim"));
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
        String kind = parts.property("type", "bar");
        String over = bracketed(parts.get("num"));
        return kind.equals("noBar")
                ? '(' + parts.get("num") + "; " + parts.get("den") + ')'
                : over + '/' + bracketed(parts.get("den"));
    }

    private static String power(Parts parts) {
        return parts.get("e") + '^' + grouped(parts.get("sup"));
    }

    private static String root(Parts parts) {
        String degree = parts.get("deg");
        return (degree.isBlank() ? "" : '^' + grouped(degree) + ' ') + '√' + grouped(parts.get("e"));
    }

    private static String sum(Parts parts) {
        String low = parts.get("sub");
        String high = parts.get("sup");
        return parts.property("chr", "∫")
                + (low.isBlank() ? "" : '_' + grouped(low))
                + (high.isBlank() ? "" : '^' + grouped(high))
                + ' '
                + parts.get("e");
    }

    private static String delimited(Parts parts) {
        return parts.property("begChr", "(")
                + String.join(parts.property("sepChr", "|"), parts.named.getOrDefault("e", List.of()))
                + parts.property("endChr", ")");
    }

    /** In brackets unless it is one number or one word. */
    private static String grouped(String words) {
        boolean one = words.codePoints()
                .allMatch(c -> Character.isLetterOrDigit(c) || c == ',' || c == '.' || c == '\'' || c == '%');
        return one || isBracketed(words) ? words : '(' + words + ')';
    }

    private static String bracketed(String words) {
        return grouped(words.strip());
    }

    private static boolean isBracketed(String words) {
        if (!words.startsWith("(") || !words.endsWith(")")) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < words.length(); i++) {
            depth += words.charAt(i) == '(' ? 1 : words.charAt(i) == ')' ? -1 : 0;
            if (depth == 0 && i + 1 < words.length()) {
                return false;
            }
        }
        return true;
    }
}
