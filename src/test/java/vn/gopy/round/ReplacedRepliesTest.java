package vn.gopy.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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
import vn.gopy.draft.VersionId;
import vn.gopy.round.ReplacedReplies.Replaced;

/** A reply that another takes the place of is kept, and read by those who read the other. */
@IntegrationTest
class ReplacedRepliesTest {

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
    ReplacedReplies replaced;

    @Autowired
    ApiFixture api;

    private Person secretary;
    private Person chair;
    private Person head;
    private Person staff;
    private Person elsewhere;
    private Unit unit;
    private VersionId draft;
    private Round round;

    @BeforeEach
    void amended() {
        secretary = committee.person(Role.SECRETARIAT);
        chair = committee.person(Role.CHAIR);
        unit = committee.unit();
        Unit other = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        staff = committee.in(unit, UnitRole.STAFF);
        elsewhere = committee.in(other, UnitRole.HEAD);
        draft = texts.published(secretary, committee.sealed(secretary));
        round = committee.round(draft).asking(unit, other).open(secretary);
        replies.putAll(head, round.id(), unit.code(), Position.AGREE, "Nhất trí toàn văn.");
        replies.send(head, round.id(), unit.code());
        replies.letter(head, round.id(), unit.code(), "12/STC", LocalDate.of(2026, 11, 24), OptionalInt.empty());
        consents.amend(
                head, round.id(), unit.code(), Map.of(draft, Position.OBJECT), "Không nhất trí.", OptionalInt.empty());
    }

    private List<Replaced> seenBy(Person person) {
        return replaced.of(person, round.id()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void theEarlierOneStaysAsItWasSent() {
        Replaced before = seenBy(secretary).getFirst();

        assertThat(before.sentBy()).isEqualTo(head.displayName());
        assertThat(before.reply().positions()).containsExactly(Map.entry(draft, Position.AGREE));
        assertThat(before.reply().note()).isEqualTo("Nhất trí toàn văn.");
        assertThat(before.reply().letterNumber()).isEqualTo("12/STC");
        assertThat(before.reply().sentAt()).isNotNull();
        assertThat(before.reply().state()).isEqualTo(ReplyState.REPLACED);
    }

    @Test
    void itIsReadByThoseWhoReadTheReplyInItsPlaceAndByNobodyElse() {
        assertThat(seenBy(staff)).hasSize(1);
        assertThat(seenBy(elsewhere)).isEmpty();
        assertThat(seenBy(chair)).isEmpty();

        rounds.close(secretary, round.id());

        assertThat(seenBy(chair)).hasSize(1);
    }

    @Test
    void theApiTellsOfItToThem() {
        String path = "/api/v1/rounds/" + round.id() + "/replies/replaced";
        var told = api.as(staff).get(path).json().path("items");
        assertThat(told.size()).isEqualTo(1);
        assertThat(told.path(0).path("invitee").asString()).isEqualTo(unit.code());
        assertThat(told.path(0).path("positions").path(draft.toString()).asString())
                .isEqualTo("AGREE");
        assertThat(api.as(elsewhere).get(path).json().path("items").isEmpty()).isTrue();
    }
}
