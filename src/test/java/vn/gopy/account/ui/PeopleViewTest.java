package vn.gopy.account.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.AskedGroup;
import vn.gopy.account.AskedGroups;
import vn.gopy.account.Askers;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.Membership;
import vn.gopy.account.NewPerson;
import vn.gopy.account.PasswordLinks;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.RememberedDevices;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitKind;
import vn.gopy.account.UnitRole;
import vn.gopy.account.Units;
import vn.gopy.shared.Actor;
import vn.gopy.shared.Moments;

/** The administrator registers and changes units and people; nobody else reaches the screens. */
@IntegrationTest
class PeopleViewTest extends SpringBrowserlessTest {

    @Autowired
    Units units;

    @Autowired
    People people;

    @BeforeAll
    static void example(@Autowired People people) {
        register(people, "people.admin", Role.ADMINISTRATOR);
        register(people, "people.former", Role.ADMINISTRATOR);
        register(people, "people.gone", Role.ADMINISTRATOR);
        register(people, "people.secretary", Role.SECRETARIAT);
    }

    private static Person register(People people, String username, Role role) {
        return people.register(
                Actor.SYSTEM, new NewPerson(username, null, "Người " + username, "", "", Set.of(role), List.of()));
    }

    @Test
    @WithMockUser(username = "people.admin", roles = "ADMINISTRATOR")
    void aUnitIsAddedOnceAndItsCodeIsTakenFromThenOn() {
        navigate(UnitsView.class);

        addUnit("SXD", "Sở Xây dựng");
        assertThat(units.byCode("SXD").orElseThrow().name()).isEqualTo("Sở Xây dựng");
        assertThat(said()).isEqualTo("Đã thêm Sở Xây dựng.");

        addUnit("SXD", "Sở khác");
        assertThat(field("Mã, ký hiệu văn bản").getErrorMessage()).isEqualTo("Mã “SXD” đã dùng cho cơ quan khác.");
        assertThat(field("Tên cơ quan").isInvalid()).isFalse();
    }

    @Test
    @WithMockUser(username = "people.admin", roles = "ADMINISTRATOR")
    void aUnitIsRenamedAndStillFoundByTheNameThatItHad() {
        units.register(Actor.SYSTEM, "PVDOI", "Sở Thông tin", UnitKind.DEPARTMENT);
        navigate(UnitsView.class);

        narrow("Sở Thông tin"); // other tests have made more units than the page shows at once
        open("Sở Thông tin");
        test(field("Tên cơ quan")).setValue("Sở Truyền thông");
        press("Lưu");

        assertThat(units.byCode("PVDOI").orElseThrow().name()).isEqualTo("Sở Truyền thông");
        assertThat(said()).isEqualTo("Đã lưu: Sở Truyền thông.");
        narrow("so thong tin");
        assertThat(rows()).singleElement().asString().contains("Sở Truyền thông", "trước đây: Sở Thông tin");
    }

    @Test
    @WithMockUser(username = "people.admin", roles = "ADMINISTRATOR")
    void anAdministratorSetsHowPapersNameTheOffice(
            @Autowired InstallationSettings settings, @Autowired JdbcClient sql) {
        navigate(SettingsView.class);
        test(field("Địa danh trước ngày, tháng, năm")).setValue("Nơi A");
        press("Lưu");

        assertThat(said()).isEqualTo("Đã lưu thiết lập.");
        assertThat(settings.get().office().place()).isEqualTo("Nơi A");

        test(field("Địa danh trước ngày, tháng, năm")).setValue("x".repeat(201));
        press("Lưu");
        assertThat(field("Địa danh trước ngày, tháng, năm").isInvalid()).isTrue();
        assertThat(settings.get().office().place()).isEqualTo("Nơi A");
        sql.sql("DELETE FROM setting").update();
    }

