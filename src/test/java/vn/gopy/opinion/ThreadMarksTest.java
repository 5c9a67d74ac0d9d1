package vn.gopy.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.StatementCounter;
import vn.gopy.Turns;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.round.Visibility;

/** Agreement with an opinion, and the end of a talk. */
@IntegrationTest
class ThreadMarksTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Composing composing;

    @Autowired
    Conversation conversation;

    @Autowired
    ThreadMarks marks;

    @Autowired
    ThreadFeeds feeds;

    @Autowired
    Rounds rounds;

    @Autowired
    ApiFixture api;

    @Autowired
    Turns turns;

    private Person secretary;
    private Person author;
    private Person adviser;
    private Dossier dossier;
    private VersionId draft;
    private ProvisionId clause;
    private Comment opinion;

    @BeforeEach
    void anOpinionIsTalkedOver() {
        secretary = committee.person(Role.SECRETARIAT);
        author = committee.person(Role.MEMBER);
        adviser = committee.person(Role.ADVISER);
        dossier = committee.dossier(author, Audience.INVITED, Discussion.GROUP, adviser);
        draft = texts.published(author, dossier);
        clause = texts.place(draft, "dieu-2/khoan-1").id();
        opinion = composing.create(author, clause, NewComment.of(CommentKind.OTHER, "Ý kiến"));
    }

    private JsonNode seenBy(Person person) {
        return api.as(person)
                .get("/api/v1/versions/" + draft + "/comments")
                .json()
                .path("items")
                .get(0);
    }

    @Test
    void whoIsOfTheGroupAgreesOnceHoweverOftenItIsPressed() {
        marks.agree(adviser, opinion.id());
        marks.agree(adviser, opinion.id());
        JsonNode thread = seenBy(adviser);
        assertThat(thread.path("agreed")).hasSize(1);
        assertThat(thread.path("agreed").get(0).path("name").asString()).isEqualTo(adviser.displayName());
        assertThat(thread.path("agreed").get(0).path("mine").asBoolean()).isTrue();
        assertThat(seenBy(author).path("agreed").get(0).path("mine").asBoolean())
                .isFalse();
        marks.takeBackAgreement(adviser, opinion.id());
        assertThat(seenBy(adviser).path("agreed")).isEmpty();
    }

    @Test
    void nobodyAgreesWithOneselfForAUnitOrWhereTheTalkIsNotOpen() {
        assertThat(Refused.by(() -> marks.agree(author, opinion.id()))).isEqualTo("409 AGREEMENT_CLOSED");
        assertThat(Refused.by(() -> marks.agree(secretary, opinion.id()))).isEqualTo("409 AGREEMENT_CLOSED");
        Dossier sealed = committee.sealed(author, adviser);
        Comment hidden = composing.create(
                author,
                texts.place(texts.published(author, sealed), "dieu-1").id(),
                NewComment.of(CommentKind.OTHER, "Kín"));
        assertThat(Refused.by(() -> marks.agree(adviser, hidden.id()))).isEqualTo("404 NOT_FOUND");
        Unit unit = committee.unit();
        Person head = committee.in(unit, UnitRole.HEAD);
        committee.round(draft).asking(unit).seen(Visibility.GROUP).open(secretary);
        Comment ofUnit = composing.create(
                head, clause, NewComment.of(CommentKind.OTHER, "Của Sở").forUnit(unit.code()));
        assertThat(Refused.by(() -> marks.agree(adviser, ofUnit.id()))).isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> marks.agree(head, opinion.id()))).isEqualTo("404 NOT_FOUND");
        assertThat(seenBy(adviser).path("canAgree").asBoolean()).isTrue();
        assertThat(seenBy(author).path("canAgree").asBoolean()).isFalse();
    }

    @Test
    void itsAuthorOrTheSecretariatEndsATalkAndAnAnswerOpensItAgain() {
        assertThat(Refused.by(() -> marks.resolve(adviser, opinion.id()))).isEqualTo("403 FORBIDDEN");
        marks.resolve(secretary, opinion.id());
        marks.resolve(author, opinion.id());
        assertThat(seenBy(adviser).path("resolved").path("name").asString()).isEqualTo(secretary.displayName());
        conversation.reply(adviser, opinion.id(), "Còn một việc");
        assertThat(seenBy(adviser).path("resolved").isNull()).isTrue();
        marks.resolve(author, opinion.id());
        marks.reopen(secretary, opinion.id());
        assertThat(seenBy(adviser).path("resolved").isNull()).isTrue();
    }

    @Test
    void afterTheLockNothingIsSaidAnyMore() {
        Round round =
                committee.round(draft).asking(author).seen(Visibility.GROUP).open(secretary);
        Comment counted = composing.create(author, clause, NewComment.of(CommentKind.OTHER, "Trong đợt"));
        rounds.close(secretary, round.id());
        rounds.lock(secretary, round.id());
        assertThat(Refused.by(() -> marks.agree(adviser, counted.id()))).isEqualTo("409 ROUND_LOCKED");
        assertThat(Refused.by(() -> marks.resolve(author, counted.id()))).isEqualTo("409 ROUND_LOCKED");
    }

    @Test
    void twoWhoEndTheTalkAtOnceHaveEndedItOnce() {
        assertThat(turns.of(() -> marks.resolve(secretary, opinion.id()), () -> marks.resolve(author, opinion.id())))
                .containsExactly("done", "done");
        assertThat(seenBy(adviser).path("resolved").path("name").asString()).isEqualTo(secretary.displayName());
    }

    @Test
    void openPagesAreToldAndTheOpinionKeepsItsNumber() {
        String mark = feeds.of(author, draft, null).mark();
        marks.agree(adviser, opinion.id());
        ThreadFeed feed = feeds.of(author, draft, mark);
        assertThat(feed.whole()).isFalse();
        assertThat(feed.marks()).containsOnlyKeys(opinion.id());
        assertThat(feed.comments().getFirst().version()).isEqualTo(opinion.version());
    }

    @Test
    void manyMarksTakeAsManyStatementsAsOne() {
        marks.agree(adviser, opinion.id());
        int one = StatementCounter.count(() -> feeds.of(author, draft, null));
        for (int n = 0; n < 5; n++) {
            marks.agree(
                    adviser,
                    composing
                            .create(author, clause, NewComment.of(CommentKind.OTHER, "Ý kiến " + n))
                            .id());
        }
        assertThat(StatementCounter.count(() -> feeds.of(author, draft, null))).isEqualTo(one);
    }
}
