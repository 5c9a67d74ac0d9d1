package vn.gopy.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.draft.Audience.EVERYONE;
import static vn.gopy.draft.Audience.INVITED;
import static vn.gopy.draft.Discussion.GROUP;
import static vn.gopy.draft.Discussion.SEALED;
import static vn.gopy.opinion.CommentKind.EDIT;
import static vn.gopy.opinion.CommentKind.OTHER;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Capacity;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.round.Visibility;
import vn.gopy.shared.AdjustableClock;

/** Who sees which opinion from when on, and until when it is taken. */
@IntegrationTest
class OpinionsTest {

    private static final String CLAUSE = "dieu-2/khoan-1";

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
    Conversation conversation;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Drafts drafts;

    @Autowired
    CommentRepository commentRepository;

    @Autowired
    DraftsInside inside;

    @Autowired
    AdjustableClock clock;

    private Person secretary;
    private Person chair;
    private Person owner;
    private Person member;
    private Person adviser;
    private Unit unit;
    private Person head;
    private Person staff;
    private Person clerk;
    private Person otherHead;
    private Unit otherUnit;

    @BeforeEach
    void people() {
        secretary = committee.person(Role.SECRETARIAT);
        chair = committee.person(Role.CHAIR);
        owner = committee.person(Role.MEMBER);
        member = committee.person(Role.MEMBER);
        adviser = committee.person(Role.ADVISER);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        staff = committee.in(unit, UnitRole.STAFF);
        clerk = committee.in(unit, UnitRole.CLERK);
        otherUnit = committee.unit();
        otherHead = committee.in(otherUnit, UnitRole.HEAD);
    }

    private VersionId draft(Discussion discussion) {
        Dossier dossier = committee.dossier(owner, INVITED, discussion, member, adviser);
        return texts.published(owner, dossier);
    }

    private ProvisionId clause(VersionId draft) {
        return texts.place(draft, CLAUSE).id();
    }

    private List<Person> everybody() {
        return List.of(secretary, chair, owner, member, adviser, head, staff, clerk, otherHead);
    }

    /** Those of all people who see the opinion now. */
    private List<Person> seers(Comment comment) {
        return everybody().stream()
                .filter(person -> comments.visible(committee.again(person), comment.root()))
                .toList();
    }

    private Round openRound(VersionId draft) {
        return committee.round(draft).asking(unit, otherUnit).asking(member).open(secretary);
    }

    @Nested
    class Unsent {

        @Test
        void anUnsentOpinionIsItsAuthorsAlone() {
            VersionId draft = draft(GROUP);
            Comment comment = composing.create(
                    member, clause(draft), NewComment.of(OTHER, "Chưa gửi").unsent());

            assertThat(comment.state()).isEqualTo(CommentState.UNSENT);
            assertThat(seers(comment)).containsExactly(member);
            assertThat(comments.of(secretary, draft)).isEmpty();
            assertThat(Refused.by(() -> comments.get(secretary, comment.id()))).isEqualTo("404 NOT_FOUND");
            assertThat(Refused.by(() -> sending.send(adviser, List.of(comment.id()))))
                    .isEqualTo("404 NOT_FOUND");
        }

        @Test
        void anOpinionIsChangedOnlyAsItWasSeen() {
            VersionId draft = draft(SEALED);
            Comment comment = composing.create(
                    member, clause(draft), NewComment.of(OTHER, "Một").unsent());

            Comment edited = composing.edit(member, comment.id(), comment.version(), EDIT, "Hai", "câu mới");
            assertThat(edited.text()).isEqualTo("Hai");
            assertThat(Refused.by(() -> composing.edit(member, comment.id(), comment.version(), EDIT, "Ba", null)))
                    .isEqualTo("412 STALE");
            assertThat(Refused.by(() -> composing.edit(member, comment.id(), comment.version(), EDIT, "", null)))
                    .as("a stale change is told before its content is judged")
                    .isEqualTo("412 STALE");

            Comment sent = sending.send(member, List.of(comment.id())).getFirst();
            assertThat(sent.text()).isEqualTo("Hai");
        }

