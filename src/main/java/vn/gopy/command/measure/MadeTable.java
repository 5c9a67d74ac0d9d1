package vn.gopy.command.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import vn.gopy.consolidation.table.ConsolidatedTable;
import vn.gopy.consolidation.table.ConsolidatedTable.Contributor;
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

/** A made consolidated table of many opinions, each with its own words in its own row, as long as real ones are. */
final class MadeTable {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 12);
    private static final List<String> WORDS =
            List.of(("đề nghị cơ quan chủ trì soạn thảo rà soát bổ sung quy định trách nhiệm phối hợp giữa các đơn vị"
                            + " trong thời hạn ngày làm việc kể từ ngày nhận được văn bản bảo đảm thống nhất với pháp luật"
                            + " hiện hành về ngân sách nhà nước và tổ chức bộ máy chính quyền địa phương hai cấp")
                    .split(" "));

    private final Random random = new Random(1);

    private MadeTable() {}

    static ConsolidatedTable of(int points) {
        return new MadeTable().table(points);
    }

    private ConsolidatedTable table(int points) {
        List<Row> rows = new ArrayList<>();
        for (int n = 0; n < points; n++) {
            rows.add(row(n, points));
        }
        return new ConsolidatedTable(
                new Heading(
                        Family.STATE,
                        Kind.OTHER,
                        "ỦY BAN NHÂN DÂN TỈNH",
                        "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
                        null,
                        "Tỉnh lỵ",
                        DAY,
                        "dự thảo Quy chế"),
                new Opening(
                        null,
                        "Sở Khoa học và Công nghệ",
                        "Cơ quan Thường trực",
                        null,
                        List.of(),
                        new AnswerCounts(points, 0, points, 0, 0, 0, 0, 0, 0, 0),
                        new OutcomeCounts(points, points, 0, 0, 0, 0, 0)),
                List.of(new Section("1. Đối với dự thảo Quy chế", rows)),
                new Signature(List.of(), List.of("GIÁM ĐỐC"), "Trần Quốc Hưng"),
                DAY,
                "");
    }

    private Row row(int n, int points) {
        String place = "Khoản %d Điều %d".formatted(n % 10 / 2 + 1, n * 100L / points + 1);
        Contributor body = new Contributor("UBND xã số " + n, new Letter(n + "/UBND-VP", DAY), "");
        return new Row(
                place,
                List.of(new Opinion(List.of(body), sentence(40), Optional.empty())),
                "Tiếp thu, " + sentence(30));
    }

    private String sentence(int words) {
        StringBuilder sentence = new StringBuilder();
        for (int n = 0; n < words; n++) {
            sentence.append(WORDS.get(random.nextInt(WORDS.size()))).append(n + 1 < words ? ' ' : '.');
        }
        return sentence.toString();
    }
}
