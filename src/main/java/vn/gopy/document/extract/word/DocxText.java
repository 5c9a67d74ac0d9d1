package vn.gopy.document.extract.word;

import static vn.gopy.document.extract.Elements.attribute;
import static vn.gopy.document.extract.Elements.skip;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.Paragraph;
import vn.gopy.document.extract.RemarkPlaces;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;

/** The paragraphs, tables, text boxes and notes of a Word file, read as a stream. */
final class DocxText {

    private final BlockList list;
    private final DocxStyles styles;
    private final DocxNumbering numbering;
    private final RemarkPlaces remarks;
    private final Function<String, Optional<Reading>> chunks;
    private final DocxWords words;
    private final DocxRuns runs;

    private int paragraphDepth;
    private Block.Kind kind = Block.Kind.PARAGRAPH;
    private Block.@Nullable Cell cell;

    /** The properties of a paragraph without a mark, whose words wait for the paragraph that goes on with them. */
    private @Nullable DocxParagraphProperties waiting;

    /** @param chunks reads the file of another kind that a relation names */
    DocxText(
            BlockList list,
            DocxStyles styles,
            DocxNumbering numbering,
            RemarkPlaces remarks,
            Function<String, Optional<Reading>> chunks) {
        this.list = list;
        this.styles = styles;
        this.numbering = numbering;
        this.remarks = remarks;
        this.chunks = chunks;
        this.words = new DocxWords(list, remarks);
        this.runs = new DocxRuns(styles, words, remarks, this::floating);
    }