        @Test
        void anUnsentOpinionIsGoneWhenDeletedAndAStaleDeletionTakesNothing() {
            VersionId draft = draft(SEALED);
            Comment comment = composing.create(
                    member, clause(draft), NewComment.of(OTHER, "Một").unsent());
            composing.edit(member, comment.id(), 1, OTHER, "Hai", null);

            assertThat(Refused.by(() -> composing.delete(member, comment.id(), 1)))
                    .isEqualTo("412 STALE");
            composing.delete(member, comment.id(), 2);
            assertThat(comments.of(member, draft)).isEmpty();
        }

        @Test
        void aSentOpinionOutsideRoundsIsWithdrawnInPlaceAndOneInARoundStays() {
            VersionId draft = draft(GROUP);
            Comment before = composing.create(member, clause(draft), NewComment.of(OTHER, "Trước đợt"));
            openRound(draft);
            Comment within = composing.create(member, clause(draft), NewComment.of(OTHER, "Trong đợt"));

            composing.delete(member, before.id(), before.version());
            assertThat(comments.get(adviser, before.id()).state()).isEqualTo(CommentState.WITHDRAWN);
            assertThat(Refused.by(() -> composing.delete(member, within.id(), within.version())))
                    .isEqualTo("409 COMMENT_FROZEN");
        }

        @Test
        void sendingIsAllOrNothing() {
            VersionId draft = draft(SEALED);
            Comment one = composing.create(
                    member, clause(draft), NewComment.of(OTHER, "Một").unsent());
            Comment two = composing.create(
                    member, clause(draft), NewComment.of(OTHER, "Hai").unsent());
            Comment foreign = composing.create(
                    adviser, clause(draft), NewComment.of(OTHER, "Ba").unsent());

            assertThat(Refused.by(() -> sending.send(member, List.of(one.id(), foreign.id(), two.id()))))
                    .isEqualTo("404 NOT_FOUND");
            assertThat(comments.of(member, draft)).extracting(Comment::state).containsOnly(CommentState.UNSENT);

            assertThat(sending.send(member, List.of(one.id(), two.id()))).hasSize(2);
            assertThat(comments.of(secretary, draft))
                    .extracting(Comment::state)
                    .containsExactly(CommentState.SENT, CommentState.SENT);
            assertThat(Refused.by(() -> sending.send(member, List.of(one.id()))))
                    .isEqualTo("409 COMMENT_FROZEN");
        }

        @Test
        void whoMayNoLongerReadTheDossierSendsNothingMore() {
            VersionId draft = draft(SEALED);
            Comment comment = composing.create(
                    member, clause(draft), NewComment.of(OTHER, "Một").unsent());
            committee.revoke(dossier(draft), member);

            assertThat(Refused.by(() -> sending.send(member, List.of(comment.id()))))
                    .isEqualTo("404 NOT_FOUND");
        }
    }

    private Dossier dossier(VersionId draft) {
        return dossiers.get(owner, inside.version(draft).orElseThrow().dossierId());
    }

    @Nested
    class OfAUnit {

        @Test
        void whatStaffWriteForTheUnitIsSeenInsideItOnlyUntilTheHeadSends() {
            VersionId draft = draft(GROUP);
            Round round = openRound(draft);
            Comment comment = composing.create(
                    staff, clause(draft), NewComment.of(EDIT, "Của Sở").forUnit(unit.code()));

            assertThat(comment.state()).isEqualTo(CommentState.UNIT_DRAFT);
            assertThat(comment.round()).isNull();
            assertThat(seers(comment)).containsExactly(head, staff, clerk);

            composing.edit(head, comment.id(), comment.version(), EDIT, "Của Sở, lãnh đạo sửa", null);
            assertThat(Refused.by(() -> composing.edit(clerk, comment.id(), 2, EDIT, "Của văn thư", null)))
                    .isEqualTo("403 FORBIDDEN");
            assertThat(Refused.by(() -> sending.send(staff, List.of(comment.id()))))
                    .isEqualTo("403 FORBIDDEN");
            Comment sent = sending.send(head, List.of(comment.id())).getFirst();

            assertThat(sent.state()).isEqualTo(CommentState.SENT);
            assertThat(sent.round()).isEqualTo(round.id());
            assertThat(seers(comment))
                    .as("a unit's opinion stays sealed in every mode")
                    .containsExactly(secretary, head, staff, clerk);
        }

