package vn.gopy.legaltext.alignment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import vn.gopy.legaltext.diff.Words;

/** Numbers for words and for pairs of neighbouring words, the same for both sides; words count in one spelling. */
final class Vocabulary {

    private final Map<String, Integer> asWritten = new HashMap<>();
    private final Map<String, Integer> even = new HashMap<>();
    private final PairNumbers pairs = new PairNumbers();
    private int features;

    /** The words of a text in order, signs left out. */
    int[] words(String text) {
        Words words = Words.of(text);
        int[] ids = new int[words.count()];
        int count = 0;
        for (int i = 0; i < ids.length; i++) {
            if (words.isWord(i)) {
                ids[count++] = id(words.word(i));
            }
        }
        return Arrays.copyOf(ids, count);
    }

    private int id(String word) {
        Integer known = asWritten.get(word);
        if (known != null) {
            return known;
        }
        int id = even.computeIfAbsent(Spelling.even(word), any -> features++);
        asWritten.put(word, id);
        return id;
    }

    /** Words and pairs, sorted, each as often as it occurs. */
    int[] bag(int[] words) {
        int[] bag = Arrays.copyOf(words, words.length == 0 ? 0 : words.length * 2 - 1);
        for (int i = 1; i < words.length; i++) {
            int number = pairs.of(words[i - 1], words[i], features);
            features = Math.max(features, number + 1);
            bag[words.length + i - 1] = number;
        }
        Arrays.sort(bag);
        return bag;
    }

    /** How many different words and pairs there are. */
    int size() {
        return features;
    }
}
