package vn.gopy.document.extract.rtf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.FileKind;
import vn.gopy.document.extract.Paragraph;
import vn.gopy.document.extract.Refused;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.vietnamese.LegacyEncoding;

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
            "atnid",
            "atnauthor",
            "annotation",
            "ftnsep",
            "ftnsepc",
            "aftnsep",
            "aftnsepc",
            "pntxta",
            "pntxtb",
            "bkmkstart",
            "bkmkend",
            "rsidtbl",
            "listtable",
            "listoverridetable",
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

    private static final class State {
        int font = -1;
        boolean bold;
        boolean italic;
        boolean hidden;
        boolean deleted;
        boolean inserted;
        boolean authors;
        int author = -1;
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

        State copy() {
            var copy = new State();
            copy.font = font;
            copy.bold = bold;
            copy.italic = italic;
            copy.hidden = hidden;
            copy.deleted = deleted;
            copy.inserted = inserted;
            copy.authors = authors;
            copy.author = author;
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
    }

    private static final class Font {
        final StringBuilder name = new StringBuilder();
        int charset;
    }

    private final byte[] in;
    private int at;
    private final BlockList list;
    private final List<StringBuilder> authors = new ArrayList<>();
    private final Deque<State> states = new ArrayDeque<>();
    private State state = new State();
    private final Map<Integer, Font> fonts = new HashMap<>();
    private Charset ansi = Charset.forName("windows-1252");
    private int defaultFont;
    private int skipCharacters;
    private boolean star;
    private boolean groupBegins;

    private Paragraph paragraph = new Paragraph();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable Paragraph aside;
    private int asideDepth;
    private int table = -1;
    private int row;
    private int column;

    private RtfReader(byte[] in, Changes changes) {
        this.in = in;
        this.list = new BlockList(changes);
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
        endParagraph();
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
        if (aside != null && states.size() == asideDepth) {
            endParagraph();
            paragraph = aside;
            aside = null;
        }
        state = states.isEmpty() ? new State() : states.pop();
        groupBegins = false;
    }

    private void literal(int c) {
        if (skipCharacters > 0) {
            skipCharacters--;
            return;
        }
        groupBegins = false;
        if (state.fontTable && !state.skip) {
            Font font = fonts.get(state.font);
            if (font != null && c != ';') {
                font.name.append((char) c);
            }
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
            case '~' -> text("\u00A0");
            case '_' -> text("\u2011");
            // the optional hyphen, which is ư in an old font
            case '-' -> text("\u00AD");
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
        switch (word) {
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
        if (aside == null) {
            aside = paragraph;
            asideDepth = states.size();
            paragraph = new Paragraph();
        }
        state.box = box;
        state.footnote = !box;
        state.inTable = false;
    }

    private void apply(String word, int value, boolean has) {
        boolean on = !has || value != 0;
        switch (word) {
            case "ansicpg" -> ansi = charset("windows-" + value, ansi);
            case "deff" -> defaultFont = value;
            case "f" -> font(value);
            case "fcharset" -> {
                if (state.fontTable && fonts.containsKey(state.font)) {
                    fonts.get(state.font).charset = value;
                }
            }
            case "b" -> state.bold = on;
            case "i" -> state.italic = on;
            case "v" -> state.hidden = on;
            case "deleted" -> state.deleted = on;
            case "revised" -> state.inserted = on;
            case "revauth", "revauthdel" -> state.author = value;
            case "plain" -> {
                state.bold = false;
                state.italic = false;
                state.hidden = false;
                state.deleted = false;
                state.inserted = false;
                state.font = -1;
            }
            case "pard" -> {
                state.inTable = false;
                state.centred = false;
                state.outlineLevel = 0;
            }
            case "qc" -> state.centred = true;
            case "ql", "qr", "qj" -> state.centred = false;
            case "outlinelevel" -> state.outlineLevel = value >= 0 && value < 9 ? value + 1 : 0;
            case "intbl" -> state.inTable = true;
            case "uc" -> state.unicodeSkip = value;
            case "u" -> {
                text(String.valueOf((char) (value < 0 ? value + 65536 : value)));
                skipCharacters = state.unicodeSkip;
            }
            case "par", "sect", "page", "nestcell" -> endParagraph();
            case "line", "lbr" -> current().lineBreak();
            case "tab" -> text(" ");
            case "cell" -> {
                endParagraph();
                column++;
            }
            case "row" -> {
                row++;
                column = 0;
            }
            case "trowd" -> state.inTable = true;
            case "emdash" -> text("—");
            case "endash" -> text("–");
            case "lquote" -> text("‘");
            case "rquote" -> text("’");
            case "ldblquote" -> text("“");
            case "rdblquote" -> text("”");
            case "bullet" -> text("•");
            default -> {}
        }
    }

    private void font(int number) {
        state.font = number;
        if (state.fontTable) {
            fonts.putIfAbsent(number, new Font());
        }
    }

    private static Charset charset(String name, Charset otherwise) {
        return Charset.isSupported(name) ? Charset.forName(name) : otherwise;
    }

    /** Bytes gathered so far become text of the current font. */
    private void flush() {
        if (bytes.size() > 0) {
            text(new String(bytes.toByteArray(), charset()));
            bytes.reset();
        }
    }

    private Charset charset() {
        Font font = fonts.get(state.font < 0 ? defaultFont : state.font);
        if (font == null) {
            return ansi;
        }
        if (LegacyEncoding.ofFont(font.name.toString().strip()).isPresent()) {
            return Charset.forName("windows-1252");
        }
        return switch (font.charset) {
            case 163 -> Charset.forName("windows-1258");
            case 128 -> charset("windows-31j", ansi);
            case 134 -> charset("GBK", ansi);
            case 204 -> charset("windows-1251", ansi);
            case 238 -> charset("windows-1250", ansi);
            default -> ansi;
        };
    }

    private Paragraph current() {
        return paragraph;
    }

    private void text(String text) {
        if (state.skip || state.hidden || state.fontTable || text.isEmpty()) {
            return;
        }
        if (state.authors) {
            author(text);
            return;
        }
        if (!state.label && (state.deleted || state.inserted) && !changed(text)) {
            return;
        }
        if (state.label) {
            paragraph.label(paragraph.label() + text);
            return;
        }
        paragraph.append(text, fontName(), state.bold, state.italic);
    }

    /** One group per author, each ends with a semicolon. */
    private void author(String text) {
        for (char c : text.toCharArray()) {
            if (authors.isEmpty()) {
                authors.add(new StringBuilder());
            }
            if (c == ';') {
                authors.add(new StringBuilder());
            } else {
                authors.getLast().append(c);
            }
        }
    }

    /** Remembers a change; true when the wanted text has it. */
    private boolean changed(String text) {
        boolean insertion = !state.deleted;
        String author = state.author >= 0 && state.author < authors.size()
                ? authors.get(state.author).toString().strip()
                : "";
        if (!text.isBlank()) {
            list.revision(new Reading.Revision(
                    list.next() + paragraph.finishedLines(),
                    paragraph.textSoFar(list).length(),
                    insertion,
                    author,
                    "",
                    text));
        }
        Changes changes = list.changes();
        if (changes == Changes.SHOWN && !text.isBlank()) {
            paragraph.append((insertion ? "[thêm: " : "[bỏ: ") + text + "]", fontName(), state.bold, state.italic);
            return false;
        }
        return insertion ? changes.keepsInsertions() : changes.keepsDeletions();
    }

    private String fontName() {
        Font font = fonts.get(state.font < 0 ? defaultFont : state.font);
        return font == null ? "" : font.name.toString().strip();
    }

    private void endParagraph() {
        if (state.margin) {
            // no part of the text, but a secrecy mark may stand there
            list.margin(paragraph.textSoFar(list));
            paragraph = new Paragraph();
            return;
        }
        paragraph.centred(state.centred);
        paragraph.outlineLevel(state.outlineLevel);
        Block.Kind kind = state.footnote ? Block.Kind.FOOTNOTE : state.box ? Block.Kind.TEXT_BOX : Block.Kind.PARAGRAPH;
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
}