        @Test
        void theHeadsReplyTakesTheUnitsDraftsWithIt() {
            VersionId draft = draft(SEALED);
            Round round = openRound(draft);
            Comment comment = composing.create(
                    staff, clause(draft), NewComment.of(EDIT, "Của Sở").forUnit(unit.code()));
            replies.putAll(staff, round.id(), unit.code(), Position.AGREE_WITH, "");
            replies.send(head, round.id(), unit.code());

            assertThat(comments.get(secretary, comment.id()).state()).isEqualTo(CommentState.SENT);
        }

        @Test
        void aReplyThatTheSecretariatEntersFromALetterTakesNoDraftOfTheUnitWithIt() {
            VersionId draft = draft(SEALED);
            Round round = openRound(draft);
            Comment comment = composing.create(
                    staff, clause(draft), NewComment.of(EDIT, "Của Sở").forUnit(unit.code()));
            replies.putAll(secretary, round.id(), unit.code(), Position.AGREE, "");
            replies.send(secretary, round.id(), unit.code());

            assertThat(comments.get(head, comment.id()).state()).isEqualTo(CommentState.UNIT_DRAFT);
            assertThat(seers(comment)).containsExactly(head, staff, clerk);
        }

        @Test
        void onlyStaffAndHeadSpeakForTheirUnit() {
            VersionId draft = draft(SEALED);
            openRound(draft);
            NewComment words = NewComment.of(OTHER, "Của Sở").forUnit(unit.code());
            ProvisionId clause = clause(draft);

            assertThat(Refused.by(() -> composing.create(clerk, clause, words))).isEqualTo("403 FORBIDDEN");
            assertThat(Refused.by(() -> composing.create(otherHead, clause, words)))
                    .isEqualTo("403 FORBIDDEN");
            assertThat(Refused.by(() -> composing.create(secretary, clause, words)))
                    .isEqualTo("403 FORBIDDEN");
        }

        @Test
        void whoHasLeftTheUnitTouchesNothingThatItSaysNotEvenWhatWasWrittenByThatPerson() {
            VersionId draft = texts.published(owner, committee.dossier(owner, EVERYONE, SEALED));
            ProvisionId clause = clause(draft);
            NewComment words = NewComment.of(EDIT, "Của Sở").forUnit(unit.code());
            Comment prepared = composing.create(staff, clause, words);
            Comment unsent = composing.create(staff, clause, words.unsent());
            Comment sent = composing.create(staff, clause, words);
            sending.send(head, List.of(sent.id()));
            committee.leaveUnits(staff);
            Person left = committee.again(staff);

            assertThat(Refused.by(() -> composing.edit(left, prepared.id(), 1, EDIT, "Khác", null)))
                    .isEqualTo("404 NOT_FOUND");
            assertThat(Refused.by(() -> composing.delete(left, prepared.id(), 1)))
                    .isEqualTo("404 NOT_FOUND");
            assertThat(Refused.by(() -> sending.send(left, List.of(prepared.id()))))
                    .isEqualTo("404 NOT_FOUND");
            assertThat(Refused.by(() -> composing.edit(left, unsent.id(), 1, EDIT, "Khác", null)))
                    .isEqualTo("403 FORBIDDEN");
            assertThat(Refused.by(() -> sending.send(left, List.of(unsent.id()))))
                    .isEqualTo("403 FORBIDDEN");
            assertThat(Refused.by(() -> composing.delete(left, sent.id(), 2))).isEqualTo("403 FORBIDDEN");
            assertThat(Refused.by(() -> conversation.reply(left, sent.id(), "Thêm")))
                    .isEqualTo("409 THREAD_CLOSED");
            assertThat(Refused.by(() -> composing.create(left, clause, words))).isEqualTo("403 FORBIDDEN");
            assertThat(comments.get(left, sent.id()).text())
                    .as("what was sent stays")
                    .isEqualTo("Của Sở");
            composing.delete(left, unsent.id(), 1);
        }

