package vn.gopy.document.extract.rtf;

import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.Paragraph;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Reading;

/** The paragraphs, cells and notes that the words of a file become. */
final class RtfText {

    private final BlockList list;
    private final RtfFonts fonts;
    private final RtfAuthors authors = new RtfAuthors();
    private Paragraph paragraph = new Paragraph();
    private @Nullable Paragraph aside;
    private int asideDepth;
    private int table = -1;
    private int row;
    private int column;

    RtfText(BlockList list, RtfFonts fonts) {
        this.list = list;
        this.fonts = fonts;
    }

    /** Adds words as the state has them. */
    void add(String text, RtfState state) {
        if (state.skip || state.hidden || state.fontTable || text.isEmpty()) {
            return;
        }
        if (state.authors) {
            authors.add(text);
            return;
        }
        if (!state.label && (state.deleted || state.inserted) && !changed(text, state)) {
            return;
        }
        if (state.label) {
            paragraph.label(paragraph.label() + text);
            return;
        }
        paragraph.append(text, fonts.name(state.font), state.bold, state.italic);
    }

    /** Remembers a change; true when the wanted text has it. */
    private boolean changed(String text, RtfState state) {
        boolean insertion = !state.deleted;
        if (!text.isBlank()) {
            list.revision(new Reading.Revision(
                    list.next() + paragraph.finishedLines(),
                    paragraph.textSoFar(list).length(),
                    insertion,
                    authors.name(state.author),
                    "",
                    text));
        }
        Changes changes = list.changes();
        if (changes == Changes.SHOWN && !text.isBlank()) {
            paragraph.append(
                    (insertion ? "[thêm: " : "[bỏ: ") + text + "]", fonts.name(state.font), state.bold, state.italic);
            return false;
        }
        return insertion ? changes.keepsInsertions() : changes.keepsDeletions();
    }

    /** A soft line break. */
    void lineBreak() {
        paragraph.lineBreak();
    }

    /** The paragraph ends where the state says it stands. */
    void endParagraph(RtfState state) {
        if (state.margin) {
            // no part of the text, but a secrecy mark may stand there
            list.margin(paragraph.textSoFar(list), paragraph.rawSoFar());
            paragraph = new Paragraph();
            return;
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
        endParagraph(state);
        column++;
    }

    /** A table row ends. */
    void endRow() {
        row++;
        column = 0;
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
