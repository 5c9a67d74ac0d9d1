package vn.gopy.legaltext.diff;

import java.util.Arrays;
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

    /**
     * Which of two sequences of any units stand for each other: for each of the first the index of its partner in the
     * second, rising; -1 for none.
     */
    public static int[] partners(List<String> before, List<String> after) {
        Map<String, Integer> known = new HashMap<>();
        int[] a = before.stream().mapToInt(unit -> id(unit, known)).toArray();
        int[] b = after.stream().mapToInt(unit -> id(unit, known)).toArray();
        return CommonWords.of(a, b, known.size());
    }

    /**
     * What stands in both of two sequences, in whatever order: for each of the first the index of the same unit of the second
     * where at least five in a row are the same; -1 for none. A run that comes twice in the second is none.
     */
    public static int[] moved(List<String> gone, List<String> come) {
        Map<String, Integer> known = new HashMap<>();
        int[] a = gone.stream().mapToInt(unit -> id(unit, known)).toArray();
        int[] b = come.stream().mapToInt(unit -> id(unit, known)).toArray();
        int[] none = new int[a.length];
        Arrays.fill(none, -1);
        return MovedWords.of(a, b, none).partners();
    }

    private static int id(String unit, Map<String, Integer> known) {
        return known.computeIfAbsent(unit, any -> known.size());
    }

    private static int[] ids(Words words, Map<String, Integer> known) {
        int[] ids = new int[words.count()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = id(words.word(i), known);
        }
        return ids;
    }
}
