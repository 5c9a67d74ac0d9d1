package vn.gopy.document.extract.odt;

import static vn.gopy.document.extract.Elements.attribute;
import static vn.gopy.document.extract.Elements.skip;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.Elements;
import vn.gopy.document.extract.FileKind;
import vn.gopy.document.extract.MathMl;
import vn.gopy.document.extract.Paragraph;
import vn.gopy.document.extract.Refused;
import vn.gopy.document.extract.RemarkPlaces;
import vn.gopy.document.extract.ZipParts;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;

/** OpenDocument texts, read as a stream: styles, automatic numbers, tables, notes, tracked changes. */
public final class OdtReader {

    private final ZipParts parts;
    private final BlockList list;
    private final OdtStyles styles = new OdtStyles();
    private final OdtLists lists = new OdtLists(styles);
    private final RemarkPlaces places = new RemarkPlaces();
    private final OdtRemarks remarks = new OdtRemarks();
    private final Map<String, OdtChanges.Change> changes = new HashMap<>();
    private OdtChanges.@Nullable Change open;

    private Paragraph paragraph = new Paragraph();
    /** A paragraph whose end came with an insertion that the text lacks: the next goes on with it. */
    private @Nullable Paragraph waiting;

    private Block.Kind kind = Block.Kind.PARAGRAPH;
    private Block.@Nullable Cell cell;

    private OdtReader(ZipParts parts, Changes wanted) {
        this.parts = parts;
        this.list = new BlockList(wanted);
    }

    /** Reads a file with the wanted text of its tracked changes. */
    public static Reading read(byte[] content, Changes changes) {
        try (ZipParts parts = ZipParts.open(content)) {
            var reader = new OdtReader(parts, changes);
            reader.checkEncryption();
            reader.styles();
            reader.margins();
            XMLStreamReader text = parts.xml("content.xml").orElseThrow(() -> new Refused(Problem.CORRUPT));
            reader.content(text);
            return reader.finished();
        } catch (XMLStreamException broken) {
            throw new Refused(Problem.CORRUPT);
        }
    }

    private Reading finished() {
        finish();
        remarks.giveTo(list, places);
        if (!lists.undrawn().isEmpty()) {
            list.warn(Warning.Code.PARTIAL, Wording.NUMBERS_NOT_DRAWN, String.join(", ", lists.undrawn()));
        }
        return list.reading(FileKind.ODT.mediaType());
    }

    private void checkEncryption() throws XMLStreamException {
        XMLStreamReader manifest = parts.xml("META-INF/manifest.xml").orElse(null);
        while (manifest != null && manifest.hasNext()) {
            if (manifest.next() == XMLStreamConstants.START_ELEMENT
                    && manifest.getLocalName().equals("encryption-data")) {
                throw new Refused(Problem.PASSWORD_PROTECTED);
            }
        }
    }

