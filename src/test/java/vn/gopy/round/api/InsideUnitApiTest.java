package vn.gopy.round.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.DraftFixture;
import vn.gopy.round.Round;

/** What an office can script of the work before its reply: asking its own people, steps, whom to call. */
@IntegrationTest
class InsideUnitApiTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    ApiFixture api;

    private Person secretary;
    private Unit unit;
    private Person head;
    private Person staff;
    private String replies;
    private Round round;

    @BeforeEach
    void asked() {
        secretary = committee.person(Role.SECRETARIAT);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        staff = committee.in(unit, UnitRole.STAFF);
        round = committee
                .round(texts.published(secretary, committee.sealed(secretary)))
                .asking(unit)
                .open(secretary);
        replies = "/api/v1/rounds/" + round.id() + "/replies/" + unit.code();
    }

    @Test
    void peopleOfTheUnitAreAskedAndEachAnswersOnTheirOwn() {
        String wanted = "{\"people\":[\"%s\"],\"question\":\"Kinh phí?\"}".formatted(staff.username());
        assertThat(api.as(head)
                        .post(replies + "/asks", wanted)
                        .json()
                        .path("asked")
                        .asInt())
                .isEqualTo(1);
        assertThat(api.as(head)
                        .post(replies + "/asks", "{\"people\":[\"khong.co\"]}")
                        .code())
                .isEqualTo("REVIEWER_UNKNOWN");
        var ask = api.as(staff).get(replies + "/asks").json().path("items").path(0);
        assertThat(ask.path("question").asString()).isEqualTo("Kinh phí?");
        assertThat(ask.path("answer").isNull()).isTrue();
        String path = replies + "/asks/" + ask.path("id").asString();

        var said = api.as(staff).send("PUT", path, "{\"answer\":\"Đủ\",\"version\":1}");
        assertThat(said.json().path("answer").asString()).isEqualTo("Đủ");
        assertThat(api.as(staff)
                        .send("PUT", path, "{\"answer\":\"Thiếu\",\"version\":1}")
                        .status())
                .isEqualTo(412);
        assertThat(api.as(head).send("PUT", path, "{\"answer\":\"Thay\"}").status())
                .isEqualTo(404);
        assertThat(api.as(head)
                        .get(replies + "/asks")
                        .json()
                        .path("items")
                        .path(0)
                        .path("answer")
                        .asString())
                .isEqualTo("Đủ");
    }

    @Test
    void withNothingSaidBeforeThereIsNothingToKeep() {
        var earlier = api.as(staff).get(replies + "/earlier").json();
        assertThat(earlier.path("round").isNull()).isTrue();
        assertThat(earlier.path("items").isEmpty()).isTrue();
        assertThat(api.as(staff)
                        .send("POST", replies + "/keep", null)
                        .json()
                        .path("drafts")
                        .asInt())
                .isZero();
    }

    @Test
    void theHeadSetsTheStepsAndTheSecretariatWritesWhomToCall() {
        String route = "/api/v1/units/" + unit.code() + "/reply-route";
        String wanted = "{\"reviewers\":[\"%s\"],\"version\":0}".formatted(staff.username());
        assertThat(api.as(head).send("PUT", route, wanted).status()).isEqualTo(200);
        assertThat(api.as(staff).get(route).json().path("reviewers").path(0).asString())
                .isEqualTo(staff.username());

        String contacts = "/api/v1/rounds/" + round.id() + "/contacts";
        assertThat(api.as(secretary)
                        .send("PUT", replies + "/contact", "{\"name\":\"Văn thư\",\"phone\":\"0912345678\"}")
                        .status())
                .isEqualTo(204);
        assertThat(api.as(secretary)
                        .get(contacts)
                        .json()
                        .path("items")
                        .path(0)
                        .path("phone")
                        .asString())
                .isEqualTo("0912345678");
        assertThat(api.as(head).get(contacts).json().path("items").isEmpty()).isTrue();
    }
}
