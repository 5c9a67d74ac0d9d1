package vn.gopy.document.extract.odt;

import static vn.gopy.document.extract.Elements.attribute;
import static vn.gopy.document.extract.Elements.skip;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.Elements;
import vn.gopy.document.extract.FileKind;
import vn.gopy.document.extract.ListNumber;
import vn.gopy.document.extract.Paragraph;
import vn.gopy.document.extract.Refused;
import vn.gopy.document.extract.ZipParts;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;

/** OpenDocument texts, read as a stream: styles, automatic numbers, tables, notes, tracked changes. */
public final class OdtReader {

    private static final int LEVELS = 10;
    private static final Set<String> MARGINS =
            Set.of("header", "footer", "header-left", "footer-left", "header-first", "footer-first");
    private static final Set<String> LINE_ENDS = Set.of("p", "h", "line-break");

    private static final class Style {
        @Nullable
        String parent;

        @Nullable
        Boolean bold;

        @Nullable
        Boolean italic;

        @Nullable
        String font;

        @Nullable
        String align;

        @Nullable
        String list;
    }

    private record LevelFormat(String prefix, String format, String suffix, int show, int start, boolean bullet) {}

    private record OpenList(String style, int level) {}

    private final ZipParts parts;
    private final BlockList list;
    private final Map<String, OdtChanges.Change> changes = new HashMap<>();
    private OdtChanges.@Nullable Change open;
    private final Map<String, Style> styles = new HashMap<>();
    private final Map<String, LevelFormat[]> listStyles = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    private final Deque<OpenList> lists = new ArrayDeque<>();
    private @Nullable String pendingLabel;

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
            XMLStreamReader styles = parts.xml("styles.xml").orElse(null);
            if (styles != null) {
                reader.styles(styles);
            }
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

