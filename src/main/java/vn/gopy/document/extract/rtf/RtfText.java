package vn.gopy.document.extract.rtf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.Face;
import vn.gopy.document.extract.Paragraph;
import vn.gopy.document.extract.SymbolFonts;
import vn.gopy.document.extract.WordClock;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Reading;

/** The paragraphs, cells and notes that the words of a file become. */
final class RtfText {

    private final BlockList list;
    private final RtfFonts fonts;
    private final RtfLists lists;
    private final RtfRemarks remarks = new RtfRemarks();
    private final RtfAuthors authors = new RtfAuthors();
    private Paragraph paragraph = new Paragraph();
    private @Nullable Paragraph aside;
    private int asideDepth;
    private int table = -1;
    private int row;
    private int column;
    private int rowBegin;
    private boolean rowGone;
    private final List<CellChange> cells = new ArrayList<>();
    private CellChange nextCell = CellChange.NONE;

    /** What a row's definition says of a cell. */
    enum CellChange {
        NONE,
        INSERTED,
        DELETED
    }

    RtfText(BlockList list, RtfFonts fonts, RtfLists lists) {
        this.list = list;
        this.fonts = fonts;
        this.lists = lists;
    }

    /** Adds words as the state has them. */
    void add(String text, RtfState state) {
        if (state.skip || state.hidden || state.fontTable || text.isEmpty()) {
            return;
        }
        if (state.authors) {
            authors.add(text);
        } else if (state.levelText) {
            lists.text(text);
        } else if (!state.lists) {
            addShown(text, state);
        }
    }

    private void addShown(String text, RtfState state) {
        Face face = face(state);
        String letters = signs(text, state);
        if (!state.remark.isEmpty()) {
            remarks.add(state.remark, SymbolFonts.shown(letters, face.font()));
        } else if (state.label) {
            paragraph.label(paragraph.label() + SymbolFonts.shown(letters, face.font()));
        } else if (!isChanged(state) || changed(letters, state, face)) {
            paragraph.append(letters, face);
            remarks.quote(letters);
        }
    }

    private Face face(RtfState state) {
        return new Face(fonts.name(state.font), state.bold, state.italic, state.capitals, state.struck, state.raised);
    }

    /** In a font of signs that nobody knows, a letter is not the sign that the page shows. */
    private String signs(String text, RtfState state) {
        if (!fonts.hasSigns(state.font) || SymbolFonts.has(fonts.name(state.font))) {
            return text;
        }
        var signs = new StringBuilder();
        text.chars().forEach(c -> signs.append((char) (c > ' ' && c <= 0xFF ? 0xF000 + c : c)));
        return signs.toString();
    }

    private boolean isChanged(RtfState state) {
        return state.deleted || state.inserted || cellChange(state) != CellChange.NONE;
    }

    private CellChange cellChange(RtfState state) {
        return state.inTable && column < cells.size() ? cells.get(column) : CellChange.NONE;
    }

    private boolean isDeleted(RtfState state) {
        return state.deleted || cellChange(state) == CellChange.DELETED;
    }

    private boolean isInserted(RtfState state) {
        return state.inserted || cellChange(state) == CellChange.INSERTED;
    }

    /** Whether the wanted text lacks what is in this state. */
    private boolean isGone(RtfState state) {
        Changes changes = list.changes();
        return isDeleted(state) && (isInserted(state) || !changes.keepsDeletions())
                || isInserted(state) && !changes.keepsInsertions();
    }

    /** Remembers a change; true when its words are still to be added. What came and went again is none. */
    private boolean changed(String text, RtfState state, Face face) {
        if (isDeleted(state) && isInserted(state)) {
            return false;
        }
        if (!text.isBlank()) {
            var words = new Paragraph();
            words.append(text, face);
            list.revision(revision(words.words(), state));
        }
        if (list.changes() == Changes.SHOWN && !text.isBlank()) {
            paragraph.append((isDeleted(state) ? "[bỏ: " : "[thêm: ") + text + "]", face);
            return false;
        }
        return !isGone(state);
    }