        @Test
        void whoIsOnlyClerkNowChangesNoMoreWhatWasWrittenAsStaff() {
            VersionId draft = texts.published(owner, committee.dossier(owner, EVERYONE, SEALED));
            Comment prepared = composing.create(
                    staff, clause(draft), NewComment.of(EDIT, "Của Sở").forUnit(unit.code()));
            committee.become(staff, UnitRole.CLERK);
            Person now = committee.again(staff);
            assertThat(Refused.by(() -> composing.edit(now, prepared.id(), 1, EDIT, "Khác", null)))
                    .isEqualTo("403 FORBIDDEN");
            assertThat(Refused.by(() -> composing.delete(now, prepared.id(), 1)))
                    .isEqualTo("403 FORBIDDEN");
        }

        @Test
        void whatAUnitTellsToNamedReadersOnlyIsReadInTheUnitByItsAuthorAndItsHead() {
            VersionId draft = draft(SEALED);
            openRound(draft);
            NewComment words = new NewComment(
                    OTHER,
                    "Báo cáo riêng của Sở",
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    unit.code(),
                    true,
                    List.of(adviser.username()));
            Person colleague = committee.in(unit, UnitRole.STAFF);
            Comment prepared = composing.create(staff, clause(draft), words);
            assertThat(seers(prepared)).containsExactly(head, staff);
            assertThat(comments.visible(colleague, prepared.id())).isFalse();

            sending.send(head, List.of(prepared.id()));
            assertThat(seers(prepared)).containsExactly(adviser, head, staff);
            assertThat(comments.visible(colleague, prepared.id())).isFalse();
        }

        @Test
        void whoLeavesTheUnitLosesItsDraftsAtOnce() {
            VersionId draft = texts.published(owner, committee.dossier(owner, EVERYONE, SEALED));
            Comment comment = composing.create(
                    head, clause(draft), NewComment.of(OTHER, "Của Sở").forUnit(unit.code()));
            assertThat(comments.visible(committee.again(staff), comment.id())).isTrue();
            committee.leaveUnits(staff);
            assertThat(comments.visible(committee.again(staff), comment.id())).isFalse();
        }
    }

    @Nested
    class Modes {

        @Test
        void inTheGroupMembersAndAdvisersOfTheDossierSeeEachOther() {
            VersionId draft = draft(GROUP);
            Person memberElsewhere = committee.person(Role.MEMBER);
            Comment comment = composing.create(member, clause(draft), NewComment.of(OTHER, "Trao đổi"));

            assertThat(seers(comment)).containsExactly(secretary, owner, member, adviser);
            assertThat(comments.visible(memberElsewhere, comment.id())).isFalse();
        }

        @Test
        void sealedMeansTheAuthorAndTheSecretariat() {
            VersionId draft = draft(SEALED);
            Comment comment = composing.create(member, clause(draft), NewComment.of(OTHER, "Kín"));
            assertThat(seers(comment)).containsExactly(secretary, member);
        }

        @Test
        void whatWasWrittenUnderTheNarrowerRuleStaysNarrow() {
            VersionId draft = draft(SEALED);
            Comment sent = composing.create(member, clause(draft), NewComment.of(OTHER, "Đã gửi khi kín"));
            Comment unsent = composing.create(
                    member, clause(draft), NewComment.of(OTHER, "Soạn khi kín").unsent());
            committee.round(draft).asking(member).seen(Visibility.GROUP).open(secretary);
            sending.send(member, List.of(unsent.id()));
            Comment open = composing.create(member, clause(draft), NewComment.of(OTHER, "Viết trong nhóm"));

            assertThat(seers(sent)).containsExactly(secretary, member);
            assertThat(seers(unsent)).containsExactly(secretary, member);
            assertThat(seers(open)).containsExactly(secretary, owner, member, adviser);
        }

        @Test
        void aSealedRoundClosesAnOpenedDiscussionForWhatIsWrittenThen() {
            VersionId draft = draft(GROUP);
            Comment unsent = composing.create(
                    member, clause(draft), NewComment.of(OTHER, "Soạn khi mở").unsent());
            committee.round(draft).asking(member).seen(Visibility.SEALED).open(secretary);
            sending.send(member, List.of(unsent.id()));

            assertThat(seers(unsent)).containsExactly(secretary, member);
        }

