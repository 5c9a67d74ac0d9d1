package vn.gopy.document.extract.odt;

import static vn.gopy.document.extract.Elements.attribute;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.RemarkPlaces;

/** The comments in the margin of an OpenDocument text, which stand where they are about something. */
final class OdtRemarks {

    private record Comment(String author, String at, String text, String parent, boolean resolved) {}

    private final Map<String, Comment> comments = new LinkedHashMap<>();
    private String last = "";

    /** Reads a comment to its end and gives the name that the end of its words has; empty for one that is about a point. */
    String add(XMLStreamReader xml) throws XMLStreamException {
        String name = attribute(xml, "name");
        String parent = attribute(xml, "parent-name");
        boolean resolved = attribute(xml, "resolved").equals("true");
        String author = "";
        String at = "";
        var text = new StringBuilder();
        int depth = 1;
        int paragraphs = 0;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "creator" -> author = xml.getElementText();
                    case "date" -> at = xml.getElementText();
                    case "creator-initials", "date-string" -> xml.getElementText();
                    case "p", "h" -> {
                        paragraphs++;
                        depth++;
                    }
                    case "s", "tab" -> {
                        text.append(' ');
                        depth++;
                    }
                    case "line-break" -> {
                        text.append('\n');
                        depth++;
                    }
                    default -> depth++;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                if (xml.getLocalName().equals("p") || xml.getLocalName().equals("h")) {
                    paragraphs--;
                    text.append('\n');
                }
            } else if (event == XMLStreamConstants.CHARACTERS && paragraphs > 0) {
                text.append(xml.getText().replaceAll("\\s+", " "));
            }
        }
        last = name.isEmpty() ? "\0" + comments.size() : name;
        comments.put(last, new Comment(author, at, text.toString().strip(), parent, resolved));
        return name;
    }

    /** Under which name the comment that was read last is known. */
    String last() {
        return last;
    }

    /** Gives all to {@code list}. */
    void giveTo(BlockList list, RemarkPlaces places) {
        Map<String, Integer> numbers = new HashMap<>();
        comments.keySet().forEach(name -> numbers.put(name, list.remarks() + numbers.size()));
        comments.forEach((name, comment) -> {
            list.remark(places.of(name)
                    .said(
                            comment.author(),
                            comment.at(),
                            comment.text(),
                            numbers.getOrDefault(comment.parent(), -1),
                            comment.resolved()));
        });
    }
}
