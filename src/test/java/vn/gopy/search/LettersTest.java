package vn.gopy.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;

/** A unit's letter is found by its number: by the unit, by the secretariat once it is sent, by the chair after the round. */
@IntegrationTest
class LettersTest {

    @Autowired
    SearchWorld world;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    Searches searches;

    @Autowired
    Replies replies;

    @Autowired
    Rounds rounds;

    private Person secretary;
    private Unit unit;
    private Person head;
    private Round round;

    @BeforeEach
    void round() {
        Person owner = committee.person(Role.MEMBER);
        secretary = committee.person(Role.SECRETARIAT);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        Dossier dossier = world.dossier(owner, "Quy chế thư", Audience.INVITED, Discussion.SEALED);
        VersionId draft = world.draft(owner, dossier, "Nội dung.");
        round = committee.round(draft).asking(unit).open(secretary);
    }

    private void letter(String number) {
        replies.putAll(head, round.id(), unit.code(), Position.AGREE, "Cơ bản thống nhất");
        replies.letter(head, round.id(), unit.code(), number, LocalDate.of(2026, 11, 21));
    }

    private List<SearchHit> letters(Person person, String words) {
        world.settle();
        return searches.search(person, SearchRequest.of(words)).hits().stream()
                .filter(hit -> hit.type() == HitType.LETTER)
                .filter(hit -> title(hit).contains(words))
                .toList();
    }

    private static String title(SearchHit hit) {
        return hit.title().stream().map(Passage.Fragment::text).collect(Collectors.joining());
    }

    @Test
    void theNumberFindsTheLetter() {
        letter("71342/STC-HCSN");
        replies.send(head, round.id(), unit.code());

        SearchHit hit = letters(head, "71342/STC-HCSN").getFirst();
        assertThat(title(hit)).isEqualTo("Số 71342/STC-HCSN ngày 21/11/2026");
        assertThat(hit.dossierTitle()).isEqualTo("Quy chế thư");
        assertThat(letters(secretary, "71342/STC-HCSN")).hasSize(1);
    }

    @Test
    void beforeItIsSentTheUnitAloneFindsIt() {
        letter("72342/STC-HCSN");

        assertThat(letters(head, "72342/STC-HCSN")).hasSize(1);
        assertThat(letters(secretary, "72342/STC-HCSN")).isEmpty();
    }

    @Test
    void theChairFindsItAfterTheRoundAndOtherUnitsNever() {
        letter("73342/STC-HCSN");
        replies.send(head, round.id(), unit.code());
        Person chair = committee.person(Role.CHAIR);
        Person other = committee.in(committee.unit(), UnitRole.HEAD);

        assertThat(letters(chair, "73342/STC-HCSN")).isEmpty();
        rounds.close(secretary, round.id());
        assertThat(letters(chair, "73342/STC-HCSN")).hasSize(1);
        assertThat(letters(other, "73342/STC-HCSN")).isEmpty();
    }

    @Test
    void aNumberTakenAwayTakesTheLetterAway() {
        letter("74342/STC-HCSN");
        assertThat(letters(head, "74342/STC-HCSN")).hasSize(1);
        replies.letter(head, round.id(), unit.code(), "", null);

        assertThat(letters(head, "74342/STC-HCSN")).isEmpty();
    }
}
