package vn.gopy.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Small texts, each syllable and pair as telling as 1, so that shares can be counted by hand. */
class FeaturesTest {

    private static final Vectors BLIND = new Vectors() {
        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public float[] ofQuestion(Words words) {
            return new float[] {1, 0};
        }

        @Override
        public Rows rows(Words words) {
            return new Rows(new int[words.length()], new int[Math.max(0, words.length() - 1)]);
        }

        @Override
        public void addPlain(float[] sum, Rows text, int from, int to) {
            sum[0] += 1;
        }

        @Override
        public void addArticle(float[] sum, Rows heading, Rows body) {
            sum[0] += 3;
            sum[1] += 4;
        }
    };

    private static final Statistics EVEN = new Statistics() {
        @Override
        public float idf(long term, boolean withoutMarks) {
            return 1;
        }

        @Override
        public float textLength() {
            return 10;
        }

        @Override
        public float bodyLength() {
            return 10;
        }

        @Override
        public float headingLength() {
            return 4;
        }
    };

    private static float[] row(String question, String heading, String name, String text) {
        Asked asked = Asked.of(question, false, EVEN, BLIND);
        Candidate candidate = Candidate.of(heading, name, text, BLIND);
        return new Features(EVEN).of(asked, List.of(new Features.Hit(candidate, name, 0, 5)), 30)[0];
    }

    private static void is(float[] row, Feature feature, double value) {
        assertThat(feature.of(row)).as(feature.name()).isCloseTo((float) value, within(1e-4f));
    }

    @Test
    void coverageIsTheShareOfTheQuestion() {
        float[] row = row("nuôi con nuôi trong nước", "Nuôi con", "Luật Trẻ em", "Hồ sơ trong nước.");
        is(row, Feature.COVERED_SYLLABLES, 1); // nuôi, con, trong, nước
        is(row, Feature.COVERED_PAIRS, 0.5); // nuôi con, trong nước; not con nuôi, nuôi trong
        is(row, Feature.COVERED_TRIPLES, 0);
        is(row, Feature.MISSING, 0);
        is(row, Feature.NAME_SYLLABLES, 0);
    }

    @Test
    void theHeadingIsReadBothWays() {
        float[] row = row("hồ sơ nhận con nuôi", "Hồ sơ của người nhận", "", "");
        is(row, Feature.HEADING_COVERS_SYLLABLES, 0.6); // hồ, sơ, nhận of five
        is(row, Feature.HEADING_ASKED_SYLLABLES, 0.6); // hồ, sơ, nhận of five
        is(row, Feature.HEADING_ASKED_PAIRS, 0.25); // hồ sơ of four
        is(row, Feature.HEADING_BOTH, 0.6);
        is(row, Feature.HEADING_RUN, 0.4);
        is(row, Feature.HEADING_LENGTH, 5);
    }

    @Test
    void bm25CountsWhatStandsOftenAndLongTextsLess() {
        float[] row = row("phạt tiền", "", "", "phạt phạt tiền");
        float norm = 1.2f * (0.25f + 0.75f * 3 / 10);
        is(row, Feature.BODY_SYLLABLES, (2 / (2 + norm) + 1 / (1 + norm)) / 2);
        is(row, Feature.BODY_PAIRS, 1 / (1 + norm));
        is(row, Feature.NO_HEADING, 1);
    }

    @Test
    void theBestPassageIsFound() {
        float[] row = row("mức phạt tiền", "", "", "1. Trốn thuế. 2. Mức phạt. Nộp tiền.");
        is(row, Feature.CLAUSES, Math.log(3));
        is(row, Feature.CLAUSE, (3 + 0.8) / (3 + 1.6)); // all syllables and one of two pairs
        is(row, Feature.SENTENCE, (2 + 0.8) / (3 + 1.6));
        is(row, Feature.SENTENCE_ASKED, 2 / 3.0); // "2", "mức", "phạt"
        is(row, Feature.LONGEST_RUN, 2 / 3.0);
        is(row, Feature.IN_RUNS, 0);
    }

    @Test
    void scoresAreComparedWithTheBest() {
        Asked asked = Asked.of("thuế đất", false, EVEN, BLIND);
        Candidate one = Candidate.of("", "", "thuế", BLIND);
        float[][] rows = new Features(EVEN)
                .of(asked, List.of(new Features.Hit(one, "A", 0, 4), new Features.Hit(one, "A", 1, 1)), 30);
        is(rows[1], Feature.SCORE, 1 / 2.8); // two syllables and 0.8 for a pair
        is(rows[1], Feature.SCORE_TO_BEST, 0.25);
        is(rows[1], Feature.SCORE_GAP, 3 / 2.8);
        is(rows[1], Feature.RANK, Math.log(2));
        is(rows[1], Feature.LAW_BEST_OTHER, 1);
        is(rows[0], Feature.LAW_BEST_OTHER, 0.25);
        is(rows[0], Feature.MEANING, 0.6);
        is(rows[0], Feature.FUSED, 2.1);
    }

    @Test
    void wordsOfFramesWeighHalf() {
        Asked asked = Asked.of("ly hôn là gì", false, EVEN, BLIND);
        assertThat(asked.syllables.different).isEqualTo(3);
        assertThat(asked.pairs.different).isEqualTo(2);
        assertThat(asked.frameShare).isEqualTo(0.5f);
        assertThat(Asked.of("là gì", false, EVEN, BLIND).syllables.different).isEqualTo(2);
    }

    @Test
    void theNameOfTheLawIsKnownWhole() {
        is(row("theo Luật Cư trú", "", "Luật Cư trú", "a"), Feature.NAME_WHOLE, 1);
        is(row("luật về nơi cư trú", "", "Luật Cư trú", "a"), Feature.NAME_WHOLE, 0);
    }
}
