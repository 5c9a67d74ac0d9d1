package vn.gopy.draft.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.StructureChecks;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.draft.support.Supporting;
import vn.gopy.shared.SqlParameters;

/** What a person sees of an upload without loading the page again, and does with a dossier on its page. */
@IntegrationTest
class DossierScreensTest extends SpringBrowserlessTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Drafts drafts;

    @Autowired
    StructureChecks checks;

    @Autowired
    Supporting supporting;

    @Autowired
    Askers askers;

    @Autowired
    JdbcClient sql;

    private Person owner;
    private Dossier dossier;

    @BeforeEach
    void begin() {
        owner = committee.person(Role.MEMBER);
        dossier = committee.sealed(owner);
        as(owner);
    }

    private static void as(Person person) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(
                        person.username(),
                        "",
                        person.roles().stream().map(role -> "ROLE_" + role).toArray(String[]::new)));
    }

    private DraftVersion handedIn(String words) {
        byte[] content = words.getBytes(StandardCharsets.UTF_8);
        return texts.readingHere().upload(owner, dossier.id(), null, new UploadedFile("quy-che.txt", content, ""));
    }

    private static String words(Component part) {
        return part.getElement().getTextRecursively();
    }

    private NativeButton button(String words) {
        return $(NativeButton.class).all().stream()
                .filter(one -> words(one).contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words));
    }

    @Test
    void theLineOfAFileFollowsItsReading() {
        UploadResults results = new UploadResults(askers, drafts, checks);
        UI.getCurrent().add(results);
        DraftVersion taken = handedIn(String.join("\n", DraftFixture.REGULATION));
        results.taken(taken);
        ListItem line = (ListItem) results.getComponentAt(0);
        assertThat(words(line)).contains("Đã nhận, đang đọc tệp.");
        assertThat(line.getClassNames()).doesNotContain("ok");

        texts.structure(taken.id());

        assertThat(results.follow()).isFalse();
        assertThat(words(line)).contains("quy-che.txt", "Đã đọc: Quy chế, 03 Điều.", "Kiểm tra cấu trúc");
        assertThat(line.getClassNames()).containsExactly("ok");
    }

    @Test
    void theLineSaysWhatWasUnderstoodBeforeAnybodyOpensTheFile() {
        UploadResults results = new UploadResults(askers, drafts, checks);
        UI.getCurrent().add(results);
        DraftVersion taken = handedIn(String.join(
                "\n",
                "ỦY BAN NHÂN DÂN",
                "TỈNH ĐÔNG HẢI",
                "Số: 12/2026/QĐ-UBND",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "QUYẾT ĐỊNH",
                "Ban hành Quy định về quản lý quỹ sáng kiến",
                "Điều 1. Phạm vi điều chỉnh",
                "Quyết định này quy định việc quản lý quỹ sáng kiến.",
                "Điều 3. Hiệu lực",
                "Quyết định này có hiệu lực kể từ ngày ký."));
        results.taken(taken);
        texts.structure(taken.id());

        results.follow();

        assertThat(words(results.getComponentAt(0)))
                .containsPattern("Đã đọc: Quyết định 12/2026/QĐ-UBND, 02 Điều\\. Có \\d+ chỗ cần xem\\.");
    }

    @Test
    void aLetterIsCalledOne() {
        UploadResults results = new UploadResults(askers, drafts, checks);
        UI.getCurrent().add(results);
        DraftVersion taken = handedIn(String.join(
                "\n",
                "SỞ NỘI VỤ",
                "Số: 216/SNV-CCHC",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Đông Hải, ngày 05 tháng 11 năm 2026",
                "V/v tham gia ý kiến dự thảo Kế hoạch",
                "Kính gửi: Sở Tư pháp",
                "Sở Nội vụ nhất trí với dự thảo."));
        results.taken(taken);
        texts.structure(taken.id());

        results.follow();

        assertThat(words(results.getComponentAt(0))).contains("Đã đọc: Công văn 216/SNV-CCHC.");
    }

    @Test
    void whichTextOfTrackedChangesIsReadIsChosenInTheLineOfTheFile() throws IOException {
        UploadResults results = new UploadResults(askers, drafts, checks);
        UI.getCurrent().add(results);
        DraftVersion taken = texts.readingHere()
                .upload(owner, dossier.id(), null, new UploadedFile("sua.docx", DraftFixture.tracked(), ""));
        results.taken(taken);
        texts.structure(taken.id());

        results.follow();

        assertThat(words(results.getComponentAt(0))).contains("Tệp có 2 chỗ sửa theo dõi, đọc bản:");
        assertThat(pressed()).containsExactly("Sau khi sửa");
        assertThat(texts.place(taken.id(), "dieu-1").text()).isEqualTo("Nội dung mới.");

        test(button("Trước khi sửa")).click();

        assertThat(pressed()).containsExactly("Trước khi sửa");
        assertThat(texts.place(taken.id(), "dieu-1").text()).isEqualTo("Nội dung cũ.");
        test(button("Sau khi sửa")).click();
        assertThat(texts.place(taken.id(), "dieu-1").text()).isEqualTo("Nội dung mới.");
    }

    private List<String> pressed() {
        return $(NativeButton.class).all().stream()
                .filter(one -> "true".equals(one.getElement().getAttribute("aria-pressed")))
                .map(DossierScreensTest::words)
                .toList();
    }

    @Test
    void aFileWithoutTrackedChangesOffersNoChoice() {
        UploadResults results = new UploadResults(askers, drafts, checks);
        UI.getCurrent().add(results);
        DraftVersion taken = handedIn(String.join("\n", DraftFixture.REGULATION));
        results.taken(taken);
        texts.structure(taken.id());

        results.follow();

        assertThat(words(results.getComponentAt(0))).doesNotContain("theo dõi");
    }

    @Test
    void aRefusedFileNeverBearsATickAndItsLineCanBeClosed() {
        UploadResults results = new UploadResults(askers, drafts, checks);
        UI.getCurrent().add(results);
        results.refused("mat.docx", "Tệp đặt mật khẩu nên không đọc được. Bỏ mật khẩu rồi tải lại.");

        ListItem line = (ListItem) results.getComponentAt(0);
        assertThat(line.getClassNames()).containsExactly("no");
        assertThat(line.getElement().getOuterHTML()).doesNotContain("#check");
        assertThat(results.follow()).isFalse();

        test((NativeButton) line.getComponentAt(2)).click();
        assertThat(results.getComponentCount()).isZero();
    }

    @Test
    void theRowOfADossierFollowsTheReadingOfItsDraft() {
        VersionId draft = texts.review(owner, dossier, DraftFixture.REGULATION);
        become(draft, VersionState.EXTRACTING);
        navigate(DossiersView.class);
        assertThat(words(row())).contains("Đang nhận dạng chữ");
        assertThat(UI.getCurrent().getPollInterval())
                .as("only where no news come through")
                .isGreaterThanOrEqualTo(10_000);

        become(draft, VersionState.REVIEW);
        newsCome($(DossiersView.class).single());

        assertThat(words(row())).contains("Chờ kiểm tra cấu trúc");
        assertThat(UI.getCurrent().getPollInterval()).isNegative();
        assertThat(lines($(DossiersView.class).single())).isEmpty();
    }

    @Test
    void whereNoNewsComeThroughThePageLooksByItself() {
        VersionId draft = texts.review(owner, dossier, DraftFixture.REGULATION);
        become(draft, VersionState.EXTRACTING);
        navigate("ho-so/" + dossier.id(), DossierView.class);

        become(draft, VersionState.REVIEW);
        poll();

        assertThat(words($(DraftRows.class).single())).contains("Chờ kiểm tra cấu trúc");
    }

    /** The lines to the server that the page keeps open. */
    private static List<Element> lines(Component page) {
        return page.getElement()
                .getChildren()
                .filter(child -> child.getTag().equals(WhileReading.TAG))
                .toList();
    }

    private static void newsCome(Component page) {
        Element line = lines(page).getFirst();
        line.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(line, WhileReading.CAME, JacksonUtils.createObjectNode()));
    }

    /** Once the product's own job for the draft is done, which would read it meanwhile. */
    private void become(VersionId draft, VersionState state) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (sql.sql("SELECT EXISTS (SELECT FROM job_wish WHERE subject = :id)")
                .param("id", draft.toString())
                .query(Boolean.class)
                .single()) {
            assertThat(System.nanoTime()).as("the job is not done").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        sql.sql("UPDATE draft_version SET state = :state WHERE id = :id")
                .paramSource(SqlParameters.of("id", draft).and("state", state))
                .update();
    }

    private NativeTableRow row() {
        return $(NativeTableRow.class).all().stream()
                .filter(row -> words(row).contains(dossier.code()))
                .findFirst()
                .orElseThrow();
    }

    private static void poll() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }

    @Test
    void theTitleIsChangedOnThePage() {
        navigate("ho-so/" + dossier.id(), DossierView.class);
        test(button("Sửa tên hồ sơ")).click();
        test($(Input.class).withId("ten-ho-so").single()).setValue("Quy chế làm việc, sửa tên");
        test(button("Lưu")).click();

        assertThat(dossiers.get(owner, dossier.id()).title()).isEqualTo("Quy chế làm việc, sửa tên");
        assertThat($(H1.class).single().getText()).isEqualTo("Quy chế làm việc, sửa tên");
    }

    @Test
    void whoIsInChargeIsSaidToWhoeverReadsTheDossier() {
        Person reader = committee.person(Role.ADVISER);
        Dossier shared = committee.sealed(owner, reader);
        as(reader);
        navigate("ho-so/" + shared.id(), DossierView.class);

        assertThat(words($(DossierHead.class).single())).contains("Người phụ trách", owner.displayName());
    }

    @Test
    void aReaderIsAddedAndTakenOutOnThePage() {
        Person adviser = committee.person(Role.ADVISER);
        navigate("ho-so/" + dossier.id(), DossierView.class);
        assertThat(words($(ReadersPanel.class).single())).contains("Chưa mời ai.", owner.displayName());

        Input name = $(Input.class).all().stream()
                .filter(field -> "nguoi-duoc-xem".equals(field.getElement().getAttribute("list")))
                .findFirst()
                .orElseThrow();
        test(name).setValue(adviser.displayName() + " (" + adviser.username() + ")");
        test(button("Thêm người xem")).click();
        assertThat(dossiers.mayRead(adviser, dossier.id())).isTrue();

        NativeButton out = $(NativeButton.class).all().stream()
                .filter(one ->
                        ("Bỏ " + adviser.displayName()).equals(one.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow();
        test(out).click();
        assertThat(dossiers.mayRead(adviser, dossier.id())).isFalse();
    }

    @Test
    void whoOnlyReadsSeesNeitherTheReadersNorAnyMeansToChangeThem() {
        Person reader = committee.person(Role.ADVISER);
        Dossier shared = committee.sealed(owner, reader);
        texts.published(owner, shared);
        as(reader);
        navigate("ho-so/" + shared.id(), DossierView.class);

        assertThat($(ReadersPanel.class).all()).isEmpty();
        assertThat($(UploadArea.class).all()).isEmpty();
        assertThat($(SureButton.class).all()).isEmpty();
    }

    @Test
    void anAdministratorWhoHelpsIsOfferedNoChange() {
        Person admin = committee.person(Role.ADMINISTRATOR);
        texts.published(owner, dossier);
        navigate("ho-so/" + dossier.id(), DossierView.class);
        assertThat(words($(DossierView.class).single())).contains("Nạp bản góp ý (Word)");

        supporting.enter(admin, dossier.code(), 1, "Tệp không mở được");
        as(admin);
        navigate("ho-so/" + dossier.id(), DossierView.class);

        assertThat(words($(DossierView.class).single()))
                .contains("Dự thảo lần 1", "Kết thúc hỗ trợ")
                .doesNotContain("Nạp bản góp ý (Word)");
        assertThat($(UploadArea.class).all()).isEmpty();
        assertThat($(SureButton.class).all()).isEmpty();
    }

    @Test
    void aMistakenFileIsDeletedAfterASecondQuestion() {
        texts.review(owner, dossier, DraftFixture.REGULATION);
        navigate("ho-so/" + dossier.id(), DossierView.class);

        test(button("Xóa")).click();
        assertThat(drafts.of(owner, dossier.id())).hasSize(1);
        test(button("Xóa")).click();

        assertThat(drafts.of(owner, dossier.id())).isEmpty();
    }

    @Test
    void theReadersAreSaidBeforeACheckIsFinished() {
        texts.review(owner, dossier, DraftFixture.REGULATION);
        UI.getCurrent().navigate("ho-so/" + dossier.id() + "/du-thao/1/kiem-tra");

        Element checker = Objects.requireNonNull(UI.getCurrent().getCurrentView())
                .getElement()
                .getChild(0);
        assertThat(checker.getAttribute("readers")).contains("00 người, cơ quan được mời");
        assertThat(List.of(checker.getTag())).containsExactly("gopy-checker");
    }
}
