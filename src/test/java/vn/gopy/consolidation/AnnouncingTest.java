package vn.gopy.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.Turns;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.notice.Notices;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.round.running.Announcing;
import vn.gopy.shared.Texts;

/** Results are told once, to all who were asked, when every opinion has one. */
@IntegrationTest
class AnnouncingTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Composing composing;

    @Autowired
    Points points;

    @Autowired
    OwnResults results;

    @Autowired
    Rounds rounds;

    @Autowired
    Announcing announcing;

    @Autowired
    ApiFixture api;

    @Autowired
    Notices notices;

    @Autowired
    Turns turns;

    private Person secretary;
    private Person member;
    private Person silent;
    private RoundId round;

    @BeforeEach
    void aRoundIsOver() {
        secretary = committee.person(Role.SECRETARIAT);
        member = committee.person(Role.MEMBER);
        silent = committee.person(Role.MEMBER);
        Person owner = committee.person(Role.MEMBER);
        Dossier dossier = committee.dossier(owner, Audience.INVITED, Discussion.SEALED, member, silent);
        VersionId draft = texts.published(owner, dossier);
        round = committee
                .round(draft)
                .asking(member)
                .asking(silent)
                .open(secretary)
                .id();
        composing.create(
                member, texts.place(draft, "dieu-1").id(), NewComment.of(CommentKind.EDIT, "Đề nghị làm rõ phạm vi."));
        rounds.close(secretary, round);
    }

    private void answerAll() {
        for (Point point : points.of(secretary, round)) {
            points.answer(secretary, point.id(), point.version(), Outcome.ACCEPT, "Đã làm rõ.", null);
        }
    }

    private List<String> notices(Person reader) {
        return notices.of(reader, Texts.VIETNAMESE).stream()
                .map(told -> told.words().title())
                .toList();
    }

    @Test
    void onlyALockedRoundWhoseOpinionsAllHaveAnOutcomeIsAnnounced() {
        assertThat(Refused.by(() -> announcing.announce(secretary, round))).isEqualTo("409 ROUND_NOT_LOCKED");
        rounds.lock(secretary, round);
        assertThat(Refused.by(() -> announcing.announce(secretary, round))).isEqualTo("409 OPINIONS_OPEN");
        assertThat(results.of(member)).isEmpty();

        answerAll();
        assertThat(announcing.announce(secretary, round)).isEqualTo(2);
        assertThat(announcing.announce(secretary, round)).isZero();
        assertThat(results.of(member)).singleElement().satisfies(one -> {
            assertThat(one.outcome()).isEqualTo(Outcome.ACCEPT);
            assertThat(one.answer()).isEqualTo("Đã làm rõ.");
        });
        assertThat(results.of(silent)).isEmpty();
    }

    @Test
    void whoWasAskedIsToldOnceAlsoWhenTwoPressAtOnce() {
        rounds.lock(secretary, round);
        answerAll();
        Person other = committee.person(Role.SECRETARIAT);
        assertThat(turns.of(() -> announcing.announce(secretary, round), () -> announcing.announce(other, round)))
                .containsExactly("done", "done");
        assertThat(notices(member)).containsOnlyOnce("Đã có kết quả tiếp thu, giải trình");
        assertThat(notices(silent)).containsOnlyOnce("Đã có kết quả tiếp thu, giải trình");
        assertThat(api.as(secretary)
                        .get("/api/v1/rounds/" + round)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("ANNOUNCED");
    }

    @Test
    void nobodyButTheSecretariatAnnounces() {
        rounds.lock(secretary, round);
        answerAll();
        assertThat(Refused.by(() -> announcing.announce(member, round))).isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> announcing.announce(committee.person(Role.CHAIR), round)))
                .isEqualTo("403 FORBIDDEN");
    }
}
