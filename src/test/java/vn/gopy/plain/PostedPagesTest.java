package vn.gopy.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.ApiFixture;
import vn.gopy.ApiFixture.Answer;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.StatementCounter;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.consolidation.NewPoint;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.round.Visibility;
import vn.gopy.round.running.Announcing;

/** Without sign-in one reads the drafts of a round that is held in public and what was announced, and nothing else. */
@IntegrationTest
class PostedPagesTest {

    private static final String OPEN = "Thời hạn 03 ngày là ngắn; liên hệ 0912 345 678, so@example.vn";
    private static final String SECRET = "Nhân sự số 7 cần xem lại";

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    ApiFixture api;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    Points points;

    @Autowired
    Announcing announcing;

    private Person secretary;
    private Person member;
    private Unit unit;
    private VersionId draft;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        member = committee.person(Role.MEMBER);
        unit = committee.unit();
        draft = texts.published(secretary, committee.sealed(secretary));
    }

    private Round round(Visibility mode, Instant opens) {
        return committee
                .round(draft)
                .asking(unit)
                .asking(member)
                .seen(mode)
                .opening(opens)
                .closing(opens.plus(Duration.ofDays(3)))
                .open(secretary);
    }

    private Answer page(Round round, String rest) {
        return api.as(null).get("/cong-khai/" + round.id() + rest);
    }

    private static String text(Answer answer) {
        return new String(answer.response().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void enter(
            Round round, @Nullable String unit, @Nullable PersonId person, String words, boolean restricted) {
        points.enter(
                secretary,
                round.id(),
                List.of(new NewPoint(
                        draft,
                        unit,
                        person,
                        CommentKind.EDIT,
                        words,
                        null,
                        SourceKind.LETTER,
                        "12/CV",
                        List.of(texts.place(draft, "dieu-2/khoan-1").id()),
                        false,
                        restricted)));
    }

    @Test
    void theDraftIsReadAndNothingOfAnswersBeforeTheyAreAnnounced() {
        Round open = round(Visibility.PUBLIC, Instant.now().minusSeconds(60));
        enter(open, unit.code(), null, OPEN, false);
        Person head = committee.in(unit, UnitRole.HEAD);
        replies.putAll(head, open.id(), unit.code(), Position.OBJECT, "Ghi chú riêng");
        replies.send(head, open.id(), unit.code());

        assertThat(text(page(open, ""))).contains(open.title()).doesNotContain(unit.name(), "Không nhất trí");
        assertThat(text(page(open, "/1")))
                .contains("Điều 1", "Điều 2")
                .doesNotContain(unit.name(), "Thời hạn 03 ngày là ngắn", "Ghi chú riêng", "12/CV", member.name());
    }

    @Test
    void afterTheAnnouncementBodiesStandByNameAndPeopleByWhatTheyAre() {
        Round open = round(Visibility.PUBLIC, Instant.now().minusSeconds(60));
        enter(open, unit.code(), null, OPEN, false);
        enter(open, unit.code(), null, SECRET, true);
        enter(open, null, member.id(), "Của một thành viên", false);
        for (Point point : points.of(secretary, open.id())) {
            points.answer(secretary, point.id(), point.version(), Outcome.KEEP, "Giữ như dự thảo.", null);
        }
        rounds.close(secretary, open.id());
        rounds.lock(secretary, open.id());
        assertThat(text(page(open, "/1"))).doesNotContain("Thời hạn 03 ngày", "Giữ như dự thảo.");
        announcing.announce(secretary, open.id());

        assertThat(text(page(open, "/1")))
                .contains(
                        unit.name(), "Thời hạn 03 ngày là ngắn; liên hệ …, …", "Giữ như dự thảo.", "Của một thành viên")
                .contains("Thành viên Ban Chỉ đạo")
                .doesNotContain(SECRET, member.name(), "0912", "so@example.vn", "12/CV");
    }

    @Test
    void roundsThatAreNotPublicOrNotOpenAreAbsent() {
        for (Round hidden : List.of(
                round(Visibility.SEALED, Instant.now().minusSeconds(60)),
                round(Visibility.GROUP, Instant.now().minusSeconds(60)),
                round(Visibility.PUBLIC, Instant.now().plusSeconds(3600)))) {
            assertThat(page(hidden, "").status()).isEqualTo(404);
            assertThat(page(hidden, "/1").status()).isEqualTo(404);
            assertThat(text(page(hidden, "/1"))).doesNotContain("Điều 2", hidden.title());
        }
        Round open = round(Visibility.PUBLIC, Instant.now().minusSeconds(60));
        for (String rest : List.of("/0", "/2", "/-1", "/99999")) {
            assertThat(page(open, rest).status()).as(rest).isEqualTo(404);
        }
        assertThat(api.as(null).send("POST", "/cong-khai/" + open.id(), "{}").status())
                .isNotEqualTo(200);
        assertThat(api.as(null).get("/don-gian/ho-so").status()).isEqualTo(303);
    }

    @Test
    void aPageAsksTheDatabaseAsOftenHoweverMuchWasSaid() {
        Round open = round(Visibility.PUBLIC, Instant.now().minusSeconds(60));
        page(open, "/1");
        int few = StatementCounter.count(() -> page(open, "/1"));
        for (int n = 0; n < 5; n++) {
            enter(open, unit.code(), null, OPEN, false);
        }
        assertThat(StatementCounter.count(() -> page(open, "/1"))).isEqualTo(few);
    }
}
