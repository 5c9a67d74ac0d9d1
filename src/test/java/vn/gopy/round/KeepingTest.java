package vn.gopy.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Turns;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.consolidation.NewPoint;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.running.Announcing;

/** What a unit said in the round before stands beside its new reply, and is said once more by a press, once. */
@IntegrationTest
class KeepingTest {

    private static final String WORDS = "Thời hạn 03 ngày là ngắn.";
    private static final String SECRET = "Nhân sự số 7 cần xem lại.";

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    Points points;

    @Autowired
    Announcing announcing;

    @Autowired
    Answering answering;

    @Autowired
    Keeping keeping;

    @Autowired
    Turns turns;

    private Person secretary;
    private Unit unit;
    private Person head;
    private Person staff;
    private Round before;
    private VersionId draft;
    private Round round;

    @BeforeEach
    void twoRounds() {
        secretary = committee.person(Role.SECRETARIAT);
        Person owner = committee.person(Role.MEMBER);
        unit = committee.unit();
        Unit other = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        staff = committee.in(unit, UnitRole.STAFF);
        Dossier dossier = committee.sealed(owner);
        VersionId first = texts.published(owner, dossier);
        before = committee
                .round(first)
                .asking(unit, other)
                .opening(Instant.now().minus(Duration.ofDays(3)))
                .open(secretary);
        enter(first, unit, WORDS, "dieu-2/khoan-1", false);
        enter(first, unit, SECRET, "dieu-2/khoan-1", true);
        enter(first, other, "Của nơi khác", "dieu-1", false);
        draft = texts.published(owner, dossier);
        round = committee.round(draft).asking(unit).open(secretary);
    }

    private void enter(VersionId version, Unit said, String words, String path, boolean restricted) {
        points.enter(
                secretary,
                before.id(),
                List.of(new NewPoint(
                        version,
                        said.code(),
                        null,
                        CommentKind.EDIT,
                        words,
                        null,
                        SourceKind.LETTER,
                        "12/CV",
                        List.of(texts.place(version, path).id()),
                        false,
                        restricted)));
    }

    private List<EarlierSaid.Said> said(Person asker) {
        return keeping.of(asker, round.id(), unit.code())
                .map(EarlierSaid.Earlier::said)
                .orElse(List.of());
    }

    private void keep(Person asker) {
        keeping.keep(asker, round.id(), unit.code(), ids());
    }

    private List<UUID> ids() {
        return said(head).stream().map(EarlierSaid.Said::id).toList();
    }

    private List<AnsweringOpinions.Said> now(Person asker) {
        return answering.of(asker, round.id()).getFirst().opinions();
    }

    @Test
    void ownWordsAreToldWithTheirPlaceAndTheirOutcomeOnceItIsAnnounced() {
        assertThat(said(staff)).singleElement().satisfies(one -> {
            assertThat(one.words()).isEqualTo(WORDS);
            assertThat(one.place()).startsWith("Khoản 1 Điều 2");
            assertThat(one.now()).contains("dieu-2/khoan-1");
            assertThat(one.outcome()).isNull();
            assertThat(one.kept()).isFalse();
        });
        rounds.close(secretary, before.id());
        for (Point point : points.of(secretary, before.id())) {
            points.answer(secretary, point.id(), point.version(), Outcome.KEEP, "Giữ như dự thảo.", null);
        }
        assertThat(said(staff)).extracting(EarlierSaid.Said::outcome).containsOnlyNulls();
        rounds.lock(secretary, before.id());
        announcing.announce(secretary, before.id());

        assertThat(said(staff)).singleElement().satisfies(one -> {
            assertThat(one.outcome()).isEqualTo("KEEP");
            assertThat(one.answer()).isEqualTo("Giữ như dự thảo.");
        });
    }

    @Test
    void whatStaffKeepIsTheDraftOfTheUnitOnThePlaceOfToday() {
        keep(staff);

        assertThat(now(head)).singleElement().satisfies(one -> {
            assertThat(one.stage()).isEqualTo(AnsweringOpinions.Stage.PREPARED);
            assertThat(one.words()).startsWith("Giữ nguyên ý kiến đã góp đối với dự thảo lần 1: " + WORDS);
            assertThat(one.draft()).isEqualTo(draft);
            assertThat(one.path()).contains("dieu-2/khoan-1");
        });
        assertThat(replies.list(head, round.id())
                        .getFirst()
                        .reply()
                        .orElseThrow()
                        .positions())
                .containsEntry(draft, Position.AGREE_WITH);
        assertThat(said(head)).singleElement().matches(EarlierSaid.Said::kept);
        keep(head);
        assertThat(now(head)).hasSize(1);
    }

    @Test
    void whatTheHeadKeepsIsNotSentBeforeTheReply() {
        keep(head);

        assertThat(now(head))
                .singleElement()
                .extracting(AnsweringOpinions.Said::stage)
                .isEqualTo(AnsweringOpinions.Stage.UNSENT);
        assertThat(now(staff)).isEmpty();
        assertThat(said(staff)).singleElement().matches(one -> !one.kept());
    }

    @Test
    void thePointOfWhatIsKeptSaysOnWhichDraftItIsReserved() {
        keep(staff);
        replies.send(head, round.id(), unit.code());

        assertThat(points.of(secretary, round.id()))
                .singleElement()
                .extracting(Point::reserved)
                .isEqualTo(2);
        assertThat(points.of(secretary, before.id()))
                .extracting(Point::reserved)
                .containsOnlyNulls();
    }

    @Test
    void ofTwoWhoKeepItAtOnceItIsSaidOnce() {
        Person colleague = committee.in(unit, UnitRole.STAFF);

        assertThat(turns.of(() -> keep(staff), () -> keep(colleague))).containsExactly("done", "done");
        assertThat(now(head)).hasSize(1);
    }

    @Test
    void othersLearnNothingAndKeepNothing() {
        List<UUID> ids = ids();
        Person stranger = committee.in(committee.unit(), UnitRole.HEAD);
        Person clerk = committee.in(unit, UnitRole.CLERK);
        for (Person other : List.of(stranger, secretary)) {
            assertThatThrownBy(() -> keeping.of(other, round.id(), unit.code())).hasMessageContaining("NOT_FOUND");
            assertThatThrownBy(() -> keeping.keep(other, round.id(), unit.code(), ids))
                    .hasMessageContaining("NOT_FOUND");
        }
        assertThatThrownBy(() -> keeping.keep(clerk, round.id(), unit.code(), ids))
                .hasMessageContaining("FORBIDDEN");
        assertThatThrownBy(() -> keeping.keep(staff, round.id(), unit.code(), List.of(UUID.randomUUID())))
                .hasMessageContaining("NOT_FOUND");
        replies.putAll(head, round.id(), unit.code(), Position.AGREE, "");
        replies.send(head, round.id(), unit.code());
        assertThatThrownBy(() -> keep(staff)).hasMessageContaining("REPLY_FROZEN");
    }
}
