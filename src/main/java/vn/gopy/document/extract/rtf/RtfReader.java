package vn.gopy.document.extract.rtf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.FileKind;
import vn.gopy.document.extract.Refused;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;

/**
 * Rich text, read by a small reader of our own, because the usual ones lose the font of the letters, and with it the only
 * sure sign of an old Vietnamese encoding.
 */
public final class RtfReader {

    private static final int DEEPEST = 500;

    /** Groups that hold no text of the page. */
    private static final Set<String> NO_TEXT = Set.of(
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "fldinst",
            "xe",
            "tc",
            "nonshppict",
            "shprslt",
            "sp",
            "objdata",
            "objclass",
            "ftnsep",
            "ftnsepc",
            "aftnsep",
            "aftnsepc",
            "pntxta",
            "pntxtb",
            "bkmkstart",
            "bkmkend",
            "rsidtbl",
            "generator",
            "themedata",
            "datastore",
            "colorschememapping",
            "latentstyles",
            "pgdsctbl",
            "mmathPr",
            "userprops",
            "xmlnstbl",
            "filetbl",
            "private");

    private final byte[] in;
    private int at;
    private final BlockList list;
    private final RtfFonts fonts = new RtfFonts();
    private final RtfLists lists = new RtfLists();
    private final RtfText text;
    private final Deque<RtfState> states = new ArrayDeque<>();
    private RtfState state = new RtfState();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int skipCharacters;
    private boolean star;
    private boolean groupBegins;

    private RtfReader(byte[] in, Changes changes) {
        this.in = in;
        this.list = new BlockList(changes);
        this.text = new RtfText(list, fonts, lists);
    }

    /** Reads a file with the wanted text of its tracked changes. */
    public static Reading read(byte[] content, Changes changes) {
        var reader = new RtfReader(content, changes);
        reader.parse();
        return reader.list.reading(FileKind.RTF.mediaType());
    }

    private void parse() {
        while (at < in.length) {
            int c = in[at++] & 0xFF;
            switch (c) {
                case '{' -> open();
                case '}' -> close();
                case '\\' -> control();
                case '\r', '\n', 0 -> {}
                default -> literal(c);
            }
        }
        flush();
        text.endParagraph(state);
        text.finish();
    }

    private void open() {
        flush();
        if (states.size() > DEEPEST) {
            throw new Refused(Problem.CORRUPT);
        }
        states.push(state.copy());
        groupBegins = true;
        star = false;
    }

    private void close() {
        flush();
        text.endGroup(states.size(), state);
        String remark = state.remark;
        state = states.isEmpty() ? new RtfState() : states.pop();
        if (!remark.equals(state.remark)) {
            text.endRemark(remark);
        }
        groupBegins = false;
    }

    private void literal(int c) {
        if (skipCharacters > 0) {
            skipCharacters--;
            return;
        }
        groupBegins = false;
        if (state.fontTable && !state.skip) {
            fonts.name(state.font, c);
        } else if (!state.skip) {
            bytes.write(c);
        }
    }