    @Test
    @WithMockUser(username = "people.former", roles = "ADMINISTRATOR")
    void whoIsNoAdministratorAnyMoreAddsNothingOnAPageThatIsStillOpen(@Autowired CommitteeFixture committee) {
        navigate(UnitsView.class);
        press("Thêm cơ quan");
        committee.takeRoles(people.byUsername("people.former").orElseThrow());

        fillUnit("CUOI", "Sở cuối");

        assertThat(units.byCode("CUOI")).isEmpty();
        assertThat($(Paragraph.class).withClassName("err").all())
                .extracting(Paragraph::getText)
                .contains("Tài khoản này không được làm việc đó.");
        UI.getCurrent().navigate("quan-tri");
        assertThat($(Paragraph.class).withClassName("empty").single().getText())
                .as("what the session was told at sign-in no longer counts")
                .startsWith("Không tìm thấy");
    }

    @Test
    @WithMockUser(username = "people.gone", roles = "ADMINISTRATOR")
    void norDoesWhoseAccountWasDisabled(@Autowired CommitteeFixture committee) {
        navigate(UnitsView.class);
        press("Thêm cơ quan");
        committee.disable(people.byUsername("people.gone").orElseThrow());

        assertThatThrownBy(() -> fillUnit("SAU", "Sở sau")).isInstanceOf(Askers.NotSignedIn.class);

        assertThat(units.byCode("SAU")).isEmpty();
    }

    @Test
    @WithMockUser(username = "people.admin", roles = "ADMINISTRATOR")
    void whatIsRefusedIsSaidAtItsFieldAndGoesAwayWhenItIsMended() {
        navigate(PeopleView.class);
        press("Thêm người dùng");
        test(field("Họ và tên")).setValue("Nguyễn Văn B");
        test($(PasswordField.class).single()).setValue("1");

        press("Thêm");
        assertThat(field("Tên đăng nhập").getErrorMessage()).startsWith("Tên đăng nhập gồm");

        test(field("Tên đăng nhập")).setValue("people.b");
        press("Thêm");
        assertThat(field("Tên đăng nhập").isInvalid()).isFalse();
        assertThat($(PasswordField.class).single().getErrorMessage()).isEqualTo("Mật khẩu cần ít nhất 10 ký tự.");

        test($(PasswordField.class).single()).setValue("Một câu dài dễ nhớ");
        press("Thêm");
        assertThat(people.byUsername("people.b")).isPresent();
        assertThat(said()).startsWith("Đã thêm Nguyễn Văn B, tên đăng nhập people.b.");
    }

    @Test
    @WithMockUser(username = "people.admin", roles = "ADMINISTRATOR")
    void whoAnswersOnPaperOnlyNeedsNoUserName() {
        navigate(PeopleView.class);
        press("Thêm người dùng");
        test(field("Họ và tên")).setValue("Nguyễn Văn Giấy");

        press("Thêm");

        assertThat(people.all()).extracting(Person::name).contains("Nguyễn Văn Giấy");
        assertThat(said()).isEqualTo("Đã thêm Nguyễn Văn Giấy.");
    }

    @Test
    @WithMockUser(username = "people.admin", roles = "ADMINISTRATOR")
    @SuppressWarnings("unchecked")
    void aPersonIsFoundChangedClosedAndOpenedAgain() {
        register(people, "people.doi", Role.MEMBER);
        navigate(PeopleView.class);
        narrow("nguoi people.doi");
        assertThat(rows()).hasSize(1);

        open("Người people.doi");
        test(field("Chức danh")).setValue("Trưởng phòng");
        $(CheckboxGroup.class).single().setValue(Set.of(Role.ADVISER));
        press("Lưu");

        assertThat(people.byUsername("people.doi").orElseThrow())
                .returns("Trưởng phòng", Person::post)
                .returns(Set.of(Role.ADVISER), Person::roles);

        press("Khóa tài khoản");
        assertThat(said()).startsWith("Đã khóa tài khoản của Người people.doi");
        assertThat(rows()).singleElement().asString().contains("đã khóa");
        assertThat(people.byUsername("people.doi").orElseThrow().enabled()).isFalse();

        press("Mở khóa tài khoản");
        assertThat(people.byUsername("people.doi").orElseThrow().enabled()).isTrue();

        test($(PasswordField.class).single()).setValue("123");
        press("Đặt mật khẩu");
        assertThat($(PasswordField.class).single().getErrorMessage()).isEqualTo("Mật khẩu cần ít nhất 10 ký tự.");
        assertThat($(Paragraph.class).withClassName("err").all())
                .as("one form does not speak in the other")
                .noneMatch(Paragraph::isVisible);
    }

