package vn.gopy.document.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Block;
import vn.gopy.vietnamese.LegacyEncoding;
import vn.gopy.vietnamese.LegacyText;
import vn.gopy.vietnamese.VietnameseText;

/** A paragraph in the making: runs with their fonts, cut into blocks at soft line breaks. */
public final class Paragraph {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private static final int GUARD = 0xEE00;

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /** @param sign letters that are in Unicode already, whatever the rest of the file is in */
    private record Run(String text, Face face, boolean sign) {

        String font() {
            return face.font();
        }
    }

    private final List<List<Run>> lines = new ArrayList<>();
    private List<Run> line = new ArrayList<>();
    private String label = "";
    private int outlineLevel;
    private boolean centred;
    private String style = "";

    /** The number that the file shows before its words; empty where there is none. */
    public String label() {
        return label;
    }

    /** Gives the number that the file shows before the words. */
    public void label(String shown) {
        label = shown;
    }

    /** @param level of a heading from 1 to 9; 0 for what is none */
    public void outlineLevel(int level) {
        outlineLevel = level;
    }

    /** Says whether the file centres it. */
    public void centred(boolean isCentred) {
        centred = isCentred;
    }

    /** Gives the name of its style. */
    public void style(String name) {
        style = name;
    }

    /** Adds words in one font to the current line. */
    public void append(String text, String font, boolean bold, boolean italic) {
        append(text, new Face(font, bold, italic));
    }

    /** Adds words to the current line as the page shows them. */
    public void append(String text, Face face) {
        if (text.isEmpty()) {
            return;
        }
        if (SymbolFonts.has(face.font())) {
            line.add(new Run(SymbolFonts.shown(text, face.font()), face.inFont(""), true));
        } else {
            String shown = face.raised() ? power(text) : text;
            line.add(new Run(shown, face, !shown.equals(text)));
        }
    }

