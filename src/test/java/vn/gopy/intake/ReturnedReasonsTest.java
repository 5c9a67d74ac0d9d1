package vn.gopy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gopy.draft.ProvisionId;
import vn.gopy.intake.ReturnedOpinion.Fit;
import vn.gopy.opinion.CommentKind;

class ReturnedReasonsTest {

    private static final ProvisionId CLAUSE = new ProvisionId(UUID.randomUUID());

    private static ReturnedOpinion change(@Nullable String quote, int start, String text, String author) {
        return new ReturnedOpinion(
                CLAUSE,
                Fit.EXACT,
                CommentKind.REMOVE,
                quote,
                "",
                "",
                quote == null ? null : start,
                "",
                text,
                author,
                "");
    }

    private static ReturnedOpinion remark(@Nullable String quote, int start, String text, String author) {
        return new ReturnedOpinion(
                CLAUSE,
                Fit.EXACT,
                CommentKind.OTHER,
                quote,
                "",
                "",
                quote == null ? null : start,
                null,
                text,
                author,
                "");
    }

    private static List<String> texts(ReturnedOpinion... found) {
        return ReturnedReasons.joined(List.of(found)).stream()
                .map(ReturnedOpinion::text)
                .toList();
    }

    @Test
    void aCommentOnTheWordsOfAChangeIsItsReasonWhicheverComesFirst() {
        assertThat(texts(
                        remark("bằng văn bản", 10, "Đã nêu ở khoản 1.", "A"),
                        change("văn bản này", 15, "Bỏ “văn bản này”.", "A")))
                .containsExactly("Bỏ “văn bản này”.\nĐã nêu ở khoản 1.");
    }

    @Test
    void aCommentWithoutWordsOfItsOwnBelongsToTheOnlyChangeOfItsClause() {
        assertThat(texts(change("một", 0, "", "A"), remark(null, 0, "Vì trùng.", "A")))
                .containsExactly("Vì trùng.");
        assertThat(texts(change("một", 0, "x", "A"), change("hai", 9, "y", "A"), remark(null, 0, "Về cả khoản.", "A")))
                .containsExactly("x", "y", "Về cả khoản.");
    }

    @Test
    void whatIsWrittenADayAfterTheChangeIsAnOpinionOfItsOwn() {
        ReturnedOpinion change = at(change("một", 0, "x", "Sở Tài chính"), "2026-11-20T09:12:00");
        ReturnedOpinion remark = remark("một", 0, "y", "Sở Tài chính");

        assertThat(texts(change, at(remark, "2026-11-21T14:30:00"))).containsExactly("x", "y");
        assertThat(texts(change, at(remark, "2026-11-20T22:30:00"))).containsExactly("x\ny");
        assertThat(texts(change, at(remark, "2026-11-20T02:12:00Z")))
                .as("the same hour, with its zone")
                .containsExactly("x\ny");
        assertThat(texts(change, at(remark, "today"))).containsExactly("x\ny");
    }

    private static ReturnedOpinion at(ReturnedOpinion one, String at) {
        return new ReturnedOpinion(
                one.place(),
                one.fit(),
                one.kind(),
                one.quote(),
                one.prefix(),
                one.suffix(),
                one.start(),
                one.replacement(),
                one.text(),
                one.author(),
                at);
    }

    @Test
    void otherWordsAndOtherPeopleStayApart() {
        assertThat(texts(change("một", 0, "x", "A"), remark("hai", 9, "y", "A")))
                .containsExactly("x", "y");
        assertThat(texts(change("một", 0, "x", "A"), remark("một", 0, "y", "B")))
                .containsExactly("x", "y");
        assertThat(texts(change("Tên", 0, "x", "A"), remark("chữ khác", 0, "y", "A")))
                .as("heading and text both begin at 0")
                .containsExactly("x", "y");
    }
}
