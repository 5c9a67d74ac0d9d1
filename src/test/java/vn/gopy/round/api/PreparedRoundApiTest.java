package vn.gopy.round.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import vn.gopy.round.Replies;
import vn.gopy.round.Round;

/** A round that has not opened is changed field by field, opened and called off over the API, by its version. */
@IntegrationTest
class PreparedRoundApiTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    ApiFixture api;

    @Autowired
    Replies replies;

    private Person secretary;
    private Person head;
    private Unit unit;
    private Unit another;
    private Round round;
    private String path;

    @BeforeEach
    void prepared() {
        secretary = committee.person(Role.SECRETARIAT);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        another = committee.unit();
        Instant now = Instant.now();
        round = committee
                .round(texts.published(secretary, committee.sealed(secretary)))
                .asking(unit)
                .opening(now.plus(2, ChronoUnit.DAYS))
                .closing(now.plus(9, ChronoUnit.DAYS))
                .open(secretary);
        path = "/api/v1/rounds/" + round.id();
    }

    @Test
    void whatIsLeftOutStaysAndTheVersionIsCompared() {
        var changed = api.as(secretary)
                .ifMatch("\"" + round.version() + "\"")
                .send("PATCH", path, "{\"title\":\"Lấy ý kiến lần hai\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("title").asString()).isEqualTo("Lấy ý kiến lần hai");
        assertThat(changed.json().path("state").asString()).isEqualTo("PREPARING");
        assertThat(replies.list(secretary, round.id())).hasSize(1);

        String wanted = "{\"invitees\":[\"%s\",\"%s\"],\"letterNumber\":null}".formatted(unit.code(), another.code());
        assertThat(api.as(secretary)
                        .ifMatch("\"" + round.version() + "\"")
                        .send("PATCH", path, wanted)
                        .status())
                .isEqualTo(412);
        assertThat(api.as(secretary).send("PATCH", path, wanted).status()).isEqualTo(428);
        assertThat(api.as(secretary)
                        .ifMatch("\"" + (round.version() + 1) + "\"")
                        .send("PATCH", path, wanted)
                        .status())
                .isEqualTo(200);
        assertThat(replies.list(secretary, round.id())).hasSize(2);
        assertThat(api.as(head).get(path).status()).isEqualTo(404);
    }

    @Test
    void itIsOpenedAndThenNeitherChangedNorCalledOff() {
        assertThat(api.as(head).send("POST", path + "/open", null).status()).isEqualTo(404);
        assertThat(api.as(secretary)
                        .send("POST", path + "/open", null)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("OPEN");
        assertThat(api.as(head).get(path).status()).isEqualTo(200);
        assertThat(api.as(secretary)
                        .ifMatch("\"" + (round.version() + 1) + "\"")
                        .send("DELETE", path, null)
                        .code())
                .isEqualTo("ROUND_OPENED_ALREADY");
    }

    @Test
    void itIsCalledOff() {
        assertThat(api.as(secretary).send("DELETE", path, null).status()).isEqualTo(428);
        assertThat(api.as(secretary)
                        .ifMatch("\"" + round.version() + "\"")
                        .send("DELETE", path, null)
                        .status())
                .isEqualTo(204);
        assertThat(api.as(secretary).get(path).status()).isEqualTo(404);
    }
}
