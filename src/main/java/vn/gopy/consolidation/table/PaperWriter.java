package vn.gopy.consolidation.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.table.Issue.Side;
import vn.gopy.paper.Cells;
import vn.gopy.paper.HeaderBlock;
import vn.gopy.paper.Look;
import vn.gopy.paper.Sheet;
import vn.gopy.paper.Table;
import vn.gopy.paper.WordFile;
import vn.gopy.round.AnswerCounts;
import vn.gopy.round.figures.OutcomeCounts;
import vn.gopy.shared.Figures;

/** Writes the papers that go with a table as Word files, under the same head and the same signature. */
final class PaperWriter {

    private static final Look TITLE = Look.plain(14).inBold().centred();
    private static final Look WORDS = Look.plain(14).justified().indented(10).spaced(0, 6);
    private static final Look HEAD = Look.plain(14).inBold().spaced(8, 4).kept();
    private static final Look CELL = Look.plain(13);
    private static final String NO_ISSUES = "Không còn vấn đề có ý kiến khác nhau.";
    private static final int[] ISSUE_WIDTHS = {36, 58, 58, 58, 42};

    private final ConsolidatedTable table;
    private final List<Issue> issues;
    private final List<Answered> answered;
    private final Spread spread;
    private final String approver;

    /**
     * @param issues what is still open
     * @param answered what was said and became of it, one entry for each group
     * @param spread how answers and opinions are spread, for the charts
     * @param approver to whom the slip is submitted
     */
    PaperWriter(ConsolidatedTable table, List<Issue> issues, List<Answered> answered, Spread spread, String approver) {
        this.table = table;
        this.issues = issues;
        this.answered = answered;
        this.spread = spread;
        this.approver = approver;
    }

    /** What several have said on one matter, and what became of it. */
    record Answered(Outcome outcome, String place, String who, String words, String answer) {}

