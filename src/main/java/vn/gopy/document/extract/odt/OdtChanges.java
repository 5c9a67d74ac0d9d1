package vn.gopy.document.extract.odt;

import static vn.gopy.document.extract.Elements.attribute;
import static vn.gopy.document.extract.Elements.skip;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.gopy.document.extract.Paragraph;

/** The list of tracked changes at the beginning of an OpenDocument text, by the id that their places name. */
final class OdtChanges {

    /** @param text what a deletion took out, one line per paragraph; empty for an insertion */
    record Change(boolean insertion, String author, String at, String text) {}

    private final OdtStyles styles;
    private final Map<String, Change> changes = new HashMap<>();
    private String id = "";
    private boolean insertion;
    private boolean deletion;
    private String author = "";
    private String at = "";
    private Paragraph text = new Paragraph();
    private boolean lineEnded;
    private final Deque<OdtStyles.Style> faces = new ArrayDeque<>();

    private OdtChanges(OdtStyles styles) {
        this.styles = styles;
        faces.push(new OdtStyles.Style());
    }

    /** Reads the element up to its end. */
    static Map<String, Change> read(XMLStreamReader xml, OdtStyles styles) throws XMLStreamException {
        var reading = new OdtChanges(styles);
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth += reading.begins(xml) ? 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                reading.ends(xml.getLocalName());
                depth--;
            } else if (event == XMLStreamConstants.CHARACTERS && !xml.isWhiteSpace()
                    || event == XMLStreamConstants.CHARACTERS && reading.faces.size() > 1) {
                reading.words(xml.getText().replaceAll("\\s+", " "));
            }
        }
        return reading.changes;
    }

    private void words(String words) {
        if (Boolean.TRUE.equals(faces.element().hidden)) {
            return;
        }
        if (lineEnded) {
            lineEnded = false;
            text.lineBreak();
        }
        text.append(words, faces.element().face());
    }

    /** False when the element is already read to its end. */
    private boolean begins(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "changed-region" -> {
                id = attribute(xml, "id");
                insertion = false;
                deletion = false;
                author = "";
                at = "";
                text = new Paragraph();
            }
            case "insertion" -> insertion = true;
            case "deletion" -> {
                deletion = true;
                text = new Paragraph();
                lineEnded = false;
            }
            case "creator" -> {
                author = xml.getElementText();
                return false;
            }
            case "date" -> {
                at = xml.getElementText();
                return false;
            }
            case "annotation", "note" -> {
                skip(xml);
                return false;
            }
            case "p", "h", "span" ->
                faces.push(OdtStyles.over(styles.resolved(attribute(xml, "style-name")), faces.element()));
            case "s", "tab" -> words(" ");
            case "line-break" -> text.lineBreak();
            default -> {}
        }
        return true;
    }

    private void ends(String element) {
        switch (element) {
            case "change-info" -> {
                if (!deletion) {
                    text = new Paragraph();
                }
            }
            case "p", "h" -> {
                faces.pop();
                if (lineEnded) {
                    text.lineBreak();
                }
                lineEnded = true;
            }
            case "span" -> faces.pop();
            case "changed-region" -> region();
            default -> {}
        }
    }

    /** What came and went again is no change, and neither is another look. */
    private void region() {
        if (insertion != deletion) {
            changes.put(id, new Change(insertion, author, at, insertion ? "" : text.words()));
        }
    }
}
