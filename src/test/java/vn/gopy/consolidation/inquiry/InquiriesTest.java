package vn.gopy.consolidation.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.consolidation.NewPoint;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.consolidation.Standstill;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.notice.Notices;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.Round;

/** A unit is asked about a point, is told the question alone, and its head answers once or better; the answer stands beside the point. */
@IntegrationTest
class InquiriesTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Points points;

    @Autowired
    Inquiries inquiries;

    @Autowired
    Notices notices;

    @Autowired
    Standstill standstill;

    private Person secretary;
    private Person owner;
    private Unit unit;
    private Round round;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        owner = committee.person(Role.MEMBER);
        unit = committee.unit();
        VersionId draft = texts.published(owner, committee.sealed(owner));
        round = committee.round(draft).asking(unit).open(secretary);
    }

    private PointId entered(Round in, String path, String words) {
        VersionId draft = in.drafts().getFirst();
        return points.enter(
                        secretary,
                        in.id(),
                        List.of(new NewPoint(
                                draft,
                                null,
                                null,
                                CommentKind.EDIT,
                                words,
                                null,
                                SourceKind.LETTER,
                                "",
                                List.of(texts.place(draft, path).id()),
                                false,
                                false)))
                .getFirst();
    }

    @Test
    void theHeadIsToldTheQuestionAndAnswersIt() {
        Person head = committee.in(unit, UnitRole.HEAD);
        Person staff = committee.in(unit, UnitRole.STAFF);
        PointId point = entered(round, "dieu-1", "Lời của cơ quan khác.");
        inquiries.ask(secretary, point, unit.id(), "Kinh phí lấy từ nguồn nào?", null);
        assertThat(notices.of(head, Locale.of("vi")))
                .extracting(told -> told.words().path())
                .contains("/hoi-y-kien");
        Inquiry asked = inquiries.toUnitsOf(head).getFirst();
        assertThat(asked.question()).isEqualTo("Kinh phí lấy từ nguồn nào?");
        assertThat(asked.toString()).as("nothing of the point itself").doesNotContain("Lời của cơ quan khác.");

        assertThat(Refused.by(() -> inquiries.answer(staff, asked.id(), asked.version(), "Ngân sách")))
                .isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> inquiries.answer(owner, asked.id(), asked.version(), "Ngân sách")))
                .isEqualTo("404 NOT_FOUND");
        inquiries.answer(head, asked.id(), asked.version(), "Ngân sách tỉnh.");
        assertThat(inquiries.about(secretary, List.of(points.get(secretary, point))))
                .singleElement()
                .satisfies(one -> assertThat(one.answer()).isEqualTo("Ngân sách tỉnh."))
                .satisfies(one -> assertThat(one.waits()).isFalse());
        assertThat(notices.of(head, Locale.of("vi"))).isEmpty();
    }

    @Test
    void whatCameOfSpeakingWithTheAuthorStandsBesideThePoint() {
        PointId point = entered(round, "dieu-1", "Cần viết rõ hơn.");
        inquiries.note(secretary, point, "Đã trao đổi lại, thống nhất giữ như dự thảo.");
        assertThat(inquiries.about(secretary, List.of(points.get(secretary, point))))
                .extracting(Inquiry::answer)
                .containsExactly("Đã trao đổi lại, thống nhất giữ như dự thảo.");
        assertThat(Refused.by(() -> inquiries.note(secretary, point, " "))).isEqualTo("422 TEXT_MISSING");
        assertThat(Refused.by(() -> inquiries.note(owner, point, "Lời"))).isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> inquiries.ask(secretary, point, unit.id(), "Hỏi", null)))
                .isEqualTo("422 UNIT_WITHOUT_HEAD");
    }

    @Test
    void ofTwoHeadsWhoAnswerAtOnceOneIsFirst() {
        Person one = committee.in(unit, UnitRole.HEAD);
        Person other = committee.in(unit, UnitRole.HEAD);
        PointId point = entered(round, "dieu-1", "Lời.");
        inquiries.ask(secretary, point, unit.id(), "Hỏi", null);
        Inquiry asked = inquiries.toUnitsOf(one).getFirst();
        assertThat(standstill.of(
                        "SELECT FROM point_inquiry WHERE id = :id",
                        asked.id(),
                        List.of(
                                () -> inquiries.answer(one, asked.id(), asked.version(), "Một"),
                                () -> inquiries.answer(other, asked.id(), asked.version(), "Hai"))))
                .containsExactlyInAnyOrder("done", "412 STALE");
    }
}
