package vn.gopy.document.extract.word;

import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.Paragraph;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Reading;

/** The words of the paragraph that is being read, with the tracked changes and the remarks among them. */
final class DocxWords {

    private final BlockList list;
    private final DocxRemarks remarks;
    private @Nullable DocxChange change;
    private boolean bracketOpen;

    /** The one that is being read. */
    Paragraph paragraph = new Paragraph();

    DocxWords(BlockList list, DocxRemarks remarks) {
        this.list = list;
        this.remarks = remarks;
    }

    /** Adds words where the wanted text has them. */
    void text(String text, DocxStyles.Style style, DocxStyles.Style own) {
        if (Boolean.TRUE.equals(own.hidden)) {
            return;
        }
        if (change != null && !text.isBlank()) {
            openBracket();
            revision(change, text);
        }
        boolean bold = own.bold == null ? Boolean.TRUE.equals(style.bold) : own.bold;
        boolean italic = own.italic == null ? Boolean.TRUE.equals(style.italic) : own.italic;
        String font = own.font == null ? Objects.requireNonNullElse(style.font, "") : own.font;
        paragraph.append(text, font, bold, italic);
        remarks.quote(text);
    }

    /** What a change holds. */
    interface Content {
        void read() throws XMLStreamException;
    }

    /** Reads what a change holds where the wanted text has it; else only remembers it. */
    void changed(XMLStreamReader xml, boolean insertion, Content content) throws XMLStreamException {
        Changes changes = list.changes();
        if (insertion ? !changes.keepsInsertions() : !changes.keepsDeletions()) {
            leftOut(xml, insertion);
            return;
        }
        var outer = change;
        boolean outerBracket = bracketOpen;
        bracketOpen = false;
        change = DocxChange.of(xml, insertion);
        content.read();
        change = outer;
        if (bracketOpen) {
            paragraph.append("]", "", false, false);
        }
        bracketOpen = outerBracket;
    }

    /** Where changes are shown, the first letters of each are led by what they are. */
    private void openBracket() {
        if (list.changes() == Changes.SHOWN && !bracketOpen && change != null) {
            bracketOpen = true;
            paragraph.append(change.insertion() ? "[thêm: " : "[bỏ: ", "", false, false);
        }
    }

    private void leftOut(XMLStreamReader xml, boolean insertion) throws XMLStreamException {
        DocxChange left = DocxChange.of(xml, insertion);
        var text = new StringBuilder();
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (name.equals("delText") || name.equals("t")) {
                    text.append(xml.getElementText());
                } else {
                    depth++;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        if (!text.isEmpty()) {
            revision(left, text.toString());
        }
    }

    /** Remembers a change at the place that is reached. */
    void revision(DocxChange made, String text) {
        list.revision(new Reading.Revision(
                block(), paragraph.textSoFar(list).length(), made.insertion(), made.author(), made.at(), text));
    }

    /** The block that the current line will be. */
    int block() {
        return list.next() + paragraph.finishedLines();
    }
}
