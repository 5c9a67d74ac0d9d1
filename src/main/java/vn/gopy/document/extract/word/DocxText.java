package vn.gopy.document.extract.word;

import static vn.gopy.document.extract.Elements.attribute;
import static vn.gopy.document.extract.Elements.skip;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.Elements;
import vn.gopy.document.extract.Paragraph;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;

/** The paragraphs, tables, text boxes and notes of a Word file, read as a stream. */
final class DocxText {

    /** The text of a deleted paragraph mark. */
    private static final String PARAGRAPH_END = "\n";

    private final BlockList list;
    private final DocxStyles styles;
    private final DocxNumbering numbering;
    private final DocxRemarks remarks;
    private final DocxWords words;

    private int paragraphDepth;
    private Block.Kind kind = Block.Kind.PARAGRAPH;
    private Block.@Nullable Cell cell;

    DocxText(BlockList list, DocxStyles styles, DocxNumbering numbering, DocxRemarks remarks) {
        this.list = list;
        this.styles = styles;
        this.numbering = numbering;
        this.remarks = remarks;
        this.words = new DocxWords(list, remarks);
    }

    /** Every element that can hold paragraphs, up to its end. */
    void children(XMLStreamReader xml) throws XMLStreamException {
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
            case "ins", "moveTo" -> words.changed(xml, true, () -> children(xml));
            case "del", "moveFrom" -> words.changed(xml, false, () -> children(xml));
            case "Fallback", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "pPr", "rPr" -> skip(xml);
            case "commentRangeStart" -> {
                remarks.start(attribute(xml, "id"), words.block());
                skip(xml);
            }
            case "commentRangeEnd" -> {
                remarks.end(attribute(xml, "id"));
                skip(xml);
            }
            default -> children(xml);
        }
    }

    private void paragraph(XMLStreamReader xml) throws XMLStreamException {
        var outer = words.paragraph;
        boolean goesOn = !outer.isEmpty() && paragraphDepth == 0;
        words.paragraph = goesOn ? outer : new Paragraph();
        paragraphDepth++;
        var own = new DocxStyles.Style();
        DocxChange markGone = paragraphParts(xml, own);
        paragraphDepth--;
        if (markGone != null && paragraphDepth == 0) {
            words.revision(markGone, PARAGRAPH_END);
            return;
        }
        words.paragraph.addTo(list, kind, cell, 0);
        words.paragraph = goesOn ? new Paragraph() : outer;
    }

    /** The change by which the wanted text lacks the paragraph's own mark, so that the next one continues it; else null. */
    private @Nullable DocxChange paragraphParts(XMLStreamReader xml, DocxStyles.Style own) throws XMLStreamException {
        DocxChange markGone = null;
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
                var properties = new DocxParagraphProperties();
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

    private void describe(DocxStyles.Style own, DocxStyles.Style style) {
        own.name = style.name;
        own.inherit(style);
        words.paragraph.style(own.name.equals("Normal") ? "" : own.name);
        words.paragraph.centred("center".equals(own.justify));
        words.paragraph.outlineLevel(own.outlineLevel == null || own.outlineLevel > 8 ? 0 : own.outlineLevel + 1);
        if (own.numId != null && words.paragraph.label().isEmpty()) {
            words.paragraph.label(numbering.next(own.numId, own.numLevel == null ? 0 : own.numLevel));
        }
    }

    private void inline(XMLStreamReader xml, DocxStyles.Style style) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "r" -> run(xml, style);
            case "del", "moveFrom" -> words.changed(xml, false, () -> inlines(xml, style));
            case "ins", "moveTo" -> words.changed(xml, true, () -> inlines(xml, style));
            case "commentRangeStart" -> {
                remarks.start(attribute(xml, "id"), words.block());
                skip(xml);
            }
            case "commentRangeEnd" -> {
                remarks.end(attribute(xml, "id"));
                skip(xml);
            }
            case "sdtPr", "Fallback", "smartTagPr", "customXmlPr", "fldData" -> skip(xml);
            case "t" -> words.text(xml.getElementText(), style, new DocxStyles.Style());
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
            case "rPr" -> styles.run(xml, own);
            case "t", "delText" -> words.text(xml.getElementText(), style, own);
            case "tab", "ptab" -> {
                words.text(" ", style, own);
                skip(xml);
            }
            case "br", "cr" -> {
                words.paragraph.lineBreak();
                skip(xml);
            }
            case "noBreakHyphen" -> {
                words.text("\u2011", style, own);
                skip(xml);
            }
            case "softHyphen" -> {
                words.text("\u00AD", style, own);
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
            words.text(String.valueOf((char) Integer.parseInt(code, 16)), style, own);
        } catch (NumberFormatException unknown) {
            words.text("\u2022", style, own);
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
        var outer = words.paragraph;
        var outerKind = kind;
        int outerDepth = paragraphDepth;
        words.paragraph = new Paragraph();
        paragraphDepth = 1;
        kind = cell == null ? Block.Kind.TEXT_BOX : kind;
        children(xml);
        words.paragraph = outer;
        paragraphDepth = outerDepth;
        kind = outerKind;
    }

    private void table(XMLStreamReader xml) throws XMLStreamException {
        if (cell != null) {
            children(xml);
            return;
        }
        var outerKind = kind;
        var outerParagraph = words.paragraph;
        int outerDepth = paragraphDepth;
        words.paragraph = new Paragraph();
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
        words.paragraph = outerParagraph;
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
