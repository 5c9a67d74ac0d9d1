package vn.gopy.consolidation.precedent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.consolidation.NewPoint;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.Round;

/** How something alike was answered is offered with the number of the clause adapted; templates stand beside it. */
@IntegrationTest
class AnswersBeforeTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Points points;

    @Autowired
    AnswersBefore before;

    @Autowired
    AnswerTemplates templates;

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

    private Point answered(PointId id, Outcome outcome, String words) {
        return points.answer(secretary, id, points.get(secretary, id).version(), outcome, words, null);
    }

    @Test
    void whatWasAnsweredInThisRoundAndInAnEarlierOneIsOfferedBestFirst() {
        VersionId other = texts.published(owner, committee.sealed(owner));
        Round earlier = committee.round(other).asking(unit).open(secretary);
        answered(
                entered(earlier, "dieu-2/khoan-1", "Đề nghị nâng thời hạn cho ý kiến lên 05 ngày làm việc."),
                Outcome.ACCEPT,
                "Tiếp thu, sửa thời hạn tại khoản 1 Điều 2.");
        answered(
                entered(round, "dieu-2/khoan-1", "Bổ sung căn cứ là Luật Khoa học, công nghệ."),
                Outcome.ACCEPT,
                "Tiếp thu căn cứ.");
        Point asked = points.get(
                secretary, entered(round, "dieu-1", "Đề nghị tăng thời hạn cho ý kiến lên 05 ngày làm việc."));
        assertThat(before.to(secretary, asked))
                .first()
                .satisfies(one -> assertThat(one.answer()).isEqualTo("Tiếp thu, sửa thời hạn tại Điều 1."))
                .satisfies(one -> assertThat(one.round()).isEqualTo(earlier.title()));
        assertThat(before.to(secretary, asked))
                .extracting(AnswersBefore.Similar::answer)
                .doesNotContain("Tiếp thu căn cứ.");
        Person chair = committee.person(Role.CHAIR);
        assertThat(Refused.by(() -> before.to(chair, asked))).isEqualTo("403 FORBIDDEN");
    }

    @Test
    void aTemplateIsOfItsRoundOrOfAllAndIsNotOfferedOnceDropped() {
        templates.keep(secretary, round.id(), false, Outcome.KEEP, "Giữ như dự thảo vì …");
        templates.keep(secretary, round.id(), true, null, "Tiếp thu.");
        Round other = committee.round(round.drafts().getFirst()).open(secretary);
        assertThat(templates.of(secretary, round.id()))
                .extracting(AnswerTemplate::text)
                .contains("Giữ như dự thảo vì …", "Tiếp thu.");
        assertThat(templates.of(secretary, other.id()))
                .extracting(AnswerTemplate::text)
                .contains("Tiếp thu.")
                .doesNotContain("Giữ như dự thảo vì …");
        AnswerTemplate own = templates.of(secretary, round.id()).getFirst();
        assertThat(Refused.by(() -> templates.drop(secretary, round.id(), own.id(), own.version() + 1)))
                .isEqualTo("412 STALE");
        templates.drop(secretary, round.id(), own.id(), own.version());
        assertThat(templates.of(secretary, round.id()))
                .extracting(AnswerTemplate::id)
                .doesNotContain(own.id());
        assertThat(Refused.by(() -> templates.keep(secretary, round.id(), false, null, " ")))
                .isEqualTo("422 TEXT_MISSING");
        assertThat(Refused.by(() -> templates.of(owner, round.id()))).isEqualTo("404 NOT_FOUND");
    }
}
