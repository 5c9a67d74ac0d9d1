package vn.gopy.document.extract.odt;

import static vn.gopy.document.extract.Elements.attribute;
import static vn.gopy.document.extract.Elements.skip;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.Elements;
import vn.gopy.document.extract.FileKind;
import vn.gopy.document.extract.Paragraph;
import vn.gopy.document.extract.Refused;
import vn.gopy.document.extract.ZipParts;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;

/** OpenDocument texts, read as a stream: styles, automatic numbers, tables, notes, tracked changes. */
public final class OdtReader {

    private final ZipParts parts;
    private final BlockList list;
    private final OdtStyles styles = new OdtStyles();
    private final OdtLists lists = new OdtLists();
    private final Map<String, OdtChanges.Change> changes = new HashMap<>();
    private OdtChanges.@Nullable Change open;

    private Paragraph paragraph = new Paragraph();
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
            return reader.list.reading(FileKind.ODT.mediaType());
        } catch (XMLStreamException broken) {
            throw new Refused(Problem.CORRUPT);
        }
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
            if (xml.getLocalName().equals("text") && "office".equals(xml.getPrefix())) {
                children(xml);
            } else {
                define(xml);
            }
        }
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
            case "table" -> table(xml);
            case "tracked-changes" -> changes.putAll(OdtChanges.read(xml));
            case "change", "change-start", "change-end" -> change(xml);
            case "forms", "sequence-decls", "annotation", "variable-decls", "user-field-decls" -> skip(xml);
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
        paragraph = new Paragraph();
        String name = attribute(xml, "style-name");
        OdtStyles.Style style = styles.resolved(name);
        paragraph.centred("center".equals(style.align));
        paragraph.style(name);
        Integer level = Elements.number(attribute(xml, "outline-level"));
        paragraph.outlineLevel(xml.getLocalName().equals("h") && level != null ? Math.clamp(level, 1, 9) : 0);
        String label = lists.takeLabel();
        if (label != null) {
            paragraph.label(label);
        }
        inlines(xml, style);
        paragraph.addTo(list, kind, cell, 0);
        paragraph = outer;
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
        if (ends || change == null) {
            open = null;
        } else if (change.insertion()) {
            open = change;
        } else {
            deleted(change);
        }
    }

    private void deleted(OdtChanges.Change change) {
        revision(change, change.text());
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

    private void revision(OdtChanges.Change change, String text) {
        if (!text.isBlank()) {
            list.revision(new Reading.Revision(
                    list.next() + paragraph.finishedLines(),
                    paragraph.textSoFar(list).length(),
                    change.insertion(),
                    change.author(),
                    change.at(),
                    text));
        }
    }

    private void append(String read, OdtStyles.Style style) {
        String text = read;
        if (open != null) {
            revision(open, text);
            if (!list.changes().keepsInsertions()) {
                return;
            }
            boolean shown = list.changes() == Changes.SHOWN && !text.isBlank();
            text = shown ? "[thêm: " + text + "]" : text;
        }
        paragraph.append(
                text,
                Objects.requireNonNullElse(style.font, ""),
                Boolean.TRUE.equals(style.bold),
                Boolean.TRUE.equals(style.italic));
    }

    private void inline(XMLStreamReader xml, OdtStyles.Style style) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "line-break" -> {
                paragraph.lineBreak();
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
            case "annotation", "annotation-end", "soft-page-break", "bookmark", "bookmark-start", "bookmark-end" ->
                skip(xml);
            default -> inlines(xml, style);
        }
    }

    private void note(XMLStreamReader xml) throws XMLStreamException {
        var outerKind = kind;
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
    }

    private void box(XMLStreamReader xml) throws XMLStreamException {
        var outerKind = kind;
        kind = cell == null && kind == Block.Kind.PARAGRAPH ? Block.Kind.TEXT_BOX : kind;
        children(xml);
        kind = outerKind;
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
        var outerLists = lists.open();
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
