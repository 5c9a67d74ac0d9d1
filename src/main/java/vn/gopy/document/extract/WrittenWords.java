package vn.gopy.document.extract;

import static vn.gopy.document.extract.Elements.attribute;
import static vn.gopy.document.extract.Elements.skip;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * All words that stand in the text part of a Word or OpenDocument package, wherever they stand in it: a third witness, who
 * knows nothing of how such a file should be built, for words that two readers pass over in the same place.
 */
final class WrittenWords {

    private static final Pattern WORD_PART = Pattern.compile("(?i)/?word[/\\\\]document\\d*\\.xml");

    /** A field that is open: what stands in its code is no text once its result has come. */
    private static final class Field {
        final StringBuilder code = new StringBuilder();
        boolean hasResult;
    }

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final Deque<Field> fields = new ArrayDeque<>();
    private boolean chosen;
    /** How many paragraphs of an OpenDocument text are open; outside them spaces only are to be expected. */
    private int paragraphs;

    private WrittenWords() {}

    /** Line by line; what cannot be read to its end as far as it can. */
    static List<String> of(byte[] content, FileKind kind) {
        var words = new WrittenWords();
        if (kind == FileKind.DOCX || kind == FileKind.ODT) {
            try (ZipParts parts = ZipParts.open(content)) {
                for (String name : parts.names()) {
                    boolean text = kind == FileKind.ODT
                            ? name.equals("content.xml")
                            : WORD_PART.matcher(name).matches();
                    XMLStreamReader xml = text ? parts.xml(name).orElse(null) : null;
                    if (xml != null) {
                        words.read(xml, kind);
                    }
                }
            } catch (XMLStreamException | Refused broken) {
                // what was found until then counts
            }
        }
        words.end();
        return words.lines;
    }

    private void read(XMLStreamReader xml, FileKind kind) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (kind == FileKind.DOCX) {
                        wordElement(xml);
                    } else {
                        openElement(xml);
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (paragraphs > 0) {
                        line.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (isParagraph(xml)) {
                        endLine();
                        paragraphs = kind == FileKind.ODT ? Math.max(0, paragraphs - 1) : 0;
                    }
                }
                default -> {}
            }
        }
    }

    private static boolean isParagraph(XMLStreamReader xml) {
        return xml.getLocalName().equals("p") || xml.getLocalName().equals("h");
    }

    private void wordElement(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "t", "delText" -> word(xml);
            case "tab", "br", "cr" -> line.append(' ');
            case "fldChar" -> field(attribute(xml, "fldCharType"));
            case "AlternateContent" -> chosen = false;
            case "Choice" -> chosen = true;
            case "Fallback" -> {
                if (chosen) {
                    skip(xml); // the same once more
                }
            }
            default -> {}
        }
    }

    private void openElement(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "p", "h" -> {
                endLine();
                paragraphs++;
            }
            case "line-break", "tab", "s" -> line.append(' ');
            // told with the remark, or drawn anew from the file
            case "annotation", "note-citation", "number", "ruby-text" -> skip(xml);
            default -> {}
        }
    }

    /** An element of words holds nothing else, yet what is in it is taken whatever it is. */
    private void word(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder to = fields.stream()
                .filter(field -> !field.hasResult)
                .findFirst()
                .map(field -> field.code)
                .orElse(line);
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS -> to.append(xml.getText());
                default -> {}
            }
        }
    }

    private void field(String type) {
        switch (type) {
            case "begin" -> fields.push(new Field());
            case "separate" -> fields.stream().findFirst().ifPresent(field -> field.hasResult = true);
            case "end" -> {
                Field field = fields.poll();
                if (field != null && !field.hasResult) {
                    line.append(field.code);
                }
            }
            default -> {}
        }
    }

    private void endLine() {
        if (!line.toString().isBlank()) {
            lines.add(line.toString());
        }
        line.setLength(0);
    }

    /** A field that never ends is none: its code is text like any other. */
    private void end() {
        endLine();
        fields.descendingIterator().forEachRemaining(field -> {
            line.append(field.code);
            endLine();
        });
    }
}
