package vn.gopy.document.extract.word;

import static vn.gopy.document.extract.Elements.attribute;
import static vn.gopy.document.extract.Elements.skip;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;

/**
 * Word files of the XML kind, read as a stream of their own parts: automatic numbers, styles, soft breaks, tables, text
 * boxes, footnotes, margin comments, tracked changes.
 */
public final class DocxReader {

    private static final String MAIN = "word/document.xml";
    private static final Pattern MARGIN = Pattern.compile("word/(header|footer)\\d*\\.xml");

    /** The text of a deleted paragraph mark. */
    private static final String PARAGRAPH_END = "\n";

    private final ZipParts parts;
    private final BlockList list;
    private final DocxStyles styles;
    private final DocxNumbering numbering;
    private final Map<String, OpenRemark> remarks = new LinkedHashMap<>();

    private Paragraph paragraph = new Paragraph();
    private int paragraphDepth;
    private Block.Kind kind = Block.Kind.PARAGRAPH;
    private Block.@Nullable Cell cell;
    private @Nullable Change change;
    private boolean bracketOpen;

    private static final class OpenRemark {
        int block;
        int lines;
        boolean open = true;
        final StringBuilder quote = new StringBuilder();
    }

    private record Change(boolean insertion, String author, String at) {}

    private static Change change(XMLStreamReader xml, boolean insertion) {
        return new Change(insertion, attribute(xml, "author"), attribute(xml, "date"));
    }

    private DocxReader(ZipParts parts, Changes changes) throws XMLStreamException {
        this.parts = parts;
        list = new BlockList(changes);
        styles = DocxStyles.read(parts.xml("word/styles.xml").orElse(null));
        numbering = DocxNumbering.read(parts.xml("word/numbering.xml").orElse(null));
    }

    /** Reads a file with the wanted text of its tracked changes. */
    public static Reading read(byte[] content, Changes changes) {
        try (ZipParts parts = ZipParts.open(content)) {
            if (!parts.has("[Content_Types].xml")) {
                throw new Refused(Problem.NOT_A_DOCUMENT);
            }
            if (!parts.has(MAIN)) {
                boolean workbook = parts.has("xl/workbook.xml") || parts.has("ppt/presentation.xml");
                throw new Refused(workbook ? Problem.TYPE_MISMATCH : Problem.CORRUPT);
            }
            if (parts.has("word/vbaProject.bin")) {
                throw new Refused(Problem.TYPE_NOT_ALLOWED);
            }
            return new DocxReader(parts, changes).readAll();
        } catch (XMLStreamException broken) {
            throw new Refused(Problem.CORRUPT);
        }
    }

    private Reading readAll() throws XMLStreamException {
        XMLStreamReader main = parts.xml(MAIN).orElseThrow();
        children(main);
        readFootnotes("word/footnotes.xml", "footnote");
        readFootnotes("word/endnotes.xml", "endnote");
        readRemarks();
        readMargins();
        return list.reading(FileKind.DOCX.mediaType());
    }

