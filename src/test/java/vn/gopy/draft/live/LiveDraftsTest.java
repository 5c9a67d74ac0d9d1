package vn.gopy.draft.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;

/** Pages that wait for the reading of a file are told of it, those of people who may read it alone. */
@IntegrationTest
class LiveDraftsTest {

    private static final String NEWS = "event:outline";

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    MockMvc web;

    private Person owner;
    private Dossier dossier;

    @BeforeEach
    void scene() {
        owner = committee.person(Role.MEMBER);
        dossier = committee.sealed(owner);
    }

    private LiveLine line(Person person) {
        return LiveLine.opened(web, "/app-api/drafts/live", person);
    }

    @Test
    void whoMayReadADraftIsToldWhenItsFileWasReadAndNobodyElseHearsAnything() {
        LiveLine waits = line(owner);
        Person other = committee.person(Role.MEMBER);
        LiveLine outside = line(other);

        texts.review(owner, dossier, DraftFixture.REGULATION);
        waits.await(NEWS);
        assertThat(outside.heard()).doesNotContain(NEWS);

        texts.review(other, committee.sealed(other), DraftFixture.REGULATION);
        outside.await(NEWS);
    }

    @Test
    void theLineOfSomebodyWhoHasNoAccountAnyMoreEnds() {
        LiveLine gone = line(owner);
        committee.disable(owner);
        Person other = committee.person(Role.MEMBER);

        texts.review(other, committee.sealed(other), DraftFixture.REGULATION);

        assertThat(gone.ended()).isTrue();
        assertThat(gone.heard()).doesNotContain(NEWS);
    }

    @Test
    void aSessionHasABoundedNumberOfLinesAndTheOldestGivesWay() {
        LiveLine first = line(owner);
        List<LiveLine> later = IntStream.range(0, LiveStream.MOST)
                .mapToObj(n -> LiveLine.opened(web, "/app-api/drafts/live", owner, first.session()))
                .toList();
        assertThat(first.ended()).isTrue();

        texts.review(owner, dossier, DraftFixture.REGULATION);
        later.getFirst().await(NEWS);
        later.getLast().await(NEWS);
    }

    @Test
    void theLineEndsWithTheSession() {
        LiveLine waits = line(owner);
        waits.session().invalidate();
        assertThat(waits.ended()).isTrue();
    }
}