    /** The text of the main part. */
    void body(XMLStreamReader xml) throws XMLStreamException {
        children(xml);
        finish();
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
            case "altChunk" -> chunk(xml);
            case "oMath" -> words.text(formula(xml), styles.style(""), new DocxStyles.Style());
            case "ins", "moveTo" -> words.changed(xml, true, () -> children(xml));
            case "del", "moveFrom" -> words.changed(xml, false, () -> children(xml));
            case "Fallback", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "pPr", "rPr" -> skip(xml);
            default -> {
                if (isMark(xml)) {
                    skip(xml);
                } else {
                    children(xml);
                }
            }
        }
    }

    /** Takes over what only marks a place of the text. */
    private boolean isMark(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "commentRangeStart" -> remarks.start(attribute(xml, "id"), words.block(), words.offset());
            case "commentRangeEnd" -> remarks.end(attribute(xml, "id"), words.block(), words.offset());
            case "moveFromRangeStart", "moveToRangeStart", "moveFromRangeEnd", "moveToRangeEnd" -> words.move(xml);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A file of another kind, which the page shows at this place. */
    private void chunk(XMLStreamReader xml) throws XMLStreamException {
        String id = attribute(xml, "id");
        skip(xml);
        finish();
        chunks.apply(id).ifPresentOrElse(reading -> list.include(reading, id), () -> list.notRead(id));
    }

    private String formula(XMLStreamReader xml) throws XMLStreamException {
        return DocxFormula.read(xml, list.changes());
    }

    private void paragraph(XMLStreamReader xml) throws XMLStreamException {
        if (words.leavesOut()) {
            paragraphParts(xml);
            words.lineBreak();
            return;
        }
        var outer = words.paragraph;
        boolean goesOn = !outer.isEmpty() && paragraphDepth == 0;
        words.paragraph = goesOn ? outer : new Paragraph();
        paragraphDepth++;
        DocxParagraphProperties properties = paragraphParts(xml);
        paragraphDepth--;
        words.endParagraph();
        DocxChange change = properties.markChange();
        if (change != null) {
            words.markChanged(change);
        }
        if (properties.isMarkGone(words) && paragraphDepth == 0) {
            waiting = properties;
            return;
        }
        end(properties);
        words.paragraph = goesOn ? new Paragraph() : outer;
    }

    /** The paragraph has the style, the level and the number of the one whose mark ends it. */
    private void end(DocxParagraphProperties properties) {
        describe(properties.own, properties.style);
        words.paragraph.addTo(list, kind, cell, 0);
        waiting = null;
    }

    /** What waits for a paragraph to go on with it stands alone where none comes. */
    private void finish() {
        if (waiting != null && !words.paragraph.isEmpty() && !words.leavesOut()) {
            end(waiting);
            words.paragraph = new Paragraph();
        }
        waiting = null;
    }

    private DocxParagraphProperties paragraphParts(XMLStreamReader xml) throws XMLStreamException {
        var properties = new DocxParagraphProperties();
        properties.style = styles.style("");
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("pPr")) {
                properties.read(xml, styles);
            } else {
                inline(xml, properties.style);
            }
        }
        return properties;
    }

    private void describe(DocxStyles.Style own, DocxStyles.Style style) {
        Integer numId = own.numId == null ? style.numId : own.numId;
        Integer level = own.numId == null && own.numLevel == null && numId != null
                ? Integer.valueOf(numbering.level(numId, style))
                : own.numLevel;
        own.name = style.name;
        own.inherit(style);
        words.paragraph.style(own.name.equals("Normal") ? "" : own.name);
        words.paragraph.centred("center".equals(own.justify));
        words.paragraph.outlineLevel(own.outlineLevel == null || own.outlineLevel > 8 ? 0 : own.outlineLevel + 1);
        if (numId != null) {
            words.paragraph.label(numbering.next(numId, level == null ? 0 : level));
        }
    }

    private void inline(XMLStreamReader xml, DocxStyles.Style style) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "r" -> runs.read(xml, style);
            case "oMath" -> words.text(formula(xml), style, new DocxStyles.Style());
            case "del", "moveFrom" -> words.changed(xml, false, () -> inlines(xml, style));
            case "ins", "moveTo" -> words.changed(xml, true, () -> inlines(xml, style));
            case "sdtPr", "Fallback", "smartTagPr", "customXmlPr", "fldData" -> skip(xml);
            case "t" -> words.text(xml.getElementText(), style, new DocxStyles.Style());
            default -> {
                if (isMark(xml)) {
                    skip(xml);
                } else {
                    inlines(xml, style);
                }
            }
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

    /** Text boxes stand in drawings; their paragraphs become blocks of their own, before the paragraph they hang on. */
    private void floating(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "txbxContent" -> textBox(xml);
                    // letters drawn as a picture, as watermarks are
                    case "textpath" -> {
                        list.margin(attribute(xml, "string"));
                        depth++;
                    }
                    case "Fallback" -> skip(xml);
                    default -> depth++;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void textBox(XMLStreamReader xml) throws XMLStreamException {
        if (words.leavesOut()) {
            children(xml);
            return;
        }
        var outerKind = kind;
        kind = cell == null ? Block.Kind.TEXT_BOX : kind;
        apart(() -> children(xml));
        kind = outerKind;
    }

    /** Reads what has paragraphs of its own, beside the one that is being read. */
    private void apart(DocxWords.Content content) throws XMLStreamException {
        var outer = words.paragraph;
        var outerWaiting = waiting;
        int outerDepth = paragraphDepth;
        words.paragraph = new Paragraph();
        paragraphDepth = 0;
        waiting = null;
        content.read();
        finish();
        words.paragraph = outer;
        waiting = outerWaiting;
        paragraphDepth = outerDepth;
    }

    private void table(XMLStreamReader xml) throws XMLStreamException {
        if (cell != null || words.leavesOut()) {
            children(xml);
            return;
        }
        if (paragraphDepth == 0) {
            finish();
        }
        var outerKind = kind;
        int table = list.nextTable();
        kind = kind == Block.Kind.FOOTNOTE ? kind : Block.Kind.CELL;
        apart(() -> rows(xml, table));
        kind = outerKind;
    }

    private void rows(XMLStreamReader xml, int table) throws XMLStreamException {
        int row = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("tbl")) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "tr" -> row += row(xml, table, row) ? 1 : 0;
                    case "tblPr", "tblGrid" -> skip(xml);
                    default -> {}
                }
            }
        }
    }

    /** Reads a row; false when the wanted text lacks it. */
    private boolean row(XMLStreamReader xml, int table, int row) throws XMLStreamException {
        var cells = new int[1];
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("tr")) {
                return true;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "tc" -> cell(xml, table, row, cells);
                    case "trPr" -> {
                        List<DocxChange> changes = DocxTableChanges.read(xml);
                        if (!changes.isEmpty()) {
                            return changedRow(xml, table, row, changes);
                        }
                    }
                    case "tblPrEx" -> skip(xml);
                    default -> {}
                }
            }
        }
        return true;
    }

    /** The rest of a row that came or went; every word of it does so as well. */
    private boolean changedRow(XMLStreamReader xml, int table, int row, List<DocxChange> changes)
            throws XMLStreamException {
        DocxChange change = changes.getFirst();
        if (changes.size() > 1) {
            // came and went again
            words.changed(change, () -> words.changed(changes.getLast(), () -> children(xml)));
            return changes.stream().allMatch(words::keeps);
        }
        if (words.keeps(change)) {
            words.changed(change, () -> row(xml, table, row));
            return true;
        }
        words.changed(change, () -> children(xml));
        return false;
    }

    /** @param columns the number of columns that the cells before it cover, in its only place */
    private void cell(XMLStreamReader xml, int table, int row, int[] columns) throws XMLStreamException {
        cell = new Block.Cell(table, row, columns[0]);
        columns[0] += span(xml);
        cell = null;
    }

    /** Reads a cell and gives how many columns it covers; none when the wanted text lacks it. */
    private int span(XMLStreamReader xml) throws XMLStreamException {
        int span = 1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("tcPr")) {
                    var properties = DocxTableChanges.Cell.read(xml);
                    span = properties.span();
                    DocxChange change = properties.change();
                    if (change != null) {
                        boolean kept = words.keeps(change);
                        words.changed(change, () -> children(xml));
                        finish();
                        return kept ? span : 0;
                    }
                } else {
                    child(xml);
                }
            }
        }
        finish();
        return span;
    }

    /** The footnotes or endnotes of a part of their own. */
    void footnotes(XMLStreamReader xml, String element) {
        kind = Block.Kind.FOOTNOTE;
        paragraphDepth = 0;
        words.paragraph = new Paragraph();
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    if (attribute(xml, "type").isEmpty()
                            || attribute(xml, "type").equals("normal")) {
                        children(xml);
                        finish();
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
}
