package vn.gopy.document.extract.word;

import java.util.Objects;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.Ffn;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Range;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.Face;
import vn.gopy.document.extract.Paragraph;
import vn.gopy.document.extract.RemarkPlaces;
import vn.gopy.document.extract.SymbolFonts;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Reading;

/** The paragraphs and tables of a binary Word file, with the font of every run and the tracked changes among them. */
final class DocText {

    private static final char CELL_END = 7;
    private static final char SOFT_BREAK = 11;
    private static final char PARAGRAPH_END = 13;
    private static final char FIELD_BEGIN = 19;
    private static final char FIELD_SEPARATOR = 20;
    private static final char FIELD_END = 21;
    private static final char HARD_HYPHEN = 30;
    private static final char OPTIONAL_HYPHEN = 31;
    private static final int RAISED = 1;

    private final HWPFDocument document;
    private final BlockList list;
    private final DocNumbering numbering;
    private final DocChanges made;
    private final DocRemarks remarks;
    private final RemarkPlaces places;
    private WordFields fields = new WordFields();

    private Paragraph paragraph = new Paragraph();
    /** A paragraph without a mark in the wanted text: the next goes on with it. */
    private @Nullable Paragraph waiting;

    private boolean main;
    private int table = -1;
    private int row;
    private int column;
    private boolean rowBegins;

    DocText(HWPFDocument document, BlockList list, DocNumbering numbering, DocRemarks remarks, RemarkPlaces places) {
        this.document = document;
        this.list = list;
        this.numbering = numbering;
        this.remarks = remarks;
        this.places = places;
        this.made = new DocChanges(document);
    }

    /** The text itself, which the remarks are about. */
    void main(Range range) {
        main = true;
        range(range, Block.Kind.PARAGRAPH);
        main = false;
    }

    /** Text beside it. */
    void range(Range range, Block.Kind kind) {
        table = -1;
        int count = range.numParagraphs();
        for (int i = 0; i < count; i++) {
            int end = rowEnd(range, i);
            if (end >= 0 && isRowGone(range, i, end)) {
                i = end;
            } else {
                paragraph(range.getParagraph(i), kind);
            }
        }
        finish(kind);
    }

    /** What waits for a paragraph to go on with it stands alone where none comes. */
    private void finish(Block.Kind kind) {
        if (waiting != null) {
            waiting.addTo(list, kind, null, 0);
            waiting = null;
        }
    }

