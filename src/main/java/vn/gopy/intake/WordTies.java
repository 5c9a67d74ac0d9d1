package vn.gopy.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.gopy.legaltext.diff.WordDiff;

/**
 * Ties the words of one text to the same words of another. Runs of words that occur once in each text are certain,
 * wherever they stand; what lies between two of them is compared in order.
 */
final class WordTies {

    static final int NONE = -1;

    /** So many words in a row hardly ever come twice by chance. */
    private static final int RUN = 4;

    /** A longer stretch without any certain run is another text. */
    private static final long LARGEST_GAP = 9_000_000;

    private final List<String> old;
    private final List<String> now;
    private final int[] tied;
    private final boolean[] taken;

    private WordTies(List<String> old, List<String> now) {
        this.old = old;
        this.now = now;
        this.tied = new int[now.size()];
        this.taken = new boolean[old.size()];
        Arrays.fill(tied, NONE);
    }

    /** For each word of the second text the index of the same word of the first, or {@link #NONE}. */
    static int[] of(List<String> old, List<String> now) {
        WordTies ties = new WordTies(old, now);
        ties.tieRuns();
        ties.tieBetween();
        return ties.tied;
    }

    private void tieRuns() {
        Map<String, Integer> runs = unique(old);
        unique(now).forEach((run, at) -> {
            Integer there = runs.get(run);
            if (there != null && there >= 0 && at >= 0) {
                grow(there, at);
            }
        });
    }

    /** Each run with its place; a negative place when it comes more than once. */
    private static Map<String, Integer> unique(List<String> words) {
        Map<String, Integer> runs = new HashMap<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.merge(String.join(" ", words.subList(i, i + RUN)), i, (one, other) -> NONE);
        }
        return runs;
    }

    private void grow(int there, int at) {
        for (int i = 0; same(there + i, at + i); i++) {
            tie(there + i, at + i);
        }
        for (int i = -1; same(there + i, at + i); i--) {
            tie(there + i, at + i);
        }
    }

    private boolean same(int there, int at) {
        return there >= 0
                && at >= 0
                && there < old.size()
                && at < now.size()
                && !taken[there]
                && tied[at] == NONE
                && old.get(there).equals(now.get(at));
    }

    private void tie(int there, int at) {
        tied[at] = there;
        taken[there] = true;
    }

    private void tieBetween() {
        int at = 0;
        while (at < now.size()) {
            if (tied[at] != NONE) {
                at++;
                continue;
            }
            int end = at;
            while (end < now.size() && tied[end] == NONE) {
                end++;
            }
            int from = at == 0 ? 0 : tied[at - 1] + 1;
            int to = end == now.size() ? old.size() : tied[end];
            compare(from, to, at, end);
            at = end;
        }
    }

    private void compare(int from, int to, int at, int end) {
        if (from >= to || (long) (to - from) * (end - at) > LARGEST_GAP) {
            return;
        }
        int[] partners = WordDiff.partners(old.subList(from, to), now.subList(at, end));
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] >= 0 && !taken[from + i]) {
                tie(from + i, at + partners[i]);
            }
        }
    }
}
