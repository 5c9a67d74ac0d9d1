package vn.gopy.consolidation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Set;
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
import vn.gopy.consolidation.DeskReading;
import vn.gopy.consolidation.NewPoint;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.Round;
import vn.gopy.shared.Actor;
import vn.gopy.shared.Addresses;

/** The desk shows every point at its place, answers a group at once, and goes to the next that has no outcome. */
@IntegrationTest
class ConsolidationViewTest extends SpringBrowserlessTest {

    private static Person secretary;
    private static Person owner;

    private Round round;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Points points;

    @BeforeAll
    static void people(@Autowired CommitteeFixture committee, @Autowired People people) {
        owner = committee.person(Role.MEMBER);
        secretary = register(people, "desk.secretary", Role.SECRETARIAT);
        register(people, "desk.chair", Role.CHAIR);
    }

    @BeforeEach
    void threeAreSaid() {
        VersionId draft = texts.published(owner, committee.sealed(owner));
        Unit unit = committee.unit();
        round = committee.round(draft).asking(unit).open(secretary);
        points.enter(
                secretary,
                round.id(),
                List.of(
                        said(texts, draft, unit.code(), "dieu-1", "Làm rõ phạm vi."),
                        said(texts, draft, unit.code(), "dieu-2/khoan-1", "Thời hạn 03 ngày là ngắn."),
                        said(texts, draft, unit.code(), "dieu-2/khoan-1", "Nên là 05 ngày.")));
    }

    private static NewPoint said(DraftFixture texts, VersionId draft, String unit, String path, String words) {
        return new NewPoint(
                draft,
                unit,
                null,
                CommentKind.EDIT,
                words,
                null,
                SourceKind.LETTER,
                "12/CV",
                List.of(texts.place(draft, path).id()),
                false,
                false);
    }

    private static Person register(People people, String username, Role role) {
        return people.register(
                Actor.SYSTEM, new NewPerson(username, null, "Người " + username, "", "", Set.of(role), List.of()));
    }

    private void open() {
        UI.getCurrent().navigate(Addresses.consolidation(round.id()).substring(1));
    }

    private String shown() {
        return $(ConsolidationView.class).single().getElement().getTextRecursively();
    }

