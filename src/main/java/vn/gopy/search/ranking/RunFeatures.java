package vn.gopy.search.ranking;

/** Which runs of the question stand word for word in a text. */
final class RunFeatures {

    private static final int LONG_RUN = 3;

    private final Asked asked;
    private final Occurrences text;

    RunFeatures(Asked asked, Occurrences text) {
        this.asked = asked;
        this.text = text;
    }

    void fill(float[] row) {
        boolean[] inRun = new boolean[asked.length];
        float longest = walk(asked, text, inRun);
        int places = 0;
        for (boolean in : inRun) {
            places += in ? 1 : 0;
        }
        Feature.LONGEST_RUN.set(row, longest);
        Feature.IN_RUNS.set(row, asked.length == 0 ? 0 : (float) places / asked.length);
    }

    /** The weightiest run common to both, as a share of the question's syllables. */
    static float longest(Asked asked, Occurrences text) {
        return walk(asked, text, new boolean[asked.length]);
    }

    /** Marks the places of the question in runs of three or more, and gives the weight of the weightiest run. */
    private static float walk(Asked asked, Occurrences text, boolean[] inRun) {
        float best = 0;
        for (int place = 0; place < asked.length; place++) {
            int term = asked.syllableAt[place];
            if (text.syllables[term] == 0) {
                continue;
            }
            int longest = 1;
            boolean pair = place + 1 < asked.length && text.pairs[asked.pairAt[place]] > 0;
            for (int at = 0; pair && at < text.pairAt.length; at++) {
                if (text.pairAt[at] == asked.pairAt[place]) {
                    longest = Math.max(longest, run(asked, text, place, at));
                }
            }
            float weight = 0;
            for (int i = 0; i < longest; i++) {
                weight += asked.syllables.weight[asked.syllableAt[place + i]];
                inRun[place + i] |= longest >= LONG_RUN;
            }
            best = Math.max(best, weight);
        }
        return Math.min(1, Occurrences.share(best, asked.syllables.all));
    }

    private static int run(Asked asked, Occurrences text, int place, int at) {
        int length = 1;
        while (place + length < asked.length
                && at + length < text.length
                && asked.pairAt[place + length - 1] == text.pairAt[at + length - 1]) {
            length++;
        }
        return length;
    }
}
