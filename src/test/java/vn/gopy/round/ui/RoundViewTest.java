package vn.gopy.round.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ComponentQuery;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.StatementCounter;
import vn.gopy.account.NewPerson;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.ChairTotals;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.figures.OpinionSpread;
import vn.gopy.round.running.TimeRequests;
import vn.gopy.shared.Actor;

/** The screen of a round tells of each reply what the asker may know, and the chair more on request alone. */
@IntegrationTest
class RoundViewTest extends SpringBrowserlessTest {

    /** With its cells, its state and one button. */
    private static final int MOST_OF_A_ROW = 16;

    private static final String CANARY = "88/CHUA-TRINH";
    private static final String SENT = "77/DA-GUI";

    private static final String WORDS = "Đề nghị ghi rõ thời hạn trả lời";

    private static Round round;
    private static Unit said;
    private static Person head;

    @Autowired
    People people;

    @Autowired
    OpinionSpread spread;

    @Autowired
    ChairTotals totals;

    @BeforeAll
    static void example(
            @Autowired CommitteeFixture committee,
            @Autowired People people,
            @Autowired DraftFixture texts,
            @Autowired Composing composing,
            @Autowired Replies replies) {
        Person owner = committee.person(Role.MEMBER);
        Person secretary = register(people, "round.secretary", Role.SECRETARIAT);
        register(people, "round.chair", Role.CHAIR);
        Unit preparing = committee.unit();
        Unit sent = committee.unit();
        VersionId draft = texts.published(owner, committee.sealed(owner));
        round = committee.round(draft).asking(preparing, sent).open(secretary);
        Person staff = committee.in(preparing, UnitRole.STAFF);
        replies.putAll(staff, round.id(), preparing.code(), Position.OBJECT, "");
        replies.letter(staff, round.id(), preparing.code(), CANARY, null);
        head = committee.in(sent, UnitRole.HEAD);
        replies.putAll(head, round.id(), sent.code(), Position.OBJECT, "");
        replies.letter(head, round.id(), sent.code(), SENT, null);
        composing.create(
                head,
                texts.place(draft, "dieu-2/khoan-1").id(),
                NewComment.of(CommentKind.OTHER, WORDS).forUnit(sent.code()));
        replies.send(head, round.id(), sent.code());
        said = sent;
    }

    private static Person register(People people, String username, Role role) {
        return people.register(
                Actor.SYSTEM, new NewPerson(username, null, "Người " + username, "", "", Set.of(role), List.of()));
    }

    private String screen() {
        navigate(RoundView.class, round.id().toString());
        return shown();
    }

    private String shown() {
        return $(RoundView.class).single().getElement().getTextRecursively();
    }

    @Test
    @WithMockUser(username = "round.secretary", roles = "SECRETARIAT")
    void theSecretariatReadsWhatWasSentAndThatTheRestIsInPreparation() {
        assertThat(screen()).contains(SENT, "Không nhất trí", "Đang soạn").doesNotContain(CANARY);
    }