    private void press(String words) {
        NativeButton button = $(NativeButton.class).all().stream()
                .filter(one -> one.getElement().getTextRecursively().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words));
        test(button).click();
    }

    private List<Point> kept() {
        return points.of(secretary, round.id());
    }

    @Test
    @WithMockUser(username = "desk.secretary", roles = "SECRETARIAT")
    void aReasonIsAskedForAndTheNextOpenOneFollows() {
        open();
        assertThat(shown()).contains("Làm rõ phạm vi.", "Khoản 1 Điều 2");

        press("Giải trình, giữ như dự thảo");
        press("Lưu, đến ý kiến sau");
        assertThat(shown()).contains("Làm rõ phạm vi.").doesNotContain("Thời hạn 03 ngày là ngắn.");

        $(TextArea.class).all().getFirst().setValue("Phạm vi đã rõ tại Điều 1.");
        press("Lưu, đến ý kiến sau");
        assertThat(shown()).contains("Thời hạn 03 ngày là ngắn.");
        assertThat(kept().getFirst())
                .satisfies(point -> assertThat(point.outcome()).isEqualTo(Outcome.KEEP))
                .satisfies(point -> assertThat(point.answer()).isEqualTo("Phạm vi đã rõ tại Điều 1."));

        press("Tiếp thu một phần");
        $(TextArea.class).all().getFirst().setValue("Sửa thành 05 ngày làm việc.");
        press("Lưu, để sau");
        assertThat(kept().get(1).outcome()).isEqualTo(Outcome.ACCEPT_PART);
        assertThat(kept().get(2).outcome()).isNull();
    }

    @Test
    @WithMockUser(username = "desk.secretary", roles = "SECRETARIAT")
    void thePlacesThatAPointIsRelatedToStandUnderItsWords() {
        VersionId draft = round.drafts().getFirst();
        open();
        assertThat(shown()).contains("Làm rõ phạm vi.").doesNotContain("Liên quan:");
        Point first = kept().getFirst();
        ProvisionId main = texts.place(draft, "dieu-1").id();
        ProvisionId related = texts.place(draft, "dieu-2/khoan-1").id();
        points.place(
                secretary,
                first.id(),
                first.version(),
                List.of(main, related),
                List.of(main),
                then -> points.get(secretary, first.id()));
        open();
        assertThat(shown()).contains("Liên quan: khoản 1 Điều 2");
    }

    @Test
    @WithMockUser(username = "desk.secretary", roles = "SECRETARIAT")
    void whatSomebodyElseSavedMeanwhileIsShownBesideWhatIsWritten() {
        open();
        Point shown = kept().stream()
                .filter(point -> shown().contains(point.text()))
                .findFirst()
                .orElseThrow();
        $(TextArea.class).all().getFirst().setValue("Lời của tôi.");
        points.answer(secretary, shown.id(), shown.version(), Outcome.NOTED, "Lời của người khác.", null);

        press("Lưu, để sau");
        assertThat(shown()).contains("Người khác vừa lưu: “Lời của người khác.”");
        assertThat($(TextArea.class).all().getFirst().getValue()).isEqualTo("Lời của tôi.");
        assertThat(points.get(secretary, shown.id()).answer()).isEqualTo("Lời của người khác.");
    }

    @Test
    @WithMockUser(username = "desk.secretary", roles = "SECRETARIAT")
    void whatSaysTheSameIsProposedAndComesTogetherByAPress() {
        VersionId draft = round.drafts().getFirst();
        String unit = committee.unit().code();
        points.enter(
                secretary,
                round.id(),
                List.of(
                        said(texts, draft, unit, "dieu-1", "Đề nghị làm rõ phạm vi áp dụng đối với doanh nghiệp."),
                        said(texts, draft, unit, "dieu-1", "Đề nghị làm rõ phạm vi áp dụng đối với doanh nghiệp !")));
        open();
        press("Gợi ý gộp");
        assertThat(shown()).contains("02 ý kiến cùng nội dung");
        press("Gộp các ý kiến này");
        assertThat(shown()).contains("Gộp 02 ý kiến").doesNotContain("02 ý kiến cùng nội dung");
        assertThat(kept().stream().map(Point::groupId).distinct()).hasSize(4);
    }

    @Test
    @WithMockUser(username = "desk.secretary", roles = "SECRETARIAT")
    void whatContradictsIsProposedAsAMatterWithTwoSidesAndComesApartByUndoing() {
        VersionId draft = round.drafts().getFirst();
        String unit = committee.unit().code();
        points.enter(
                secretary,
                round.id(),
                List.of(
                        said(texts, draft, unit, "dieu-1", "Đề nghị bỏ quy định quá thời hạn coi như đồng ý."),
                        said(texts, draft, unit, "dieu-1", "Đề nghị giữ quy định quá thời hạn coi như đồng ý.")));
        open();
        press("Gợi ý gộp");
        assertThat(shown()).contains("02 ý kiến có vẻ trái nhau", "Luồng A", "Luồng B");
        press("Đặt thành một vấn đề, hai luồng");
        assertThat(shown()).contains("Ý kiến trái nhau").doesNotContain("có vẻ trái nhau");
        assertThat(kept()).extracting(Point::side).containsOnlyOnce("A", "B");

        press("Luồng A");
        assertThat(shown()).doesNotContain("Ý kiến trái nhau");
        press("Hoàn tác");
        assertThat(shown()).contains("Ý kiến trái nhau", "Đã hoàn tác.");
        press("Hoàn tác");
        assertThat(kept()).extracting(Point::side).containsOnly("");
        assertThat(kept()).extracting(Point::groupId).doesNotHaveDuplicates();
    }

    @Test
    @WithMockUser(username = "desk.secretary", roles = "SECRETARIAT")
    void whatWasAnsweredToSomethingAlikeIsTakenOverByAPress() {
        VersionId draft = round.drafts().getFirst();
        String unit = committee.unit().code();
        NewPoint same = said(texts, draft, unit, "dieu-1", "Đề nghị làm rõ phạm vi áp dụng đối với doanh nghiệp nhỏ.");
        Point first = points.get(
                secretary, points.enter(secretary, round.id(), List.of(same)).getFirst());
        points.answer(secretary, first.id(), first.version(), Outcome.KEEP, "Phạm vi tại Điều 1 đã rõ.", null);
        points.enter(
                secretary,
                round.id(),
                List.of(said(
                        texts, draft, unit, "dieu-1", "Đề nghị làm rõ phạm vi áp dụng đối với doanh nghiệp nhỏ.")));
        open();
        $(NativeButton.class).all().stream()
                .filter(one -> one.getElement().getTextRecursively().contains("Ý kiến số 5"))
                .findFirst()
                .ifPresent(one -> test(one).click());
        assertThat(shown()).contains("Đã trả lời tương tự");
        press("Dùng câu trả lời này");
        assertThat($(TextArea.class).all().getFirst().getValue()).isEqualTo("Phạm vi tại Điều 1 đã rõ.");
        press("Lưu, để sau");
        assertThat(kept())
                .filteredOn(point -> point.answer().equals("Phạm vi tại Điều 1 đã rõ."))
                .hasSize(2)
                .allSatisfy(point -> assertThat(point.outcome()).isEqualTo(Outcome.KEEP));
    }

    @Test
    @WithMockUser(username = "desk.secretary", roles = "SECRETARIAT")
    void onlyWhatIsMineIsShownWhereThatIsWished() {
        open();
        showing(DeskReading.Filter.MINE);
        assertThat(shown()).doesNotContain("Khoản 1 Điều 2");
        assertThat($(HeapCard.class).exists()).isFalse();
        showing(DeskReading.Filter.ALL);
        assertThat(shown()).contains("Khoản 1 Điều 2");
    }

    @SuppressWarnings("unchecked")
    private void showing(DeskReading.Filter filter) {
        $(Select.class).all().getFirst().setValue(filter);
    }

    @Test
    @WithMockUser(username = "desk.secretary", roles = "SECRETARIAT")
    void anAnswerIsCheckedByWhoHasNotGivenIt() {
        Person colleague = committee.person(Role.SECRETARIAT);
        kept().forEach(point -> points.answer(
                colleague, point.id(), points.get(secretary, point.id()).version(), Outcome.ACCEPT, "Tiếp thu.", null));
        open();
        showing(DeskReading.Filter.TO_CHECK);
        press("Đã kiểm tra lần hai");
        assertThat($(HeapCard.class).all()).hasSize(1);
        assertThat(shown()).contains("Kiểm tra lần hai: Người desk.secretary");
        press("Bỏ kiểm tra");
        assertThat(shown()).doesNotContain("Kiểm tra lần hai: Người");

        Point own = kept().getFirst();
        points.answer(secretary, own.id(), own.version(), Outcome.NOTED, "Ghi nhận.", null);
        showing(DeskReading.Filter.ALL);
        press("Đã kiểm tra lần hai");
        assertThat(shown()).contains("không phải người đã trả lời");
    }

    @Test
    @WithMockUser(username = "desk.secretary", roles = "SECRETARIAT")
    void aProposalThatWasRefusedDoesNotComeAgain() {
        VersionId draft = round.drafts().getFirst();
        String unit = committee.unit().code();
        NewPoint same = said(texts, draft, unit, "dieu-1", "Đề nghị làm rõ phạm vi áp dụng đối với doanh nghiệp.");
        points.enter(secretary, round.id(), List.of(same, same));
        open();
        press("Gợi ý gộp");
        press("Không gộp");
        assertThat(shown()).doesNotContain("02 ý kiến cùng nội dung");
        open();
        press("Gợi ý gộp");
        assertThat(shown()).contains("Không thấy ý kiến nào").doesNotContain("02 ý kiến cùng nội dung");
    }

    @Test
    @WithMockUser(username = "desk.secretary", roles = "SECRETARIAT")
    @SuppressWarnings("unchecked")
    void aLetterIsCutIntoPointsThatAreEnteredAtTheirPlaces() {
        open();
        press("Tách ý");
        TextArea text = $(TextArea.class).all().stream()
                .filter(one -> one.getLabel().equals("Nội dung văn bản góp ý"))
                .findFirst()
                .orElseThrow();
        text.setValue("""
                Sau khi nghiên cứu, có ý kiến như sau:
                1. Điều 1: đề nghị bổ sung đối tượng là hợp tác xã.
                2. Khoản 1 Điều 2: thời hạn nên là 07 ngày.
                3. Nhất trí với các nội dung khác.
                """);
        press("Đề xuất cách tách");
        assertThat(shown()).contains("Đưa 02 ý kiến vào bảng");
        press("Đưa 02 ý kiến vào bảng");
        assertThat(shown()).contains("Chọn cơ quan góp ý");
        ((ComboBox<Unit>) $(ComboBox.class).all().stream()
                        .filter(one -> "Cơ quan góp ý".equals(one.getLabel()))
                        .findFirst()
                        .orElseThrow())
                .setValue(committee.unit());
        press("Đưa 02 ý kiến vào bảng");
        assertThat(kept())
                .filteredOn(point -> point.text().equals("Khoản 1 Điều 2: thời hạn nên là 07 ngày."))
                .singleElement()
                .satisfies(point ->
                        assertThat(point.mainPlace().orElseThrow().path()).isEqualTo("dieu-2/khoan-1"));
        assertThat(kept()).hasSize(5);
    }

    @Test
    @WithMockUser(username = "desk.chair", roles = "CHAIR")
    void itIsAbsentForWhoDoesNotRunRounds() {
        open();
        assertThat($(ConsolidationView.class).exists()).isFalse();
    }
}