    /** Where the row ends that begins here; -1 when none begins. */
    private int rowEnd(Range range, int from) {
        if (table >= 0 && !rowBegins || !range.getParagraph(from).isInTable()) {
            return -1;
        }
        for (int i = from; i < range.numParagraphs(); i++) {
            var paragraph = range.getParagraph(i);
            if (!paragraph.isInTable()) {
                return -1;
            }
            if (isRowEnd(paragraph)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isRowEnd(org.apache.poi.hwpf.usermodel.Paragraph paragraph) {
        return paragraph.isTableRowEnd() && paragraph.getTableLevel() <= 1;
    }

    /** A row comes or goes with its end; what goes with words is told as one change. */
    private boolean isRowGone(Range range, int from, int end) {
        CharacterRun mark = mark(range.getParagraph(end));
        if (mark == null || !isGone(mark)) {
            return false;
        }
        DocxChange change = made.of(mark);
        var words = new Paragraph();
        for (int i = from; i < end; i++) {
            var cell = range.getParagraph(i);
            for (int j = 0; j < cell.numCharacterRuns(); j++) {
                CharacterRun run = cell.getCharacterRun(j);
                if (change == null || !(change.insertion() ? run.isMarkedDeleted() : run.isMarkedInserted())) {
                    append(run, words, false);
                }
            }
            words.lineBreak();
        }
        if (change != null) {
            revision(change, words.words());
        }
        return true;
    }

    private static @Nullable CharacterRun mark(org.apache.poi.hwpf.usermodel.Paragraph paragraph) {
        int runs = paragraph.numCharacterRuns();
        return runs == 0 ? null : paragraph.getCharacterRun(runs - 1);
    }

    /** Whether the wanted text lacks the run. */
    private boolean isGone(CharacterRun run) {
        Changes changes = list.changes();
        return run.isMarkedDeleted() && (run.isMarkedInserted() || !changes.keepsDeletions())
                || run.isMarkedInserted() && !changes.keepsInsertions();
    }

    private void paragraph(org.apache.poi.hwpf.usermodel.Paragraph source, Block.Kind kind) {
        boolean inTable = source.isInTable();
        if (inTable && table < 0) {
            finish(kind);
            table = list.nextTable();
            row = 0;
            column = 0;
        } else if (!inTable) {
            table = -1;
        }
        rowBegins = false;
        if (inTable && isRowEnd(source)) {
            row++;
            column = 0;
            rowBegins = true;
            return;
        }
        paragraph = waiting == null ? new Paragraph() : waiting;
        waiting = null;
        for (int i = 0; i < source.numCharacterRuns(); i++) {
            run(source.getCharacterRun(i));
        }
        places.quote("\n");
        fields.endParagraph();
        boolean cellEnds = source.text().indexOf(CELL_END) >= 0;
        CharacterRun mark = mark(source);
        if (mark != null && !cellEnds) {
            DocxChange change = made.of(mark);
            if (change != null) {
                revision(change, "\n");
            }
            if (isGone(mark)) {
                waiting = paragraph;
                return;
            }
        }
        describe(source);
        var cell = inTable ? new Block.Cell(table, row, column) : null;
        paragraph.addTo(list, inTable && kind == Block.Kind.PARAGRAPH ? Block.Kind.CELL : kind, cell, 0);
        if (inTable && cellEnds && source.getTableLevel() <= 1) {
            column++;
        }
    }

    private void describe(org.apache.poi.hwpf.usermodel.Paragraph source) {
        paragraph.centred(source.getJustification() == 1);
        int level = source.getLvl();
        paragraph.outlineLevel(level >= 0 && level < 9 ? level + 1 : 0);
        StyleDescription style = document.getStyleSheet() == null
                ? null
                : document.getStyleSheet().getStyleDescription(source.getStyleIndex());
        String name = style == null ? "" : Objects.requireNonNullElse(style.getName(), "");
        paragraph.style(name.equals("Normal") ? "" : name);
        paragraph.label(numbering.next(source.getIlfo(), source.getIlvl()));
    }

    private void run(CharacterRun run) {
        DocxChange change = made.of(run);
        if (isGone(run)) {
            var words = new Paragraph();
            append(run, words, false);
            if (main) {
                remarks.pass(run.getEndOffset() - 1, places, block(), offset());
            }
            if (change != null && !words.isEmpty()) {
                revision(change, words.words());
            }
            return;
        }
        boolean shown = false;
        if (change != null) {
            WordFields before = fields.copy();
            var words = new Paragraph();
            append(run, words, false);
            fields = before;
            String text = words.words();
            if (!text.isBlank()) {
                revision(change, text);
                shown = list.changes() == Changes.SHOWN;
            }
        }
        if (shown) {
            paragraph.append(run.isMarkedDeleted() ? "[bỏ: " : "[thêm: ", "", false, false);
        }
        append(run, paragraph, main);
        if (shown) {
            paragraph.append("]", "", false, false);
        }
    }

    private void revision(DocxChange change, String text) {
        list.revision(new Reading.Revision(
                block(), offset(), change.insertion(), change.author(), change.at(), text, change.move()));
    }

    private int block() {
        return list.next() + paragraph.finishedLines();
    }

    private int offset() {
        return paragraph.textSoFar(list).length();
    }

    /** @param marks whether remarks among the letters are at the place that is reached */
    private void append(CharacterRun run, Paragraph into, boolean marks) {
        if (run.isSymbol()) {
            symbol(run, into);
            return;
        }
        Face face = face(run);
        String text = run.text();
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (marks && remarks.isNear(run.getStartOffset() + i)) {
                flush(plain, face, into);
                remarks.pass(run.getStartOffset() + i, places, block(), offset());
            }
            switch (c) {
                case FIELD_BEGIN -> fields.mark("begin");
                case FIELD_SEPARATOR -> fields.mark("separate");
                case FIELD_END -> fields.mark("end");
                case SOFT_BREAK -> {
                    flush(plain, face, into);
                    if (!isHidden(run)) {
                        into.lineBreak();
                    }
                }
                case PARAGRAPH_END, CELL_END -> {}
                default -> plain.append(isHidden(run) ? "" : letter(c));
            }
        }
        flush(plain, face, into);
    }

    private boolean isHidden(CharacterRun run) {
        return fields.inCode() || run.isVanished();
    }

    private static String letter(char c) {
        return switch (c) {
            case HARD_HYPHEN -> "\u2011";
            case '\t' -> " ";
            // the optional hyphen, which is ư in an old font
            case OPTIONAL_HYPHEN -> "\u001F";
            default -> c >= ' ' ? String.valueOf(c) : "";
        };
    }

    private void flush(StringBuilder plain, Face face, Paragraph into) {
        into.append(plain.toString(), face);
        if (into == paragraph) {
            places.quote(plain.toString());
        }
        plain.setLength(0);
    }

    private void symbol(CharacterRun run, Paragraph into) {
        if (!isHidden(run)) {
            Ffn font = run.getSymbolFont();
            String letter = String.valueOf(run.getSymbolCharacter());
            into.append(font == null ? letter : SymbolFonts.shown(letter, font.getMainFontName()), Face.PLAIN);
        }
    }

    private static Face face(CharacterRun run) {
        return new Face(
                fontOf(run),
                run.isBold(),
                run.isItalic(),
                run.isCapitalized() || run.isSmallCaps(),
                run.isStrikeThrough() || run.isDoubleStrikeThrough(),
                run.getSubSuperScriptIndex() == RAISED);
    }

    private static String fontOf(CharacterRun run) {
        try {
            String font = run.getFontName();
            return font == null ? "" : font;
        } catch (RuntimeException noSuchFont) {
            return "";
        }
    }
}
