package vn.gopy.round.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.NewPerson;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Reply;
import vn.gopy.round.Round;
import vn.gopy.shared.Actor;

/** A unit answers on the screen, from its staff to its head and out; what cannot be done is not offered. */
@IntegrationTest
class ReplyViewTest extends SpringBrowserlessTest {

    private static final String WORDS = "Đề nghị ghi rõ cơ quan chủ trì";

    private static Unit unit;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    People people;

    @Autowired
    Replies replies;

    @Autowired
    Composing composing;

    private Person secretary;
    private Person staff;
    private Person head;
    private VersionId first;
    private VersionId second;
    private Round round;

    @BeforeAll
    static void people(@Autowired CommitteeFixture committee, @Autowired People people) {
        unit = committee.unit();
        register(people, "reply.head", UnitRole.HEAD, Role.MEMBER);
        register(people, "reply.staff", UnitRole.STAFF);
        register(people, "reply.clerk", UnitRole.CLERK);
        people.register(
                Actor.SYSTEM, new NewPerson("reply.stranger", null, "Người ngoài", "", "", Set.of(), List.of()));
    }

    private static void register(People people, String username, UnitRole role, Role... roles) {
        people.register(
                Actor.SYSTEM,
                new NewPerson(
                        username,
                        null,
                        "Người " + username,
                        "",
                        "",
                        Set.of(roles),
                        List.of(new NewPerson.NewMembership(unit.code(), role, "", LocalDate.of(2020, 1, 1)))));
    }

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        staff = people.byUsername("reply.staff").orElseThrow();
        head = people.byUsername("reply.head").orElseThrow();
        first = texts.published(secretary, committee.sealed(secretary));
        second = texts.published(secretary, committee.sealed(secretary));
        round = committee.round(first, second).asking(unit).open(secretary);
    }

    private String screen() {
        navigate("dot/" + round.id() + "/tra-loi", ReplyView.class);
        return shown();
    }

    private String shown() {
        return words($(ReplyView.class).single());
    }

    /** What is visible. */
    private static String words(Component part) {
        if (part instanceof Text text) {
            return text.getText();
        }
        if (!part.isVisible()) {
            return "";
        }
        List<Component> inside = part.getChildren().toList();
        String own = part instanceof HasLabel labelled ? labelled.getLabel() : "";
        return own
                + (inside.isEmpty()
                        ? part.getElement().getTextRecursively()
                        : inside.stream().map(ReplyViewTest::words).collect(Collectors.joining()));
    }

    private NativeButton button(String words) {
        return $(NativeButton.class).all().stream()
                .filter(one -> one.getElement().getTextRecursively().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " is not on the screen: " + shown()));
    }

    private void press(String words) {
        test(button(words)).click();
    }

    private Reply reply() {
        return replies.list(head, round.id()).getFirst().reply().orElseThrow();
    }

    @Test
    @WithMockUser(username = "reply.staff")
    void staffChooseAPositionForEachDraftAndSubmitOnlyWhatIsComplete() {
        assertThat(screen()).contains("Chưa trả lời", "Còn 02 dự thảo chưa nêu ý kiến.", "trước ");
        assertThat(button("Trình lãnh đạo").isEnabled()).isFalse();

        press("Không nhất trí");
        assertThat(shown()).contains("Đang soạn", "Còn 01 dự thảo", "Đã lưu lúc");
        press("Nhất trí với tất cả dự thảo");
        assertThat(reply().positions()).isEqualTo(Map.of(first, Position.AGREE, second, Position.AGREE));
        test($(TextArea.class).single()).setValue("Cơ bản thống nhất bố cục.");
        press("Trình lãnh đạo");

        assertThat(reply()).isInstanceOf(Reply.Submitted.class);
        assertThat(reply().note()).isEqualTo("Cơ bản thống nhất bố cục.");
        assertThat(shown()).contains("Chờ lãnh đạo duyệt", "Đã trình lãnh đạo " + unit.name());
        assertThat(shown()).doesNotContain("Nhất trí với tất cả dự thảo");
        press("Rút về soạn tiếp");
        assertThat(reply()).isInstanceOf(Reply.Prepared.class);
    }

    @Test
    @WithMockUser(username = "reply.head")
    void theHeadReturnsWithARemarkOrSendsAfterBeingAskedOnceMore() {
        replies.putAll(staff, round.id(), unit.code(), Position.AGREE, "");
        replies.submit(staff, round.id(), unit.code());
        assertThat(screen()).contains("Chuyên viên đã trình.", "Sau khi gửi: Tổ giúp việc và lãnh đạo Ban xem được");

        press("Trả lại kèm ý kiến");
        press("Trả lại");
        assertThat($(TextField.class).single().getErrorMessage()).isEqualTo("Cần ghi ý kiến khi trả lại.");
        assertThat($(TextField.class).single().isInvalid()).isTrue();
        test($(TextField.class).single()).setValue("Bổ sung ý kiến về Điều 2.");
        press("Trả lại");
        assertThat(shown()).contains("trả lại lúc", "“Bổ sung ý kiến về Điều 2.”");

        replies.submit(staff, round.id(), unit.code());
        screen();
        press("Duyệt và gửi");
        assertThat(shown()).contains("Gửi trả lời của " + unit.name() + "? Sau khi gửi, nội dung không sửa được.");
        press("Xem lại");
        assertThat(reply().isSent()).isFalse();
        press("Duyệt và gửi");
        press("Gửi");
        assertThat(reply()).isInstanceOf(Reply.Sent.class);
        assertThat(shown()).contains("Đã gửi", "chọn “Gửi ý kiến thay thế”").doesNotContain("Duyệt và gửi");
    }

    @Test
    @WithMockUser(username = "reply.head")
    void whatIsToBeApprovedStandsBeforeWhatWasSaidEarlier() {
        replies.putAll(staff, round.id(), unit.code(), Position.AGREE, "");
        screen();
        assertThat(order()).containsExactly(EarlierSection.class, PositionRows.class);
        replies.submit(staff, round.id(), unit.code());
        screen();
        assertThat(order()).containsExactly(PositionRows.class, EarlierSection.class);
    }

    private List<Class<?>> order() {
        return $(PositionRows.class)
                .single()
                .getParent()
                .orElseThrow()
                .getChildren()
                .<Class<?>>map(Object::getClass)
                .filter(Set.of(EarlierSection.class, PositionRows.class)::contains)
                .toList();
    }

    @Test
    @WithMockUser(username = "reply.head")
    void anotherReplyTakesThePlaceOfASentOneAndBothAreKept() {
        replies.putAll(head, round.id(), unit.code(), Position.AGREE, "");
        replies.send(head, round.id(), unit.code());
        screen();

        press("Gửi ý kiến thay thế");
        press("Không nhất trí");
        assertThat(reply().positions())
                .as("nothing is stored before it is sent")
                .doesNotContainValue(Position.OBJECT);
        press("Gửi bản thay thế");
        press("Gửi bản thay thế");

        assertThat(reply().positions()).isEqualTo(Map.of(first, Position.OBJECT, second, Position.AGREE));
        assertThat(shown()).contains("Trả lời này thay cho 01 trả lời đã gửi trước");
    }

    @Test
    @WithMockUser(username = "reply.clerk")
    void theClerkWritesTheNumberOnceItIsSentAndNothingElse() {
        replies.putAll(head, round.id(), unit.code(), Position.AGREE, "");
        assertThat(screen()).doesNotContain("Trình lãnh đạo", "Ghi số, ngày văn bản");

        replies.send(head, round.id(), unit.code());
        screen();
        test($(TextField.class).single()).setValue("1342/STC-HCSN");
        press("Ghi số, ngày văn bản");

        assertThat(reply().letterNumber()).isEqualTo("1342/STC-HCSN");
        assertThat(shown()).contains("Số 1342/STC-HCSN.").doesNotContain("Gửi ý kiến thay thế");
    }

    @Test
    @WithMockUser(username = "reply.staff")
    void whatIsSaidOnClausesStandsBesideAndLeadsToItsPlaceAndIsHandedIn() {
        composing.create(
                staff,
                texts.place(first, "dieu-2/khoan-1").id(),
                NewComment.of(CommentKind.OTHER, WORDS).forUnit(unit.code()).unsent());

        assertThat(screen()).contains("Khoản 1 Điều 2", WORDS, "Mới mình người soạn xem được");
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).anyMatch(href -> href.endsWith("dieu-2/khoan-1"));
        press("Nhất trí");
        press("Đưa 01 ý kiến vào trả lời");
        assertThat(shown())
                .contains("Đã đưa 01 ý kiến vào trả lời.", "Nháp của cơ quan")
                .contains("có 01 ý kiến theo điều khoản, nên tính là nhất trí, có ý kiến");
    }

    @Test
    @WithMockUser(username = "reply.staff")
    void whatAColleagueHasChangedMeanwhileIsShownAndSaid() {
        screen();
        replies.putAll(head, round.id(), unit.code(), Position.OBJECT, "");

        press("Nhất trí với tất cả dự thảo");

        assertThat(shown()).contains("Nội dung này vừa được người khác sửa.");
        assertThat(reply().positions()).containsValue(Position.OBJECT).doesNotContainValue(Position.AGREE);
        press("Nhất trí với tất cả dự thảo");
        assertThat(reply().positions()).doesNotContainValue(Position.OBJECT);
    }

    @Test
    @WithMockUser(username = "reply.head")
    void whoIsAskedTwiceHasToSayWhoseTheReplyIs() {
        round = committee.round(first).asking(unit).asking(head).open(secretary);
        replies.putAll(head, round.id(), unit.code(), Position.AGREE, "");
        assertThat(screen()).contains("Ý kiến này là của", "Cá nhân");

        press("Duyệt và gửi");

        assertThat(reply().isSent()).isFalse();
        assertThat(shown()).doesNotContain("Sau khi gửi, nội dung không sửa được.");
        UI.getCurrent().navigate("dot/" + round.id() + "/tra-loi", QueryParameters.of("cho", "reply.head"));
        assertThat(shown()).contains("Trả lời của cá nhân", "Gửi trả lời").doesNotContain("Ý kiến này là của");
    }

    @Test
    @WithMockUser(username = "reply.stranger")
    void whoIsNotAskedFindsNoSuchPage() {
        UI.getCurrent().navigate("dot/" + round.id() + "/tra-loi");

        assertThat($(ReplyView.class).exists()).isFalse();
    }

    @Test
    @WithMockUser(username = "reply.head")
    void theHeadApprovesForALetterWhichIsMadeHereAndWhoseNumberIsAwaited() {
        replies.putAll(staff, round.id(), unit.code(), Position.AGREE, "");
        replies.submit(staff, round.id(), unit.code());
        screen();

        press("Duyệt, phát hành công văn");
        assertThat(shown()).contains("Văn thư ghi số, ngày công văn sau.");
        press("Duyệt, phát hành công văn");

        assertThat(shown()).contains("Đã duyệt, chờ số văn bản", "Ghi số, ngày văn bản", "Tạo công văn trả lời (Word)");
        assertThat($(Anchor.class).all()).extracting(Anchor::getHref).anyMatch(href -> href.endsWith("/letter.docx"));
    }
}