    @Test
    @WithMockUser(username = "people.admin", roles = "ADMINISTRATOR")
    void theListIsFilteredByRole() {
        navigate(PeopleView.class);

        $(ComboBox.class).single().setValue(Role.SECRETARIAT);

        assertThat(rows()).isNotEmpty().allMatch(row -> row.contains("Tổ giúp việc"));
    }

    @Test
    @WithMockUser(username = "people.admin", roles = "ADMINISTRATOR")
    void aPostIsBegunAndHandedOverBesideTheList(@Autowired CommitteeFixture committee) {
        Unit unit = committee.unit();
        Person leaving = register(people, "people.leaving", Role.MEMBER);
        Person coming = register(people, "people.coming", Role.MEMBER);
        navigate(PeopleView.class);
        narrow("people.leaving");
        open("Người people.leaving");

        press("Thêm chức vụ");
        box("Cơ quan").setValue(unit);
        last("Chức danh").setValue("Giám đốc");
        box("Vai trò trong cơ quan").setValue(UnitRole.HEAD);
        pressLast("Thêm chức vụ");
        assertThat(committee.again(leaving).headsInPerson(unit.id())).isTrue();

        press("Kết thúc, bàn giao");
        box("Bàn giao cho").setValue(committee.again(coming));
        press("Kết thúc");

        assertThat(committee.again(leaving).memberships()).isEmpty();
        assertThat(committee.again(coming).memberships())
                .singleElement()
                .returns("Giám đốc", Membership::post)
                .returns(UnitRole.HEAD, Membership::role);
    }

    @Test
    @WithMockUser(username = "people.admin", roles = "ADMINISTRATOR")
    void aUnitGoesIntoAnotherOneAndBackBesideTheList() {
        Unit gone = units.register(Actor.SYSTEM, "PVGONE", "Sở Bưu chính", UnitKind.DEPARTMENT);
        Unit stays = units.register(Actor.SYSTEM, "PVSTAYS", "Sở Khoa học", UnitKind.DEPARTMENT);
        navigate(UnitsView.class);
        narrow("Sở Bưu chính");
        open("Sở Bưu chính");

        press("Hợp nhất vào cơ quan khác");
        assertThat(box("Hợp nhất vào").getErrorMessage()).isEqualTo("Cần chọn.");
        box("Hợp nhất vào").setValue(stays);
        press("Hợp nhất vào cơ quan khác");
        assertThat(units.living()).doesNotContain(gone);
        narrow("buu chinh");
        assertThat(rows())
                .anyMatch(row -> row.contains("gồm Sở Bưu chính"))
                .anyMatch(row -> row.contains("đã hợp nhất"));

        press("Bỏ hợp nhất nhập nhầm");
        assertThat(units.living()).extracting(Unit::code).contains("PVGONE");
    }

    @Test
    @WithMockUser(username = "people.secretary", roles = "SECRETARIAT")
    void theSecretariatKeepsTheGroupsThatARoundAsks(
            @Autowired AskedGroups groups, @Autowired CommitteeFixture committee) {
        Unit unit = committee.unit();
        Person keeper = people.byUsername("people.secretary").orElseThrow();
        groups.all(keeper).forEach(group -> groups.remove(keeper, group));
        navigate(GroupsView.class);
        assertThat($(Paragraph.class).withClassName("empty").single().getText()).startsWith("Chưa có nhóm nào");

        press("Thêm nhóm");
        press("Lưu");
        assertThat(field("Tên nhóm").getErrorMessage()).isEqualTo("Cần có tên.");
        test(field("Tên nhóm")).setValue("Nhóm thử");
        box("Thêm cơ quan hoặc người").setValue(AskedGroup.Member.of(unit));
        press("Lưu");

        assertThat(groups.all(keeper))
                .filteredOn(group -> group.name().equals("Nhóm thử"))
                .singleElement()
                .satisfies(group -> assertThat(group.members()).hasSize(1));
        press("Xóa nhóm");
        assertThat(groups.all(keeper)).noneMatch(group -> group.name().equals("Nhóm thử"));
    }

