package vn.gopy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.StatementCounter;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.Points;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.SeriesRole;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionName;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.Conversation;
import vn.gopy.opinion.NewComment;
import vn.gopy.opinion.Sending;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.shared.AdjustableClock;

/** What lies on whose desk. */
@IntegrationTest
class DeskTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Composing composing;

    @Autowired
    Sending sending;

    @Autowired
    Conversation conversation;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    Points points;

    @Autowired
    Desk desk;

    @Autowired
    AdjustableClock clock;

    private Person secretary;
    private Person chair;
    private Person owner;
    private Person member;
    private Unit unit;
    private Person head;
    private Person staff;
    private Dossier dossier;
    private VersionId draft;

    @BeforeEach
    void aDraftInAGroup() {
        secretary = committee.person(Role.SECRETARIAT);
        chair = committee.person(Role.CHAIR);
        owner = committee.person(Role.MEMBER);
        member = committee.person(Role.MEMBER);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        staff = committee.in(unit, UnitRole.STAFF);
        dossier = committee.dossier(owner, Audience.INVITED, Discussion.GROUP, member);
        draft = texts.published(owner, dossier);
    }

    private Comment say(Person person, String text, boolean send, String... readers) {
        NewComment wanted = new NewComment(
                CommentKind.OTHER, text, null, null, null, null, null, List.of(), null, null, send, List.of(readers));
        return composing.create(person, texts.place(draft, "dieu-2/khoan-1").id(), wanted);
    }

    private Comment sayOfTheWhole(Person person, String text, boolean send) {
        NewComment wanted = new NewComment(
                CommentKind.OTHER, text, null, null, null, null, null, List.of(), null, null, send, List.of());
        return composing.create(person, dossier.id(), wanted);
    }

    private <T extends Desk.Task> List<T> tasks(Person person, Class<T> kind) {
        return desk.tasks(person).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(task -> !(task instanceof Desk.Task.ToRemind remind)
                        || remind.path().equals(path))
                .toList();
    }

    private String path = "";

    private Round open() {
        Round round = committee.round(draft).asking(unit).open(secretary);
        path = "/dot/" + round.id();
        return round;
    }

    private List<String> excerpts(Person person) {
        return desk.news(person).stream().map(Desk.News::excerpt).toList();
    }

    @Nested
    class ToDecide {

        @Test
        void onWhatTheChairIsAskedLiesOnTheChairsDeskOnceTheRoundIsClosed() {
            Round round = committee
                    .round(draft)
                    .asking(unit)
                    .closing(clock.instant().plus(Duration.ofDays(4000)))
                    .open(secretary);
            say(member, "Cần xin ý kiến Trưởng Ban", true);
            Point point = points.of(secretary, round.id()).getFirst();
            points.answer(secretary, point.id(), point.version(), Outcome.ESCALATE, "Báo cáo Trưởng Ban.", null);
            assertThat(decisions(chair, round)).isEmpty();

            rounds.close(secretary, round.id());

            assertThat(decisions(chair, round))
                    .extracting(Desk.Task.ToDecide::count)
                    .containsExactly(1);
            assertThat(decisions(secretary, round)).isEmpty();
            assertThat(decisions(member, round)).isEmpty();
            assertThat(decisions(head, round)).isEmpty();
        }

        private List<Desk.Task.ToDecide> decisions(Person person, Round round) {
            return tasks(person, Desk.Task.ToDecide.class).stream()
                    .filter(task -> task.path().equals("/dot/" + round.id()))
                    .toList();
        }
    }

    @Nested
    class Unsent {

        @Test
        void whatOneHasNotSentWaitsForOneselfAlone() {
            say(member, "Chưa gửi", false);

            assertThat(tasks(member, Desk.Task.Unsent.class))
                    .containsExactly(new Desk.Task.Unsent("/ho-so/" + dossier.id() + "/du-thao/1", dossier.title(), 1));
            assertThat(tasks(owner, Desk.Task.Unsent.class)).isEmpty();
            assertThat(tasks(secretary, Desk.Task.Unsent.class)).isEmpty();
        }

        @Test
        void opinionsOnTheWholeDossierWaitWithThoseOnItsDraft() {
            say(member, "Ở khoản 1", false);
            sayOfTheWhole(member, "Về cả hồ sơ", false);

            assertThat(tasks(member, Desk.Task.Unsent.class))
                    .extracting(Desk.Task.Unsent::count)
                    .containsExactly(2);
        }
    }

    @Nested
    class ToAnswer {

        @Test
        void staffAndHeadSeeThatTheirUnitIsAskedAndOnlyTheHeadThatItsReplyWaits() {
            Round round = open();
            assertThat(tasks(staff, Desk.Task.ToAnswer.class)).hasSize(1);
            assertThat(tasks(head, Desk.Task.ToAnswer.class)).hasSize(1);

            replies.put(staff, round.id(), unit.code(), Map.of(draft, Position.AGREE), "");
            replies.submit(staff, round.id(), unit.code());

            assertThat(tasks(head, Desk.Task.ToApprove.class)).hasSize(1);
            assertThat(desk.tasks(staff)).isEmpty();
        }

        @Test
        void theHeadIsToldOfWhatStaffPrepareAfterTheReplyWasSent() {
            Round round = open();
            NewComment words = NewComment.of(CommentKind.OTHER, "Của Sở").forUnit(unit.code());
            composing.create(staff, texts.place(draft, "dieu-1").id(), words);
            assertThat(tasks(head, Desk.Task.ToSupplement.class))
                    .as("it goes out with the reply")
                    .isEmpty();
            replies.put(head, round.id(), unit.code(), Map.of(draft, Position.AGREE), "");
            replies.send(head, round.id(), unit.code());
            assertThat(tasks(head, Desk.Task.ToSupplement.class)).isEmpty();

            Comment later = composing.create(staff, texts.place(draft, "dieu-1").id(), words);
            assertThat(tasks(head, Desk.Task.ToSupplement.class))
                    .extracting(Desk.Task.ToSupplement::count)
                    .containsExactly(1);
            assertThat(desk.tasks(staff)).isEmpty();
            assertThat(desk.tasks(committee.in(committee.unit(), UnitRole.HEAD)))
                    .isEmpty();

            sending.send(head, List.of(later.id()));
            assertThat(tasks(head, Desk.Task.ToSupplement.class)).isEmpty();
        }

        @Test
        void nothingWaitsAfterTheReplyIsSent() {
            Round round = open();
            replies.put(head, round.id(), unit.code(), Map.of(draft, Position.AGREE), "");
            replies.send(head, round.id(), unit.code());

            assertThat(desk.tasks(head)).isEmpty();
            assertThat(desk.tasks(staff)).isEmpty();
            assertThat(tasks(secretary, Desk.Task.ToRemind.class)).isEmpty();
        }

        @Test
        void theWayLeadsAPersonToTheDraftThatHasNoAnswerYet() {
            VersionId second = texts.published(owner, committee.dossier(owner, Audience.EVERYONE, Discussion.GROUP));
            Round round = committee.round(draft, second).asking(member).open(secretary);
            String first = "/ho-so/" + dossier.id() + "/du-thao/1?tra-loi";
            assertThat(tasks(member, Desk.Task.ToAnswer.class))
                    .extracting(Desk.Task::path)
                    .containsExactly(first);

            replies.put(member, round.id(), member.username(), Map.of(draft, Position.AGREE), "");

            assertThat(tasks(member, Desk.Task.ToAnswer.class))
                    .singleElement()
                    .satisfies(task ->
                            assertThat(task.path()).startsWith("/ho-so/").isNotEqualTo(first))
                    .extracting(Desk.Task.ToAnswer::answered, Desk.Task.ToAnswer::drafts)
                    .containsExactly(1, 2);
        }

        @Test
        void theWayLeadsAUnitToItsReply() {
            VersionId second = texts.published(owner, committee.dossier(owner, Audience.EVERYONE, Discussion.GROUP));
            Round round = committee.round(draft, second).asking(unit).open(secretary);
            String reply = "/dot/" + round.id() + "/tra-loi?cho=" + unit.code();
            replies.put(staff, round.id(), unit.code(), Map.of(draft, Position.AGREE), "");
            assertThat(tasks(head, Desk.Task.ToAnswer.class))
                    .singleElement()
                    .extracting(Desk.Task::path, Desk.Task.ToAnswer::answered, Desk.Task.ToAnswer::drafts)
                    .containsExactly(reply, 1, 2);

            replies.put(staff, round.id(), unit.code(), Map.of(second, Position.AGREE), "");
            replies.submit(staff, round.id(), unit.code());
            assertThat(tasks(head, Desk.Task.ToApprove.class))
                    .extracting(Desk.Task::path)
                    .containsExactly(reply);
        }

        @Test
        void theNearestDeadlineStandsFirstAndInTheListOfRoundsToo() {
            Instant now = clock.instant();
            Round late = committee
                    .round(draft)
                    .asking(unit)
                    .closing(now.plus(Duration.ofDays(5)))
                    .open(secretary);
            Round soon = committee
                    .round(draft)
                    .asking(unit)
                    .closing(now.plus(Duration.ofDays(2)))
                    .open(secretary);

            assertThat(tasks(head, Desk.Task.ToAnswer.class))
                    .extracting(Desk.Task::deadline)
                    .containsExactly(soon.closes(), late.closes());
            assertThat(rounds.list(head).stream().sorted(Round.byUrgency(now)).map(Round::id))
                    .containsExactly(soon.id(), late.id());
            assertThat(rounds.list(head).stream()
                            .sorted(Round.byUrgency(now.plus(Duration.ofDays(9))))
                            .map(Round::id))
                    .as("of what is over the latest stands first")
                    .containsExactly(late.id(), soon.id());
        }

        @Test
        void whoIsNotAskedSeesNothingOfTheRound() {
            open();

            assertThat(desk.tasks(member)).isEmpty();
            assertThat(desk.tasks(committee.in(committee.unit(), UnitRole.HEAD)))
                    .isEmpty();
        }

        @Test
        void theSecretariatRemindsAndTheChairDoesNot() {
            open();

            assertThat(tasks(secretary, Desk.Task.ToRemind.class))
                    .extracting(Desk.Task.ToRemind::unopened)
                    .containsExactly(1);
            assertThat(tasks(chair, Desk.Task.ToRemind.class)).isEmpty();
        }
    }

    @Nested
    class ToRead {

        @Test
        void theLatestDraftOfEachDossierThatThePersonMayReadIsOffered() {
            assertThat(desk.readable(member))
                    .extracting(Desk.Readable::path)
                    .contains("/ho-so/" + dossier.id() + "/du-thao/1");
            assertThat(desk.readable(committee.person(Role.MEMBER)))
                    .extracting(Desk.Readable::path)
                    .doesNotContain("/ho-so/" + dossier.id() + "/du-thao/1");
            assertThat(desk.readable(committee.person(Role.ADMINISTRATOR))).isEmpty();
        }
    }

    @Nested
    class ToCheck {

        @Test
        void aDraftWaitsForTheCheckOfItsUploaderAndOfTheOwner() {
            Dossier other = committee.sealed(owner, member);
            texts.review(owner, other, DraftFixture.REGULATION);

            assertThat(tasks(owner, Desk.Task.ToCheck.class))
                    .flatExtracting(Desk.Task.ToCheck::latest)
                    .containsExactly(new Desk.Unchecked(
                            "/ho-so/" + other.id() + "/du-thao/1/kiem-tra",
                            other.code(),
                            other.title(),
                            new VersionName(SeriesRole.MAIN, 1, 1)));
            assertThat(tasks(member, Desk.Task.ToCheck.class)).isEmpty();
        }

        @Test
        void manyDraftsAreOneTaskThatCountsThemAllAndNamesTheLatest() {
            Dossier last = dossier;
            for (int n = 0; n < 8; n++) {
                last = committee.sealed(owner, member);
                texts.review(owner, last, DraftFixture.REGULATION);
            }

            Desk.Task.ToCheck task = tasks(owner, Desk.Task.ToCheck.class).getFirst();

            assertThat(tasks(owner, Desk.Task.ToCheck.class)).hasSize(1);
            assertThat(task.count()).isEqualTo(8);
            assertThat(task.latest())
                    .hasSize(6)
                    .first()
                    .extracting(Desk.Unchecked::code)
                    .isEqualTo(last.code());
        }
    }

    @Nested
    class News {

        @Test
        void othersWordsAreNewsAndOnesOwnAreNot() {
            say(member, "Đề nghị làm rõ", true);

            assertThat(excerpts(owner)).contains("Đề nghị làm rõ");
            assertThat(excerpts(member)).doesNotContain("Đề nghị làm rõ");
        }

        @Test
        void wordsForNamedReadersAreNewsForThemAlone() {
            say(member, "Chỉ để chủ hồ sơ xem", true, owner.username());

            assertThat(excerpts(owner)).contains("Chỉ để chủ hồ sơ xem");
            assertThat(excerpts(secretary)).doesNotContain("Chỉ để chủ hồ sơ xem");
            assertThat(excerpts(chair)).doesNotContain("Chỉ để chủ hồ sơ xem");
        }

        @Test
        void whatAUnitSentIsNewsOfItsPeopleAndOfTheSecretariatOfTheChairAfterClosingAndOfNoOtherUnit() {
            String words = "Lời của cơ quan";
            Unit other = committee.unit();
            Person elsewhere = committee.in(other, UnitRole.HEAD);
            Round round = committee.round(draft).asking(unit, other).open(secretary);
            composing.create(
                    staff,
                    texts.place(draft, "dieu-2/khoan-1").id(),
                    NewComment.of(CommentKind.OTHER, words).forUnit(unit.code()));
            assertThat(excerpts(head)).doesNotContain(words);
            assertThat(excerpts(secretary)).doesNotContain(words);

            replies.putAll(head, round.id(), unit.code(), Position.AGREE, null);
            replies.send(head, round.id(), unit.code());

            assertThat(excerpts(head)).contains(words);
            assertThat(excerpts(secretary)).contains(words);
            assertThat(excerpts(chair)).doesNotContain(words);
            rounds.close(secretary, round.id());
            assertThat(excerpts(chair)).contains(words);
            assertThat(excerpts(elsewhere)).doesNotContain(words);
            assertThat(excerpts(member)).doesNotContain(words);
        }

        @Test
        void aWordOnTheWholeDossierIsNewsThatLeadsToItsPlace() {
            sayOfTheWhole(member, "Về cả hồ sơ", true);

            assertThat(desk.news(owner))
                    .extracting(Desk.News::path)
                    .contains("/ho-so/" + dossier.id() + "/du-thao/1#y-kien-chung");
        }

        @Test
        void wordsWithoutASpaceAndAgreementWithoutWordsTakeNoDeskDown() {
            say(member, "https://vbpl.vn/" + "a".repeat(200), true);
            composing.create(
                    member,
                    texts.place(draft, "dieu-1").id(),
                    new NewComment(
                            CommentKind.AGREE,
                            "",
                            null,
                            null,
                            null,
                            null,
                            null,
                            List.of(),
                            null,
                            null,
                            true,
                            List.of()));

            assertThat(excerpts(owner)).contains("").anyMatch(words -> words.startsWith("https://vbpl.vn/aaa"));
        }

        @Test
        void whatWasTakenBackIsNoNewsNorIsWhatWasAnsweredToIt() {
            Comment said = say(member, "Lời đã rút", true);
            conversation.reply(owner, said.id(), "Trả lời lời đã rút");
            composing.delete(member, said.id(), said.version());

            assertThat(excerpts(chair)).doesNotContain("Lời đã rút", "Trả lời lời đã rút");
            assertThat(excerpts(secretary)).doesNotContain("Lời đã rút", "Trả lời lời đã rút");
        }

        @Test
        void anAdministratorReadsNothing() {
            say(member, "Đề nghị làm rõ", true);
            Person administrator = committee.person(Role.ADMINISTRATOR);

            assertThat(desk.news(administrator)).isEmpty();
            assertThat(desk.tasks(administrator)).isEmpty();
        }
    }

    @Nested
    class Visits {

        private final Instant morning = Instant.parse("2031-03-03T01:00:00Z");

        private Optional<Instant> visit(Duration later) {
            return clock.at(morning.plus(later), () -> desk.visit(member));
        }

        @Test
        void whatCameAfterTheVisitBeforeIsNewAndStaysSoWhileThePageIsLoadedAgain() {
            assertThat(visit(Duration.ZERO))
                    .as("at the first visit nothing is old")
                    .isEmpty();
            assertThat(visit(Duration.ofMinutes(20))).isEmpty();
            Optional<Instant> lunch = visit(Duration.ofHours(4));

            assertThat(lunch).contains(morning.plus(Duration.ofMinutes(20)));
            assertThat(visit(Duration.ofHours(4).plusMinutes(29))).isEqualTo(lunch);
            assertThat(clock.at(morning, () -> desk.visit(owner)))
                    .as("each has visits of the own")
                    .isEmpty();
        }
    }

    @Nested
    class Statements {

        @Test
        void aDeskTakesAsManyForFiveRoundsAsForOne() {
            open();
            int one = StatementCounter.count(() -> desk.tasks(secretary));
            for (int n = 0; n < 4; n++) {
                committee.round(draft).asking(unit).asking(member).open(secretary);
            }

            assertThat(StatementCounter.count(() -> desk.tasks(secretary))).isEqualTo(one);
        }
    }
}
