package vn.gopy.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.gopy.opinion.CommentKind.AGREE;
import static vn.gopy.opinion.CommentKind.EDIT;
import static vn.gopy.opinion.CommentKind.OTHER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.consolidation.table.ConsolidatedTable;
import vn.gopy.consolidation.table.ConsolidatedTable.Addressee;
import vn.gopy.consolidation.table.ConsolidatedTables;
import vn.gopy.consolidation.table.TableFormat;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.opinion.Sending;
import vn.gopy.round.AnswerCounts;
import vn.gopy.round.Consents;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.round.figures.OutcomeCounts;
import vn.gopy.shared.AdjustableClock;
import vn.gopy.shared.Settings;

/** What a round counts, the points that come of it, and the table that is made of them. */
@IntegrationTest
class RoundSumsTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Composing composing;

    @Autowired
    Sending sending;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    Consents consents;

    @Autowired
    Points points;

    @Autowired
    PointGroups groups;

    @Autowired
    ConsolidatedTables tables;

    @Autowired
    AdjustableClock clock;

    private Person secretary;
    private Person chair;
    private Person owner;
    private Person member;
    private final Map<Unit, Person> heads = new LinkedHashMap<>();
    private List<Unit> units = List.of();
    private VersionId draft;
    private VersionId second;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        chair = committee.person(Role.CHAIR);
        owner = committee.person(Role.MEMBER);
        member = committee.person(Role.MEMBER);
        units = IntStream.range(0, 4).mapToObj(n -> committee.unit()).toList();
        units.forEach(unit -> heads.put(unit, committee.in(unit, UnitRole.HEAD)));
        draft = texts.published(owner, committee.sealed(owner, member));
        second = texts.published(owner, committee.sealed(owner, member));
    }

    private CommitteeFixture.RoundWish aboutBoth() {
        return committee.round(draft, second).asking(units.toArray(Unit[]::new)).asking(member);
    }

    private Round both() {
        return aboutBoth().open(secretary);
    }

    private void answers(Round round, int unit, Position first, Position other) {
        Person head = heads.get(units.get(unit));
        String code = units.get(unit).code();
        replies.put(head, round.id(), code, Map.of(draft, first, second, other), "");
        replies.send(head, round.id(), code);
    }

    private AnswerCounts counts(Round round, @Nullable VersionId about) {
        return rounds.counts(secretary, round.id(), about);
    }

    @Nested
    class Answers {

        @Test
        void eachDraftIsCountedByItselfAndOverAllByTheHardestThingSaid() {
            Round round = both();
            answers(round, 0, Position.AGREE, Position.OBJECT);
            answers(round, 1, Position.AGREE_WITH, Position.AGREE);
            answers(round, 2, Position.AGREE, Position.AGREE);

            assertThat(counts(round, draft)).isEqualTo(new AnswerCounts(5, 2, 1, 0, 0, 2, 0, 0, 0, 0));
            assertThat(counts(round, second)).isEqualTo(new AnswerCounts(5, 2, 0, 1, 0, 2, 0, 0, 0, 0));
            assertThat(counts(round, null)).isEqualTo(new AnswerCounts(5, 1, 1, 1, 0, 2, 0, 0, 0, 0));
        }

        @Test
        void aReplyCountsOnlyWhenItSpeaksOnEveryDraftAndIsSent() {
            Round round = both();
            Person head = heads.get(units.getFirst());
            String code = units.getFirst().code();
            replies.put(head, round.id(), code, Map.of(draft, Position.AGREE), "");

            assertThat(Refused.by(() -> replies.send(head, round.id(), code))).isEqualTo("422 POSITION_MISSING");
            assertThat(counts(round, draft).answered()).isZero();
            replies.put(head, round.id(), code, Map.of(second, Position.OBJECT), "");
            assertThat(counts(round, null).answered()).isZero();
            replies.send(head, round.id(), code);
            assertThat(counts(round, null).answered()).isEqualTo(1);
            assertThat(Refused.by(() -> replies.putAll(head, round.id(), code, Position.AGREE, "")))
                    .isEqualTo("409 REPLY_FROZEN");
        }

        @Test
        void aClassifiedLetterIsAnAnswerWhateverElseWasEntered() {
            Round round = both();
            answers(round, 0, Position.OBJECT, Position.OBJECT);
            replies.classified(secretary, round.id(), units.getFirst().code());

            assertThat(counts(round, null)).isEqualTo(new AnswerCounts(5, 0, 0, 0, 1, 4, 0, 0, 0, 0));
        }

        @Test
        void silenceIsConsentOnlyByTheLettersSentenceAndOnlyAfterTheDeadline() {
            Instant deadline = clock.instant().plus(Duration.ofDays(2));
            Round plain = aboutBoth().closing(deadline).open(secretary);
            Round silent = aboutBoth().closing(deadline).silenceAgrees().open(secretary);

            assertThat(counts(silent, null).deemedConsent()).isZero();
            clock.at(deadline, () -> {
                assertThat(counts(plain, null).deemedConsent()).isZero();
                assertThat(counts(silent, null).deemedConsent()).isEqualTo(5);
                return null;
            });
        }

        @Test
        void whoseDeadlineIsStillRunningHasNotConsentedBySilence() {
            Instant deadline = clock.instant().plus(Duration.ofDays(2));
            Round round = aboutBoth().closing(deadline).silenceAgrees().open(secretary);
            replies.extend(
                    secretary, round.id(), units.getFirst().code(), deadline.plus(Duration.ofDays(3)), "Đề nghị");

            clock.at(deadline.plusSeconds(60), () -> {
                assertThat(counts(round, null)).isEqualTo(new AnswerCounts(5, 0, 0, 0, 0, 5, 4, 0, 1, 0));
                return null;
            });
            clock.at(deadline.plus(Duration.ofDays(3)), () -> {
                assertThat(counts(round, null).deemedConsent()).isEqualTo(5);
                return null;
            });
        }

        @Test
        void lateAndExtendedAreCountedBesideTheSum() {
            Instant deadline = clock.instant().plus(Duration.ofDays(2));
            Round round = aboutBoth().closing(deadline).open(secretary);
            replies.extend(secretary, round.id(), units.get(1).code(), deadline.plus(Duration.ofDays(2)), "Đề nghị");
            clock.at(deadline.plus(Duration.ofDays(1)), () -> {
                answers(round, 0, Position.AGREE, Position.AGREE);
                answers(round, 1, Position.AGREE, Position.AGREE);
                assertThat(counts(round, null)).isEqualTo(new AnswerCounts(5, 2, 0, 0, 0, 3, 0, 1, 1, 0));
                return null;
            });
        }

        @Test
        void anInviteeIsAskedOnceHoweverOftenItIsNamed() {
            Unit unit = units.getFirst();
            Round round = committee
                    .round(draft)
                    .asking(unit, unit)
                    .asking(member, member)
                    .open(secretary);
            assertThat(counts(round, null).asked()).isEqualTo(2);
        }
    }

    @Nested
    class WhoMay {

        @Test
        void staffPrepareTheHeadSends() {
            Unit unit = units.getFirst();
            Person staff = committee.in(unit, UnitRole.STAFF);
            Round round = both();
            replies.putAll(staff, round.id(), unit.code(), Position.AGREE, "");
            replies.submit(staff, round.id(), unit.code());
            assertThat(Refused.by(() -> replies.send(staff, round.id(), unit.code())))
                    .isEqualTo("403 FORBIDDEN");
            assertThat(replies.send(heads.get(unit), round.id(), unit.code())
                            .reply()
                            .orElseThrow()
                            .sentAt())
                    .isNotNull();
        }

        @Test
        void theClerkGivesTheLetterItsNumberAndPreparesNothing() {
            Unit unit = units.getFirst();
            Person clerk = committee.in(unit, UnitRole.CLERK);
            Round round = both();
            assertThat(Refused.by(() -> replies.putAll(clerk, round.id(), unit.code(), Position.OBJECT, "")))
                    .isEqualTo("403 FORBIDDEN");
            answers(round, 0, Position.AGREE, Position.AGREE);
            assertThat(replies.letter(clerk, round.id(), unit.code(), "12/SKHCN", null)
                            .reply()
                            .orElseThrow()
                            .letterNumber())
                    .isEqualTo("12/SKHCN");
            assertThat(Refused.by(() -> replies.submit(clerk, round.id(), unit.code())))
                    .isEqualTo("403 FORBIDDEN");
        }

        @Test
        void othersDoNotEvenLearnThatAUnitIsAsked() {
            Round round = both();
            Person other = heads.get(units.get(1));
            String code = units.getFirst().code();
            assertThat(Refused.by(() -> replies.putAll(other, round.id(), code, Position.AGREE, "")))
                    .isEqualTo("404 NOT_FOUND")
                    .isEqualTo(Refused.by(() -> replies.putAll(other, round.id(), "KHONGCO", Position.AGREE, "")));
            assertThat(replies.list(other, round.id())).hasSize(1);
            assertThat(replies.list(chair, round.id())).hasSize(5);
            assertThat(Refused.by(() -> rounds.counts(other, round.id(), null))).isEqualTo("403 FORBIDDEN");
        }

        @Test
        void aPersonAnswersAloneAndTheReplyGoesOutWithTheLastDraft() {
            Round round = both();
            assertThat(consents.agree(member, round.id(), draft)
                            .reply()
                            .orElseThrow()
                            .sentAt())
                    .isNull();
            assertThat(counts(round, draft).answered()).isZero();
            consents.agree(member, round.id(), second);
            assertThat(counts(round, null).agreed()).isEqualTo(1);
            assertThat(Refused.by(() -> consents.agree(member, round.id(), draft)))
                    .isEqualTo("409 REPLY_FROZEN");
            assertThat(Refused.by(() -> consents.agree(owner, round.id(), draft)))
                    .isEqualTo("404 NOT_FOUND");
        }

        @Test
        void onlyTheSecretariatRunsRounds() {
            Round round = both();
            for (Person person : List.of(chair, member, heads.get(units.getFirst()))) {
                assertThat(Refused.by(() -> rounds.close(person, round.id()))).isEqualTo("403 FORBIDDEN");
                assertThat(Refused.by(() -> rounds.extend(person, round.id(), round.closesAt(), "x")))
                        .isEqualTo("403 FORBIDDEN");
                assertThat(Refused.by(() -> replies.classified(
                                person, round.id(), units.getFirst().code())))
                        .isEqualTo("403 FORBIDDEN");
                assertThat(Refused.by(() -> aboutBoth().open(person))).isEqualTo("403 FORBIDDEN");
            }
        }
    }

    @Nested
    class FromOpinions {

        private Comment says(Person person, CommentKind kind, String words, String path) {
            return composing.create(person, place(path), NewComment.of(kind, words));
        }

        private ProvisionId place(String path) {
            return texts.place(draft, path).id();
        }

        private Point only(Round round) {
            List<Point> all = points.of(secretary, round.id());
            assertThat(all).hasSize(1);
            return all.getFirst();
        }

        @Test
        void aSentOpinionIsAPointAndAMereConsentNever() {
            Round round = both();
            says(member, AGREE, "", "dieu-1");
            Comment unsent = composing.create(
                    member, place("dieu-1"), NewComment.of(OTHER, "Chưa gửi").unsent());
            assertThat(points.of(secretary, round.id())).isEmpty();

            sending.send(member, List.of(unsent.id()));
            Point point = only(round);
            assertThat(point.commentId()).isEqualTo(unsent.id());
            assertThat(point.outcome()).isNull();
            assertThat(point.number()).isEqualTo(1);
        }

        @Test
        void aUnitsDraftIsNoPointBeforeTheHeadSends() {
            Round round = both();
            Unit unit = units.getFirst();
            Person staff = committee.in(unit, UnitRole.STAFF);
            composing.create(
                    staff, place("dieu-1"), NewComment.of(EDIT, "Của Sở").forUnit(unit.code()));
            assertThat(points.of(secretary, round.id())).isEmpty();
            answers(round, 0, Position.AGREE_WITH, Position.AGREE);
            assertThat(only(round).unit()).isEqualTo(unit.id());
        }

        @Test
        void pointsStandInTheOrderOfTheText() {
            Round round = both();
            says(member, OTHER, "ba", "dieu-3");
            says(member, OTHER, "một", "dieu-1");
            says(member, OTHER, "hai", "dieu-2/khoan-2");
            assertThat(points.of(secretary, round.id())).extracting(Point::text).containsExactly("một", "hai", "ba");
            assertThat(points.of(secretary, round.id()))
                    .extracting(Point::number)
                    .containsExactly(2, 3, 1);
        }

        @Test
        void keepingTheDraftNeedsAReason() {
            Round round = both();
            says(member, OTHER, "Bỏ đi", "dieu-1");
            Point point = only(round);
            for (Outcome outcome : List.of(Outcome.KEEP, Outcome.ACCEPT_PART)) {
                assertThat(Refused.by(() -> points.answer(secretary, point.id(), 1, outcome, " ", null)))
                        .isEqualTo("422 REASON_MISSING");
            }
            assertThat(points.answer(secretary, point.id(), 1, Outcome.KEEP, "Đã rõ", null)
                            .outcome())
                    .isEqualTo(Outcome.KEEP);
            assertThat(Refused.by(() -> points.answer(secretary, point.id(), 1, Outcome.ACCEPT, "Khác", null)))
                    .isEqualTo("412 STALE");
            assertThat(Refused.by(() -> points.answer(secretary, point.id(), 1, Outcome.KEEP, "", null)))
                    .as("a stale answer is told before its content is judged")
                    .isEqualTo("412 STALE");
        }

        @Test
        void theAnswerIsTheGroupsTheOutcomeIsEachPointsOwn() {
            Round round = both();
            says(member, OTHER, "Bỏ câu này", "dieu-1");
            composing.create(
                    heads.get(units.getFirst()),
                    place("dieu-1"),
                    NewComment.of(OTHER, "Giữ câu này").forUnit(units.getFirst().code()));
            List<Point> two = points.of(secretary, round.id());
            groups.group(
                    secretary,
                    round.id(),
                    "Câu thứ nhất",
                    two.stream().map(Point::id).toList(),
                    null);
            List<Point> grouped = points.of(secretary, round.id());
            assertThat(grouped)
                    .extracting(Point::groupId)
                    .containsOnly(grouped.getFirst().groupId());

            Point first = grouped.getFirst();
            points.answer(secretary, first.id(), first.version(), Outcome.KEEP, "Giữ như dự thảo", null);
            List<Point> after = points.of(secretary, round.id());
            assertThat(after).extracting(Point::answer).containsOnly("Giữ như dự thảo");
            assertThat(after).extracting(Point::outcome).containsExactly(Outcome.KEEP, null);
            assertThat(after.getLast().version())
                    .as("the other point's answer changed too")
                    .isGreaterThan(grouped.getLast().version());
        }

        @Test
        void theSumsOfOutcomesAddUpPerDraftAndOverAll() {
            Round round = both();
            Outcome[] outcomes = Outcome.values();
            for (int n = 0; n <= outcomes.length; n++) {
                ProvisionId place =
                        texts.place(n % 2 == 0 ? draft : second, "dieu-1").id();
                composing.create(member, place, NewComment.of(OTHER, "Ý kiến " + n));
            }
            List<Point> all = points.of(secretary, round.id());
            for (int n = 0; n < outcomes.length; n++) {
                points.answer(secretary, all.get(n).id(), 1, outcomes[n], "Vì sao", null);
            }
            assertThat(points.counts(secretary, round.id(), null)).isEqualTo(new OutcomeCounts(8, 2, 1, 2, 1, 1, 1));
            OutcomeCounts first = points.counts(secretary, round.id(), draft);
            OutcomeCounts other = points.counts(secretary, round.id(), second);
            assertThat(first.opinions()).isEqualTo(4);
            assertThat(first.accepted() + other.accepted()).isEqualTo(2);
            assertThat(first.pending() + other.pending()).isEqualTo(1);
        }

        @Test
        void pointsAreEnteredAboutTheDraftsOfTheRoundOnly() {
            Round round = both();
            VersionId stranger = texts.published(owner, committee.sealed(owner));
            assertThat(Refused.by(() -> points.enter(secretary, round.id(), List.of(entered(stranger)))))
                    .isEqualTo("422 DRAFT_UNKNOWN");
            points.enter(secretary, round.id(), List.of(entered(draft)));
            assertThat(only(round).source()).isEqualTo(SourceKind.LETTER);
        }

        private NewPoint entered(VersionId about) {
            return new NewPoint(
                    about,
                    units.getFirst().code(),
                    null,
                    OTHER,
                    "Theo công văn",
                    null,
                    SourceKind.LETTER,
                    "12/SKHCN",
                    List.of(),
                    false,
                    false);
        }

        @Test
        void theWordsOfARestrictedOpinionReachTheChairAndNotTheSecretariat() {
            Round round = both();
            NewComment secret = new NewComment(
                    OTHER,
                    "Báo cáo riêng",
                    null,
                    null,
                    null,
                    null,
                    "câu riêng",
                    List.of(),
                    null,
                    null,
                    true,
                    List.of(chair.username()));
            composing.create(member, place("dieu-1"), secret);
            Point seen = only(round);
            assertThat(seen.restricted()).isTrue();
            assertThat(seen.toString()).doesNotContain("Báo cáo riêng", "câu riêng", member.name());
            assertThat(points.get(secretary, seen.id()).text()).isEmpty();
            assertThat(points.counts(secretary, round.id(), null).opinions()).isEqualTo(1);

            rounds.close(secretary, round.id());
            assertThat(points.of(chair, round.id())).extracting(Point::text).containsExactly("Báo cáo riêng");
        }

        @Test
        void theChairReadsPointsAfterClosingOthersNever() {
            Round round = both();
            says(member, OTHER, "Ý kiến", "dieu-1");
            assertThat(Refused.by(() -> points.of(chair, round.id()))).isEqualTo("403 FORBIDDEN");
            assertThat(Refused.by(() -> points.of(member, round.id()))).isEqualTo("403 FORBIDDEN");
            rounds.close(secretary, round.id());
            assertThat(points.of(chair, round.id())).hasSize(1);
            assertThat(Refused.by(() -> points.of(member, round.id()))).isEqualTo("403 FORBIDDEN");
        }

        @Test
        void theTableIsMadeOfThePointsAndTheSums() throws IOException {
            Round round = committee
                    .round(draft)
                    .asking(units.toArray(Unit[]::new))
                    .asking(member)
                    .open(secretary);
            Person head = heads.get(units.getFirst());
            replies.putAll(head, round.id(), units.getFirst().code(), Position.AGREE_WITH, "");
            replies.send(head, round.id(), units.getFirst().code());
            says(member, OTHER, "Đề nghị ghi rõ thời hạn", "dieu-2/khoan-1");
            says(member, OTHER, "Đề nghị rà soát", "dieu-3");
            Point first = points.of(secretary, round.id()).getFirst();
            points.answer(secretary, first.id(), 1, Outcome.ACCEPT, "Tiếp thu, đã ghi rõ", null);

            ConsolidatedTables.TableFile made = tables.file(secretary, round.id(), null, TableFormat.DOCX);
            byte[] word = made.bytes();
            assertThat(made.fileName()).matches("Bảng tổng hợp HS-\\d{2,}, lần 1, \\d{2}-\\d{2}-\\d{4}\\.docx");
            try (var document = new XWPFDocument(new ByteArrayInputStream(word))) {
                String opening = document.getParagraphs().stream()
                        .map(paragraph -> paragraph.getText())
                        .reduce("", (all, one) -> all + "\n" + one);
                assertThat(opening)
                        .contains("Tổng số được lấy ý kiến: 05", "đã trả lời: 01", "nhất trí, có ý kiến: 01")
                        .contains("02");
                String cells = document.getTables().stream()
                        .flatMap(table -> table.getRows().stream())
                        .flatMap(row -> row.getTableCells().stream())
                        .map(XWPFTableCell::getText)
                        .reduce("", (all, one) -> all + "\n" + one);
                assertThat(cells)
                        .contains("Khoản 1 Điều 2", "Đề nghị ghi rõ thời hạn", "Tiếp thu, đã ghi rõ")
                        .contains("Điều 3", "Đề nghị rà soát");
            }
            assertThat(Refused.by(() -> tables.file(secretary, round.id(), second, TableFormat.DOCX)))
                    .isEqualTo("404 NOT_FOUND");
            assertThat(Refused.by(() -> tables.file(member, round.id(), null, TableFormat.DOCX)))
                    .isEqualTo("403 FORBIDDEN");
        }
    }

    @Test
    void thePapersNameTheOfficeAsItIsSetAtThatMoment(
            @Autowired InstallationSettings settings, @Autowired JdbcClient sql) {
        Round round = both();
        Person administrator = committee.person(Role.ADMINISTRATOR);
        Settings usual = settings.get();
        settings.change(
                administrator,
                usual,
                new Settings(new Settings.Office(
                        "ĐẢNG ỦY A",
                        "ỦY BAN A",
                        "Nơi A",
                        "Tiểu ban",
                        "Văn phòng Tiểu ban",
                        "Chánh Văn phòng",
                        "Sở chủ trì")));
        try {
            ConsolidatedTable table = tables.table(secretary, round.id(), null);

            assertThat(table.heading().superior()).isEqualTo("ĐẢNG ỦY A");
            assertThat(table.heading().makingBody()).isEqualTo("VĂN PHÒNG TIỂU BAN");
            assertThat(table.heading().place()).isEqualTo("Nơi A");
            assertThat(table.opening().consolidator()).isEqualTo("Văn phòng Tiểu ban");
            assertThat(table.opening().groups())
                    .extracting(ConsolidatedTable.Group::name)
                    .contains("thành viên Tiểu ban");
            assertThat(table.signature().posts()).containsExactly("CHÁNH VĂN PHÒNG");
        } finally {
            sql.sql("DELETE FROM setting").update();
        }
    }

    @Nested
    class Running {

        @Test
        void aDeadlineIsMovedOnlyForwardAndForAReason() {
            Round round = both();
            Instant later = round.closesAt().plus(Duration.ofDays(3));
            assertThat(Refused.by(() -> rounds.extend(secretary, round.id(), later, " ")))
                    .isEqualTo("422 REASON_MISSING");
            assertThat(Refused.by(() ->
                            rounds.extend(secretary, round.id(), round.opensAt().minusSeconds(1), "sớm hơn")))
                    .isEqualTo("422 DEADLINE_BEFORE_OPENING");
            assertThat(rounds.extend(secretary, round.id(), later, "Chờ tài liệu")
                            .closesAt())
                    .isEqualTo(later);
        }

        @Test
        void nothingIsExtendedAfterTheLock() {
            Round round = both();
            rounds.close(secretary, round.id());
            rounds.lock(secretary, round.id());
            Instant later = round.closesAt().plus(Duration.ofDays(3));
            assertThat(Refused.by(() -> rounds.extend(secretary, round.id(), later, "muộn")))
                    .isEqualTo("409 ROUND_LOCKED");
            assertThat(Refused.by(() -> rounds.close(secretary, round.id()))).isEqualTo("409 ROUND_LOCKED");
            assertThat(Refused.by(() -> replies.extend(secretary, round.id(), member.username(), later, "muộn")))
                    .isEqualTo("409 ROUND_LOCKED");
        }

        @Test
        void aRoundIsAboutCheckedDraftsWithADeadlineAfterItsOpening() {
            VersionId review = texts.review(owner, committee.sealed(owner), DraftFixture.REGULATION);
            assertThat(Refused.by(() -> committee.round(review).open(secretary)))
                    .isEqualTo("409 NOT_PUBLISHED");
            Instant now = clock.instant();
            assertThat(Refused.by(() ->
                            committee.round(draft).opening(now).closing(now).open(secretary)))
                    .isEqualTo("422 DEADLINE_BEFORE_OPENING");
        }
    }

    @Test
    void theAnnexNamesTheBodiesWithTheirAnswersAndSaysWhoWasGivenMoreTime() {
        Round round = committee
                .round(draft)
                .asking(units.get(0), units.get(1))
                .askingUntil(clock.instant().plus(Duration.ofDays(12)), units.get(2))
                .asking(member)
                .open(secretary);
        replies.extend(
                secretary, round.id(), units.get(0).code(), round.closes().plus(Duration.ofDays(3)), "Chờ họp");
        Person head = Objects.requireNonNull(heads.get(units.get(1)));
        replies.putAll(head, round.id(), units.get(1).code(), Position.OBJECT, null);
        replies.send(head, round.id(), units.get(1).code());
        rounds.beside(secretary, round.id(), units.get(3).code());

        ConsolidatedTable table = tables.table(secretary, round.id(), null);

        assertThat(table.annex())
                .extracting(Addressee::name, Addressee::answer)
                .containsExactly(
                        tuple(units.get(0).name(), "chưa trả lời"),
                        tuple(units.get(1).name(), "không nhất trí"),
                        tuple(units.get(2).name(), "chưa trả lời"));
        assertThat(table.annex().getFirst().remark()).startsWith("được gia hạn, trước ");
        assertThat(table.annex().get(1).remark()).isEmpty();
        assertThat(table.annex().get(2).remark()).startsWith("hạn riêng, trước ");
        assertThat(rounds.counts(secretary, round.id(), null).extended()).isEqualTo(1);
    }
}