        @Test
        void inAPublicRoundOthersSeeNothingWhileItRuns() {
            VersionId draft = draft(GROUP);
            committee.round(draft).asking(member).seen(Visibility.PUBLIC).open(secretary);
            Comment comment = composing.create(member, clause(draft), NewComment.of(OTHER, "Công khai sau"));
            assertThat(seers(comment)).containsExactly(secretary, member);
        }

        @Test
        void theChairsWordsAreForTheSecretariatOnly() {
            VersionId draft = draft(GROUP);
            Comment comment = composing.create(chair, clause(draft), NewComment.of(OTHER, "Ý kiến chỉ đạo"));
            assertThat(seers(comment)).containsExactly(secretary, chair);
        }

        @Test
        void theChairReadsOpinionsOnceTheRoundHasClosed() {
            VersionId draft = draft(SEALED);
            Round round = openRound(draft);
            Comment comment = composing.create(member, clause(draft), NewComment.of(OTHER, "Ý kiến"));
            assertThat(seers(comment)).containsExactly(secretary, member);
            rounds.close(secretary, round.id());
            assertThat(seers(comment)).containsExactly(secretary, chair, member);
        }

        @Test
        void aRestrictedOpinionIsForItsReadersAndForTheChairAfterClosing() {
            VersionId draft = draft(GROUP);
            Round round = openRound(draft);
            NewComment words = new NewComment(
                    OTHER,
                    "Báo cáo riêng",
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    true,
                    List.of(adviser.username()));
            Comment comment = composing.create(member, clause(draft), words);

            assertThat(seers(comment)).containsExactly(member, adviser);
            rounds.close(secretary, round.id());
            assertThat(seers(comment)).containsExactly(chair, member, adviser);
        }

        @Test
        void whoIsToldTwiceIsOneReaderAndAPlaceNamedTwiceIsOnePlace() {
            VersionId draft = draft(SEALED);
            openRound(draft);
            ProvisionId clause = clause(draft);
            ProvisionId other = texts.place(draft, "dieu-3").id();
            NewComment words = new NewComment(
                    OTHER,
                    "Hai nơi",
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(other, clause, other),
                    null,
                    null,
                    true,
                    List.of(adviser.username(), adviser.username()));
            Comment comment = composing.create(member, clause, words);
            assertThat(commentRepository.places(comment.id())).containsExactly(other);
        }

        @Test
        void theSentenceUnderTheBoxTellsTheRuleThatHoldsForTheWriter() {
            VersionId draft = draft(GROUP);
            assertThat(comments.visibility(member, draft)).containsEntry(Capacity.OWN, Visibility.GROUP);
            assertThat(comments.visibility(staff, texts.published(owner, committee.dossier(owner, EVERYONE, GROUP))))
                    .containsEntry(Capacity.UNIT, Visibility.SEALED);
            assertThat(comments.visibility(chair, draft)).containsEntry(Capacity.OWN, Visibility.SEALED);
            openRound(draft);
            assertThat(comments.visibility(member, draft)).containsEntry(Capacity.OWN, Visibility.GROUP);
        }

        @Test
        void administratorsSeeNoOpinion() {
            Person administrator = committee.person(Role.ADMINISTRATOR);
            VersionId draft = texts.published(owner, committee.dossier(owner, EVERYONE, GROUP));
            Comment comment = composing.create(member, clause(draft), NewComment.of(OTHER, "Mở"));
            assertThat(comments.visible(administrator, comment.id())).isFalse();
            assertThat(Refused.by(() -> comments.of(administrator, draft))).isEqualTo("404 NOT_FOUND");
            assertThat(Refused.by(() -> composing.create(administrator, clause(draft), NewComment.of(OTHER, "x"))))
                    .isEqualTo("404 NOT_FOUND");
        }
    }

    @Nested
    class Threads {

