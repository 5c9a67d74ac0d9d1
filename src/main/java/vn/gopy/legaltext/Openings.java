package vn.gopy.legaltext;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fixed phrases by their first two letters, so that nearly every word of a text is known at once to begin none of them.
 *
 * @param <T> what a phrase stands for
 */
final class Openings<T> {

    private static final int SIZE = 1 << 12;

    private final Map<Integer, List<T>> phrases = new HashMap<>();
    private final boolean[] possible = new boolean[SIZE];

    /** @param phrase in small letters; phrases are asked in the order in which they were added */
    void add(String phrase, T meaning) {
        int pair = pair(phrase, 0);
        phrases.merge(
                pair,
                List.of(meaning),
                (one, other) -> java.util.stream.Stream.concat(one.stream(), other.stream())
                        .toList());
        possible[slot(pair)] = true;
    }

    /** What the phrases mean that may stand here, judged by two letters in whatever case. */
    List<T> at(String text, int at) {
        int pair = pair(text, at);
        return possible[slot(pair)] ? phrases.getOrDefault(pair, List.of()) : List.of();
    }

    private static int pair(String text, int at) {
        int next = at + 1 < text.length() ? TextAt.lower(text.charAt(at + 1)) : 0;
        return TextAt.lower(text.charAt(at)) << 16 | next;
    }

    private static int slot(int pair) {
        return (pair >>> 11 ^ pair) & SIZE - 1;
    }
}
