package vn.gopy.consultation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static vn.gopy.draft.Audience.INVITED;
import static vn.gopy.draft.Discussion.GROUP;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.StatementCounter;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;

/** What an open page is told, and when its line ends. */
@IntegrationTest
class LiveReadersTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Comments comments;

    @Autowired
    ThreadFeedQuery query;

    @Autowired
    java.time.Clock clock;

    @Autowired
    MockMvc web;

    private Person secretary;
    private Person owner;
    private Person member;
    private Unit unit;
    private Person head;
    private Person staff;
    private Dossier dossier;
    private VersionId draft;
    private ProvisionId clause;

    @BeforeEach
    void scene() {
        secretary = committee.person(Role.SECRETARIAT);
        owner = committee.person(Role.MEMBER);
        member = committee.person(Role.MEMBER);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        staff = committee.in(unit, UnitRole.STAFF);
        dossier = committee.dossier(owner, INVITED, GROUP, member);
        draft = texts.published(owner, dossier);
        committee.round(draft).asking(unit).seen(Visibility.GROUP).open(secretary);
        clause = texts.place(draft, "dieu-2/khoan-1").id();
    }

    /** The line of an open page. */
    private final class Line {

        private final MockHttpSession session = new MockHttpSession();
        private final MvcResult result;

        Line(Person person) {
            try {
                result = web.perform(get("/app-api/versions/" + draft + "/live")
                                .session(session)
                                .with(user(Objects.requireNonNull(person.username()))))
                        .andReturn();
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
            await("event:hello");
        }

        String heard() {
            return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        }

        void await(String words) {
            long end = System.nanoTime() + SECONDS.toNanos(20);
            while (!heard().contains(words)) {
                assertThat(System.nanoTime()).as("heard only %s", heard()).isLessThan(end);
                Thread.onSpinWait();
            }
        }

        boolean ended() {
            try {
                result.getAsyncResult(20_000);
                return true;
            } catch (IllegalStateException stillOpen) {
                return false;
            }
        }
    }

    private Comment said(Person author) {
        return comments.create(author, clause, NewComment.of(CommentKind.OTHER, "Ý kiến"));
    }

    @Test
    void whoMaySeeAnOpinionIsToldWhichAndNobodyElseHearsAnything() {
        Line reads = new Line(owner);
        Line outside = new Line(staff);
        Comment comment = said(member);

        reads.await("\"root\":\"" + comment.root() + "\",\"version\":1");
        Comment ofUnit = comments.create(
                head, clause, NewComment.of(CommentKind.OTHER, "Của Sở").forUnit(unit.code()));
        outside.await(ofUnit.root().toString());
        assertThat(outside.heard()).doesNotContain(comment.root().toString());
        assertThat(reads.heard()).doesNotContain(ofUnit.root().toString());
    }

    @Test
    void anOpinionOnTheWholeDossierIsToldToThoseWhoReadAnyOfItsVersions() {
        Line reads = new Line(owner);
        Comment comment = comments.create(member, dossier.id(), NewComment.of(CommentKind.OTHER, "Cả hồ sơ"));
        reads.await(comment.root().toString());
    }

    @Test
    void colleaguesAreToldThatADraftOfTheirUnitIsGone() {
        Comment prepared = comments.create(
                staff, clause, NewComment.of(CommentKind.OTHER, "Của Sở").forUnit(unit.code()));
        Line colleague = new Line(head);
        comments.delete(staff, prepared.id(), prepared.version());
        colleague.await("\"root\":\"" + prepared.root() + "\",\"version\":0");
    }

    @Test
    void theLineEndsWithTheSession() {
        Line reads = new Line(owner);
        reads.session.invalidate();
        assertThat(reads.ended()).isTrue();
        said(member);
        assertThat(reads.heard()).doesNotContain("event:threads");
    }

    @Test
    void theLineOfADisabledPersonEndsAtTheNextChangeWithoutAWordOfIt() {
        Line reads = new Line(owner);
        committee.disable(owner);
        said(member);
        assertThat(reads.ended()).isTrue();
        assertThat(reads.heard()).doesNotContain("event:threads");
    }

    @Test
    void theLineOfSomebodyWhoMayReadNoLongerEndsAtTheNextChangeWithoutAWordOfIt() {
        Line reads = new Line(member);
        committee.revoke(dossier, member);
        said(owner);
        assertThat(reads.ended()).isTrue();
        assertThat(reads.heard()).doesNotContain("event:threads");
    }

    @Test
    void forOneReaderAndForManyAChangeTakesTheSameStatements() {
        Comment comment = said(member);
        List<Person> many = List.of(secretary, owner, member, head, staff);
        int one = StatementCounter.count(() -> query.told(List.of(comment.id()), List.of(owner), clock.instant()));
        int all = StatementCounter.count(() -> query.told(List.of(comment.id()), many, clock.instant()));
        assertThat(all).isEqualTo(one).isEqualTo(1);
    }

    @Test
    void aStreamKeepsAtMostOneEventOfEachKindForAPageThatTakesNone() throws Exception {
        LiveStream asleep = new LiveStream(owner.id(), draft);
        for (int n = 0; n < 10_000; n++) {
            asleep.threadChanged(new ThreadFeedQuery.Told(new CommentId(UUID.randomUUID()), n));
            asleep.outlineChanged();
        }
        assertThat(asleep.waiting()).isEqualTo(2);
    }
}