    /** Raised digits behind a digit: without it 10⁶ would be 106. */
    private String power(String text) {
        String before = line.isEmpty() ? "" : line.getLast().text();
        boolean behindDigit = !before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1));
        if (!behindDigit || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text;
        }
        var raised = new StringBuilder();
        text.chars().forEach(c -> raised.append(RAISED.charAt(c - '0')));
        return raised.toString();
    }

    /** All words so far in Unicode, lines parted by line feeds, without the number. */
    public String words() {
        var words = new StringBuilder();
        for (List<Run> done : lines) {
            words.append(inside(unicode(done, null))).append('\n');
        }
        return words.append(inside(unicode(line, null))).toString();
    }

    /** Made as the text of a block is made, with the spaces at both ends. */
    private static String inside(String text) {
        String between = VietnameseText.normalise('x' + text + 'x');
        return between.substring(1, between.length() - 1);
    }

    /** A soft line break: what follows is a block of its own. */
    public void lineBreak() {
        lines.add(line);
        line = new ArrayList<>();
    }

    /** Whether there is neither a number nor a word. */
    public boolean isEmpty() {
        return lines.isEmpty() && line.isEmpty() && label.isEmpty();
    }

    /** The letters of the current line so far as the file has them, before any conversion of old fonts. */
    public String rawSoFar() {
        return raw(line);
    }

    /** What was appended so far to the current line, as it will stand in its block when more words follow. */
    public String textSoFar(BlockList list) {
        String andMore = VietnameseText.normalise(unicode(line, null) + 'x');
        return andMore.substring(0, andMore.length() - 1);
    }

    /** How many non-empty lines come before the current one. */
    public int finishedLines() {
        int count = 0;
        for (List<Run> done : lines) {
            count += VietnameseText.normalise(unicode(done, null)).isEmpty() ? 0 : 1;
        }
        return count;
    }

    /** Adds the blocks of this paragraph; an empty line gives none. */
    public void addTo(BlockList list, Block.Kind kind, Block.@Nullable Cell cell, int page) {
        lines.add(line);
        String number = VietnameseText.normalise(label);
        for (List<Run> runs : lines) {
            if (add(list, kind, cell, page, runs, number)) {
                number = "";
            }
        }
    }

    private boolean add(
            BlockList list, Block.Kind kind, Block.@Nullable Cell cell, int page, List<Run> runs, String number) {
        String raw = raw(runs);
        String text = VietnameseText.normalise(unicode(runs, list));
        if (text.isEmpty() && number.isEmpty()) {
            return false;
        }
        list.struck(words(runs.stream().filter(run -> run.face().struck()).toList()));
        boolean converted = runs.stream().anyMatch(run -> legacy(run).isPresent());
        var block = new Block(list.next(), kind, number, text, converted ? raw : null, look(runs), cell, page);
        if (!converted && LegacyText.looksForeign(guarded(runs))) {
            list.addUnjudged(block, guarded(runs));
        } else {
            list.add(block);
        }
        return true;
    }

    private Block.Look look(List<Run> runs) {
        int letters = 0;
        int bold = 0;
        int italic = 0;
        boolean lead = false;
        var fonts = new HashMap<String, Integer>();
        for (Run run : runs) {
            int count = letters(run.text());
            if (letters == 0 && count > 0) {
                lead = run.face().bold();
            }
            letters += count;
            bold += run.face().bold() ? count : 0;
            italic += run.face().italic() ? count : 0;
            fonts.merge(run.font(), count, Integer::sum);
        }
        boolean allBold = letters > 0 && bold * 20 >= letters * 19;
        String font = fonts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        return new Block.Look(
                outlineLevel,
                allBold,
                lead && !allBold,
                letters > 0 && italic * 10 >= letters * 9,
                centred,
                style,
                font);
    }

    private static int letters(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) > ' ' ? 1 : 0;
        }
        return count;
    }

    private static String raw(List<Run> runs) {
        var raw = new StringBuilder();
        runs.forEach(run -> raw.append(run.text()));
        return raw.toString();
    }

    /** The same with stand-ins for signs, which are no letters of an old encoding. */
    private static String guarded(List<Run> runs) {
        var raw = new StringBuilder();
        for (Run run : runs) {
            run.text().chars().forEach(c -> raw.append((char) (run.sign() && c > 0x7F && c <= 0xFF ? GUARD + c : c)));
        }
        return raw.toString();
    }

    /** With the signs themselves again. */
    static String unguarded(String guarded) {
        var text = new StringBuilder(guarded.length());
        guarded.chars().forEach(c -> text.append((char) (c > GUARD && c <= GUARD + 0xFF ? c - GUARD : c)));
        return text.toString();
    }

    private static String words(List<Run> runs) {
        return runs.isEmpty() ? "" : VietnameseText.normalise(unicode(runs, null));
    }

    /** Neighbours in the same font are converted together, because a VNI letter and its mark may be two runs. */
    private static String unicode(List<Run> runs, @Nullable BlockList list) {
        var out = new StringBuilder();
        int i = 0;
        while (i < runs.size()) {
            String font = runs.get(i).font();
            boolean capitals = runs.get(i).face().capitals();
            var same = new StringBuilder();
            while (i < runs.size()
                    && runs.get(i).font().equals(font)
                    && runs.get(i).face().capitals() == capitals) {
                same.append(runs.get(i++).text());
            }
            String text = convert(same.toString(), font, list);
            out.append(capitals ? text.toUpperCase(VIETNAMESE) : text);
        }
        return out.toString();
    }

    private static String convert(String text, String font, @Nullable BlockList list) {
        Optional<LegacyEncoding> encoding = LegacyEncoding.ofFont(font);
        if (encoding.isEmpty() || LegacyText.isUnicode(text)) {
            return text;
        }
        String unicode = encoding.get().toUnicode(text);
        if (unicode.equals(text)) {
            return text; // figures, or a bullet in such a font
        }
        if (list != null) {
            list.convertedByFont(encoding.get());
        }
        return LegacyEncoding.isCapitals(font) ? unicode.toUpperCase(Locale.ROOT) : unicode;
    }

    private static Optional<LegacyEncoding> legacy(Run run) {
        return LegacyText.isUnicode(run.text()) || letters(run.text()) == 0
                ? Optional.empty()
                : LegacyEncoding.ofFont(run.font());
    }
}
