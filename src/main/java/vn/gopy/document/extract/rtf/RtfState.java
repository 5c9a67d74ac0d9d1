package vn.gopy.document.extract.rtf;

import vn.gopy.legaltext.Block;

/** What the commands of a group have said so far; a group inside begins with a copy. */
final class RtfState {

    int font = -1;
    boolean bold;
    boolean italic;
    boolean hidden;
    boolean capitals;
    boolean struck;
    boolean raised;
    boolean moved;
    boolean deleted;
    boolean inserted;
    boolean authors;
    int author = -1;
    int at;
    boolean lists;
    boolean levelText;
    int list;
    int listLevel;
    /** The group that says something about a comment; empty elsewhere. */
    String remark = "";

    boolean skip;
    boolean inTable;
    boolean centred;
    boolean label;
    boolean fontTable;
    boolean footnote;
    boolean margin;
    boolean box;
    int unicodeSkip = 1;
    int outlineLevel;

    /** The same for a group inside, which may change without changing this one. */
    RtfState copy() {
        var copy = new RtfState();
        copy.font = font;
        copy.bold = bold;
        copy.italic = italic;
        copy.hidden = hidden;
        copy.deleted = deleted;
        copy.inserted = inserted;
        copy.authors = authors;
        copy.author = author;
        copy.at = at;
        copy.lists = lists;
        copy.levelText = levelText;
        copy.list = list;
        copy.listLevel = listLevel;
        copy.remark = remark;
        copy.capitals = capitals;
        copy.struck = struck;
        copy.raised = raised;
        copy.moved = moved;
        copy.skip = skip;
        copy.inTable = inTable;
        copy.centred = centred;
        copy.label = label;
        copy.fontTable = fontTable;
        copy.footnote = footnote;
        copy.margin = margin;
        copy.box = box;
        copy.unicodeSkip = unicodeSkip;
        copy.outlineLevel = outlineLevel;
        return copy;
    }

    /** Letters as they are without any command, as far as commands say how letters look. */
    void plain() {
        bold = false;
        italic = false;
        hidden = false;
        deleted = false;
        inserted = false;
        moved = false;
        capitals = false;
        struck = false;
        raised = false;
        font = -1;
    }

    /** What a paragraph is, as far as the groups around it tell. */
    Block.Kind kind() {
        return footnote ? Block.Kind.FOOTNOTE : box ? Block.Kind.TEXT_BOX : Block.Kind.PARAGRAPH;
    }
}