    private void control() {
        if (at >= in.length) {
            return;
        }
        int c = in[at] & 0xFF;
        if (!isLetter(c)) {
            at++;
            symbol(c);
            return;
        }
        int start = at;
        while (at < in.length && isLetter(in[at] & 0xFF) && at - start < 32) {
            at++;
        }
        String word = new String(in, start, at - start, StandardCharsets.US_ASCII);
        boolean negative = at < in.length && in[at] == '-';
        int number = negative ? at + 1 : at;
        int end = number;
        while (end < in.length && in[end] >= '0' && in[end] <= '9' && end - number < 10) {
            end++;
        }
        int value = 1;
        boolean has = end > number;
        if (has) {
            long parsed = Long.parseLong(new String(in, number, end - number, StandardCharsets.US_ASCII));
            value = (int) (negative ? -parsed : parsed);
            at = end;
        }
        if (at < in.length && in[at] == ' ') {
            at++;
        }
        word(word, value, has);
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private void symbol(int c) {
        switch (c) {
            case '\'' -> hex();
            case '*' -> star = true;
            case '~' -> text.add("\u00A0", state);
            case '_' -> text.add("\u2011", state);
            // the optional hyphen, which is ư in an old font
            case '-' -> text.add("\u00AD", state);
            case '\\', '{', '}' -> literal(c);
            case '\r', '\n' -> word("par", 1, false);
            default -> {}
        }
    }

    private void hex() {
        if (at + 2 > in.length) {
            at = in.length;
            return;
        }
        int high = Character.digit(in[at], 16);
        int low = Character.digit(in[at + 1], 16);
        at += 2;
        if (high >= 0 && low >= 0) {
            literal(high * 16 + low);
        }
    }

    private void word(String word, int value, boolean has) {
        boolean first = groupBegins;
        boolean starred = star;
        groupBegins = false;
        star = false;
        if (word.equals("bin")) {
            at = (int) Math.min(in.length, (long) at + Math.max(0, value));
            return;
        }
        if (first || starred) {
            if (destination(word, starred)) {
                return;
            }
        }
        if (state.skip) {
            return;
        }
        flush();
        apply(word, value, has);
    }

    /** True when the word opens a group of its own kind. */
    private boolean destination(String word, boolean starred) {
        if (NO_TEXT.contains(word)) {
            state.skip = true;
            return true;
        }
        if (RtfRemarks.GROUPS.contains(word)) {
            state.remark = word;
            return true;
        }
        switch (word) {
            case "listtable", "listoverridetable" -> state.lists = true;
            case "leveltext" -> state.levelText = true;
            case "listname", "liststylename", "levelnumbers", "listpicture" -> state.skip = true;
            case "moMath", "mmath" -> {
                // only the picture of a formula is there for those who cannot read it
                list.notRead("\\" + word);
                state.skip = true;
            }
            case "fonttbl" -> state.fontTable = true;
            case "revtbl" -> state.authors = true;
            case "listtext", "pntext" -> state.label = true;
            case "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf" -> {
                beginAside(false);
                state.margin = true;
            }
            case "footnote" -> beginAside(false);
            case "shptxt" -> beginAside(true);
            case "shpinst", "shppict" -> {
                return true;
            }
            default -> {
                if (starred) {
                    state.skip = true;
                }
                return starred;
            }
        }
        return true;
    }

    private void beginAside(boolean box) {
        text.beginAside(states.size());
        state.box = box;
        state.footnote = !box;
        state.inTable = false;
    }

    private void apply(String word, int value, boolean has) {
        boolean on = !has || value != 0;
        if (state.lists && !word.equals("u") && !word.equals("uc") && !word.equals("f")) {
            lists.word(word, value);
            return;
        }
        switch (word) {
            case "ansicpg" -> fonts.codePage(value);
            case "deff" -> fonts.byDefault(value);
            case "f" -> font(value);
            case "fcharset" -> {
                if (state.fontTable) {
                    fonts.charset(state.font, value);
                }
            }
            case "b" -> state.bold = on;
            case "i" -> state.italic = on;
            case "v" -> state.hidden = on;
            case "deleted" -> state.deleted = on;
            case "revised" -> state.inserted = on;
            case "revauth", "revauthdel", "mvauth" -> state.author = value;
            case "revdttm", "revdttmdel", "mvdate" -> state.at = value;
            case "mvf" -> {
                state.deleted = on;
                state.moved = on;
            }
            case "mvt" -> {
                state.inserted = on;
                state.moved = on;
            }
            case "caps", "scaps" -> state.capitals = on;
            case "strike", "striked" -> state.struck = on;
            case "super" -> state.raised = on;
            case "nosupersub", "sub" -> state.raised = false;
            case "ls" -> state.list = value;
            case "ilvl" -> state.listLevel = value;
            case "plain" -> state.plain();
            case "pard" -> {
                state.inTable = false;
                state.centred = false;
                state.outlineLevel = 0;
                state.list = 0;
                state.listLevel = 0;
            }
            case "qc" -> state.centred = true;
            case "ql", "qr", "qj" -> state.centred = false;
            case "outlinelevel" -> state.outlineLevel = value >= 0 && value < 9 ? value + 1 : 0;
            case "intbl" -> state.inTable = true;
            case "uc" -> state.unicodeSkip = value;
            case "u" -> {
                text.add(String.valueOf((char) (value < 0 ? value + 65536 : value)), state);
                skipCharacters = state.unicodeSkip;
            }
            case "par" -> text.endMarked(state);
            case "sect", "page", "nestcell" -> text.endParagraph(state);
            case "line", "lbr" -> text.lineBreak(state);
            case "tab", "emspace", "enspace", "qmspace" -> text.add(" ", state);
            case "cell" -> text.endCell(state);
            case "row" -> text.endRow();
            case "trowd" -> {
                state.inTable = true;
                text.defineRow();
            }
            case "cldel" -> text.defineCell(on ? RtfText.CellChange.DELETED : RtfText.CellChange.NONE);
            case "clins" -> text.defineCell(on ? RtfText.CellChange.INSERTED : RtfText.CellChange.NONE);
            case "cellx" -> text.endDefinition();
            case "emdash" -> text.add("—", state);
            case "endash" -> text.add("–", state);
            case "lquote" -> text.add("‘", state);
            case "rquote" -> text.add("’", state);
            case "ldblquote" -> text.add("“", state);
            case "rdblquote" -> text.add("”", state);
            case "bullet" -> text.add("•", state);
            default -> {}
        }
    }

    private void font(int number) {
        state.font = number;
        if (state.fontTable) {
            fonts.add(number);
        }
    }

    /** Bytes gathered so far become text of the current font. */
    private void flush() {
        if (bytes.size() > 0) {
            text.add(new String(bytes.toByteArray(), fonts.charset(state.font)), state);
            bytes.reset();
        }
    }
}
