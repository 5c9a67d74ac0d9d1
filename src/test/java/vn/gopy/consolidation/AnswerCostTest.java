package vn.gopy.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.StatementCounter;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.Round;

/** An answer costs the database the same few statements, whatever the size of the round. */
@IntegrationTest
class AnswerCostTest {

    private static final int MOST = 20;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Points points;

    @Autowired
    ApiFixture api;

    private List<String> statements(int many) {
        Person secretary = committee.person(Role.SECRETARIAT);
        Person owner = committee.person(Role.MEMBER);
        VersionId draft = texts.published(owner, committee.sealed(owner));
        Round round = committee.round(draft).asking(owner).open(secretary);
        List<NewPoint> said = IntStream.range(0, many)
                .mapToObj(n -> new NewPoint(
                        draft,
                        null,
                        null,
                        CommentKind.EDIT,
                        "Ý kiến " + n,
                        null,
                        SourceKind.LETTER,
                        "",
                        List.of(),
                        true,
                        false))
                .toList();
        PointId point = points.enter(secretary, round.id(), said).getFirst();
        String seen = "\"" + points.get(secretary, point).version() + "\"";
        return StatementCounter.statements(() -> assertThat(api.as(secretary)
                        .ifMatch(seen)
                        .send("PATCH", "/api/v1/points/" + point, "{\"outcome\":\"ACCEPT\",\"answer\":\"Tiếp thu.\"}")
                        .status())
                .isEqualTo(200));
    }

    @Test
    void itTakesTheSameFewStatementsInASmallRoundAndInALargeOne() {
        List<String> small = statements(1);
        assertThat(small).hasSizeLessThanOrEqualTo(MOST);
        assertThat(statements(300)).hasSameSizeAs(small);
    }
}