        @Test
        void inAnOpenedDiscussionTheGroupAnswersInASealedOneTheSecretariat() {
            VersionId opened = draft(GROUP);
            Comment inGroup = composing.create(member, clause(opened), NewComment.of(OTHER, "Mở"));
            conversation.reply(adviser, inGroup.id(), "Đồng ý");
            conversation.reply(secretary, inGroup.id(), "Ghi nhận");
            assertThat(comments.of(owner, opened))
                    .extracting(Comment::text)
                    .containsExactly("Mở", "Đồng ý", "Ghi nhận");

            VersionId sealed = draft(SEALED);
            Comment alone = composing.create(member, clause(sealed), NewComment.of(OTHER, "Kín"));
            conversation.reply(secretary, alone.id(), "Đề nghị nói rõ");
            conversation.reply(member, alone.id(), "Xin nói rõ");
            assertThat(Refused.by(() -> conversation.reply(adviser, alone.id(), "Xem trộm")))
                    .isEqualTo("404 NOT_FOUND");
        }

        @Test
        void anAnswerToAnAnswerStandsInTheSameThread() {
            VersionId draft = draft(GROUP);
            Comment root = composing.create(member, clause(draft), NewComment.of(OTHER, "Gốc"));
            Comment first = conversation.reply(adviser, root.id(), "Một");
            Comment second = conversation.reply(member, first.id(), "Hai");
            assertThat(second.root()).isEqualTo(root.id());
        }

        @Test
        void colleaguesAnswerForTheirUnitsThreadAndNobodyAnswersWhatIsNotSent() {
            VersionId draft = draft(SEALED);
            openRound(draft);
            Comment unsent = composing.create(
                    member, clause(draft), NewComment.of(OTHER, "Chưa gửi").unsent());
            Comment ofUnit = composing.create(
                    head, clause(draft), NewComment.of(OTHER, "Của Sở").forUnit(unit.code()));

            assertThat(conversation.reply(staff, ofUnit.id(), "Bổ sung").root()).isEqualTo(ofUnit.id());
            assertThat(Refused.by(() -> conversation.reply(member, unsent.id(), "Thêm")))
                    .isEqualTo("409 THREAD_CLOSED");
        }
    }

    @Nested
    class Contents {

        @Test
        void aQuoteMustOccurInThePlace() {
            VersionId draft = draft(SEALED);
            ProvisionId clause = clause(draft);
            assertThat(composing
                            .create(member, clause, NewComment.of(EDIT, "x").about("trước phiên họp"))
                            .quote())
                    .isEqualTo("trước phiên họp");
            assertThat(Refused.by(() -> composing.create(
                            member, clause, NewComment.of(EDIT, "x").about("sau phiên họp"))))
                    .isEqualTo("422 QUOTE_NOT_FOUND");
            assertThat(Refused.by(() -> composing.create(
                            member, clause, NewComment.of(EDIT, "x").about("null"))))
                    .as("a place without a heading has no word “null”")
                    .isEqualTo("422 QUOTE_NOT_FOUND");
        }

        @Test
        void aQuoteHasWordsAndBeginsInsideItsPlace() {
            ProvisionId clause = clause(draft(SEALED));
            for (NewComment wrong : List.of(
                    quoting("", null), quoting(" ", null), quoting("trước phiên họp", -5), quoting("trước", 100_000))) {
                assertThat(Refused.by(() -> composing.create(member, clause, wrong)))
                        .isEqualTo("422 QUOTE_NOT_FOUND");
            }
            assertThat(composing
                            .create(member, clause, quoting("trước phiên họp", 5))
                            .start())
                    .isEqualTo(5);
        }

        private NewComment quoting(String quote, Integer start) {
            return new NewComment(EDIT, "x", quote, "", "", start, null, List.of(), null, null, false, List.of());
        }

        private NewComment at(ProvisionId... places) {
            return new NewComment(
                    EDIT, "x", null, null, null, null, null, List.of(places), null, null, false, List.of());
        }

