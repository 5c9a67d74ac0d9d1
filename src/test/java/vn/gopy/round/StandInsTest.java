package vn.gopy.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.OptionalInt;
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
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.consolidation.table.ConsolidatedTable.Addressee;
import vn.gopy.consolidation.table.ConsolidatedTables;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.round.running.Entering;

/** Gửi thay cho: what a body from outside the list answers counts once, for the one that was asked. */
@IntegrationTest
class StandInsTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    Consents consents;

    @Autowired
    Entering entering;

    @Autowired
    StandIns standIns;

    @Autowired
    ConsolidatedTables tables;

    @Autowired
    ApiFixture api;

    @Autowired
    Turns turns;

    private Person secretary;
    private Person other;
    private Person head;
    private Unit asked;
    private Unit second;
    private Unit sender;
    private VersionId draft;
    private Round round;

    @BeforeEach
    void answered() {
        secretary = committee.person(Role.SECRETARIAT);
        other = committee.person(Role.SECRETARIAT);
        asked = committee.unit();
        second = committee.unit();
        sender = committee.unit();
        head = committee.in(asked, UnitRole.HEAD);
        draft = texts.published(secretary, committee.sealed(secretary));
        round = committee.round(draft).asking(asked, second).open(secretary);
        rounds.beside(secretary, round.id(), sender.code());
        entering.enter(secretary, round.id(), sender.code(), Map.of(draft, Position.OBJECT), "12/CC", null);
    }

    private void standFor(Person person, Unit unit) {
        standIns.standFor(person, round.id(), sender.code(), unit.code());
    }

    private String counted() {
        AnswerCounts counts = rounds.counts(secretary, round.id(), draft);
        assertThat(counts.agreed()
                        + counts.agreedWithOpinions()
                        + counts.objected()
                        + counts.classified()
                        + counts.noAnswer())
                .isEqualTo(counts.asked())
                .isEqualTo(2);
        return "%d objected, %d silent, %d beside".formatted(counts.objected(), counts.noAnswer(), counts.uninvited());
    }

    @Test
    void itCountsForTheOneThatWasAskedAndNoMoreFromOutsideTheList() {
        assertThat(counted()).isEqualTo("0 objected, 2 silent, 1 beside");

        standFor(secretary, asked);

        assertThat(counted()).isEqualTo("1 objected, 1 silent, 0 beside");
        assertThat(standIns.of(secretary, round.id()).values())
                .extracting(StandIns.StandIn::name, StandIns.StandIn::askedName)
                .containsExactly(tuple(sender.name(), asked.name()));
        assertThat(tables.table(secretary, round.id(), null).annex())
                .extracting(Addressee::answer, Addressee::remark)
                .containsExactly(
                        tuple("không nhất trí", sender.name() + " gửi thay"),
                        tuple("chưa trả lời", ""),
                        tuple("không nhất trí", "gửi thay cho " + asked.name()));
    }

    @Test
    void itIsSaidForAnotherOneOrTakenBack() {
        standFor(secretary, asked);
        standFor(secretary, second);
        assertThat(standIns.of(secretary, round.id()).values())
                .extracting(StandIns.StandIn::askedName)
                .containsExactly(second.name());
        assertThat(counted()).isEqualTo("1 objected, 1 silent, 0 beside");

        standIns.standAlone(secretary, round.id(), sender.code());

        assertThat(counted()).isEqualTo("0 objected, 2 silent, 1 beside");
    }

    @Test
    void theOneThatWasAskedSendsItsOwnOnceTheSecretariatHasTakenItBack() {
        standFor(secretary, asked);
        assertThat(Refused.by(() -> replies.putAll(head, round.id(), asked.code(), Position.AGREE, null)))
                .startsWith("409");

        standIns.standAlone(secretary, round.id(), sender.code());
        replies.putAll(head, round.id(), asked.code(), Position.AGREE, null);
        replies.send(head, round.id(), asked.code());

        assertThat(counted()).isEqualTo("0 objected, 1 silent, 1 beside");
        assertThat(standIns.of(secretary, round.id())).isEmpty();
    }

    @Test
    void nothingTakesThePlaceOfAReplyThatCountsForAnother() {
        standFor(secretary, asked);

        assertThat(Refused.by(() -> consents.amend(
                        secretary,
                        round.id(),
                        sender.code(),
                        Map.of(draft, Position.AGREE),
                        null,
                        OptionalInt.empty())))
                .isEqualTo("409 REPLY_STANDS_FOR");

        standIns.standAlone(secretary, round.id(), sender.code());
        consents.amend(secretary, round.id(), sender.code(), Map.of(draft, Position.AGREE), null, OptionalInt.empty());
        assertThat(counted()).isEqualTo("0 objected, 2 silent, 1 beside");
    }

    @Test
    void onlyOneFromOutsideTheListStandsForABodyThatWasAskedAndIsSilent() {
        assertThat(Refused.by(() -> standIns.standFor(secretary, round.id(), second.code(), asked.code())))
                .isEqualTo("422 STANDS_FOR_ITSELF");
        assertThat(Refused.by(() -> standFor(secretary, sender))).isEqualTo("422 STANDS_FOR_ITSELF");
        replies.putAll(head, round.id(), asked.code(), Position.AGREE, null);
        assertThat(Refused.by(() -> standFor(secretary, asked))).isEqualTo("409 INVITEE_HAS_REPLY");
        replies.classified(secretary, round.id(), second.code());
        assertThat(Refused.by(() -> standFor(secretary, second))).isEqualTo("409 INVITEE_HAS_REPLY");
        assertThat(Refused.by(() -> standFor(head, asked))).startsWith("403");
    }

    @Test
    void whatTheUnitBeginsWhileItIsSaidIsRefusedAndTheSumHolds() {
        assertThat(turns.of(
                        () -> standFor(secretary, asked),
                        () -> replies.putAll(head, round.id(), asked.code(), Position.AGREE, null)))
                .containsExactly("done", "409 REPLY_FROZEN");
        assertThat(counted()).isEqualTo("1 objected, 1 silent, 0 beside");
    }

    @Test
    void ofTwoAtOnceOneIsLastAndItCountsOnce() {
        assertThat(turns.of(() -> standFor(secretary, asked), () -> standFor(other, second)))
                .containsExactly("done", "done");
        assertThat(standIns.of(secretary, round.id())).hasSize(1);
        assertThat(counted()).isEqualTo("1 objected, 1 silent, 0 beside");
    }

    @Test
    void theApiSaysAndTellsIt() {
        String path = "/api/v1/rounds/" + round.id() + "/replies/" + sender.code() + "/stands-for";
        assertThat(api.as(secretary)
                        .send("PUT", path, "{\"invitee\":\"%s\"}".formatted(asked.code()))
                        .status())
                .isEqualTo(204);
        var told = api.as(secretary)
                .get("/api/v1/rounds/" + round.id() + "/stand-ins")
                .json()
                .path("items");
        assertThat(told.path(0).path("unit").asString()).isEqualTo(sender.code());
        assertThat(told.path(0).path("invitee").asString()).isEqualTo(asked.code());
        assertThat(api.as(head).send("PUT", path, "{\"invitee\":null}").status())
                .isEqualTo(403);
        assertThat(api.as(secretary).send("PUT", path, "{\"invitee\":null}").status())
                .isEqualTo(204);
        assertThat(counted()).isEqualTo("0 objected, 2 silent, 1 beside");
    }
}
