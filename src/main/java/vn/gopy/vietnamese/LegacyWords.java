package vn.gopy.vietnamese;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts texts whose old encodings nothing names, word by word: each word is worth what the table of syllables says of it in
 * each encoding, and its neighbours, because nobody changes the encoding from one word to the next without need. So a file may
 * mix encodings from one paragraph to the next and within one.
 */
public final class LegacyWords {

    private static final Pattern WORD = Pattern.compile("\\S+");

    /** Plain letters, one sign with figures and stops around it, a power after a unit: the same in every encoding. */
    private static final Pattern SAYS_NOTHING =
            Pattern.compile("\\p{ASCII}*|[\\d\\p{Punct}]*[^\\p{ASCII}][\\d\\p{Punct}]*|[a-zA-Z]{1,3}[²³][\\p{Punct}]*");

    /** What a word is worth that is a syllable with a Vietnamese mark, one without, and none. */
    private static final int MARKED = 3;

    private static final int PLAIN = 1;
    private static final int NONE = -2;
    /** What a change of the encoding costs; between two texts less than within one. */
    private static final int CHANGE = 5;

    private static final int CHANGE_BETWEEN = 3;

    private static final LegacyEncoding[] ENCODINGS = LegacyEncoding.values();
    /** The text is fine as it is. */
    private static final int AS_IT_IS = ENCODINGS.length;

    private static final int STATES = ENCODINGS.length + 1;

    /**
     * A text after conversion.
     *
     * @param used the encodings that were found in it; none when it was fine
     */
    public record Converted(String text, Set<LegacyEncoding> used) {}

    private record Word(int text, int from, int to) {}

    private final List<String> texts;
    private final List<Word> words = new ArrayList<>();

    private LegacyWords(List<String> texts) {
        this.texts = texts;
        for (int i = 0; i < texts.size(); i++) {
            Matcher word = WORD.matcher(texts.get(i));
            while (word.find()) {
                words.add(new Word(i, word.start(), word.end()));
            }
        }
    }

    /** Converts texts that follow one another in a file; as many come back, in their order. */
    public static List<Converted> convert(List<String> texts) {
        return new LegacyWords(texts).converted();
    }

    private List<Converted> converted() {
        int[] states = states();
        var result = new ArrayList<Converted>(texts.size());
        int at = 0;
        for (int i = 0; i < texts.size(); i++) {
            int first = at;
            while (at < words.size() && words.get(at).text() == i) {
                at++;
            }
            result.add(converted(texts.get(i), first, at, states));
        }
        return result;
    }

    /** Words of one encoding are converted together: capitals show in whole stretches only. */
    private Converted converted(String text, int first, int end, int[] states) {
        var out = new StringBuilder(text.length());
        Set<LegacyEncoding> used = EnumSet.noneOf(LegacyEncoding.class);
        int done = 0;
        int word = first;
        while (word < end) {
            int state = states[word];
            int last = word;
            while (last + 1 < end && states[last + 1] == state) {
                last++;
            }
            int to = last + 1 == end ? text.length() : words.get(last + 1).from();
            String stretch = text.substring(done, to);
            done = to;
            if (state == AS_IT_IS || !LegacyText.looksForeign(stretch)) {
                out.append(stretch);
            } else {
                out.append(ENCODINGS[state].toUnicode(stretch));
                used.add(ENCODINGS[state]);
            }
            word = last + 1;
        }
        return new Converted(out.append(text, done, text.length()).toString(), used);
    }

    /** The encoding of each word, so that all words together are worth most. */
    private int[] states() {
        int size = words.size();
        var from = new byte[size][STATES];
        var best = new int[STATES];
        for (int i = 0; i < size; i++) {
            int[] worth = worth(i);
            int change = i > 0 && words.get(i).text() != words.get(i - 1).text() ? CHANGE_BETWEEN : CHANGE;
            int top = top(best);
            var next = new int[STATES];
            for (int state = 0; state < STATES; state++) {
                boolean stays = best[state] >= best[top] - change;
                from[i][state] = (byte) (stays ? state : top);
                next[state] = (stays ? best[state] : best[top] - change) + worth[state];
            }
            best = next;
        }
        var states = new int[size];
        int state = top(best);
        for (int i = size - 1; i >= 0; i--) {
            states[i] = state;
            state = from[i][state];
        }
        return states;
    }

    /** Ties go to the text as it is. */
    private static int top(int[] best) {
        int top = AS_IT_IS;
        for (int state = 0; state < STATES; state++) {
            top = best[state] > best[top] ? state : top;
        }
        return top;
    }

    private int[] worth(int at) {
        var worth = new int[STATES];
        Word word = words.get(at);
        String written = texts.get(word.text()).substring(word.from(), word.to());
        if (SAYS_NOTHING.matcher(written).matches()) {
            return worth;
        }
        if (LegacyText.isUnicode(written)) {
            Arrays.fill(worth, NONE);
            worth[AS_IT_IS] = worthOf(written);
            return worth;
        }
        for (int state = 0; state < AS_IT_IS; state++) {
            worth[state] = worthOf(ENCODINGS[state].toUnicode(written));
        }
        worth[AS_IT_IS] = worthOf(written);
        return worth;
    }

    private static int worthOf(String word) {
        Syllables.Count count = Syllables.count(word);
        if (count.words() == 0) {
            return 0;
        }
        if (count.syllables() < count.words()) {
            return NONE;
        }
        return count.marked() > 0 ? MARKED : PLAIN;
    }
}