        @Test
        void thePlacesOfAnOpinionStandInOneVersionOfItsDossier() {
            VersionId draft = draft(SEALED);
            Dossier dossier = dossier(draft);
            ProvisionId clause = clause(draft);
            ProvisionId other = texts.place(draft, "dieu-3").id();
            ProvisionId later = clause(texts.published(owner, dossier));
            ProvisionId elsewhere = clause(draft(SEALED));
            ProvisionId unchecked = clause(texts.review(owner, dossier, DraftFixture.REGULATION));

            for (ProvisionId wrong : List.of(later, elsewhere, unchecked)) {
                assertThat(Refused.by(() -> composing.create(owner, clause, at(other, wrong))))
                        .isEqualTo("422 PLACES_ELSEWHERE");
            }
            assertThat(Refused.by(() -> composing.create(member, clause, at(unchecked))))
                    .as("hidden")
                    .isEqualTo("404 NOT_FOUND");
            assertThat(Refused.by(() -> composing.create(owner, dossier.id(), at(clause, later))))
                    .isEqualTo("422 PLACES_ELSEWHERE");
            assertThat(Refused.by(() -> composing.create(owner, dossier.id(), at(elsewhere))))
                    .isEqualTo("422 PLACES_ELSEWHERE");
            assertThat(Refused.by(() -> composing.create(owner, dossier.id(), at(unchecked))))
                    .isEqualTo("409 NOT_PUBLISHED");
            Comment general = composing.create(owner, dossier.id(), at(other, clause));
            assertThat(commentRepository.places(general.id())).containsExactly(other, clause);
        }

        @Test
        void onlyWhoMayReadTheDossierIsToldAlone() {
            VersionId draft = draft(SEALED);
            Person administrator = committee.person(Role.ADMINISTRATOR);
            for (Person unreachable : List.of(administrator, otherHead)) {
                NewComment words = new NewComment(
                        OTHER,
                        "Báo cáo riêng",
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        true,
                        List.of(unreachable.username()));
                assertThat(Refused.by(() -> composing.create(member, clause(draft), words)))
                        .isEqualTo("422 READER_CANNOT_READ");
            }
        }

        @Test
        void anOpinionNeedsWordsOrWordingUnlessItOnlyAgrees() {
            ProvisionId clause = clause(draft(SEALED));
            assertThat(Refused.by(() -> composing.create(member, clause, NewComment.of(OTHER, " "))))
                    .isEqualTo("422 TEXT_MISSING");
            assertThat(composing
                            .create(member, clause, NewComment.of(EDIT, "").proposing("câu mới"))
                            .replacement())
                    .isEqualTo("câu mới");
            assertThat(composing
                            .create(member, clause, NewComment.of(CommentKind.AGREE, ""))
                            .text())
                    .isEmpty();
        }

        @Test
        void onTheWholeDossierThereIsNoTextToQuote() {
            Dossier dossier = committee.dossier(owner, INVITED, GROUP, member);
            Comment comment = composing.create(member, dossier.id(), NewComment.of(OTHER, "Cả hồ sơ"));
            assertThat(comment.versionId()).isNull();
            assertThat(comments.visible(owner, comment.id())).isTrue();
            assertThat(comments.visible(adviser, comment.id())).isFalse();
            assertThat(Refused.by(() -> composing.create(
                            member, dossier.id(), NewComment.of(OTHER, "x").about("câu nào đó"))))
                    .isEqualTo("422 QUOTE_NOT_FOUND");
        }

        @Test
        void beforeTheCheckIsFinishedNobodyComments() {
            Dossier dossier = committee.dossier(owner, INVITED, GROUP, member);
            VersionId review = texts.review(owner, dossier, DraftFixture.REGULATION);
            ProvisionId clause = clause(review);
            assertThat(Refused.by(() -> composing.create(owner, clause, NewComment.of(OTHER, "x"))))
                    .isEqualTo("409 NOT_PUBLISHED");
            assertThat(Refused.by(() -> composing.create(member, clause, NewComment.of(OTHER, "x"))))
                    .isEqualTo("404 NOT_FOUND");
        }
    }

    @Nested
    class Deadlines {

        private final Instant deadline = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MILLIS);

        private Round round(VersionId draft) {
            return committee
                    .round(draft)
                    .asking(unit, otherUnit)
                    .asking(member)
                    .closing(deadline)
                    .open(secretary);
        }

        private Comment writes(Person person, VersionId draft, Instant moment) {
            return clock.at(moment, () -> composing.create(person, clause(draft), NewComment.of(OTHER, "Ý kiến")));
        }

