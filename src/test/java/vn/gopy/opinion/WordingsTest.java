package vn.gopy.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
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
import vn.gopy.notice.NoticeSource;
import vn.gopy.notice.Notices;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;

/** What opinions said before, and whom they name. */
@IntegrationTest
class WordingsTest {

    private static final Locale VIETNAMESE = Locale.of("vi");

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Composing composing;

    @Autowired
    Conversation conversation;

    @Autowired
    Sending sending;

    @Autowired
    Comments comments;

    @Autowired
    Wordings wordings;

    @Autowired
    Mentions mentions;

    @Autowired
    Notices notices;

    @Autowired
    Rounds rounds;

    @Autowired
    Turns turns;

    private Person secretary;
    private Person author;
    private Person adviser;
    private Person stranger;
    private Unit unit;
    private Person head;
    private Person staff;
    private VersionId draft;
    private ProvisionId clause;

    @BeforeEach
    void aDiscussedDraft() {
        secretary = committee.person(Role.SECRETARIAT);
        author = committee.person(Role.MEMBER);
        adviser = committee.person(Role.ADVISER);
        stranger = committee.person(Role.MEMBER);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        staff = committee.in(unit, UnitRole.STAFF);
        Dossier dossier = committee.dossier(author, Audience.INVITED, Discussion.GROUP, adviser, head, staff);
        draft = texts.published(author, dossier);
        clause = texts.place(draft, "dieu-2/khoan-1").id();
    }

    private Comment said(Person who, String words) {
        return composing.create(who, clause, NewComment.of(CommentKind.OTHER, words));
    }

    private Comment changed(Person who, Comment before, String words) {
        return composing.edit(who, before.id(), before.version(), CommentKind.OTHER, words, null);
    }