    private void styles() throws XMLStreamException {
        XMLStreamReader xml = parts.xml("styles.xml").orElse(null);
        while (xml != null && xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                define(xml);
            }
        }
    }

    private void define(XMLStreamReader xml) {
        styles.element(xml);
        lists.element(xml);
    }

    /** Headers and footers stand among the styles. */
    private void margins() throws XMLStreamException {
        XMLStreamReader xml = parts.xml("styles.xml").orElse(null);
        if (xml != null) {
            OdtMargins.read(xml, list);
        }
    }

    private void content(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("text") && isOffice(xml)) {
                children(xml);
            } else {
                define(xml);
            }
        }
    }

    private static boolean isOffice(XMLStreamReader xml) {
        return "office".equals(xml.getPrefix())
                || xml.getNamespaceURI() != null && xml.getNamespaceURI().contains(":office:");
    }

    private void children(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                child(xml);
            }
        }
    }

    private void child(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "p", "h" -> paragraph(xml);
            case "list" -> list(xml);
            case "list-item", "list-header" -> item(xml);
            case "numbered-paragraph" -> {
                lists.beginNumbered(xml);
                children(xml);
                lists.end();
            }
            case "table" -> table(xml);
            case "tracked-changes" -> changes.putAll(OdtChanges.read(xml, styles));
            case "change", "change-start", "change-end" -> change(xml);
            case "annotation" -> annotation(xml);
            case "object" -> object(xml);
            case "frame", "custom-shape", "g" -> box(xml);
            case "forms", "sequence-decls", "variable-decls", "user-field-decls" -> skip(xml);
            default -> children(xml);
        }
    }

    private void list(XMLStreamReader xml) throws XMLStreamException {
        lists.begin(xml);
        children(xml);
        lists.end();
    }

    private void item(XMLStreamReader xml) throws XMLStreamException {
        lists.beginItem(xml);
        children(xml);
        lists.endItem();
    }

    private void paragraph(XMLStreamReader xml) throws XMLStreamException {
        var outer = paragraph;
        paragraph = waiting == null ? new Paragraph() : waiting;
        waiting = null;
        String name = attribute(xml, "style-name");
        OdtStyles.Style style = styles.resolved(name);
        paragraph.centred("center".equals(style.align));
        paragraph.style(name);
        Integer level = Elements.number(attribute(xml, "outline-level"));
        boolean heading = xml.getLocalName().equals("h");
        paragraph.outlineLevel(heading && level != null ? Math.clamp(level, 1, 9) : 0);
        Supplier<@Nullable String> number = heading ? lists.heading(xml, style) : () -> null;
        inlines(xml, style);
        places.quote("\n");
        if (open != null) {
            list.revision(revision(open, "\n"));
        }
        if (open != null && !list.changes().keepsInsertions()) {
            waiting = paragraph;
        } else {
            String label = lists.takeLabel();
            label = label == null ? number.get() : label;
            if (label != null) {
                paragraph.label(label);
            }
            paragraph.addTo(list, kind, cell, 0);
        }
        paragraph = outer;
    }

    /** What waits for a paragraph to go on with it stands alone where none comes. */
    private void finish() {
        if (waiting != null) {
            waiting.addTo(list, kind, cell, 0);
            waiting = null;
        }
    }

    private void inlines(XMLStreamReader xml, OdtStyles.Style style) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            }
            if (event == XMLStreamConstants.CHARACTERS) {
                append(xml.getText().replaceAll("\\s+", " "), style);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                inline(xml, style);
            }
        }
    }

    /** Where a change begins or ends, or where deleted text stood. */
    private void change(XMLStreamReader xml) throws XMLStreamException {
        OdtChanges.Change change = changes.get(attribute(xml, "change-id"));
        boolean ends = xml.getLocalName().equals("change-end");
        skip(xml);
        if (change == null) {
            return;
        }
        if (!change.insertion()) {
            deleted(change);
        } else if (!ends) {
            open = change;
        } else if (change.equals(open)) {
            open = null;
        }
    }

    private void deleted(OdtChanges.Change change) {
        if (open != null && !list.changes().keepsInsertions()) {
            return;
        }
        if (!change.text().isBlank() || change.text().contains("\n")) {
            list.revision(revision(change, change.text()));
        }
        if (!list.changes().keepsDeletions() || change.text().isEmpty()) {
            return;
        }
        boolean shown = list.changes() == Changes.SHOWN;
        String[] lines = change.text().split("\n");
        for (int i = 0; i < lines.length; i++) {
            paragraph.append(shown ? "[bỏ: " + lines[i] + "]" : lines[i], "", false, false);
            if (i + 1 < lines.length) {
                paragraph.lineBreak();
            }
        }
    }

    private Reading.Revision revision(OdtChanges.Change change, String text) {
        return new Reading.Revision(block(), offset(), change.insertion(), change.author(), change.at(), text);
    }

    private int block() {
        return list.next() + paragraph.finishedLines();
    }

    private int offset() {
        return paragraph.textSoFar(list).length();
    }

    private void append(String read, OdtStyles.Style style) {
        if (Boolean.TRUE.equals(style.hidden)) {
            return;
        }
        String text = read;
        if (open != null) {
            if (!text.isBlank()) {
                var changed = new Paragraph();
                changed.append(text, style.face());
                list.revision(revision(open, changed.words()));
            }
            if (!list.changes().keepsInsertions()) {
                return;
            }
            boolean shown = list.changes() == Changes.SHOWN && !text.isBlank();
            text = shown ? "[thêm: " + text + "]" : text;
        }
        paragraph.append(text, style.face());
        places.quote(text);
    }

    private void inline(XMLStreamReader xml, OdtStyles.Style style) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "line-break" -> {
                if (open == null || list.changes().keepsInsertions()) {
                    paragraph.lineBreak();
                    places.quote("\n");
                }
                skip(xml);
            }
            case "s", "tab" -> {
                append(" ", style);
                skip(xml);
            }
            case "span" -> inlines(xml, OdtStyles.over(styles.resolved(attribute(xml, "style-name")), style));
            case "change", "change-start", "change-end" -> change(xml);
            case "note" -> note(xml);
            case "frame", "custom-shape", "g" -> box(xml);
            case "object" -> object(xml);
            case "annotation" -> annotation(xml);
            case "annotation-end" -> {
                places.end(attribute(xml, "name"), block(), offset());
                skip(xml);
            }
            // a number that another program has drawn, and what is read over the letters
            case "number", "ruby-text", "soft-page-break", "bookmark", "bookmark-start", "bookmark-end" -> skip(xml);
            default -> inlines(xml, style);
        }
    }

    /** A comment; the words that it is about, if any, follow up to a mark of its name. */
    private void annotation(XMLStreamReader xml) throws XMLStreamException {
        String id = remarks.add(xml);
        if (id.isEmpty()) {
            id = remarks.last();
            places.sign(id, block(), offset());
        } else {
            places.start(id, block(), offset());
        }
    }

    /** A formula is read at its place; of every other object at least the name is told. */
    private void object(XMLStreamReader xml) throws XMLStreamException {
        String name = attribute(xml, "href").replaceFirst("^\\./", "");
        skip(xml);
        XMLStreamReader part =
                name.isEmpty() ? null : parts.xml(name + "/content.xml").orElse(null);
        if (part != null
                && part.nextTag() == XMLStreamConstants.START_ELEMENT
                && part.getLocalName().equals("math")) {
            append(MathMl.read(part), new OdtStyles.Style());
        } else {
            list.notRead(name.isEmpty() ? "draw:object" : name);
        }
    }

    private void note(XMLStreamReader xml) throws XMLStreamException {
        var outerKind = kind;
        var outerLists = lists.aside();
        kind = Block.Kind.FOOTNOTE;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("note")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("note-body")) {
                    children(xml);
                } else {
                    skip(xml);
                }
            }
        }
        kind = outerKind;
        lists.reopen(outerLists);
    }

    private void box(XMLStreamReader xml) throws XMLStreamException {
        var outerKind = kind;
        var outerLists = lists.aside();
        kind = cell == null && kind == Block.Kind.PARAGRAPH ? Block.Kind.TEXT_BOX : kind;
        children(xml);
        kind = outerKind;
        lists.reopen(outerLists);
    }

    private void table(XMLStreamReader xml) throws XMLStreamException {
        if (cell != null) {
            children(xml);
            return;
        }
        int table = list.nextTable();
        int row = -1;
        int column = 0;
        int depth = 1;
        finish();
        var outerLists = lists.aside();
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "table-row" -> {
                        row++;
                        column = 0;
                        depth++;
                    }
                    case "table-cell" -> {
                        Integer span = Elements.number(attribute(xml, "number-columns-repeated"));
                        cell = new Block.Cell(table, Math.max(row, 0), column);
                        var outerKind = kind;
                        kind = Block.Kind.CELL;
                        children(xml);
                        finish();
                        kind = outerKind;
                        cell = null;
                        column += span == null ? 1 : Math.clamp(span, 1, 100);
                    }
                    case "covered-table-cell" -> {
                        column++;
                        skip(xml);
                    }
                    default -> depth++;
                }
            }
        }
        lists.reopen(outerLists);
    }
}
