package vn.gopy.document.extract.tika;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.OfficeOpenXMLExtended;
import org.apache.tika.metadata.PDF;
import org.apache.tika.metadata.Property;
import org.apache.tika.metadata.TikaCoreProperties;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import vn.gopy.legaltext.FileHistory;

/** All that Tika finds in a file, line by line, and what the file says about itself. */
public final class TikaText {

    private static final Set<String> LINES = Set.of(
            "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "tr", "div", "br", "dt", "dd", "title", "body");

    /** Tika writes the number of a note where its sign stands; the file has a sign there and no number. */
    private static final Pattern NOTE = Pattern.compile("\\[\\d{1,4}\\]");

    private final List<String> lines = new ArrayList<>();
    private final Metadata metadata = new Metadata();
    private boolean whole = true;

    private TikaText() {}

    /**
     * Reads everything, what is embedded included.
     *
     * @throws TikaException when the file cannot be read at all
     */
    public static TikaText of(byte[] content, String fileName) throws TikaException {
        var text = new TikaText();
        text.metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
        var handler = new Lines(text.lines);
        try (var in = TikaInputStream.get(content, text.metadata)) {
            Tika.PARSER.parse(in, handler, text.metadata, Tika.everything());
        } catch (SAXException | IOException stopped) {
            text.whole = false;
        } catch (TikaException broken) {
            if (text.lines.isEmpty()) {
                throw broken;
            }
            text.whole = false;
        }
        handler.end();
        return text;
    }

    /** One per paragraph, cell or line break; never blank. */
    public List<String> lines() {
        return lines;
    }

    /** False where the reading ended before the file did. */
    public boolean isWhole() {
        return whole;
    }

    /** What the file says about itself. */
    public FileHistory history() {
        return new FileHistory(
                first(TikaCoreProperties.CREATOR),
                first(TikaCoreProperties.MODIFIER),
                first(TikaCoreProperties.CREATED),
                first(TikaCoreProperties.MODIFIED),
                Stream.of(OfficeOpenXMLExtended.APPLICATION, TikaCoreProperties.CREATOR_TOOL, PDF.DOC_INFO_CREATOR_TOOL)
                        .map(this::first)
                        .filter(it -> !it.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    private String first(Property property) {
        return Objects.requireNonNullElse(metadata.get(property), "");
    }

    private static final class Lines extends DefaultHandler {

        private final List<String> lines;
        private final StringBuilder line = new StringBuilder();
        private long characters;
        private int head;

        Lines(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            head += name.equals("head") ? 1 : 0;
            if (LINES.contains(name)) {
                end();
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            if (LINES.contains(name)) {
                end();
            }
            head -= name.equals("head") ? 1 : 0;
        }

        @Override
        public void characters(char[] letters, int start, int length) throws SAXException {
            if (head > 0) {
                return;
            }
            characters += length;
            if (characters > Tika.MOST_CHARACTERS) {
                throw new SAXException("More text than any document has");
            }
            line.append(letters, start, length);
        }

        @Override
        public void ignorableWhitespace(char[] letters, int start, int length) {
            line.append(' ');
        }

        void end() {
            String words = NOTE.matcher(line).replaceAll(" ");
            if (!words.isBlank()) {
                lines.add(words);
            }
            line.setLength(0);
        }
    }
}