    @Test
    void wordsThatOthersHaveReadStayBesideTheNewOnes() {
        Comment first = said(author, "một");
        Comment third = changed(author, changed(author, first, "hai"), "ba");

        assertThat(third.text()).isEqualTo("ba");
        assertThat(third.editedAt()).isNotNull();
        assertThat(wordings.of(adviser, first.id()))
                .extracting(EarlierWording::text, EarlierWording::name)
                .containsExactly(tuple("hai", author.displayName()), tuple("một", author.displayName()));
        assertThat(Refused.by(() -> wordings.of(stranger, first.id()))).isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> changed(adviser, third, "của người khác"))).isEqualTo("403 FORBIDDEN");
    }

    @Test
    void whatNobodyElseHasReadLeavesNoTrace() {
        Comment unsent = composing.create(
                author, clause, NewComment.of(CommentKind.OTHER, "một").unsent());
        Comment changed = changed(author, unsent, "hai");

        assertThat(changed.editedAt()).isNull();
        assertThat(wordings.of(author, unsent.id())).isEmpty();
    }

    @Test
    void whatAUnitWroteBeforeItsHeadSentStaysInsideTheUnit() {
        Comment prepared = composing.create(
                staff, clause, NewComment.of(CommentKind.OTHER, "nháp").forUnit(unit.code()));
        Comment reworded = changed(head, prepared, "của lãnh đạo");
        assertThat(reworded.editedAt()).isNotNull();
        Comment sent = sending.send(head, List.of(prepared.id())).getFirst();

        assertThat(comments.get(secretary, sent.id()).editedAt()).isNull();
        assertThat(wordings.of(secretary, sent.id())).isEmpty();
        assertThat(wordings.of(staff, sent.id()))
                .extracting(EarlierWording::text, EarlierWording::name)
                .containsExactly(tuple("nháp", head.displayName()));
    }

    @Test
    void whatCountsInARoundStandsAsItWasReceivedAndAnswersStandOnceItIsLocked() {
        Round round = committee.round(draft).asking(adviser).open(secretary);
        Comment counted = said(adviser, "một");
        assertThat(Refused.by(() -> changed(adviser, counted, "hai"))).isEqualTo("409 COMMENT_FROZEN");

        Comment answer = conversation.reply(secretary, counted.id(), "trả lời");
        Comment better = changed(secretary, answer, "trả lời rõ hơn");
        assertThat(wordings.of(adviser, answer.id()))
                .extracting(EarlierWording::text)
                .containsExactly("trả lời");
        rounds.close(secretary, round.id());
        rounds.lock(secretary, round.id());
        assertThat(Refused.by(() -> changed(secretary, better, "sau khi khóa"))).isEqualTo("409 ROUND_LOCKED");
    }

    @Test
    void ofTwoChangesAtOnceOneStandsAndTheOtherIsTold() {
        Comment before = said(author, "một");

        List<String> became = turns.of(() -> changed(author, before, "hai"), () -> changed(author, before, "ba"));

        assertThat(became).containsExactly("done", "412 STALE");
        assertThat(comments.get(author, before.id()).text()).isEqualTo("hai");
        assertThat(wordings.of(author, before.id()))
                .extracting(EarlierWording::text)
                .containsExactly("một");
    }

    @Test
    void whoIsNamedAndMayReadIsToldOnceAndNobodyElse() {
        String both = "Mời @" + adviser.displayName() + ", @" + stranger.displayName() + " cho ý kiến";
        Comment opinion = said(author, both);

        assertThat(told(adviser)).hasSize(1);
        assertThat(told(adviser).getFirst().path()).contains("dieu-2/khoan-1");
        assertThat(told(stranger)).isEmpty();

        notices.read(
                adviser,
                notices.of(adviser, VIETNAMESE).stream()
                        .map(one -> one.notice().id())
                        .toList());
        changed(author, opinion, both + " sớm");
        assertThat(notices.unread(adviser, VIETNAMESE)).isZero();
        conversation.reply(secretary, opinion.id(), "@" + adviser.displayName() + " đã xem chưa");
        assertThat(notices.unread(adviser, VIETNAMESE)).isOne();
    }

    @Test
    void aNameInsideALongerOneIsNotNamed() {
        assertThat(Mentions.names("@" + adviser.displayName() + "x", adviser)).isFalse();
        assertThat(Mentions.names("@" + adviser.displayName(), adviser)).isTrue();
        assertThat(Mentions.names("@" + adviser.displayName() + "x và @" + adviser.displayName() + ", mời", adviser))
                .isTrue();
    }

    @Test
    void onlyThoseWhoWouldReadTheWordsAreOffered() {
        assertThat(mentions.onVersion(author, draft, null))
                .extracting(Mentions.Named::name)
                .contains(secretary.displayName(), adviser.displayName())
                .doesNotContain(author.displayName(), stranger.displayName(), head.displayName(), staff.displayName());
        assertThat(mentions.onVersion(staff, draft, unit.code()))
                .extracting(Mentions.Named::name)
                .containsExactly(head.displayName());
        assertThat(Refused.by(() -> mentions.onVersion(author, draft, unit.code())))
                .isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> mentions.onVersion(stranger, draft, null))).isEqualTo("404 NOT_FOUND");
    }

    @Test
    void whomAConfidentialOpinionWasToldIsNotOfferedToItsOtherReaders() {
        NewComment words = new NewComment(
                CommentKind.OTHER,
                "riêng",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                true,
                List.of(secretary.username(), adviser.username()));
        Comment opinion = composing.create(author, clause, words);

        assertThat(mentions.inThread(author, opinion.id()))
                .extracting(Mentions.Named::name)
                .contains(secretary.displayName(), adviser.displayName());
        assertThat(mentions.inThread(adviser, opinion.id()))
                .extracting(Mentions.Named::name)
                .containsExactly(author.displayName());
    }

    private List<NoticeSource.Words> told(Person person) {
        return notices.of(person, VIETNAMESE).stream().map(Notices.Told::words).toList();
    }
}
