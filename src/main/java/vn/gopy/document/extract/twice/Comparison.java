package vn.gopy.document.extract.twice;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.gopy.legaltext.Difference;

/**
 * Finds what one reader of a file found and the other did not. Order, word joins, line ends and signs do not matter; how
 * often something occurs does. A difference is a run of two words or more, or one word that occurs nowhere else.
 */
public final class Comparison {

    /** More nobody looks at; a file with so many is read as another kind of thing altogether. */
    static final int MOST = 60;

    private static final int CONTEXT_WORDS = 8;
    /** Looking for short pieces walks through both texts. */
    private static final int MOST_PIECES = 4_000;

    /** So few words between two differences belong to both. */
    private static final int NEAR = 5;

    private static final int COUNTED = 50;
    /** Shorter repetitions are the way forms are written. */
    private static final int REPEATED_WORDS = 4;

    private final Letters mine;
    private final Letters other;
    /** Numbers of notes, which the other reader leaves standing at the words. */
    private final Set<String> marks;

    private int pieces;

    Comparison(Letters mine, Letters other, Set<String> marks) {
        this.mine = mine;
        this.other = other;
        this.marks = marks;
    }

    /**
     * Compares two readings.
     *
     * @param text what the first reader gives as the text
     * @param aside what it knows besides: drawn numbers, remarks, both sides of changes, headers, what it dropped
     * @param second all that the second reader gives
     */
    public static List<Difference> of(List<String> text, List<String> aside, List<String> second) {
        return new FirstReading(text, aside).against(second);
    }

    /** Adds what the other has not. */
    void lost(Grams known, List<Difference> found) {
        for (int[] run : uncovered(known)) {
            report(run, found);
        }
    }

    /** Adds what the other has less often. */
    void repeated(Grams known, List<Difference> found) {
        for (int[] run : uncovered(known)) {
            reportRepeated(run, found);
        }
    }

    /** The differences, and of those that a further witness has found the words that are not among them yet. */
    public static List<Difference> withUntold(List<Difference> found, List<Difference> further) {
        Letters told = Letters.of(found.stream().map(Difference::words).toList());
        Stream<Difference> untold = further.stream().filter(it -> {
            Letters words = Letters.of(List.of(it.words()));
            return told.count(words.letters(0, words.words()), 1) == 0;
        });
        return Stream.concat(found.stream(), untold).limit(MOST).toList();
    }

    /** Runs of words of mine whose letters lie in no longer run that the other has as often. */
    private List<int[]> uncovered(Grams known) {
        BitSet covered = known.covers(mine);
        var runs = new ArrayList<int[]>();
        int from = -1;
        for (int word = 0; word <= mine.words(); word++) {
            boolean open = word < mine.words() && isOpen(covered, word);
            if (open && from < 0) {
                from = word;
            } else if (!open && from >= 0) {
                addNear(runs, from, word);
                from = -1;
            }
        }
        return runs;
    }

    private static void addNear(List<int[]> runs, int from, int to) {
        if (!runs.isEmpty() && from - runs.getLast()[1] <= NEAR) {
            runs.getLast()[1] = to;
        } else {
            runs.add(new int[] {from, to});
        }
    }

    private boolean isOpen(BitSet covered, int word) {
        int known = 0;
        for (int i = mine.start(word); i < mine.end(word); i++) {
            known += covered.get(i) ? 1 : 0;
        }
        return known * 2 <= mine.end(word) - mine.start(word);
    }

    /** Short pieces that stand elsewhere in the other's order are no loss; what is left is, as a whole if it is the most. */
    private void report(int[] run, List<Difference> found) {
        var left = new ArrayList<int[]>();
        int words = 0;
        int word = run[0];
        while (word < run[1]) {
            int to = knownUpTo(word, run[1]);
            if (to > word) {
                word = to;
            } else {
                addNear(left, word, word + 1);
                words++;
                word++;
            }
        }
        if (words * 2 > run[1] - run[0]) {
            add(run[0], run[1], found);
        } else {
            left.forEach(it -> add(it[0], it[1], found));
        }
    }

    private void add(int from, int to, List<Difference> found) {
        if (found.size() >= MOST) {
            return;
        }
        String letters = mine.letters(from, to);
        boolean counts = to - from > 1 || other.count(letters, 1) == 0 && !endsWithMark(letters);
        if (counts) {
            found.add(new Difference(
                    Difference.Kind.ONLY_SECOND, mine.written(from, to), mine.written(from - CONTEXT_WORDS, from)));
        }
    }

    private boolean endsWithMark(String letters) {
        return marks.stream()
                .filter(letters::endsWith)
                .map(mark -> letters.substring(0, letters.length() - mark.length()))
                .anyMatch(word -> word.isEmpty() || other.count(word, 1) > 0);
    }

    /** The end of the longest piece from there that the other has at least as often. */
    private int knownUpTo(int from, int end) {
        int known = from;
        int to = from;
        while (to < end && pieces < MOST_PIECES) {
            to++;
            if (!isKnown(from, to)) {
                break;
            }
            known = to;
        }
        return known;
    }

    private boolean isKnown(int from, int to) {
        pieces++;
        String letters = mine.letters(from, to);
        int theirs = other.count(letters, COUNTED);
        return theirs == COUNTED || theirs > 0 && theirs >= mine.count(letters, COUNTED);
    }

    private void reportRepeated(int[] run, List<Difference> found) {
        if (run[1] - run[0] < REPEATED_WORDS || found.size() >= MOST) {
            return;
        }
        String letters = mine.letters(run[0], run[1]);
        int theirs = other.count(letters, COUNTED);
        if (theirs > 0 && mine.count(letters, COUNTED) > theirs) {
            found.add(new Difference(
                    Difference.Kind.MORE_IN_FIRST,
                    mine.written(run[0], run[1]),
                    mine.written(run[0] - CONTEXT_WORDS, run[0])));
        }
    }
}
