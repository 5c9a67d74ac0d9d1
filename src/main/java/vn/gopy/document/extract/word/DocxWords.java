package vn.gopy.document.extract.word;

import static vn.gopy.document.extract.Elements.attribute;

import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.Face;
import vn.gopy.document.extract.Paragraph;
import vn.gopy.document.extract.RemarkPlaces;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Reading;

/** The words of the paragraph that is being read, with the tracked changes and the remarks among them. */
final class DocxWords {

    private static final String PARAGRAPH_END = "\n";

    private final BlockList list;
    private final RemarkPlaces remarks;
    private @Nullable DocxChange change;
    private boolean bracketOpen;
    private String move = "";

    /** Where words go that the wanted text has not; null while it has them. */
    private @Nullable Paragraph leftOut;

    /** The fields around the words. */
    final WordFields fields = new WordFields();

    /** The one that is being read. */
    Paragraph paragraph = new Paragraph();

    DocxWords(BlockList list, RemarkPlaces remarks) {
        this.list = list;
        this.remarks = remarks;
    }

    /** Adds words where the wanted text has them. */
    void text(String text, DocxStyles.Style style, DocxStyles.Style own) {
        boolean hidden = own.hidden == null ? Boolean.TRUE.equals(style.hidden) : own.hidden;
        if (hidden || fields.inCode()) {
            return;
        }
        put(text, face(style, own));
    }

    private static Face face(DocxStyles.Style style, DocxStyles.Style own) {
        return new Face(
                own.font == null ? Objects.requireNonNullElse(style.font, "") : own.font,
                own.bold == null ? Boolean.TRUE.equals(style.bold) : own.bold,
                own.italic == null ? Boolean.TRUE.equals(style.italic) : own.italic,
                own.capitals == null ? Boolean.TRUE.equals(style.capitals) : own.capitals,
                own.struck == null ? Boolean.TRUE.equals(style.struck) : own.struck,
                own.raised == null ? Boolean.TRUE.equals(style.raised) : own.raised);
    }

    private void put(String text, Face face) {
        if (leftOut != null) {
            leftOut.append(text, face);
            return;
        }
        if (change != null && !text.isBlank()) {
            openBracket();
            var changed = new Paragraph();
            changed.append(text, face);
            revision(change, changed.words());
        }
        paragraph.append(text, face);
        remarks.quote(text);
    }

    /** A soft line break where the wanted text has it. */
    void lineBreak() {
        if (leftOut != null) {
            leftOut.lineBreak();
        } else if (!fields.inCode()) {
            paragraph.lineBreak();
            remarks.quote(PARAGRAPH_END);
        }
    }

    /** The paragraph ends; the next one may be in the same remarks. */
    void endParagraph() {
        fields.endParagraph();
        remarks.quote(PARAGRAPH_END);
    }

    /** Whether the wanted text lacks what is being read. */
    boolean leavesOut() {
        return leftOut != null;
    }

    /** What a change holds. */
    interface Content {
        void read() throws XMLStreamException;
    }

    /** The range of a move begins, or ends where it has no name. */
    void move(XMLStreamReader xml) {
        move = attribute(xml, "name");
    }

    /** Reads what a change holds where the wanted text has it; else only remembers it. */
    void changed(XMLStreamReader xml, boolean insertion, Content content) throws XMLStreamException {
        changed(DocxChange.of(xml, insertion, move), content);
    }

    /** The same for a change that is known already. */
    void changed(DocxChange made, Content content) throws XMLStreamException {
        var outer = change;
        var outerLeftOut = leftOut;
        boolean outerBracket = bracketOpen;
        boolean nothing = outer != null && made.takesBack(outer);
        boolean gone = nothing || !keeps(made);
        change = nothing ? outer : made;
        bracketOpen = false;
        leftOut = nothing || gone && leftOut == null ? new Paragraph() : leftOut;
        content.read();
        Paragraph words = leftOut;
        leftOut = outerLeftOut;
        change = outer;
        if (bracketOpen) {
            paragraph.append("]", "", false, false);
        }
        bracketOpen = outerBracket;
        if (gone && !nothing && outerLeftOut == null && words != null) {
            String text = words.words();
            if (!text.isEmpty()) {
                revision(made, text);
            }
        }
    }

    /** Whether the wanted text has what the change is about. */
    boolean keeps(DocxChange made) {
        Changes changes = list.changes();
        return made.insertion() ? changes.keepsInsertions() : changes.keepsDeletions();
    }

    /** Where changes are shown, the first letters of each are led by what they are. */
    private void openBracket() {
        if (list.changes() == Changes.SHOWN && !bracketOpen && change != null) {
            bracketOpen = true;
            paragraph.append(change.insertion() ? "[thêm: " : "[bỏ: ", "", false, false);
        }
    }

    /** Remembers the change of a paragraph's mark at the place that is reached. */
    void markChanged(DocxChange made) {
        if (leftOut == null) {
            revision(made, PARAGRAPH_END);
        }
    }

    private void revision(DocxChange made, String text) {
        list.revision(
                new Reading.Revision(block(), offset(), made.insertion(), made.author(), made.at(), text, made.move()));
    }

    /** The block that the current line will be. */
    int block() {
        return list.next() + paragraph.finishedLines();
    }

    /** Where in it the words are that come next. */
    int offset() {
        return paragraph.textSoFar(list).length();
    }
}
