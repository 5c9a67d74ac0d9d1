package vn.gopy.command.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.gopy.TestLength;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.alignment.Alignments;
import vn.gopy.legaltext.alignment.Tie;
import vn.gopy.legaltext.alignment.TiedPlace;

class RightnessTest {

    private static final int ARTICLES = 80;

    @Test
    void ofAHundredTiesNinetyNineAreRightWhenATenthWasEdited() {
        assertThat(share(0.1)).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void ofAHundredTiesNinetySixAreRightWhenThreeTenthsWereEdited() {
        assertThat(share(0.3)).isGreaterThanOrEqualTo(0.96);
    }

    @Test
    void whateverHappenedEveryPlaceIsInExactlyOneTie() {
        TestLength.rounds(6, 100).forEach(seed -> {
            Random random = new Random(seed);
            MadeDraft draft = MadeDraft.of(40, random);
            Outline before = draft.outline();
            int old = draft.places().size() + draft.chapters().size();
            new EditScript(draft, random, 0.5).run();
            Outline after = draft.outline();
            int fresh = draft.places().size() + draft.chapters().size();
            List<Tie> ties = Alignments.of(before, after).ties();
            assertThat(ties.stream().flatMap(tie -> tie.before().stream()).map(TiedPlace::address))
                    .doesNotHaveDuplicates()
                    .hasSize(old);
            assertThat(ties.stream().flatMap(tie -> tie.after().stream()).map(TiedPlace::address))
                    .doesNotHaveDuplicates()
                    .hasSize(fresh);
            assertThat(Alignments.of(before, after).ties()).isEqualTo(ties);
        });
    }

    private static double share(double edits) {
        List<String> wrong = new ArrayList<>();
        int[] places = {0};
        TestLength.rounds(5, 60).forEach(seed -> {
            Random random = new Random(seed);
            MadeDraft draft = MadeDraft.of(ARTICLES, random);
            Rightness rightness = Rightness.of(draft, new EditScript(draft, random, edits));
            places[0] += rightness.places();
            wrong.addAll(rightness.wrong());
        });
        return 1 - (double) wrong.size() / places[0];
    }
}
