package vn.gopy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.gopy.draft.ProvisionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.shared.TextGate;

class ReturnedOpinionTest {

    @Test
    void whatNoTextMayHoldIsLeftOutOfNameAndWords() {
        ReturnedOpinion opinion = new ReturnedOpinion(
                new ProvisionId(UUID.randomUUID()),
                ReturnedOpinion.Fit.EXACT,
                CommentKind.EDIT,
                "mười",
                "",
                "",
                0,
                "năm\u0007 ngày\u000B",
                "Đề nghị\u0000 bỏ\r\n\uFFFEcụm từ",
                "So\u031B\u0309\u202E\tTài chính\u0000",
                "");

        assertThat(opinion.author()).isEqualTo("Sở Tài chính");
        assertThat(opinion.text()).isEqualTo("Đề nghị bỏ\ncụm từ");
        assertThat(opinion.replacement()).isEqualTo("năm ngày\n");
        assertThat(TextGate.TEXT.takes(opinion.text())).isTrue();
    }
}