    private Reading.Revision revision(String text, RtfState state) {
        String author = authors.name(state.author);
        String at = WordClock.moment(state.at);
        return new Reading.Revision(
                block(), offset(), !isDeleted(state), author, at, text, state.moved ? author + '/' + at : "");
    }

    private int block() {
        return list.next() + paragraph.finishedLines();
    }

    private int offset() {
        return paragraph.textSoFar(list).length();
    }

    /** A soft line break. */
    void lineBreak(RtfState state) {
        if (!state.remark.isEmpty()) {
            remarks.add(state.remark, "\n");
        } else if (!isGone(state)) {
            paragraph.lineBreak();
            remarks.quote("\n");
        }
    }

    /** The definition of a row begins. */
    void defineRow() {
        cells.clear();
        nextCell = CellChange.NONE;
    }

    /** The cell that is being defined comes or goes. */
    void defineCell(CellChange change) {
        nextCell = change;
    }

    /** The definition of a cell ends. */
    void endDefinition() {
        cells.add(nextCell);
        nextCell = CellChange.NONE;
    }

    /** A group that says something about a comment ends. */
    void endRemark(String group) {
        remarks.end(group, block(), offset());
    }

    /** The text ends. */
    void finish() {
        remarks.giveTo(list);
    }

    /** A paragraph ends; without its mark the next one goes on with it. */
    void endMarked(RtfState state) {
        if (!state.remark.isEmpty()) {
            remarks.add(state.remark, "\n");
            return;
        }
        if (!state.margin && state.deleted != state.inserted) {
            list.revision(revision("\n", state));
        }
        if (!state.margin && isGone(state)) {
            paragraph.label("");
            lists.leaveOut(state.list);
            return;
        }
        endParagraph(state);
    }

    /** The paragraph ends where the state says it stands. */
    void endParagraph(RtfState state) {
        if (state.margin) {
            // no part of the text, but a secrecy mark may stand there
            list.margin(paragraph.textSoFar(list), paragraph.rawSoFar());
            paragraph = new Paragraph();
            return;
        }
        remarks.quote("\n");
        if (state.list > 0 && !paragraph.isEmpty()) {
            paragraph.label(lists.label(state.list, state.listLevel, paragraph.label()));
        }
        paragraph.centred(state.centred);
        paragraph.outlineLevel(state.outlineLevel);
        Block.Kind kind = state.kind();
        Block.Cell cell = null;
        if (state.inTable && kind == Block.Kind.PARAGRAPH) {
            if (table < 0) {
                table = list.nextTable();
                row = 0;
                column = 0;
                rowBegin = list.next();
            }
            cell = new Block.Cell(table, row, column);
            kind = Block.Kind.CELL;
        } else if (kind == Block.Kind.PARAGRAPH && !paragraph.isEmpty()) {
            table = -1;
        }
        paragraph.addTo(list, kind, cell, 0);
        paragraph = new Paragraph();
    }

    /** A cell of a table row ends. */
    void endCell(RtfState state) {
        if (isGone(state)) {
            rowGone = true;
            list.revision(revision("\n", state));
        }
        endParagraph(state);
        column++;
    }

    /** A table row ends; one that left nothing behind because it went is none. */
    void endRow() {
        row += rowGone && list.next() == rowBegin ? 0 : 1;
        column = 0;
        rowGone = false;
        rowBegin = list.next();
    }

    /** Text that stands beside the paragraph begins: a note, a box, a header; {@code depth} is that of its group. */
    void beginAside(int depth) {
        if (aside == null) {
            aside = paragraph;
            asideDepth = depth;
            paragraph = new Paragraph();
        }
    }

    /** A group of this depth ends, and with it perhaps what stood beside the paragraph. */
    void endGroup(int depth, RtfState state) {
        if (aside != null && depth == asideDepth) {
            endParagraph(state);
            paragraph = aside;
            aside = null;
        }
    }
}
