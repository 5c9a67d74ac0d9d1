package vn.gopy.consolidation.table;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.gopy.consolidation.table.ConsolidatedTable.Contributor;
import vn.gopy.consolidation.table.ConsolidatedTable.Group;
import vn.gopy.consolidation.table.ConsolidatedTable.Heading;
import vn.gopy.consolidation.table.ConsolidatedTable.Kind;
import vn.gopy.consolidation.table.ConsolidatedTable.Letter;
import vn.gopy.consolidation.table.ConsolidatedTable.Opening;
import vn.gopy.consolidation.table.ConsolidatedTable.Opinion;
import vn.gopy.consolidation.table.ConsolidatedTable.Row;
import vn.gopy.consolidation.table.ConsolidatedTable.Section;
import vn.gopy.consolidation.table.ConsolidatedTable.Signature;
import vn.gopy.paper.HeaderBlock.Family;
import vn.gopy.round.AnswerCounts;
import vn.gopy.round.figures.OutcomeCounts;

/** A small table about the working rules of a steering committee. */
final class ConsolidatedTableFixture {

    static final String SUBJECT = "dự thảo Quyết định ban hành Quy chế làm việc của Ban Chỉ đạo";
    static final LocalDate DAY = LocalDate.of(2026, 11, 12);

    private ConsolidatedTableFixture() {}

    static ConsolidatedTable table() {
        return table(heading(Kind.OTHER, Family.STATE), opening());
    }

    static ConsolidatedTable table(Heading heading, Opening opening) {
        var rows = List.of(
                row(
                        "Khoản 2 Điều 7",
                        "Tiếp thu một phần.",
                        said("Sửa thành 05 ngày làm việc.", "Sở Tài chính"),
                        said("Nâng lên 05 ngày.", "Sở Nội vụ", "Sở Tư pháp")),
                row("Khoản 2 Điều 7", "Tiếp thu.", said("Giữ 03 ngày đối với việc gấp.", "Đ/c Nông Thế Vinh")),
                new Row(
                        "Điều 10",
                        List.of(new Opinion(
                                List.of(new Contributor(
                                        "Công an tỉnh", new Letter("2205/CAT-PA05", LocalDate.of(2026, 10, 26)), "")),
                                "Đề nghị quy định rõ.",
                                Optional.of("Tổ tư vấn trực thuộc Trưởng Ban."))),
                        ""));
        return new ConsolidatedTable(
                heading,
                opening,
                List.of(new Section("1. Đối với dự thảo Quy chế", rows)),
                new Signature(List.of(), List.of("GIÁM ĐỐC"), "Trần Quốc Hưng"),
                DAY,
                "");
    }

    static Heading heading(Kind kind, Family regime) {
        return new Heading(
                regime,
                kind,
                "ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN",
                "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
                "1231/BTH-SKHCN",
                "Thái Nguyên",
                DAY,
                SUBJECT);
    }

    static Opening opening() {
        return opening(new AnswerCounts(26, 5, 17, 1, 1, 2, 2, 1, 1, 0), new OutcomeCounts(35, 21, 9, 4, 1, 0, 0));
    }

    static Opening opening(AnswerCounts answers, OutcomeCounts opinions) {
        return new Opening(
                new Letter("1105/SKHCN-CĐS", LocalDate.of(2026, 10, 14)),
                "Sở Khoa học và Công nghệ",
                "Cơ quan Thường trực",
                "1105/SKHCN-CĐS",
                List.of(
                        new Group(17, "cơ quan, đơn vị"),
                        new Group(6, "thành viên Ban Chỉ đạo"),
                        new Group(3, "chuyên gia")),
                answers,
                opinions);
    }

    private static Row row(String place, String answer, Opinion... opinions) {
        return new Row(place, List.of(opinions), answer);
    }

    private static Opinion said(String words, String... names) {
        return new Opinion(
                List.of(names).stream()
                        .map(name -> new Contributor(name, null, ""))
                        .toList(),
                words,
                Optional.empty());
    }
}
