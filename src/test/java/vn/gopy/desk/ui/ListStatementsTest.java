package vn.gopy.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.StatementCounter;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.desk.Desk;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.round.ui.RoundRow;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.AdjustableClock;

/**
 * The pages that everybody opens each morning ask the database as often whatever the number of dossiers, rounds and units:
 * measured with 112 units asked in each of five rounds.
 */
@IntegrationTest
class ListStatementsTest extends SpringBrowserlessTest {

    private static final int UNITS = 112;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    Askers askers;

    @Autowired
    RoundRow row;

    @Autowired
    DeskCharts charts;

    @Autowired
    Desk desk;

    @Autowired
    Composing composing;

    @Autowired
    AdjustableClock clock;

    private Person secretary;
    private Person owner;

    @BeforeEach
    void people() {
        secretary = committee.person(Role.SECRETARIAT);
        owner = committee.person(Role.MEMBER);
        as(secretary);
    }

    private static void as(Person person) {
        Object[] roles = person.roles().toArray();
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(
                        person.username(),
                        "",
                        IntStream.range(0, roles.length)
                                .mapToObj(n -> "ROLE_" + roles[n])
                                .toArray(String[]::new)));
    }

    private static int statements(String address) {
        return StatementCounter.count(() -> UI.getCurrent().navigate(address));
    }

    private Dossier published() {
        Dossier dossier = committee.dossier(owner, Audience.EVERYONE, Discussion.GROUP);
        texts.published(owner, dossier);
        return dossier;
    }

    private Round openRound(Unit... asked) {
        Dossier dossier = committee.dossier(owner, Audience.EVERYONE, Discussion.GROUP);
        VersionId draft = texts.published(owner, dossier);
        Round round = committee.round(draft).asking(asked).open(secretary);
        for (int n = 0; n < asked.length; n += 4) {
            replies.put(secretary, round.id(), asked[n].code(), Map.of(draft, Position.AGREE), "");
        }
        return round;
    }

    @Test
    void deskBoardAndListTakeAsManyStatementsForAWorldAsForOneRound() {
        openRound(committee.unit());
        counted(); // what a page asks for once only is asked for now
        Map<String, Integer> before = counted();
        Unit[] units = IntStream.range(0, UNITS).mapToObj(n -> committee.unit()).toArray(Unit[]::new);
        IntStream.range(0, 5).forEach(n -> openRound(units));

        assertThat(counted()).isEqualTo(before);
        assertThat(before.values()).allMatch(number -> number < 40);
    }

    private static Map<String, Integer> counted() {
        return Stream.of("", "dot", "ho-so")
                .collect(Collectors.toMap(Function.identity(), ListStatementsTest::statements));
    }

    @Test
    void boardAndReplyTakeAsManyStatementsForManyUnitsAsForFour() {
        Unit unit = committee.unit();
        Unit silent = committee.unit();
        Person head = committee.in(silent, UnitRole.HEAD);
        Round few = openRound(unit, silent, committee.unit(), committee.unit());
        Unit[] units = Stream.concat(
                        Stream.of(unit, silent), IntStream.range(0, UNITS).mapToObj(n -> committee.unit()))
                .toArray(Unit[]::new);
        Round many = openRound(units);

        assertThat(warm(Addresses.round(many.id()))).isEqualTo(warm(Addresses.round(few.id())));
        as(head);
        assertThat(warm(Addresses.reply(many.id()))).isEqualTo(warm(Addresses.reply(few.id())));
    }

    /** What a page asks for once only is asked for before. */
    private static int warm(String address) {
        statements(address.substring(1));
        return statements(address.substring(1));
    }

    @Test
    void theListGrowsByParts() {
        as(owner);
        IntStream.range(0, 52).forEach(n -> committee.dossier(owner, Audience.INVITED, Discussion.SEALED));

        UI.getCurrent().navigate("ho-so");
        int first = titles();
        test($(NativeButton.class).withClassName("more").single()).click();

        assertThat(first).isEqualTo(50);
        assertThat(titles()).isGreaterThanOrEqualTo(52);
    }

    private int titles() {
        return $(Anchor.class).withClassName("row-title").all().size();
    }

    @Test
    void aPartOfTheDeskThatFailsLeavesTheOthers() {
        openRound(committee.unit());
        Desk broken = mock(Desk.class);
        when(broken.tasks(any())).thenReturn(List.of());
        when(broken.news(any())).thenThrow(new IllegalStateException("a word that breaks the news"));

        DeskView desk = new DeskView(askers, broken, rounds, row, charts, clock);
        UI.getCurrent().add(desk);

        assertThat($(Paragraph.class, desk).withClassName("empty").all())
                .extracting(Paragraph::getText)
                .anyMatch(words -> words.startsWith("Phần này chưa hiển thị được"));
        assertThat($(ListItem.class, desk).all()).isNotEmpty();
    }

    @Test
    void whatCameSinceTheLastVisitIsMarkedOnTheDesk() {
        Dossier dossier = committee.dossier(owner, Audience.EVERYONE, Discussion.GROUP);
        VersionId draft = texts.published(owner, dossier);
        Person other = committee.person(Role.MEMBER);
        Instant earlier = clock.instant().minus(Duration.ofHours(2));
        say(draft, "Ý kiến cũ", earlier.minusSeconds(60));
        clock.at(earlier, () -> desk.visit(other));
        say(draft, "Ý kiến mới", clock.instant());

        as(other);
        UI.getCurrent().navigate("dot");
        navigate(DeskView.class);

        assertThat($(ListItem.class).withClassName("fresh").all())
                .extracting(piece -> piece.getElement().getTextRecursively())
                .anyMatch(words -> words.contains("Mới:") && words.contains("Ý kiến mới"))
                .noneMatch(words -> words.contains("Ý kiến cũ"));
    }

    private void say(VersionId draft, String text, Instant when) {
        NewComment wanted = new NewComment(
                CommentKind.OTHER, text, null, null, null, null, null, List.of(), null, null, true, List.of());
        clock.at(
                when, () -> composing.create(owner, texts.place(draft, "dieu-1").id(), wanted));
    }

    @Test
    void eachRoleSeesItsOwnDesk() {
        Unit unit = committee.unit();
        Person head = committee.in(unit, UnitRole.HEAD);
        openRound(unit);

        assertThat(words(secretary)).contains("nơi chưa trả lời").doesNotContain(unit.name());
        assertThat(words(head)).contains(unit.name());
        assertThat(words(committee.person(Role.ADMINISTRATOR))).doesNotContain("Lấy ý kiến");
    }

    private String words(Person person) {
        as(person);
        UI.getCurrent().navigate("dot"); // a page that is open already is not made anew
        navigate(DeskView.class);
        return Objects.requireNonNull($(DeskView.class).single()).getElement().getTextRecursively();
    }
}
