package vn.gopy.command.measure.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.ranking.LongIndex;
import vn.gopy.search.ranking.TermTable;
import vn.gopy.search.ranking.TermTable.Counted;
import vn.gopy.search.ranking.Words;

/** The articles that are learned from, taken apart, and how many of them hold each term. */
final class Library {

    private static final int LEAST_SYLLABLE = 3;
    private static final int LEAST_PAIR = 6;
    private static final int LEAST_ACCENTED_PAIR = 8;

    final List<IndexDocument> documents;
    final Words[] headings;
    final Words[] bodies;
    final Counted accented;
    final Counted folded;
    private final LongIndex rows;
    private final Map<String, Integer> byId = new HashMap<>();

    Library(List<IndexDocument> documents) {
        this.documents = documents;
        headings = documents.stream().map(one -> Words.of(one.title())).toArray(Words[]::new);
        bodies = documents.stream().map(one -> Words.of(one.text())).toArray(Words[]::new);
        for (int article = 0; article < bodies.length; article++) {
            byId.put(documents.get(article).id(), article);
        }
        accented = counted(false, LEAST_ACCENTED_PAIR);
        folded = counted(true, LEAST_PAIR);
        rows = new LongIndex(folded.keys());
    }

    int size() {
        return bodies.length;
    }

    /** The number of the article with this id, or -1. */
    int article(String id) {
        return byId.getOrDefault(id, -1);
    }

    /** The row of a term without marks, or -1. */
    int row(long term) {
        return rows.of(TermTable.key(term));
    }

    /** Average syllables of texts with the heading three times, of bodies, of headings where there is one. */
    float[] lengths() {
        float body = average(bodies, Words::length);
        Words[] titled = Arrays.stream(headings).filter(one -> one.length() > 0).toArray(Words[]::new);
        float heading = average(titled, Words::length);
        return new float[] {body + 3 * average(headings, Words::length), body, heading};
    }

    private static float average(Words[] texts, ToIntFunction<Words> length) {
        return (float) Arrays.stream(texts).mapToInt(length).average().orElse(1);
    }

    private Counted counted(boolean withoutMarks, int leastPair) {
        Counted syllables = counted(withoutMarks, false, LEAST_SYLLABLE);
        Counted pairs = counted(withoutMarks, true, leastPair);
        Map<Long, Integer> all = new HashMap<>();
        for (Counted one : List.of(syllables, pairs)) {
            for (int i = 0; i < one.keys().length; i++) {
                all.putIfAbsent(one.keys()[i], one.frequencies()[i]);
            }
        }
        long[] keys = all.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        return new Counted(keys, Arrays.stream(keys).mapToInt(all::get).toArray());
    }

    private Counted counted(boolean withoutMarks, boolean inPairs, int least) {
        long[] found = new long[1 << 20];
        int count = 0;
        for (int article = 0; article < bodies.length; article++) {
            long[] own = own(article, withoutMarks, inPairs);
            if (count + own.length > found.length) {
                found = Arrays.copyOf(found, Math.max(count + own.length, found.length * 2));
            }
            System.arraycopy(own, 0, found, count, own.length);
            count += own.length;
        }
        Arrays.sort(found, 0, count);
        return often(found, count, least);
    }

    private static Counted often(long[] sorted, int count, int least) {
        long[] keys = new long[count];
        int[] frequencies = new int[count];
        int kept = 0;
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && sorted[to] == sorted[from]) {
                to++;
            }
            if (to - from >= least) {
                keys[kept] = sorted[from];
                frequencies[kept++] = to - from;
            }
            from = to;
        }
        return new Counted(Arrays.copyOf(keys, kept), Arrays.copyOf(frequencies, kept));
    }

    /** The different keys of an article. */
    private long[] own(int article, boolean withoutMarks, boolean inPairs) {
        Words[] texts = {headings[article], bodies[article]};
        long[] keys = new long[texts[0].length() + texts[1].length()];
        int count = 0;
        for (Words text : texts) {
            long[] numbers = text.syllables(withoutMarks);
            for (int place = 0; place + (inPairs ? 1 : 0) < text.length(); place++) {
                keys[count++] =
                        TermTable.key(inPairs ? Words.pair(numbers[place], numbers[place + 1]) : numbers[place]);
            }
        }
        Arrays.sort(keys, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                keys[kept++] = keys[i];
            }
        }
        return Arrays.copyOf(keys, kept);
    }
}
