package vn.gopy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.Reading;

class RemarksTest {

    private static Reading.Remark remark(int block, int offset, int endBlock, int end, String quote) {
        return new Reading.Remark(block, offset, endBlock, end, quote, "Hoa", "", "Bỏ.", -1, false);
    }

    @Test
    void aCommentOnTheSecondOfTwoEqualWordsHangsOnTheSecond() {
        String paragraph = "Nộp quỹ rồi chi quỹ.";
        assertThat(RemarkAnchors.of(remark(0, 16, 0, 19, "quỹ"), paragraph, true, true))
                .isEqualTo(new RemarkAnchors.Anchor(16, 19));
        assertThat(RemarkAnchors.of(new Reading.Remark(0, "quỹ", "Hoa", "", "Bỏ."), paragraph, true, true))
                .isEqualTo(new RemarkAnchors.Anchor(4, 7));
    }

    @Test
    void aCommentOverSeveralParagraphsHangsOnAllOfThem() {
        var over = remark(0, 4, 2, 3, "quỹ");
        assertThat(RemarkAnchors.of(over, "Nộp quỹ", true, false)).isEqualTo(new RemarkAnchors.Anchor(4, 7));
        assertThat(RemarkAnchors.of(over, "rồi", false, false)).isEqualTo(new RemarkAnchors.Anchor(0, 3));
        assertThat(RemarkAnchors.of(over, "chi quỹ", false, true)).isEqualTo(new RemarkAnchors.Anchor(0, 3));
        assertThat(RemarkAnchors.of(remark(0, 3, 0, 3, ""), "Nộp quỹ", true, true))
                .isNull();
    }

    @Test
    void answersStandBehindTheWordsThatTheyAnswer() {
        var threads = RemarkThreads.joined(List.of(
                new Reading.Remark(0, 0, 0, 3, "Nộp", "Hoa", "", "Sớm quá.", -1, true),
                new Reading.Remark(0, 0, 0, 3, "Nộp", "Minh", "", "Đúng vậy.", 0, false),
                new Reading.Remark(0, 0, 0, 3, "Nộp", "", "", "Đã sửa.", 1, false),
                new Reading.Remark(1, 0, 1, 3, "chi", "Minh", "", "Muộn.", -1, false)));
        assertThat(threads)
                .extracting(Reading.Remark::text)
                .containsExactly("Sớm quá.\nMinh: Đúng vậy.\nĐã sửa.", "Muộn.");
        assertThat(threads).extracting(Reading.Remark::resolved).containsExactly(true, false);
    }

    @Test
    void aWordingThatIsTheSameIsNoProposal() {
        var same =
                ProposedWording.of("mức chi là mười", List.of(new ProposedWording.Change(8, 10, "là", "", "", false)));
        assertThat(same).singleElement().matches(one -> one.isNothing("mức chi là mười"));
    }
}