    @Test
    @WithMockUser(username = "round.secretary", roles = "SECRETARIAT")
    void aCellOfTheBoardLeadsToWhatThatBodySaid() {
        screen();
        String way = $(Anchor.class).all().stream()
                .map(Anchor::getHref)
                .filter(href -> href.contains("?cua="))
                .findFirst()
                .orElseThrow();
        assertThat(way).isEqualTo("/dot/" + round.id() + "?cua=" + said.code());
        assertThat(shown()).doesNotContain(WORDS);

        UI.getCurrent().navigate("dot/" + round.id(), QueryParameters.of("cua", said.code()));

        assertThat(shown()).contains("Ý kiến của " + said.name(), "Khoản 1 Điều 2", WORDS);
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).anyMatch(href -> href.endsWith("dieu-2/khoan-1"));
    }

    @Test
    @WithMockUser(username = "round.secretary", roles = "SECRETARIAT")
    void besideTheBoardStandsHowEachDraftWasAnsweredAndWhen(
            @Autowired CommitteeFixture committee, @Autowired DraftFixture texts, @Autowired Replies replies) {
        Person secretary = people.byUsername("round.secretary").orElseThrow();
        Person owner = committee.person(Role.MEMBER);
        Unit answers = committee.unit();
        VersionId first = texts.published(owner, committee.sealed(owner));
        VersionId second = texts.published(owner, committee.sealed(owner));
        Round two =
                committee.round(first, second).asking(answers, committee.unit()).open(secretary);
        Person sender = committee.in(answers, UnitRole.HEAD);
        replies.put(sender, two.id(), answers.code(), Map.of(first, Position.AGREE, second, Position.OBJECT), "");
        replies.send(sender, two.id(), answers.code());

        navigate(RoundView.class, two.id().toString());
        List<String> rows = $(NativeTableRow.class, $(RoundSide.class).single()).all().stream()
                .map(row -> row.getElement().getTextRecursively())
                .toList();

        assertThat(rows)
                .contains("Nhất trí0100", "Không nhất trí0001", "Chưa trả lời0101", "Cộng0202", "Số ý kiến đã gửi0000");
        assertThat($(RoundSide.class).single().getElement().getTextRecursively())
                .contains("Đã trả lời theo ngày");
    }

    @Test
    @WithMockUser(username = "round.secretary", roles = "SECRETARIAT")
    void theBoardAsksTheDatabaseAsOftenForManyAsForFew(
            @Autowired CommitteeFixture committee, @Autowired DraftFixture texts, @Autowired Replies replies) {
        Person secretary = people.byUsername("round.secretary").orElseThrow();
        Person owner = committee.person(Role.MEMBER);
        VersionId draft = texts.published(owner, committee.sealed(owner));
        List<Unit> units = Stream.generate(committee::unit).limit(12).toList();
        Round few = committee.round(draft).asking(units.get(0), units.get(1)).open(secretary);
        Round many = committee.round(draft).asking(units.toArray(Unit[]::new)).open(secretary);
        for (Round round : List.of(few, many)) {
            replies.list(secretary, round.id()).stream().skip(1).forEach(answer -> {
                String key = answer.invitee().key();
                replies.putAll(secretary, round.id(), key, Position.AGREE, "");
                replies.send(secretary, round.id(), key);
            });
        }
        navigate(RoundView.class, few.id().toString());

        int asked =
                StatementCounter.count(() -> navigate(RoundView.class, few.id().toString()));
        assertThat(StatementCounter.count(
                        () -> navigate(RoundView.class, many.id().toString())))
                .isEqualTo(asked);
    }

    @Test
    @WithMockUser(username = "round.secretary", roles = "SECRETARIAT")
    void everyChartHasItsNumbers() {
        screen();

        assertThat($(RoundSide.class).single().getElement().getTextRecursively())
                .contains("Đã trả lời theo ngày", "Bảng số liệu", "Đến hết ngày", "Ý kiến theo chương", "Cộng01");
        assertThat($(Svg.class, $(RoundSide.class).single()).all()).hasSize(1);
    }

    @Test
    @WithMockUser(username = "round.secretary", roles = "SECRETARIAT")
    void theBoardTellsWhoWaitsForTheHeadAndWhoAsksForTime(
            @Autowired CommitteeFixture committee,
            @Autowired DraftFixture texts,
            @Autowired Replies replies,
            @Autowired TimeRequests requests) {
        Person secretary = people.byUsername("round.secretary").orElseThrow();
        Person owner = committee.person(Role.MEMBER);
        Unit waits = committee.unit();
        Unit asks = committee.unit();
        Round open = committee
                .round(texts.published(owner, committee.sealed(owner)))
                .asking(waits, asks)
                .open(secretary);
        Person staff = committee.in(waits, UnitRole.STAFF);
        replies.putAll(staff, open.id(), waits.code(), Position.OBJECT, CANARY);
        replies.submit(staff, open.id(), waits.code());
        requests.ask(
                committee.in(asks, UnitRole.HEAD),
                open.id(),
                asks.code(),
                open.closesAt().plus(Duration.ofDays(2)),
                "Chờ họp");

        navigate(RoundView.class, open.id().toString());

        assertThat(boxes()).containsExactly("01Chờ lãnh đạo duyệt", "01Xin gia hạn", "02được lấy ý kiến");
        assertThat(shown()).doesNotContain(CANARY, "Đang soạn");
    }

    @Test
    @WithMockUser(username = "round.chair", roles = "CHAIR")
    void whileTheRoundIsOpenTheChairIsNotToldOnWhichDaysAnswersCame() {
        assertThat(screen()).doesNotContain("Đã trả lời theo ngày");
    }

    @Test
    void theChartsOfTheDeskAddUpToTheOpinionsAndAreForThoseWhoLead() {
        Person secretary = people.byUsername("round.secretary").orElseThrow();

        OpinionSpread.Chart chapters =
                spread.byChapter(secretary, List.of(round)).orElseThrow();
        assertThat(chapters.total()).isEqualTo(1);
        assertThat(chapters.about()).startsWith("HS-");
        assertThat(spread.byOutcome(secretary, List.of(round)).orElseThrow().bars())
                .filteredOn(bar -> bar.opinions() > 0)
                .containsExactly(new OpinionSpread.Bar("pending", false, 1));
        assertThat(spread.byChapter(head, List.of(round))).isEmpty();
        assertThat(spread.byOutcome(head, List.of(round))).isEmpty();
    }

    @Test
    void whileTheRoundIsOpenTheChairIsToldHowManyOpinionsWereSent() {
        VersionId draft = round.drafts().getFirst();

        assertThat(totals.sentOn(people.byUsername("round.chair").orElseThrow(), round.id(), draft))
                .hasValue(1);
        assertThat(totals.sentOn(people.byUsername("round.secretary").orElseThrow(), round.id(), draft))
                .isEmpty();
        assertThat(totals.sentOn(head, round.id(), draft)).isEmpty();
    }

    @Test
    @WithMockUser(username = "round.chair", roles = "CHAIR")
    void whileTheRoundIsOpenTheAddressOfOpinionsTellsTheChairNothing() {
        UI.getCurrent().navigate("dot/" + round.id(), QueryParameters.of("cua", said.code()));

        assertThat(shown()).doesNotContain(WORDS);
    }

    private List<String> boxes() {
        return $(NativeButton.class, $(Board.class).single()).all().stream()
                .filter(button -> button.getElement().hasAttribute("aria-pressed"))
                .map(button -> button.getElement().getTextRecursively())
                .toList();
    }

    @Test
    @WithMockUser(username = "round.secretary", roles = "SECRETARIAT")
    void theStatesAboveTheBoardAreAllWhoAreAskedAndAPressShowsOneOfThem() {
        screen();
        assertThat(boxes()).containsExactly("01Không nhất trí", "01Đang soạn", "02được lấy ý kiến");
        assertThat($(NativeTableRow.class, $(Board.class).single()).all()).hasSize(3);

        test($(NativeButton.class).all().stream()
                        .filter(button ->
                                button.getElement().getTextRecursively().equals("01Không nhất trí"))
                        .findFirst()
                        .orElseThrow())
                .click();

        assertThat($(NativeTableRow.class, $(Board.class).single()).all())
                .as("the head and one row")
                .hasSize(2)
                .last()
                .satisfies(row -> assertThat(row.getElement().getTextRecursively())
                        .contains(said.name(), SENT)
                        .startsWith("2"));
    }

    @Test
    @WithMockUser(username = "round.secretary", roles = "SECRETARIAT")
    void aReminderForWhoHasNotAnsweredIsReadyToBeCopied() {
        screen();
        test(rowTools().single()).click();

        assertThat($(NativeButton.class).all().stream()
                        .map(button -> button.getElement().getAttribute("data-copies"))
                        .filter(Objects::nonNull))
                .singleElement()
                .asString()
                .startsWith("Kính nhắc Sở thứ")
                .contains("đến hạn cho ý kiến (trước")
                .endsWith("Đường dẫn: {link}");
    }

    @Test
    @WithMockUser(username = "round.chair", roles = "CHAIR")
    void theChairIsOfferedNothingThatRunsTheRound() {
        assertThat(screen()).doesNotContain("Điều hành đợt", "Nhắc, gia hạn", "Mở đợt lấy ý kiến");
    }

    private ComponentQuery<NativeButton> rowTools() {
        return $(NativeButton.class, $(RowTools.class).single()).withAttribute("aria-expanded");
    }

    @Test
    @WithMockUser(username = "round.secretary", roles = "SECRETARIAT")
    void theToolsOfARowAreMadeWhenTheyAreOpenedAndAwayWhenTheyAreClosed() {
        screen();
        assertThat(rowTools().single().getElement().getAttribute("aria-expanded"))
                .isEqualTo("false");
        assertThat(shown()).doesNotContain("Chép lời nhắn");

        test(rowTools().single()).click();
        assertThat(rowTools().single().getElement().getAttribute("aria-expanded"))
                .isEqualTo("true");
        assertThat(shown()).contains("Chép lời nhắn", "Đã gọi", "Gia hạn", "Nhập văn bản trả lời", "Văn bản mật");

        test(rowTools().single()).click();
        assertThat(rowTools().single().getElement().getAttribute("aria-expanded"))
                .isEqualTo("false");
        assertThat(shown()).doesNotContain("Chép lời nhắn");
    }

    @Test
    @WithMockUser(username = "round.secretary", roles = "SECRETARIAT")
    void whatIsDoneForWhoHasNotAnsweredStandsInTheLastColumnAndUnderNoDraft() {
        screen();
        List<NativeTableRow> rows =
                $(NativeTableRow.class, $(Board.class).single()).all();
        long columns = rows.getFirst().getChildren().count();
        NativeTableRow silent = rows.stream()
                .filter(row -> row.getElement().getTextRecursively().contains("Nhắc, gia hạn"))
                .findFirst()
                .orElseThrow();

        assertThat(rows.getFirst().getElement().getTextRecursively())
                .endsWith("Văn bản, việc gần nhấtSố, ngày văn bản");
        assertThat(silent.getChildren()).hasSize((int) columns);
        assertThat(silent.getChildren()
                        .skip(columns - 1)
                        .findFirst()
                        .orElseThrow()
                        .getElement()
                        .getTextRecursively())
                .contains("Nhắc, gia hạn");
    }

    /** What the browser is sent of each row grows with the rows, so that it must be little. */
    @Test
    @WithMockUser(username = "round.secretary", roles = "SECRETARIAT")
    void aRowOfTheBoardIsFewElements(@Autowired CommitteeFixture committee, @Autowired DraftFixture texts) {
        Person secretary = people.byUsername("round.secretary").orElseThrow();
        Person owner = committee.person(Role.MEMBER);
        VersionId draft = texts.published(owner, committee.sealed(owner));
        List<Unit> units = Stream.generate(committee::unit).limit(20).toList();
        Round few = committee.round(draft).asking(units.get(0)).open(secretary);
        Round many = committee.round(draft).asking(units.toArray(Unit[]::new)).open(secretary);

        long first = elements(few);
        assertThat((elements(many) - first) / 19.0).isLessThanOrEqualTo(MOST_OF_A_ROW);
    }

    private long elements(Round shown) {
        navigate(RoundView.class, shown.id().toString());
        return parts($(Board.class).single().getElement()).count();
    }

    private static Stream<Element> parts(Element element) {
        return Stream.concat(Stream.of(element), element.getChildren().flatMap(RoundViewTest::parts));
    }

    @Test
    @WithMockUser(username = "round.chair", roles = "CHAIR")
    void theChairReadsTotalsAndFullRepliesAfterAPress() {
        assertThat(screen()).contains("không nhất trí 01").doesNotContain(SENT, CANARY, "Đang soạn", "Chưa mở");
        NativeButton request = $(NativeButton.class).all().stream()
                .filter(button -> button.getElement().getTextRecursively().contains("Xem toàn văn trả lời"))
                .findFirst()
                .orElseThrow();
        test(request).click();
        assertThat(shown()).contains(SENT, "Đang soạn").doesNotContain(CANARY, "Chưa mở");
    }
}
