package vn.gopy.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import vn.gopy.consolidation.RoundCounts.Opinions;
import vn.gopy.consolidation.RoundCounts.Replies;

class RoundCountsTest {

    @Test
    void whoWasAskedHasEitherAnsweredOrNot() {
        var replies = new Replies(26, 5, 17, 1, 1, 2, 2, 1, 1, 0);
        assertThat(replies.answered()).isEqualTo(24);
        assertThatIllegalArgumentException().isThrownBy(() -> new Replies(26, 5, 17, 1, 0, 2, 2, 1, 1, 0));
    }

    @Test
    void silenceTakenForConsentIsStillNoAnswer() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Replies(3, 2, 0, 0, 0, 1, 2, 0, 0, 0));
    }

    @Test
    void anUninvitedAnswerIsOutsideTheAsked() {
        assertThat(new Replies(1, 1, 0, 0, 0, 0, 0, 0, 0, 4).answered()).isEqualTo(1);
    }

    @Test
    void onlyAnswersCanBeLate() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Replies(2, 1, 0, 0, 0, 1, 0, 2, 0, 0));
    }

    @Test
    void everyOpinionHasExactlyOneOutcome() {
        assertThat(new Opinions(35, 21, 9, 4, 1, 0, 0).total()).isEqualTo(35);
        assertThatIllegalArgumentException().isThrownBy(() -> new Opinions(35, 21, 9, 4, 0, 0, 0));
    }

    @Test
    void noCountIsNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Opinions(0, 1, -1, 0, 0, 0, 0));
    }
}
