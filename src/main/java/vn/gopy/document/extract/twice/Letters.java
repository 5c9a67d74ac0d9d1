package vn.gopy.document.extract.twice;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.gopy.vietnamese.VietnameseText;

/**
 * The letters and digits of a text in one row, small, without spaces, signs and line ends: what two readers must agree on
 * whatever they think of words and lines. Knows which word each letter came from.
 */
final class Letters {

    private final List<String> words = new ArrayList<>();
    private final StringBuilder row = new StringBuilder();
    /** Of each word, where its letters begin; one more for the end. */
    private int[] starts = new int[1024];

    private Letters() {}

    static Letters of(List<String> lines) {
        var letters = new Letters();
        for (String line : lines) {
            letters.addAll(Normalizer.normalize(line, Normalizer.Form.NFC));
        }
        return letters;
    }

    private void addAll(String line) {
        int start = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (i == line.length() || Character.isWhitespace(line.charAt(i)) || line.charAt(i) == '\u00A0') {
                add(line, start, i);
                start = i + 1;
            }
        }
    }

    private void add(String line, int from, int to) {
        int before = row.length();
        for (int i = from; i < to; i++) {
            char c = VietnameseText.repaired(line.charAt(i));
            if (Character.isLetterOrDigit(c)) {
                row.append(Character.toLowerCase(c));
            }
        }
        if (row.length() > before) {
            if (words.size() + 1 == starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
            }
            starts[words.size()] = before;
            words.add(line.substring(from, to));
            starts[words.size()] = row.length();
        }
    }

    int length() {
        return row.length();
    }

    int words() {
        return words.size();
    }

    char at(int letter) {
        return row.charAt(letter);
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return starts[word + 1];
    }

    /** The letters of the words from one to before another. */
    String letters(int from, int to) {
        return row.substring(starts[from], starts[to]);
    }

    /** The words as they are written. */
    String written(int from, int to) {
        return String.join(" ", words.subList(Math.max(0, from), to));
    }

    /** How often the letters occur, not counting what overlaps; no more than {@code most} are counted. */
    int count(String letters, int most) {
        int found = 0;
        for (int at = row.indexOf(letters); at >= 0 && found < most; at = row.indexOf(letters, at + letters.length())) {
            found++;
        }
        return found;
    }
}
