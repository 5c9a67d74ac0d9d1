package vn.gopy.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static vn.gopy.draft.Audience.INVITED;
import static vn.gopy.draft.Discussion.GROUP;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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
import vn.gopy.draft.live.LiveLine;
import vn.gopy.draft.live.LiveStream;
import vn.gopy.round.Visibility;

/** What an open page is told, and when its line ends. */
@IntegrationTest
class LiveReadersTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Composing composing;

    @Autowired
    ThreadFeeds feeds;

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

    private LiveLine line(Person person) {
        return LiveLine.opened(web, "/app-api/versions/" + draft + "/live", person);
    }

    private Comment said(Person author) {
        return composing.create(author, clause, NewComment.of(CommentKind.OTHER, "Ý kiến"));
    }

    @Test
    void whoMaySeeAnOpinionIsToldWhichAndNobodyElseHearsAnything() {
        LiveLine reads = line(owner);
        LiveLine outside = line(staff);
        Comment comment = said(member);

        reads.await("\"root\":\"" + comment.root() + "\",\"version\":1");
        Comment ofUnit = composing.create(
                head, clause, NewComment.of(CommentKind.OTHER, "Của Sở").forUnit(unit.code()));
        outside.await(ofUnit.root().toString());
        assertThat(outside.heard()).doesNotContain(comment.root().toString());
        assertThat(reads.heard()).doesNotContain(ofUnit.root().toString());
    }

    private String mark(Person person) {
        return feeds.of(person, draft, null).mark();
    }

    /** Asks for the next event after that mark. */
    private MvcResult asks(Person person, String since) throws Exception {
        return web.perform(get("/app-api/versions/" + draft + "/live/next")
                        .param("since", since)
                        .with(user(Objects.requireNonNull(person.username()))))
                .andReturn();
    }

    @Test
    void whoHasNoLineAsksAndIsAnsweredWhenThereIsSomethingToTellAndToThatPersonOnly() throws Exception {
        MvcResult owners = asks(owner, mark(owner));
        MvcResult staffs = asks(staff, mark(staff));
        said(member);
        assertThat(owners.getAsyncResult(60_000)).isEqualTo(new LiveStream.News("threads"));
        assertThat(catchThrowable(() -> staffs.getAsyncResult(0)))
                .as("told nothing")
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatCameBetweenTwoQuestionsIsToldAtOnce() throws Exception {
        String before = mark(owner);
        said(member);
        assertThat(asks(owner, before).getAsyncResult(60_000)).isEqualTo(new LiveStream.News("threads"));
    }

    @Test
    void anOpinionOnTheWholeDossierIsToldToThoseWhoReadAnyOfItsVersions() {
        LiveLine reads = line(owner);
        Comment comment = composing.create(member, dossier.id(), NewComment.of(CommentKind.OTHER, "Cả hồ sơ"));
        reads.await(comment.root().toString());
    }

    @Test
    void colleaguesAreToldThatADraftOfTheirUnitIsGone() {
        Comment prepared = composing.create(
                staff, clause, NewComment.of(CommentKind.OTHER, "Của Sở").forUnit(unit.code()));
        LiveLine colleague = line(head);
        composing.delete(staff, prepared.id(), prepared.version());
        colleague.await("\"root\":\"" + prepared.root() + "\",\"version\":0");
    }

    @Test
    void whoReadsALaterVersionIsToldWhatIsSaidOfTheOneBefore() {
        VersionId next = texts.published(owner, dossier);
        LiveLine later = LiveLine.opened(web, "/app-api/versions/" + next + "/live", owner);
        Comment comment = said(member);
        later.await("\"root\":\"" + comment.root() + "\"");
    }

    @Test
    void theLineEndsWithTheSession() {
        LiveLine reads = line(owner);
        reads.session().invalidate();
        assertThat(reads.ended()).isTrue();
        said(member);
        assertThat(reads.heard()).doesNotContain("event:threads");
    }

    @Test
    void theLineOfADisabledPersonEndsAtTheNextChangeWithoutAWordOfIt() {
        LiveLine reads = line(owner);
        committee.disable(owner);
        said(member);
        assertThat(reads.ended()).isTrue();
        assertThat(reads.heard()).doesNotContain("event:threads");
    }

    @Test
    void theLineOfSomebodyWhoMayReadNoLongerEndsAtTheNextChangeWithoutAWordOfIt() {
        LiveLine reads = line(member);
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
        ReaderStream asleep = new ReaderStream(owner.id(), new VersionId(UUID.randomUUID()), Set.of());
        for (int n = 0; n < 10_000; n++) {
            asleep.threadChanged(new ThreadFeedQuery.Told(new CommentId(UUID.randomUUID()), n));
            asleep.outlineChanged();
        }
        assertThat(asleep.waiting()).isEqualTo(2);
    }
}
