package vn.gopy.search.ranking;

import static vn.gopy.search.ranking.Occurrences.share;
import static vn.gopy.search.ranking.Occurrences.weight;

import java.util.Arrays;

/** What of a question stands where in one candidate, by its words. */
final class WordFeatures {

    private static final int HEADING_TIMES = 3;
    private static final int RAREST = 3;
    private static final int LONGEST_HEADING = 40;

    private final Asked asked;
    private final Statistics statistics;
    private final Candidate candidate;
    private final Occurrences heading;
    private final Occurrences body;
    private final Occurrences name;

    WordFeatures(Asked asked, Statistics statistics, Candidate candidate) {
        this.asked = asked;
        this.statistics = statistics;
        this.candidate = candidate;
        heading = new Occurrences(asked, candidate.heading());
        body = new Occurrences(asked, candidate.body());
        name = new Occurrences(asked, candidate.name());
    }

    void fill(float[] row) {
        fillFields(row);
        fillCoverage(row);
        fillHeading(row);
        fillName(row);
        fillLength(row);
        new PassageFeatures(asked, statistics, candidate, heading, body).fill(row);
        new RunFeatures(asked, body).fill(row);
    }

    private void fillFields(float[] row) {
        Asked.Group s = asked.syllables;
        Asked.Group p = asked.pairs;
        float text = HEADING_TIMES * heading.length + body.length;
        float average = statistics.textLength();
        Feature.TEXT_SYLLABLES.set(
                row, Occurrences.bm25(s, heading.syllables, HEADING_TIMES, body.syllables, 1, text, average));
        Feature.TEXT_PAIRS.set(row, Occurrences.bm25(p, heading.pairs, HEADING_TIMES, body.pairs, 1, text, average));
        float ofBody = statistics.bodyLength();
        Feature.BODY_SYLLABLES.set(
                row, Occurrences.bm25(s, heading.syllables, 0, body.syllables, 1, body.length, ofBody));
        Feature.BODY_PAIRS.set(row, Occurrences.bm25(p, heading.pairs, 0, body.pairs, 1, body.length, ofBody));
        float ofHeading = statistics.headingLength();
        Feature.HEADING_SYLLABLES.set(
                row, Occurrences.bm25(s, heading.syllables, 1, body.syllables, 0, heading.length, ofHeading));
        Feature.HEADING_PAIRS.set(row, Occurrences.bm25(p, heading.pairs, 1, body.pairs, 0, heading.length, ofHeading));
    }

    private void fillCoverage(float[] row) {
        Asked.Group s = asked.syllables;
        Asked.Group p = asked.pairs;
        Feature.NAME_SYLLABLES.set(row, share(weight(s, name.syllables), s.different));
        Feature.COVERED_SYLLABLES.set(row, share(weight(s, heading.syllables, body.syllables), s.different));
        Feature.COVERED_PAIRS.set(row, share(weight(p, heading.pairs, body.pairs), p.different));
        Feature.COVERED_TRIPLES.set(row, triples());
        Feature.COVERED_WITH_NAME.set(
                row, share(weight(s, heading.syllables, body.syllables, name.syllables), s.different));
        Feature.COVERED_RAREST.set(row, rarest());
        Feature.MISSING.set(row, missing());
    }

    /** Runs of three, each with the sum of its syllables' weights. */
    private float triples() {
        float found = 0;
        float all = 0;
        for (int place = 0; place + 2 < asked.length; place++) {
            float weight = asked.syllables.weight[asked.syllableAt[place]]
                    + asked.syllables.weight[asked.syllableAt[place + 1]]
                    + asked.syllables.weight[asked.syllableAt[place + 2]];
            all += weight;
            found += holds(heading, place) || holds(body, place) ? weight : 0;
        }
        return share(found, all);
    }

    private boolean holds(Occurrences text, int place) {
        int first = asked.pairAt[place];
        int second = asked.pairAt[place + 1];
        if (text.pairs[first] == 0 || text.pairs[second] == 0) {
            return false;
        }
        for (int at = 0; at + 1 < text.pairAt.length; at++) {
            if (text.pairAt[at] == first && text.pairAt[at + 1] == second) {
                return true;
            }
        }
        return false;
    }

    private float rarest() {
        float[] sorted = asked.syllables.weight.clone();
        Arrays.sort(sorted);
        float least = sorted.length == 0 ? 0 : sorted[Math.max(0, sorted.length - RAREST)];
        float found = 0;
        float all = 0;
        for (int term = 0; term < asked.syllables.size; term++) {
            float weight = asked.syllables.weight[term];
            if (weight >= least) {
                all += weight;
                found += heading.syllables[term] + body.syllables[term] > 0 ? weight : 0;
            }
        }
        return share(found, all);
    }

    private float missing() {
        float most = 0;
        for (int term = 0; term < asked.syllables.size; term++) {
            if (heading.syllables[term] + body.syllables[term] == 0) {
                most = Math.max(most, asked.syllables.weight[term]);
            }
        }
        return most;
    }

    private void fillHeading(float[] row) {
        float covers = share(weight(asked.syllables, heading.syllables), asked.syllables.different);
        float isAsked = askedSyllables(candidate.heading(), heading);
        Feature.HEADING_COVERS_SYLLABLES.set(row, covers);
        Feature.HEADING_COVERS_PAIRS.set(row, share(weight(asked.pairs, heading.pairs), asked.pairs.different));
        Feature.HEADING_ASKED_SYLLABLES.set(row, isAsked);
        Feature.HEADING_ASKED_PAIRS.set(row, askedPairs(candidate.heading(), heading));
        Feature.HEADING_BOTH.set(row, Occurrences.both(covers, isAsked));
        Feature.HEADING_RUN.set(row, RunFeatures.longest(asked, heading));
    }

    private void fillName(float[] row) {
        float isAsked = askedSyllables(candidate.name(), name);
        float pairs = askedPairs(candidate.name(), name);
        Feature.NAME_ASKED_SYLLABLES.set(row, isAsked);
        Feature.NAME_ASKED_PAIRS.set(row, pairs);
        Feature.NAME_WHOLE.set(row, name.length > 1 && pairs == 1 ? 1 : 0);
    }

    private float askedSyllables(Words words, Occurrences found) {
        long[] numbers = words.syllables(asked.folded);
        float hit = 0;
        float all = 0;
        for (int place = 0; place < words.length(); place++) {
            float telling = statistics.idf(numbers[place], asked.folded);
            all += telling;
            hit += found.syllableAt[place] >= 0 ? telling : 0;
        }
        return share(hit, all);
    }

    private float askedPairs(Words words, Occurrences found) {
        long[] numbers = words.syllables(asked.folded);
        float hit = 0;
        float all = 0;
        for (int place = 0; place + 1 < words.length(); place++) {
            float telling = statistics.idf(Words.pair(numbers[place], numbers[place + 1]), asked.folded);
            all += telling;
            hit += found.pairAt[place] >= 0 ? telling : 0;
        }
        return share(hit, all);
    }

    private void fillLength(float[] row) {
        Feature.LENGTH.set(row, (float) Math.log(1.0 + body.length));
        Feature.CLAUSES.set(row, (float) Math.log(1.0 + candidate.body().clauses()));
        Feature.HEADING_LENGTH.set(row, Math.min(LONGEST_HEADING, heading.length));
        Feature.NO_HEADING.set(row, heading.length == 0 ? 1 : 0);
    }
}