    /** What has an outcome, group by group and in each outcome by outcome; what was reported apart is told on no paper. */
    static List<Answered> answered(List<Point> points, Function<Point, String> place) {
        Map<List<Object>, List<Point>> groups = points.stream()
                .filter(point -> !point.restricted() && point.outcome() != null)
                .collect(Collectors.groupingBy(
                        point -> List.of(point.groupId(), Objects.requireNonNull(point.outcome())),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return groups.values().stream()
                .map(group -> {
                    Point first = group.getFirst();
                    return new Answered(
                            Objects.requireNonNull(first.outcome()),
                            place.apply(first),
                            joined(group, Point::who, "; "),
                            joined(group, Point::text, " "),
                            first.answer());
                })
                .toList();
    }

    private static String joined(List<Point> points, Function<Point, String> words, String between) {
        return points.stream().map(words).distinct().collect(Collectors.joining(between));
    }

    byte[] write(PaperKind kind) {
        Sheet sheet = kind == PaperKind.ISSUES ? Sheet.ACROSS : Sheet.UPRIGHT;
        try (var file = new WordFile(sheet, 14)) {
            file.footWithPageOfPages(Optional.of(table.footNote()).filter(note -> !note.isEmpty()));
            HeaderBlock header = RowWords.header(table);
            header.writeTo(file, sheet.landscape() ? 42 : 38);
            String title = switch (kind) {
                case ISSUES -> issuesPaper(file);
                case REPORT -> report(file);
                case SLIP -> slip(file);
                case CHAIR -> chair(file);
                case CHARTS -> {
                    String named = titled(file, "BÁO CÁO SỐ LIỆU", "lấy ý kiến đối với " + subject());
                    spread.writeTo(file, table.opening());
                    yield named;
                }
            };
            RowWords.signature(table).writeTo(file);
            return file.toBytes(title, table.madeOn());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private String titled(WordFile file, String title, String about) {
        file.paragraph(TITLE.spaced(18, 0), title);
        file.paragraph(TITLE.spaced(0, 12), about);
        return title + " " + about;
    }

    private String subject() {
        return table.heading().subject();
    }

    // ---- Những vấn đề còn ý kiến khác nhau

    private String issuesPaper(WordFile file) {
        String title = titled(file, "NHỮNG VẤN ĐỀ CÒN Ý KIẾN KHÁC NHAU", "đối với " + subject());
        if (issues.isEmpty()) {
            file.paragraph(WORDS, NO_ISSUES);
            return title;
        }
        Table rows = file.table(true, ISSUE_WIDTHS);
        Cells heads = rows.firstRow(true);
        List<String> names = List.of(
                "VẤN ĐỀ",
                "LUỒNG Ý KIẾN THỨ NHẤT",
                "LUỒNG Ý KIẾN THỨ HAI",
                "ĐỀ XUẤT CỦA " + table.opening().consolidator().toUpperCase(Locale.ROOT),
                "Ý KIẾN CỦA LÃNH ĐẠO");
        for (int n = 0; n < names.size(); n++) {
            heads.write(n, CELL.inBold().centred(), names.get(n));
            heads.centre(n);
        }
        for (int n = 0; n < issues.size(); n++) {
            Issue issue = issues.get(n);
            Cells cells = rows.addRow();
            cells.write(0, CELL.inBold(), (n + 1) + ". " + issue.place());
            for (int side = 0; side < issue.sides().size(); side++) {
                write(cells, Math.min(side, 1) + 1, issue.sides().get(side));
            }
            cells.write(3, CELL.justified(), issue.proposal());
        }
        return title;
    }

    private static void write(Cells cells, int column, Side side) {
        cells.write(column, CELL.inItalic(), side.who() + ":");
        side.words().forEach(words -> cells.write(column, CELL.justified(), words));
    }

    // ---- Báo cáo tiếp thu, giải trình

    private String report(WordFile file) {
        String title = titled(file, "BÁO CÁO", "tiếp thu, giải trình ý kiến góp ý đối với " + subject());
        file.paragraph(HEAD, "I. TÌNH HÌNH LẤY Ý KIẾN");
        figures(file);
        file.paragraph(HEAD, "II. KẾT QUẢ TIẾP THU, GIẢI TRÌNH");
        int part = part(file, 1, "Nội dung tiếp thu", List.of(Outcome.ACCEPT, Outcome.ACCEPT_LATER));
        part = part(file, part, "Nội dung tiếp thu một phần", List.of(Outcome.ACCEPT_PART));
        part = part(file, part, "Nội dung giải trình, giữ như dự thảo", List.of(Outcome.KEEP, Outcome.ALREADY));
        part = part(file, part, "Nội dung ghi nhận", List.of(Outcome.NOTED));
        part(file, part, "Nội dung xin ý kiến lãnh đạo", List.of(Outcome.ESCALATE));
        return title;
    }

    private void figures(WordFile file) {
        OpeningWords.figures(table.heading(), table.opening()).forEach(words -> file.paragraph(WORDS, words));
    }

    /** Adds a part where there is something in it; gives the number of the next one. */
    private int part(WordFile file, int number, String name, List<Outcome> outcomes) {
        List<Answered> here = answered.stream()
                .filter(one -> outcomes.contains(one.outcome()))
                .toList();
        if (here.isEmpty()) {
            return number;
        }
        file.paragraph(HEAD, number + ". " + name);
        for (Answered one : here) {
            var paragraph = file.paragraph(WORDS);
            paragraph.add(Look.plain(14).inBold(), "- " + one.place() + ". ");
            paragraph.add(Look.plain(14).inItalic(), one.who() + ": ");
            paragraph.add(Look.plain(14), one.words().replace('\n', ' '));
            if (!one.answer().isEmpty()) {
                file.paragraph(WORDS, one.answer());
            }
        }
        return number + 1;
    }

    // ---- Phiếu trình

    private String slip(WordFile file) {
        String title =
                titled(file, "PHIẾU TRÌNH", "kết quả tổng hợp, tiếp thu, giải trình ý kiến góp ý đối với " + subject());
        file.paragraph(Look.plain(14).centred().spaced(0, 12), "Kính trình: " + approver);
        file.paragraph(HEAD, "1. Nội dung trình");
        file.paragraph(
                WORDS,
                "%s trình xem xét, ký ban hành Bảng tổng hợp, tiếp thu, giải trình ý kiến góp ý đối với %s."
                        .formatted(table.opening().consolidator(), subject()));
        file.paragraph(HEAD, "2. Số liệu");
        figures(file);
        file.paragraph(HEAD, "3. Vấn đề còn ý kiến khác nhau");
        openIssues(file, WORDS);
        file.paragraph(HEAD, "4. Đề xuất");
        file.paragraph(
                WORDS,
                issues.isEmpty()
                        ? "Đề nghị xem xét, ký Bảng tổng hợp."
                        : "Đề nghị xem xét, cho ý kiến đối với %s vấn đề nêu tại mục 3 và ký Bảng tổng hợp."
                                .formatted(Figures.two(issues.size())));
        file.paragraph(HEAD, "5. Ý kiến của lãnh đạo");
        box(file);
        return title;
    }

    private void openIssues(WordFile file, Look look) {
        if (issues.isEmpty()) {
            file.paragraph(look, NO_ISSUES);
        }
        for (int n = 0; n < issues.size(); n++) {
            Issue issue = issues.get(n);
            file.paragraph(look.inBold().kept(), "%s) %s".formatted((char) ('a' + n % 26), issue.place()));
            issue.sides().forEach(side -> {
                var paragraph = file.paragraph(look);
                paragraph.add(look.inItalic(), "- " + side.who() + ": ");
                paragraph.add(look, String.join(" ", side.words()).replace('\n', ' '));
            });
            if (!issue.proposal().isEmpty()) {
                var paragraph = file.paragraph(look);
                paragraph.add(
                        look.inItalic(), "- Đề xuất của " + table.opening().consolidator() + ": ");
                paragraph.add(look, issue.proposal().replace('\n', ' '));
            }
        }
    }

    private static void box(WordFile file) {
        Cells cells = file.table(true, file.sheet().textWidth()).firstRow(false);
        cells.write(0, Look.plain(14).spaced(40, 40), "");
    }

    // ---- One page for the chair

    /** What is rare is told only where it is there; without it the figures would not add up. */
    private static String counted(String words, int figure) {
        return figure == 0 ? "" : words.formatted(Figures.two(figure));
    }

    private String chair(WordFile file) {
        Look large = Look.plain(16).spaced(0, 6);
        String title = titled(file, "BÁO CÁO TRƯỞNG BAN", "về " + subject());
        AnswerCounts answers = table.opening().answers();
        OutcomeCounts opinions = table.opening().opinions();
        file.paragraph(
                large,
                "Đã trả lời: %s/%s. Nhất trí: %s; nhất trí, có ý kiến: %s; không nhất trí: %s; %schưa trả lời: %s."
                        .formatted(
                                Figures.two(answers.answered()),
                                Figures.two(answers.asked()),
                                Figures.two(answers.agreed()),
                                Figures.two(answers.agreedWithOpinions()),
                                Figures.two(answers.objected()),
                                counted("văn bản mật: %s; ", answers.classified()),
                                Figures.two(answers.noAnswer())));
        file.paragraph(
                large,
                "%s ý kiến: tiếp thu %s, tiếp thu một phần %s, giải trình %s, ghi nhận %s, %schưa xử lý %s."
                        .formatted(
                                Figures.two(opinions.opinions()),
                                Figures.two(opinions.accepted()),
                                Figures.two(opinions.partlyAccepted()),
                                Figures.two(opinions.kept()),
                                Figures.two(opinions.noted()),
                                counted("xin ý kiến lãnh đạo %s, ", opinions.escalated()),
                                Figures.two(opinions.pending())));
        file.paragraph(large.inBold().spaced(8, 4), "Vấn đề cần đồng chí cho ý kiến: " + Figures.two(issues.size()));
        for (Issue issue : issues) {
            file.paragraph(large.inBold().kept(), issue.place());
            issue.sides().forEach(side -> {
                var paragraph = file.paragraph(large.kept());
                paragraph.add(large, "□ ");
                paragraph.add(large.inItalic(), side.who() + ": ");
                paragraph.add(large, String.join(" ", side.words()).replace('\n', ' '));
            });
            if (!issue.proposal().isEmpty()) {
                file.paragraph(large.kept(), "□ Đề xuất: " + issue.proposal().replace('\n', ' '));
            }
            file.paragraph(large, "□ Ý kiến khác: ……………………………………………………");
        }
        return title;
    }
}
