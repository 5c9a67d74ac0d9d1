package vn.gopy.legaltext.diff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The difference of two wordings. What is told as equal or inserted is exactly the new text; what is told as equal or
 * deleted is the old one, with the new white space between words that stayed. Words are compared letter by letter. The same texts always give the
 * same difference, in time that grows about as the texts do, however hostile they are: where two long stretches have next to
 * nothing in common, one is told as replaced by the other.
 */
public final class WordDiff {

    private WordDiff() {}

    /** The changes from the old wording to the new one, in reading order, where both change the deleted words first. */
    public static List<Change> of(String before, String after) {
        Words old = Words.of(before);
        Words fresh = Words.of(after);
        Map<String, Integer> known = new HashMap<>();
        int[] a = ids(old, known);
        int[] b = ids(fresh, known);
        int[] partner = CommonWords.of(a, b, known.size());
        Islands.drown(partner, b.length, old);
        MovedWords moved = MovedWords.of(a, b, partner);
        return new Telling(old, fresh, partner, moved).changes();
    }

    private static int[] ids(Words words, Map<String, Integer> known) {
        int[] ids = new int[words.count()];
        for (int i = 0; i < ids.length; i++) {
            String word = words.word(i);
            Integer id = known.putIfAbsent(word, known.size());
            ids[i] = id == null ? known.size() - 1 : id;
        }
        return ids;
    }
}