    private void styles(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                styleElement(xml);
            }
        }
    }

    /** Headers and footers stand among the styles; they are no part of the text. */
    private void margins() throws XMLStreamException {
        XMLStreamReader xml = parts.xml("styles.xml").orElse(null);
        boolean inside = false;
        var text = new StringBuilder();
        while (xml != null && xml.hasNext()) {
            int event = xml.next();
            boolean margin = (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT)
                    && MARGINS.contains(xml.getLocalName());
            if (margin) {
                inside = event == XMLStreamConstants.START_ELEMENT;
            } else if (inside && event == XMLStreamConstants.CHARACTERS) {
                text.append(xml.getText());
            } else if (inside && event == XMLStreamConstants.END_ELEMENT) {
                text.append(LINE_ENDS.contains(xml.getLocalName()) ? "\n" : "");
            }
        }
        text.toString().lines().forEach(list::margin);
    }

    private Style currentStyle = new Style();
    private LevelFormat[] currentList = new LevelFormat[LEVELS];
    private int currentLevel;

    private void styleElement(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "style" -> {
                currentStyle = new Style();
                currentStyle.parent = attribute(xml, "parent-style-name");
                String listName = attribute(xml, "list-style-name");
                currentStyle.list = listName.isEmpty() ? null : listName;
                styles.put(attribute(xml, "name"), currentStyle);
            }
            case "text-properties" -> textProperties(xml);
            case "paragraph-properties" -> {
                String align = attribute(xml, "text-align");
                currentStyle.align = align.isEmpty() ? currentStyle.align : align;
            }
            case "list-style" -> {
                currentList = new LevelFormat[LEVELS];
                listStyles.put(attribute(xml, "name"), currentList);
            }
            case "list-level-style-number", "list-level-style-bullet" -> levelStyle(xml);
            default -> {}
        }
    }

    private void textProperties(XMLStreamReader xml) {
        String weight = attribute(xml, "font-weight");
        String slant = attribute(xml, "font-style");
        String font = attribute(xml, "font-name");
        String family = attribute(xml, "font-family");
        currentStyle.bold = weight.isEmpty() ? currentStyle.bold : Boolean.valueOf(weight.equals("bold"));
        currentStyle.italic = slant.isEmpty() ? currentStyle.italic : Boolean.valueOf(slant.equals("italic"));
        if (!font.isEmpty() || !family.isEmpty()) {
            currentStyle.font = font.isEmpty() ? family.replace("'", "") : font;
        }
    }

    private void levelStyle(XMLStreamReader xml) {
        Integer level = Elements.number(attribute(xml, "level"));
        currentLevel = level == null ? 0 : Math.clamp(level - 1, 0, LEVELS - 1);
        Integer show = Elements.number(attribute(xml, "display-levels"));
        Integer start = Elements.number(attribute(xml, "start-value"));
        boolean bullet = xml.getLocalName().endsWith("bullet");
        currentList[currentLevel] = new LevelFormat(
                bullet ? attribute(xml, "bullet-char") : attribute(xml, "num-prefix"),
                attribute(xml, "num-format"),
                attribute(xml, "num-suffix"),
                show == null ? 1 : show,
                start == null ? 1 : start,
                bullet);
    }

    private void content(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("text") && "office".equals(xml.getPrefix())) {
                children(xml);
            } else {
                styleElement(xml);
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
        String name = attribute(xml, "style-name");
        OpenList outer = lists.peek();
        int level = outer == null ? 0 : Math.min(outer.level() + 1, LEVELS - 1);
        String style = name.isEmpty() && outer != null ? outer.style() : name;
        if (level == 0
                && !attribute(xml, "continue-numbering").equals("true")
                && attribute(xml, "continue-list").isEmpty()) {
            counters.remove(style);
        }
        lists.push(new OpenList(style, level));
        children(xml);
        lists.pop();
    }

    private void item(XMLStreamReader xml) throws XMLStreamException {
        OpenList open = lists.peek();
        if (open != null && xml.getLocalName().equals("list-item")) {
            Integer start = Elements.number(attribute(xml, "start-value"));
            pendingLabel = label(open, start);
        }
        children(xml);
        pendingLabel = null;
    }

    private @Nullable String label(OpenList open, @Nullable Integer start) {
        LevelFormat[] formats = listStyles.get(open.style());
        LevelFormat format = formats == null ? null : formats[open.level()];
        if (formats == null || format == null) {
            return null;
        }
        int[] counts = counters.computeIfAbsent(open.style(), any -> new int[LEVELS]);
        counts[open.level()] =
                start != null ? start : counts[open.level()] == 0 ? format.start() : counts[open.level()] + 1;
        java.util.Arrays.fill(counts, Math.min(open.level() + 1, LEVELS), LEVELS, 0);
        if (format.bullet()) {
            return format.prefix().isBlank() ? "•" : format.prefix();
        }
        var out = new StringBuilder(format.prefix());
        for (int i = Math.max(0, open.level() - format.show() + 1); i <= open.level(); i++) {
            LevelFormat each = formats[i];
            out.append(ListNumber.format(Math.max(1, counts[i]), each == null ? "1" : each.format()));
            out.append(i < open.level() ? "." : "");
        }
        return format.format().isEmpty() ? format.prefix() + format.suffix() : out + format.suffix();
    }

    private void paragraph(XMLStreamReader xml) throws XMLStreamException {
        var outer = paragraph;
        paragraph = new Paragraph();
        String name = attribute(xml, "style-name");
        Style style = resolved(name);
        paragraph.centred("center".equals(style.align));
        paragraph.style(name);
        Integer level = Elements.number(attribute(xml, "outline-level"));
        paragraph.outlineLevel(xml.getLocalName().equals("h") && level != null ? Math.clamp(level, 1, 9) : 0);
        if (pendingLabel != null) {
            paragraph.label(pendingLabel);
            pendingLabel = null;
        }
        inlines(xml, style);
        paragraph.addTo(list, kind, cell, 0);
        paragraph = outer;
    }

    private void inlines(XMLStreamReader xml, Style style) throws XMLStreamException {
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

    private void append(String read, Style style) {
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

    private void inline(XMLStreamReader xml, Style style) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "line-break" -> {
                paragraph.lineBreak();
                skip(xml);
            }
            case "s", "tab" -> {
                append(" ", style);
                skip(xml);
            }
            case "span" -> inlines(xml, over(resolved(attribute(xml, "style-name")), style));
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
        var outerLists = new ArrayDeque<>(lists);
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
        lists.clear();
        lists.addAll(outerLists);
    }

    private Style resolved(String name) {
        var all = new Style();
        String next = name;
        for (int depth = 0; next != null && !next.isEmpty() && depth < 20; depth++) {
            Style style = styles.get(next);
            if (style == null) {
                break;
            }
            all = over(all, style);
            next = style.parent;
        }
        return all;
    }

    private static Style over(Style upper, Style lower) {
        var both = new Style();
        both.bold = upper.bold == null ? lower.bold : upper.bold;
        both.italic = upper.italic == null ? lower.italic : upper.italic;
        both.font = upper.font == null ? lower.font : upper.font;
        both.align = upper.align == null ? lower.align : upper.align;
        both.list = upper.list == null ? lower.list : upper.list;
        return both;
    }
}
