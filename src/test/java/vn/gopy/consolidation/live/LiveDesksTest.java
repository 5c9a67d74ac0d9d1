package vn.gopy.consolidation.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.consolidation.NewPoint;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.live.LiveLine;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.Round;

/** Who has the desk of a round open is told that somebody saved there; of other rounds nothing is heard. */
@IntegrationTest
class LiveDesksTest {

    private static final String NEWS = "event:threads";

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Points points;

    @Autowired
    MockMvc web;

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

    private LiveLine line(Person person, Round of) {
        return LiveLine.opened(web, "/app-api/rounds/" + of.id() + "/desk/live", person);
    }

    private void answer(Round in) {
        PointId point = entered(in, "dieu-1", "Một");
        points.answer(secretary, point, points.get(secretary, point).version(), Outcome.ACCEPT, "Tiếp thu", null);
    }

    @Test
    void anAnswerIsHeardOnTheDesksOfItsRoundAlone() {
        Person colleague = committee.person(Role.SECRETARIAT);
        Round other = committee.round(round.drafts().getFirst()).open(secretary);
        LiveLine here = line(colleague, round);
        LiveLine there = line(colleague, other);
        answer(round);
        here.await(NEWS);
        assertThat(there.heard()).doesNotContain(NEWS);
        answer(other);
        there.await(NEWS);
    }

    @Test
    void theLineOfSomebodyWhoDoesNotWorkOnPointsAnyMoreEnds() {
        Person colleague = committee.person(Role.SECRETARIAT);
        LiveLine gone = line(colleague, round);
        committee.takeRoles(colleague);
        answer(round);
        assertThat(gone.ended()).isTrue();
        assertThat(gone.heard()).doesNotContain(NEWS);
    }
}
