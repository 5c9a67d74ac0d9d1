package vn.gopy.document.extract.twice;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import vn.gopy.vietnamese.VietnameseText;

/**
 * The letters and digits of a text in one row, small, without spaces, signs and line ends: what two readers must agree on
 * whatever they think of words and lines. Knows which word each letter came from.
 */
final class Letters {

    /** Of each character the letter to keep of it, 0 for none: every character of two texts is asked for. */
    private static final char[] KEPT = new char[Character.MAX_VALUE + 1];

    static {
        for (int i = 0; i < KEPT.length; i++) {
            char c = VietnameseText.repaired((char) i);
            KEPT[i] = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
        }
    }

    private final List<String> lines = new ArrayList<>();
    private char[] row;
    private int length;

    /** Of each word its line, where in it it begins and ends, and where its letters begin in the row. */
    private int[] places;

    private int words;

    private @Nullable String rowAsText;

    private static final int LINE = 0;
    private static final int FROM = 1;
    private static final int TO = 2;
    private static final int START = 3;
    private static final int FIELDS = 4;

    private Letters(char[] row, int[] places) {
        this.row = row;
        this.places = places;
    }

    static Letters of(List<String> lines) {
        var letters = new Letters(new char[4096], new int[1024 * FIELDS]);
        lines.forEach(letters::addAll);
        return letters;
    }

    /** The same with more lines behind. */
    Letters and(List<String> more) {
        var letters = new Letters(row.clone(), places.clone());
        letters.lines.addAll(lines);
        letters.length = length;
        letters.words = words;
        more.forEach(letters::addAll);
        return letters;
    }

    private void addAll(String written) {
        String line = isComposed(written) ? written : Normalizer.normalize(written, Normalizer.Form.NFC);
        lines.add(line);
        if (length + line.length() > row.length) {
            row = Arrays.copyOf(row, Math.max(row.length * 2, length + line.length()));
        }
        int start = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (i == line.length() || isBlank(line.charAt(i))) {
                add(line, start, i);
                start = i + 1;
            }
        }
    }

    /** Plain letters and those of Vietnamese with their marks: nothing of them can be composed. */
    private static boolean isComposed(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c >= '\u0300' && (c < '\u1EA0' || c > '\u1EF9') && (c < '\u2010' || c > '\u2026')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\u00A0' || (c < ' ' || c >= '\u1680') && Character.isWhitespace(c);
    }

    private void add(String line, int from, int to) {
        int before = length;
        for (int i = from; i < to; i++) {
            char c = KEPT[line.charAt(i)];
            if (c != 0) {
                row[length++] = c;
            }
        }
        if (length > before) {
            int at = words++ * FIELDS;
            if (at + FIELDS > places.length) {
                places = Arrays.copyOf(places, places.length * 2);
            }
            places[at + LINE] = lines.size() - 1;
            places[at + FROM] = from;
            places[at + TO] = to;
            places[at + START] = before;
        }
    }

    int length() {
        return length;
    }

    int words() {
        return words;
    }

    char at(int letter) {
        return row[letter];
    }

    int start(int word) {
        return word == words ? length : places[word * FIELDS + START];
    }

    int end(int word) {
        return start(word + 1);
    }

    /** The letters of the words from one to before another. */
    String letters(int from, int to) {
        return new String(row, start(from), start(to) - start(from));
    }

    /** The words as they are written. */
    String written(int from, int to) {
        var written = new StringJoiner(" ");
        for (int word = Math.max(0, from); word < to; word++) {
            int at = word * FIELDS;
            written.add(lines.get(places[at + LINE]).substring(places[at + FROM], places[at + TO]));
        }
        return written.toString();
    }

    /** How often the letters occur, not counting what overlaps; no more than {@code most} are counted. */
    int count(String letters, int most) {
        String all = text();
        int found = 0;
        for (int at = all.indexOf(letters); at >= 0 && found < most; at = all.indexOf(letters, at + letters.length())) {
            found++;
        }
        return found;
    }

    private String text() {
        if (rowAsText == null) {
            rowAsText = new String(row, 0, length);
        }
        return rowAsText;
    }
}