        @ParameterizedTest
        @ValueSource(longs = {-1, 0, 1})
        void theDeadlineIsHalfOpenToTheMillisecond(long after) {
            VersionId draft = draft(SEALED);
            Round round = round(draft);
            Instant moment = deadline.plusMillis(after);
            replies.putAll(staff, round.id(), unit.code(), Position.AGREE, "");

            assertThat(writes(member, draft, moment).late()).isEqualTo(after >= 0);
            assertThat(clock.at(moment, () -> replies.send(head, round.id(), unit.code()))
                            .reply()
                            .orElseThrow()
                            .late())
                    .isEqualTo(after >= 0);
            if (after < 0) {
                assertThat(writes(adviser, draft, moment).late()).isFalse();
            } else {
                assertThat(Refused.by(() -> writes(adviser, draft, moment))).isEqualTo("409 ROUND_CLOSED");
            }
        }

        @ParameterizedTest
        @ValueSource(longs = {-1, 0, 1})
        void anInviteeWithALaterDeadlineIsInTimeUntilThen(long after) {
            VersionId draft = draft(SEALED);
            Round round = round(draft);
            Instant own = deadline.plus(Duration.ofDays(1));
            replies.extend(secretary, round.id(), member.username(), own, "Đề nghị");
            assertThat(writes(member, draft, own.plusMillis(after)).late()).isEqualTo(after >= 0);
        }

        @Test
        void afterTheLockNothingIsTakenFromAnybody() {
            VersionId draft = draft(SEALED);
            Round round = round(draft);
            Comment unsent = composing.create(
                    member, clause(draft), NewComment.of(OTHER, "Chưa gửi").unsent());
            rounds.close(secretary, round.id());
            rounds.lock(secretary, round.id());
            replies.list(secretary, round.id());

            Instant now = clock.instant();
            Stream.of(member, adviser, secretary)
                    .forEach(person -> assertThat(Refused.by(() -> writes(person, draft, now)))
                            .isEqualTo("409 ROUND_LOCKED"));
            assertThat(Refused.by(() -> sending.send(member, List.of(unsent.id()))))
                    .isEqualTo("409 ROUND_LOCKED");
            assertThat(Refused.by(() -> replies.putAll(head, round.id(), unit.code(), Position.AGREE, "")))
                    .isEqualTo("409 ROUND_LOCKED");
        }

        @Test
        void aRoundThatIsOpenCannotBeLocked() {
            Round round = round(draft(SEALED));
            assertThat(Refused.by(() -> rounds.lock(secretary, round.id()))).isEqualTo("409 ROUND_OPEN");
        }

        @Test
        void ofSeveralRoundsOnADraftTheLatestThatHasOpenedRules() {
            VersionId draft = draft(SEALED);
            Round first = round(draft);
            rounds.close(secretary, first.id());
            rounds.lock(secretary, first.id());
            Round second = committee
                    .round(draft)
                    .asking(member)
                    .opening(clock.instant().plusSeconds(3600))
                    .open(secretary);

            assertThat(Refused.by(() -> writes(member, draft, clock.instant()))).isEqualTo("409 ROUND_LOCKED");
            assertThat(writes(member, draft, second.opensAt()).round()).isEqualTo(second.id());
        }

        @Test
        void theInvitedReadFromTheOpeningOn() {
            VersionId draft = draft(SEALED);
            Instant opening = clock.instant().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);
            Round round = committee.round(draft).asking(unit).opening(opening).open(secretary);

            for (Person invited : List.of(head, staff, clerk)) {
                assertThat(Refused.by(() -> drafts.get(invited, draft))).isEqualTo("404 NOT_FOUND");
                assertThat(Refused.by(() -> rounds.get(invited, round.id()))).isEqualTo("404 NOT_FOUND");
                assertThat(clock.at(opening.minusMillis(1), () -> rounds.list(invited)))
                        .isEmpty();
                assertThat(clock.at(opening, () -> drafts.get(invited, draft)).id())
                        .isEqualTo(draft);
                assertThat(clock.at(opening, () -> rounds.list(invited)))
                        .extracting(Round::id)
                        .containsExactly(round.id());
            }
        }

        @Test
        void closingAfterTheDeadlineDoesNotMoveIt() {
            VersionId draft = draft(SEALED);
            Round round = round(draft);
            Round closed = clock.at(deadline.plus(Duration.ofDays(2)), () -> rounds.close(secretary, round.id()));
            assertThat(closed.closes()).isEqualTo(deadline);
        }
    }
}
