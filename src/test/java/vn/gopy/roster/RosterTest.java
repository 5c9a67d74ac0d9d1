package vn.gopy.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Membership;
import vn.gopy.account.NewPerson;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.account.Units;
import vn.gopy.paper.ExcelFile;
import vn.gopy.shared.Actor;
import vn.gopy.shared.Moments;

/** Lists of people and units: each wrong row with its reason, all right rows or none, and files that mean harm. */
@IntegrationTest
class RosterTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Autowired
    Roster roster;

    @Autowired
    People people;

    @Autowired
    Units units;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    JdbcClient sql;

    private Person admin;
    private String own;

    @BeforeEach
    void administrator() {
        admin = committee.person(Role.ADMINISTRATOR);
        own = "roster" + NEXT.incrementAndGet() + ".";
    }

    private static byte[] sheet(List<String> heading, List<List<String>> rows) {
        ExcelFile file = new ExcelFile("Danh sách");
        file.title("Danh sách cán bộ");
        file.heading(heading);
        rows.forEach(file::row);
        return file.toBytes("Danh sách", DAY);
    }

    private static byte[] peopleSheet(List<List<String>> rows) {
        return sheet(List.of("TT", "HỌ VÀ TÊN", "Chức vụ", "Đơn vị công tác", "Tài khoản", "Vai trò"), rows);
    }

    private int count() {
        return sql.sql("SELECT count(*) FROM person").query(Integer.class).single();
    }

    @Test
    void eachWrongRowIsShownWithItsReasonAndNothingIsKept() {
        Unit unit = committee.unit();
        Unit gone = committee.unit();
        units.merge(admin, gone, unit, LocalDate.now(Moments.ZONE));
        people.register(
                Actor.SYSTEM, new NewPerson(own + "co", null, "Người đã có", "", "", Set.of(Role.MEMBER), List.of()));
        int before = count();

        RosterPlan plan = roster.read(
                admin,
                peopleSheet(List.of(
                        List.of("1", "Lê Thị Một", "Giám đốc", unit.name(), own + "mot", ""),
                        List.of("2", "Lê Thị Hai", "", "", "", ""),
                        List.of("3", "Lê Thị Ba", "Chuyên viên", gone.name(), own + "ba", ""),
                        List.of("4", "Lê Thị Bốn", "Chuyên viên", "Sở Không Có", "", ""),
                        List.of("5", "Lê Thị Năm", "Chuyên gia", "–", own + "MOT", "Tổ tư vấn"),
                        List.of("6", "Lê Thị Sáu", "Kỹ sư", "", own + "sau", "Quản trị"),
                        List.of("7", "Lê Thị Bảy", "Kỹ sư", "", own + "co", "Thành viên"),
                        List.of("8", "Lê Thị Tám", "Kỹ sư", "", own + "tám tám", ""),
                        List.of("9", "", "Kỹ sư", "", "", ""))));

        assertThat(plan.entries()).hasSize(9);
        assertThat(plan.wrong())
                .extracting(entry ->
                        entry.row() + " " + entry.reason().orElseThrow().code())
                .containsExactly(
                        "4 POST_MISSING",
                        "5 UNIT_MERGED",
                        "6 UNIT_NAME_UNKNOWN",
                        "7 USERNAME_TAKEN",
                        "8 ROLE_UNKNOWN",
                        "9 USERNAME_TAKEN",
                        "10 USERNAME_WRONG",
                        "11 NAME_MISSING");
        assertThat(plan.right()).extracting(RosterPlan.Entry::row).containsExactly(3);
        assertThat(plan.columns())
                .filteredOn(column -> column.field() == null)
                .extracting(RosterPlan.Column::heading)
                .containsExactly("TT");
        assertThat(count()).isEqualTo(before);
        assertThat(people.byUsername(own + "mot")).isEmpty();
    }

    @Test
    void theRightRowsAreTakenInTogether() {
        Unit unit = committee.unit();
        RosterPlan plan = roster.read(
                admin,
                sheet(
                        List.of(
                                "Họ và tên",
                                "Chức danh",
                                "Cơ quan",
                                "Vai trò trong cơ quan",
                                "Tên đăng nhập",
                                "Từ ngày"),
                        List.of(
                                List.of("Trần Văn Một", "Giám đốc", unit.code(), "Lãnh đạo", own + "mot", "01/03/2026"),
                                List.of("Trần Văn Hai", "Chuyên viên", unit.code(), "", "", "46082"),
                                List.of("Trần Văn Ba", "Chuyên viên", unit.code(), "", "", "31/02/2026"))));

        assertThat(plan.wrong())
                .extracting(entry -> entry.reason().orElseThrow().code())
                .containsExactly("DAY_UNREAD");
        assertThat(roster.take(admin, plan)).isEmpty();

        Person head = people.byUsername(own + "mot").orElseThrow();
        assertThat(head.memberships())
                .singleElement()
                .returns(UnitRole.HEAD, Membership::role)
                .returns("Giám đốc", Membership::post);
        assertThat(sql.sql("SELECT valid_from FROM unit_membership m JOIN unit u ON u.id = m.unit_id WHERE u.code = ?")
                        .param(unit.code())
                        .query(LocalDate.class)
                        .list())
                .as("as it is written, and as Excel counts days")
                .containsOnly(DAY);
    }

    @Test
    void whenARowIsNoLongerRightNoneIsTakenIn() {
        RosterPlan plan = roster.read(
                admin,
                peopleSheet(List.of(
                        List.of("1", "Phạm Thị Một", "Kỹ sư", "", own + "mot", ""),
                        List.of("2", "Phạm Thị Hai", "Kỹ sư", "", own + "hai", ""))));
        assertThat(plan.right()).hasSize(2);
        people.register(
                Actor.SYSTEM, new NewPerson(own + "hai", null, "Nhanh hơn", "", "", Set.of(Role.MEMBER), List.of()));

        RosterPlan again = roster.take(admin, plan).orElseThrow();

        assertThat(people.byUsername(own + "mot")).isEmpty();
        assertThat(again.wrong()).extracting(RosterPlan.Entry::row).containsExactly(4);
        assertThat(roster.take(admin, again)).isEmpty();
        assertThat(people.byUsername(own + "mot")).isPresent();
    }

    @Test
    void unitsAreTakenInLikewise() {
        String code = "RST" + NEXT.incrementAndGet();
        RosterPlan plan = roster.read(
                admin,
                sheet(
                        List.of("Tên cơ quan", "Mã", "Loại"),
                        List.of(
                                List.of("Sở Mới " + code, code, "Sở, ban, ngành"),
                                List.of("Sở Trùng", code.toLowerCase(), ""),
                                List.of("Sở Lạ", code + "L", "Hội đồng"))));

        assertThat(plan.people()).isFalse();
        assertThat(plan.wrong())
                .extracting(entry -> entry.reason().orElseThrow().code())
                .containsExactly("UNIT_CODE_TAKEN", "KIND_UNKNOWN");
        assertThat(roster.take(admin, plan)).isEmpty();
        assertThat(units.named(code).name()).isEqualTo("Sở Mới " + code);
    }

    @Test
    void theTemplatesAreListsThatCanBeRead() {
        RosterPlan ofPeople = roster.read(admin, roster.template(true));
        RosterPlan ofUnits = roster.read(admin, roster.template(false));

        assertThat(ofPeople.columns()).allMatch(column -> column.field() != null);
        assertThat(ofPeople.entries()).hasSize(1);
        assertThat(ofUnits.columns()).allMatch(column -> column.field() != null);
        assertThat(ofUnits.people()).isFalse();
    }

    @Test
    void onlyAnAdministratorTakesListsIn() {
        Person secretary = committee.person(Role.SECRETARIAT);
        byte[] file = peopleSheet(List.of(List.of("1", "Ai đó", "Kỹ sư", "", "", "")));
        RosterPlan plan = roster.read(admin, file);

        assertThat(Refused.by(() -> roster.read(secretary, file))).isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> roster.take(secretary, plan))).isEqualTo("403 FORBIDDEN");
    }

    @Test
    void filesThatMeanHarmAreRefusedAndReadNothing() throws IOException {
        assertThat(Refused.by(() -> roster.read(admin, "không phải Excel".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("422 SHEET_UNREADABLE");
        assertThat(Refused.by(() -> roster.read(admin, new byte[6 << 20]))).isEqualTo("422 SHEET_TOO_LARGE");
        assertThat(Refused.by(() -> roster.read(
                        admin,
                        packed("<row r=\"1\"><c t=\"inlineStr\"><is><t>" + "0".repeat(40 << 20)
                                + "</t></is></c></row>"))))
                .as("a bomb")
                .isEqualTo("422 SHEET_TOO_LARGE");
        assertThat(Refused.by(() -> roster.read(admin, packed("<row><c><v>1</v></c></row>".repeat(5_000)))))
                .as("too many rows")
                .isEqualTo("422 SHEET_TOO_LARGE");
        String entity = "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        assertThat(Refused.by(() ->
                        roster.read(admin, packed(entity, "<row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>"))))
                .as("a file of the machine")
                .isEqualTo("422 SHEET_UNREADABLE");
        assertThat(Refused.by(() -> roster.read(admin, peopleSheet(List.of())))).isEqualTo("422 SHEET_EMPTY");
        assertThat(Refused.by(() -> roster.read(admin, sheet(List.of("Tên", "Lớp"), List.of(List.of("A", "B"))))))
                .isEqualTo("422 SHEET_HEADINGS");
    }

    @Test
    void aFormulaIsTextOrNothingNeverComputed() throws IOException {
        byte[] file = packed(row("Họ và tên", "Chức danh")
                + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>HYPERLINK(\"http://x.example\")</f><v>Lê Văn Công</v></c>"
                + "<c r=\"B2\" t=\"inlineStr\"><is><t>=cmd|' /C calc'!A0</t></is></c></row>");

        RosterPlan plan = roster.read(admin, file);

        assertThat(plan.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.shown()).startsWith("Lê Văn Công", "=cmd|' /C calc'!A0"));
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("<row>");
        for (String cell : cells) {
            row.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    private static byte[] packed(String rows) throws IOException {
        return packed("", rows);
    }

    private static byte[] packed(String prolog, String rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/s.xml\"/></Relationships>");
            put(zip, "xl/worksheets/s.xml", prolog + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