    /** Every element that can hold paragraphs, up to its end. */
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
            case "p" -> paragraph(xml);
            case "tbl" -> table(xml);
            case "ins", "moveTo" -> changed(xml, true, () -> children(xml));
            case "del", "moveFrom" -> changed(xml, false, () -> children(xml));
            case "Fallback", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "pPr", "rPr" -> skip(xml);
            case "commentRangeStart" -> {
                startRemark(attribute(xml, "id"));
                skip(xml);
            }
            case "commentRangeEnd" -> {
                endRemark(attribute(xml, "id"));
                skip(xml);
            }
            default -> children(xml);
        }
    }

    private void paragraph(XMLStreamReader xml) throws XMLStreamException {
        var outer = paragraph;
        boolean goesOn = !outer.isEmpty() && paragraphDepth == 0;
        paragraph = goesOn ? outer : new Paragraph();
        paragraphDepth++;
        var own = new DocxStyles.Style();
        Change markGone = paragraphParts(xml, own);
        paragraphDepth--;
        if (markGone != null && paragraphDepth == 0) {
            revision(markGone, PARAGRAPH_END);
            return;
        }
        paragraph.addTo(list, kind, cell, 0);
        paragraph = goesOn ? new Paragraph() : outer;
    }

    /** The change by which the wanted text lacks the paragraph's own mark, so that the next one continues it; else null. */
    private @Nullable Change paragraphParts(XMLStreamReader xml, DocxStyles.Style own) throws XMLStreamException {
        Change markGone = null;
        boolean described = false;
        DocxStyles.Style style = styles.style("");
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("pPr")) {
                var properties = new ParagraphProperties();
                properties.read(xml, own);
                markGone = list.changes().keepsDeletions() ? null : properties.markDeleted;
                markGone = list.changes().keepsInsertions() ? markGone : properties.markInserted;
                style = styles.style(properties.style);
                describe(own, style);
                described = true;
            } else {
                if (!described) {
                    describe(own, style);
                    described = true;
                }
                inline(xml, style);
            }
        }
        if (!described) {
            describe(own, style);
        }
        return markGone;
    }

    private static final class ParagraphProperties {
        String style = "";

        @Nullable
        Change markDeleted;

        @Nullable
        Change markInserted;

        void read(XMLStreamReader xml, DocxStyles.Style own) throws XMLStreamException {
            int depth = 1;
            boolean inMark = false;
            while (depth > 0 && xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    switch (xml.getLocalName()) {
                        case "pStyle" -> style = attribute(xml, "val");
                        case "rPr" -> inMark = true;
                        case "del", "moveFrom" -> markDeleted = inMark ? change(xml, false) : markDeleted;
                        case "ins", "moveTo" -> markInserted = inMark ? change(xml, true) : markInserted;
                        case "pPrChange", "rPrChange", "sectPr", "numberingChange" -> {
                            skip(xml);
                            depth--;
                        }
                        default -> {
                            if (!inMark) {
                                DocxStyles.property(xml, own);
                            }
                        }
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                    inMark &= !xml.getLocalName().equals("rPr");
                }
            }
        }
    }

    private void describe(DocxStyles.Style own, DocxStyles.Style style) {
        own.name = style.name;
        own.inherit(style);
        paragraph.style(own.name.equals("Normal") ? "" : own.name);
        paragraph.centred("center".equals(own.justify));
        paragraph.outlineLevel(own.outlineLevel == null || own.outlineLevel > 8 ? 0 : own.outlineLevel + 1);
        if (own.numId != null && paragraph.label().isEmpty()) {
            paragraph.label(numbering.next(own.numId, own.numLevel == null ? 0 : own.numLevel));
        }
    }

    private void inline(XMLStreamReader xml, DocxStyles.Style style) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "r" -> run(xml, style);
            case "del", "moveFrom" -> changed(xml, false, () -> inlines(xml, style));
            case "ins", "moveTo" -> changed(xml, true, () -> inlines(xml, style));
            case "commentRangeStart" -> {
                startRemark(attribute(xml, "id"));
                skip(xml);
            }
            case "commentRangeEnd" -> {
                endRemark(attribute(xml, "id"));
                skip(xml);
            }
            case "sdtPr", "Fallback", "smartTagPr", "customXmlPr", "fldData" -> skip(xml);
            case "t" -> text(xml.getElementText(), style, new DocxStyles.Style());
            default -> inlines(xml, style);
        }
    }

    private void inlines(XMLStreamReader xml, DocxStyles.Style style) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                inline(xml, style);
            }
        }
    }

    private void run(XMLStreamReader xml, DocxStyles.Style style) throws XMLStreamException {
        var own = new DocxStyles.Style();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                runPart(xml, style, own);
            }
        }
    }

    private void runPart(XMLStreamReader xml, DocxStyles.Style style, DocxStyles.Style own) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "rPr" -> runProperties(xml, own);
            case "t", "delText" -> text(xml.getElementText(), style, own);
            case "tab", "ptab" -> {
                text(" ", style, own);
                skip(xml);
            }
            case "br", "cr" -> {
                paragraph.lineBreak();
                skip(xml);
            }
            case "noBreakHyphen" -> {
                text("\u2011", style, own);
                skip(xml);
            }
            case "softHyphen" -> {
                text("\u00AD", style, own);
                skip(xml);
            }
            case "sym" -> {
                symbol(attribute(xml, "char"), style, own);
                skip(xml);
            }
            case "drawing", "pict", "object", "AlternateContent" -> floating(xml);
            default -> skip(xml);
        }
    }

    private void symbol(String code, DocxStyles.Style style, DocxStyles.Style own) {
        try {
            text(String.valueOf((char) Integer.parseInt(code, 16)), style, own);
        } catch (NumberFormatException unknown) {
            text("\u2022", style, own);
        }
    }

    private void runProperties(XMLStreamReader xml, DocxStyles.Style own) throws XMLStreamException {
        String character = "";
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (xml.getLocalName().equals("rStyle")) {
                    character = attribute(xml, "val");
                } else if (xml.getLocalName().equals("rPrChange")) {
                    skip(xml);
                    depth--;
                } else {
                    DocxStyles.property(xml, own);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        if (!character.isEmpty()) {
            own.inherit(styles.character(character));
        }
    }

    private void text(String text, DocxStyles.Style style, DocxStyles.Style own) {
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
        for (OpenRemark remark : remarks.values()) {
            if (remark.open) {
                remark.quote.append(text);
            }
        }
    }

    /** Text boxes stand in drawings; their paragraphs become blocks of their own, before the paragraph they hang on. */
    private void floating(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "txbxContent" -> textBox(xml);
                    case "Fallback" -> skip(xml);
                    default -> depth++;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void textBox(XMLStreamReader xml) throws XMLStreamException {
        var outer = paragraph;
        var outerKind = kind;
        int outerDepth = paragraphDepth;
        paragraph = new Paragraph();
        paragraphDepth = 1;
        kind = cell == null ? Block.Kind.TEXT_BOX : kind;
        children(xml);
        paragraph = outer;
        paragraphDepth = outerDepth;
        kind = outerKind;
    }

    private interface Content {
        void read() throws XMLStreamException;
    }

    /** Reads what a change holds where the wanted text has it; else only remembers it. */
    private void changed(XMLStreamReader xml, boolean insertion, Content content) throws XMLStreamException {
        Changes changes = list.changes();
        if (insertion ? !changes.keepsInsertions() : !changes.keepsDeletions()) {
            leftOut(xml, insertion);
            return;
        }
        var outer = change;
        boolean outerBracket = bracketOpen;
        bracketOpen = false;
        change = change(xml, insertion);
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
        Change left = change(xml, insertion);
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

    private void revision(Change made, String text) {
        list.revision(new Reading.Revision(
                list.next() + paragraph.finishedLines(),
                paragraph.textSoFar(list).length(),
                made.insertion(),
                made.author(),
                made.at(),
                text));
    }

    private void table(XMLStreamReader xml) throws XMLStreamException {
        if (cell != null) {
            children(xml);
            return;
        }
        var outerKind = kind;
        var outerParagraph = paragraph;
        int outerDepth = paragraphDepth;
        paragraph = new Paragraph();
        paragraphDepth = 0;
        int table = list.nextTable();
        int row = 0;
        kind = kind == Block.Kind.FOOTNOTE ? kind : Block.Kind.CELL;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("tbl")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "tr" -> row(xml, table, row++);
                    case "tblPr", "tblGrid" -> skip(xml);
                    default -> {}
                }
            }
        }
        kind = outerKind;
        paragraph = outerParagraph;
        paragraphDepth = outerDepth;
    }

    private void row(XMLStreamReader xml, int table, int row) throws XMLStreamException {
        int column = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("tr")) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("tc")) {
                    cell = new Block.Cell(table, row, column);
                    column += Math.max(1, span(xml));
                    cell = null;
                } else if (xml.getLocalName().equals("trPr")
                        || xml.getLocalName().equals("tblPrEx")) {
                    skip(xml);
                }
            }
        }
    }

    /** Reads a cell and gives how many columns it covers. */
    private int span(XMLStreamReader xml) throws XMLStreamException {
        int span = 1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return span;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("tcPr")) {
                    span = cellProperties(xml);
                } else {
                    child(xml);
                }
            }
        }
        return span;
    }

    private static int cellProperties(XMLStreamReader xml) throws XMLStreamException {
        int span = 1;
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (xml.getLocalName().equals("gridSpan")) {
                    Integer value = Elements.number(attribute(xml, "val"));
                    span = value == null ? 1 : Math.clamp(value, 1, 100);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return span;
    }

    private void readFootnotes(String part, String element) throws XMLStreamException {
        XMLStreamReader xml = parts.xml(part).orElse(null);
        if (xml == null) {
            return;
        }
        kind = Block.Kind.FOOTNOTE;
        paragraphDepth = 0;
        paragraph = new Paragraph();
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    if (attribute(xml, "type").isEmpty()
                            || attribute(xml, "type").equals("normal")) {
                        children(xml);
                    } else {
                        skip(xml);
                    }
                }
            }
        } catch (XMLStreamException broken) {
            list.warn(Warning.Code.PARTIAL, Wording.FOOTNOTES_PARTLY_READ);
        }
        kind = Block.Kind.PARAGRAPH;
    }

    /** Headers and footers are no part of the text, but what stands there must be known: a secrecy mark, for one. */
    private void readMargins() {
        parts.names().stream()
                .filter(name -> MARGIN.matcher(name).matches())
                .sorted()
                .forEach(name -> {
                    var text = new StringBuilder();
                    try {
                        XMLStreamReader xml = parts.xml(name).orElseThrow();
                        while (xml.hasNext()) {
                            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                                continue;
                            }
                            switch (xml.getLocalName()) {
                                case "t" -> text.append(xml.getElementText());
                                case "tab" -> text.append(' ');
                                case "p", "br" -> text.append('\n');
                                case "Fallback" -> skip(xml);
                                default -> {}
                            }
                        }
                    } catch (XMLStreamException broken) {
                        list.warn(Warning.Code.PARTIAL, Wording.MARGINS_PARTLY_READ);
                    }
                    text.toString().lines().forEach(list::margin);
                });
    }

    private void startRemark(String id) {
        var remark = new OpenRemark();
        remark.block = list.next() + paragraph.finishedLines();
        remarks.put(id, remark);
    }

    private void endRemark(String id) {
        OpenRemark remark = remarks.get(id);
        if (remark != null) {
            remark.open = false;
        }
    }

    private void readRemarks() throws XMLStreamException {
        XMLStreamReader xml = parts.xml("word/comments.xml").orElse(null);
        if (xml == null) {
            return;
        }
        Map<String, StringBuilder> texts = new TreeMap<>();
        Map<String, String[]> heads = new HashMap<>();
        String id = "";
        try {
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "comment" -> {
                        id = attribute(xml, "id");
                        texts.put(id, new StringBuilder());
                        heads.put(id, new String[] {attribute(xml, "author"), attribute(xml, "date")});
                    }
                    case "t" ->
                        texts.computeIfAbsent(id, any -> new StringBuilder()).append(xml.getElementText());
                    case "p" ->
                        texts.computeIfAbsent(id, any -> new StringBuilder()).append('\n');
                    default -> {}
                }
            }
        } catch (XMLStreamException broken) {
            list.warn(Warning.Code.PARTIAL, Wording.COMMENTS_PARTLY_READ);
        }
        texts.forEach((key, text) -> {
            OpenRemark place = remarks.getOrDefault(key, new OpenRemark());
            String[] head = heads.getOrDefault(key, new String[] {"", ""});
            list.remark(new Reading.Remark(
                    place.block,
                    place.quote.toString().strip(),
                    head[0],
                    head[1],
                    text.toString().strip()));
        });
    }
}
