package vn.gopy.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
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
import vn.gopy.search.SearchWorld;
import vn.gopy.search.engine.IndexEntity;
import vn.gopy.search.index.IndexOutboxRepository.Row;

/** What a reply changes is indexed, and nothing else of its dossier: the press of one unit must not cost all of a province. */
@IntegrationTest
class ReplyIndexingTest {

    @Autowired
    SearchWorld world;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    IndexKeeper keeper;

    @Autowired
    IndexOutboxRepository outbox;

    @Autowired
    Replies replies;

    @Autowired
    Rounds rounds;

    private Person secretary;
    private Person head;
    private Unit unit;
    private VersionId draft;
    private Round round;

    @BeforeEach
    void round() {
        secretary = committee.person(Role.SECRETARIAT);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        Dossier dossier = world.dossier(committee.person(Role.MEMBER), "Quy chế", Audience.INVITED, Discussion.SEALED);
        draft = world.draft(secretary, dossier, "Nội dung.");
        round = committee.round(draft).asking(unit).open(secretary);
        world.settle();
        keeper.stop();
    }

    @AfterEach
    void follow() {
        keeper.start();
    }

    private List<IndexEntity> noted(Runnable deed) {
        long before =
                outbox.next(Integer.MAX_VALUE).stream().mapToLong(Row::n).max().orElse(0);
        deed.run();
        return outbox.next(Integer.MAX_VALUE).stream()
                .filter(row -> row.n() > before)
                .map(Row::entity)
                .toList();
    }

    @Test
    void everyPressOfAReplyNotesItsLetterAlone() {
        String key = unit.code();
        assertThat(noted(() -> replies.put(head, round.id(), key, Map.of(draft, Position.AGREE), "")))
                .containsExactly(IndexEntity.LETTER);
        assertThat(noted(() -> replies.submit(head, round.id(), key))).containsExactly(IndexEntity.LETTER);
        assertThat(noted(() -> replies.letter(head, round.id(), key, "1/STC", LocalDate.of(2026, 11, 21))))
                .containsExactly(IndexEntity.LETTER);
        assertThat(noted(() -> replies.send(head, round.id(), key))).containsExactly(IndexEntity.LETTER);
    }

    @Test
    void whatChangesTheReadersNotesTheWholeDossier() {
        assertThat(noted(() -> rounds.close(secretary, round.id()))).containsExactly(IndexEntity.DOSSIER);
    }
}