    @Test
    @WithMockUser(username = "people.admin", roles = "ADMINISTRATOR")
    void aLinkToSetAPasswordIsMadeToBeCopied(@Autowired PasswordLinks links) {
        register(people, "people.forgetful", Role.MEMBER);
        navigate(PeopleView.class);
        narrow("people.forgetful");
        open("Người people.forgetful");

        press("Tạo đường dẫn đặt mật khẩu");

        String link = button("Chép đường dẫn").getElement().getAttribute("data-link");
        assertThat(link).startsWith("/dat-mat-khau/");
        assertThat(links.valid(link.substring("/dat-mat-khau/".length()))).isTrue();
    }

    @Test
    @WithMockUser(username = "people.head", roles = "MEMBER")
    void aHeadLendsTheUnitAndForgetsADevice(
            @Autowired CommitteeFixture committee, @Autowired RememberedDevices devices) {
        Unit unit = committee.unit();
        var place = new NewPerson.NewMembership(unit.code(), UnitRole.HEAD, "Giám đốc", LocalDate.of(2020, 1, 1));
        Person head = people.register(
                Actor.SYSTEM,
                new NewPerson(
                        "people.head",
                        "Một câu dài dễ nhớ",
                        "Người đứng đầu",
                        "",
                        "",
                        Set.of(Role.MEMBER),
                        List.of(place)));
        Person deputy = committee.in(unit, UnitRole.STAFF);
        devices.remember(head, "Chrome, Windows");
        navigate("tai-khoan", Main.class);

        press("Thôi ghi nhớ");
        assertThat(devices.of(head, head.id())).isEmpty();

        box("Ủy quyền của " + unit.name() + " cho").setValue(committee.again(deputy));
        day("Đến hết ngày").setValue(LocalDate.now(Moments.ZONE));
        press("Ủy quyền");
        assertThat(committee.again(deputy).heads(unit.id())).isTrue();
        press("Thôi ủy quyền");
        assertThat(committee.again(deputy).heads(unit.id())).isFalse();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Object> box(String label) {
        return $(ComboBox.class).all().stream()
                .filter(box -> label.equals(box.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private TextField last(String label) {
        return $(TextField.class).withCaption(label).last();
    }

    private DatePicker day(String label) {
        return $(DatePicker.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private void pressLast(String words) {
        test($(NativeButton.class).all().stream()
                        .filter(button ->
                                button.getElement().getTextRecursively().strip().equals(words))
                        .reduce((first, second) -> second)
                        .orElseThrow())
                .click();
    }

    private void addUnit(String code, String name) {
        press("Thêm cơ quan");
        fillUnit(code, name);
    }

    private void fillUnit(String code, String name) {
        test(field("Mã, ký hiệu văn bản")).setValue(code);
        test(field("Tên cơ quan")).setValue(name);
        press("Thêm");
    }

    private TextField field(String caption) {
        return $(TextField.class).withCaption(caption).single();
    }

    private void press(String words) {
        test(button(words)).click();
    }

    private NativeButton button(String words) {
        return $(NativeButton.class).all().stream()
                .filter(button ->
                        button.getElement().getTextRecursively().strip().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private void narrow(String words) {
        test($(Input.class).withClassName("narrow").single()).setValue(words);
    }

    private void open(String name) {
        press(name);
    }

    private String said() {
        return $(Div.class).withClassName("said").all().stream()
                .map(said -> said.getElement().getTextRecursively().strip())
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    private List<String> rows() {
        return $(NativeTableRow.class).all().stream()
                .map(row -> row.getElement().getTextRecursively())
                .skip(1)
                .toList();
    }

    @Test
    @WithMockUser(username = "people.secretary", roles = "SECRETARIAT")
    void theSecretariatDoesNotAdministerPeople() {
        for (String path : List.of("quan-tri", "quan-tri/co-quan", "quan-tri/thiet-lap", "quan-tri/tra-cuu")) {
            UI.getCurrent().navigate(path);

            assertThat($(Paragraph.class).withClassName("empty").single().getText())
                    .isEqualTo("Không tìm thấy nội dung này, hoặc tài khoản chưa được phép xem.");
        }
    }
}
