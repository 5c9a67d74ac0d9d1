package vn.gopy.document.extract.odt;

import static vn.gopy.document.extract.Elements.attribute;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The list of tracked changes at the beginning of an OpenDocument text, by the id that their places name. */
final class OdtChanges {

    /** @param text what a deletion took out, one line per paragraph; empty for an insertion */
    record Change(boolean insertion, String author, String at, String text) {}

    private final Map<String, Change> changes = new HashMap<>();
    private String id = "";
    private boolean insertion;
    private String author = "";
    private String at = "";
    private final StringBuilder text = new StringBuilder();

    private OdtChanges() {}

    /** Reads the element up to its end. */
    static Map<String, Change> read(XMLStreamReader xml) throws XMLStreamException {
        var reading = new OdtChanges();
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth += reading.begins(xml) ? 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                reading.ends(xml.getLocalName());
                depth--;
            } else if (event == XMLStreamConstants.CHARACTERS) {
                reading.text.append(xml.getText());
            }
        }
        return reading.changes;
    }

    /** False when the element is already read to its end. */
    private boolean begins(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "changed-region" -> {
                id = attribute(xml, "id");
                insertion = true;
            }
            case "deletion" -> {
                insertion = false;
                text.setLength(0);
            }
            case "creator" -> {
                author = xml.getElementText();
                return false;
            }
            case "date" -> {
                at = xml.getElementText();
                return false;
            }
            case "change-info" -> {
                author = "";
                at = "";
            }
            default -> {}
        }
        return true;
    }

    private void ends(String element) {
        switch (element) {
            case "change-info" -> text.setLength(0);
            case "p", "h" -> text.append('\n');
            case "changed-region" ->
                changes.put(
                        id,
                        new Change(
                                insertion,
                                author,
                                at,
                                insertion ? "" : text.toString().strip()));
            default -> {}
        }
    }
}
