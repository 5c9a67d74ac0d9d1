package vn.gopy.document.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.diff.WordDiff;
import vn.gopy.vietnamese.VietnameseText;

/**
 * Which line of a file a block was read from, and where in it its letters stand. They are told by their letters in their
 * order: what was read from text boxes, notes and headings of tables, or is drawn by itself, is no line.
 */
final class BlockLines {

    /** A stretch of a line; for a block in an old encoding the whole line. */
    record Stretch(int line, int from, int to) {}

    private final List<Marking.Line> blocks;
    private final List<String> lines;
    private final int[] lineOf;
    private final @Nullable Letters[] letters;

    BlockLines(List<Marking.Line> blocks, List<String> lines) {
        this.blocks = blocks;
        this.lines = lines;
        this.lineOf = new int[blocks.size()];
        this.letters = new Letters[blocks.size()];
        List<Integer> asked = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int n = 0; n < blocks.size(); n++) {
            String key = key(blocks.get(n).text());
            lineOf[n] = -1;
            if (!key.isEmpty()) {
                asked.add(n);
                words.add(key);
            }
        }
        List<Integer> given = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int n = 0; n < lines.size(); n++) {
            String key = key(lines.get(n));
            if (!key.isEmpty()) {
                given.add(n);
                others.add(key);
            }
        }
        int[] partners = WordDiff.partners(words, others);
        for (int n = 0; n < partners.length; n++) {
            lineOf[asked.get(n)] = partners[n] < 0 ? -1 : given.get(partners[n]);
        }
    }

    private static String key(String text) {
        return shown(VietnameseText.normalise(text));
    }

    /** Capitals that are only shown as such, and raised digits, are other letters in the file. */
    private static String shown(String text) {
        var key = new StringBuilder(text.length());
        for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
            if (!Character.isWhitespace(c)) {
                int raised = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c);
                key.append(raised < 0 ? c : (char) ('0' + raised));
            }
        }
        return key.toString();
    }

    /** Whether words may come into the block. */
    boolean takesWords(int block) {
        return block >= 0 && block < lineOf.length && !blocks.get(block).old();
    }

    /** Where the letters of a block from one offset to another stand. */
    Optional<Stretch> at(int block, int from, int to) {
        if (block < 0 || block >= lineOf.length || lineOf[block] < 0) {
            return Optional.empty();
        }
        if (blocks.get(block).old()) {
            return Optional.of(new Stretch(lineOf[block], 0, 0));
        }
        String text = blocks.get(block).text();
        String line = lines.get(lineOf[block]);
        if (from < 0 || to < from || to > text.length()) {
            return Optional.empty();
        }
        Letters known = letters[block];
        if (known == null) {
            known = new Letters(line);
            letters[block] = known;
        }
        if (!known.spelled().equals(shown(text))) {
            return Optional.empty();
        }
        return Optional.of(new Stretch(lineOf[block], known.from(text, from, to), known.to(text, from, to)));
    }

    /** The letters of a line without white space, as they are read, and where each stands. */
    private static final class Letters {

        private final StringBuilder spelled = new StringBuilder();
        private final List<Integer> starts = new ArrayList<>();
        private final List<Integer> ends = new ArrayList<>();
        private final int length;

        Letters(String line) {
            length = line.length();
            int at = 0;
            while (at < line.length()) {
                int end = at + Character.charCount(line.codePointAt(at));
                while (end < line.length() && Character.getType(line.charAt(end)) == Character.NON_SPACING_MARK) {
                    end++;
                }
                String letter = shown(VietnameseText.normalise(line.substring(at, end)));
                for (int i = 0; i < letter.length(); i++) {
                    starts.add(at);
                    ends.add(end);
                }
                spelled.append(letter);
                at = end;
            }
        }

        String spelled() {
            return spelled.toString();
        }

        private static int before(String text, int at) {
            return shown(text.substring(0, at)).length();
        }

        /** Behind the letter before it where white space or nothing goes with it; else where its own letter begins. */
        int from(String text, int from, int to) {
            int letter = before(text, from);
            boolean blank = from == to
                    ? from > 0 && !Character.isWhitespace(text.charAt(from - 1))
                    : Character.isWhitespace(text.charAt(from));
            return blank ? endOf(letter - 1) : startOf(letter);
        }

        int to(String text, int from, int to) {
            if (from == to) {
                return from(text, from, to);
            }
            int letter = before(text, to);
            return Character.isWhitespace(text.charAt(to - 1)) ? startOf(letter) : endOf(letter - 1);
        }

        private int startOf(int letter) {
            return letter >= starts.size() ? length : starts.get(letter);
        }

        private int endOf(int letter) {
            return letter < 0 ? 0 : ends.get(letter);
        }
    }
}
