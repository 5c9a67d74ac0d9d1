package vn.gopy.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.draft.Audience.INVITED;
import static vn.gopy.draft.Discussion.GROUP;
import static vn.gopy.draft.Discussion.SEALED;
import static vn.gopy.opinion.CommentKind.EDIT;
import static vn.gopy.opinion.CommentKind.OTHER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.desk.Desk;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.shared.AdjustableClock;

/** An opinion on a whole dossier goes the way of every other: read again, sent, a point, a row of the official table. */
@IntegrationTest
class GeneralOpinionsTest {

    private static final String WORDS = "Ý kiến chung: đề nghị rà soát bố cục";

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Comments comments;

    @Autowired
    Composing composing;

    @Autowired
    Sending sending;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    Desk desk;

    @Autowired
    AdjustableClock clock;

    @Autowired
    ApiFixture api;

    private Person secretary;
    private Person owner;
    private Person member;
    private Unit unit;
    private Person head;
    private Person staff;
    private Dossier dossier;
    private VersionId draft;

    @BeforeEach
    void scene() {
        secretary = committee.person(Role.SECRETARIAT);
        owner = committee.person(Role.MEMBER);
        member = committee.person(Role.MEMBER);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        staff = committee.in(unit, UnitRole.STAFF);
        dossier = committee.dossier(owner, INVITED, SEALED, member);
        draft = texts.published(owner, dossier);
    }

    private Round openRound() {
        return committee.round(draft).asking(unit).asking(member).open(secretary);
    }

    private Comment kept(Person author) {
        return composing.create(
                author, dossier.id(), NewComment.of(OTHER, WORDS).unsent());
    }

    @Test
    void writtenUnsentItIsReadAgainBesideEveryVersionAndSentLikeAnyOther() {
        Comment comment = kept(member);
        VersionId second = texts.published(owner, dossier);

        assertThat(comments.of(member, draft)).containsExactly(comment);
        assertThat(comments.of(member, second)).containsExactly(comment);
        assertThat(comments.of(owner, draft)).isEmpty();

        sending.send(member, List.of(comment.id()));
        assertThat(comments.of(secretary, second)).extracting(Comment::text).containsExactly(WORDS);
    }

    @Test
    void theReaderAndTheApiNameItAmongTheThreadsWithNoPlace() {
        kept(member);
        for (String path :
                List.of("/app-api/versions/" + draft + "/threads", "/api/v1/versions/" + draft + "/comments")) {
            JsonNode items = api.as(member).get(path).json().path("items");
            assertThat(items.size()).as(path).isEqualTo(1);
            assertThat(items.path(0).path("provisionId").isNull()).as(path).isTrue();
            assertThat(items.path(0).path("text").asString()).isEqualTo(WORDS);
        }
    }

    @Test
    void onTheDeskItWaitsForItsAuthorAndIsNewsForThoseWhoReadIt() {
        Dossier opened = committee.dossier(owner, INVITED, GROUP, member);
        texts.published(owner, opened);
        Comment comment = composing.create(
                member, opened.id(), NewComment.of(OTHER, WORDS).unsent());
        String reader = "/ho-so/" + opened.id() + "/du-thao/1";
        assertThat(desk.tasks(member)).contains(new Desk.Task.Unsent(reader, opened.title(), 1));
        Instant newest = clock.instant().plus(Duration.ofDays(365));
        clock.at(newest, () -> sending.send(member, List.of(comment.id())));
        Desk.News news = desk.news(owner).getFirst();
        assertThat(news.path()).startsWith(reader);
        assertThat(news.excerpt()).isEqualTo(WORDS);
    }

    @Test
    void sentInARoundItIsARowOfTheOfficialTable() throws IOException {
        Comment comment = kept(member);
        Round round = openRound();
        Comment sent = sending.send(member, List.of(comment.id())).getFirst();

        assertThat(sent.round()).isEqualTo(round.id());
        assertThat(table(round)).contains(WORDS);
    }

    private String table(Round round) throws IOException {
        MockHttpServletResponse file = api.as(secretary)
                .get("/api/v1/rounds/" + round.id() + "/consolidation.docx")
                .response();
        assertThat(file.getHeader("Content-Disposition"))
                .as("the name in full for every browser")
                .contains("filename*=UTF-8''B%E1%BA%A3ng%20t%E1%BB%95ng%20h%E1%BB%A3p%20HS-");
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file.getContentAsByteArray()))) {
            return document.getTables().stream().map(XWPFTable::getText).collect(Collectors.joining("\n"));
        }
    }

    @Test
    void itBelongsToTheLatestRoundThatIsNotLocked() {
        Round first = openRound();
        VersionId second = texts.published(owner, dossier);
        Round later = committee.round(second).asking(member).open(secretary);

        assertThat(composing
                        .create(member, dossier.id(), NewComment.of(OTHER, WORDS))
                        .round())
                .isEqualTo(later.id());
        rounds.close(secretary, later.id());
        rounds.lock(secretary, later.id());
        assertThat(composing
                        .create(member, dossier.id(), NewComment.of(OTHER, WORDS))
                        .round())
                .isEqualTo(first.id());
        rounds.close(secretary, first.id());
        rounds.lock(secretary, first.id());
        assertThat(Refused.by(() -> composing.create(member, dossier.id(), NewComment.of(OTHER, WORDS))))
                .isEqualTo("409 ROUND_LOCKED");
    }

    @Test
    void whatStaffPreparedForTheUnitGoesOutWithTheHeadsReply() {
        Round round = openRound();
        Comment general =
                composing.create(staff, dossier.id(), NewComment.of(EDIT, WORDS).forUnit(unit.code()));
        assertThat(general.state()).isEqualTo(CommentState.UNIT_DRAFT);

        replies.putAll(staff, round.id(), unit.code(), Position.AGREE_WITH, "");
        replies.send(head, round.id(), unit.code());

        Comment sent = comments.get(secretary, general.id());
        assertThat(sent.state()).isEqualTo(CommentState.SENT);
        assertThat(sent.round()).isEqualTo(round.id());
    }
}
