package vn.gopy.consolidation.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.gopy.consolidation.table.ConsolidatedTable.Opening;
import vn.gopy.paper.BarChart;
import vn.gopy.paper.BarChart.Bar;
import vn.gopy.paper.Cells;
import vn.gopy.paper.Look;
import vn.gopy.paper.Table;
import vn.gopy.paper.WordFile;
import vn.gopy.round.Replies;
import vn.gopy.round.figures.OpinionSpread.Chart;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;

/**
 * How answers and opinions of a round are spread: charts, each with its table. Counts and names stand on them, no shares.
 *
 * @param days on which answers were sent, with how many had answered by their end
 * @param chapters opinions by chapter, one chart for each draft that has any
 */
record Spread(Map<LocalDate, Integer> days, List<Chart> chapters) {

    static final Spread NONE = new Spread(Map.of(), List.of());

    private static final Look HEAD = Look.plain(14).inBold().spaced(10, 4).kept();
    private static final Look CELL = Look.plain(13);

    /** What a bar without a name of its own is called on paper. */
    private static final Map<String, String> WORDS =
            Map.of("text", "Dự thảo", "general", "Ý kiến chung", "other", "Khác");

    private static final int BAR = 9;
    private static final int FRAME = 26;
    private static final int STANDING = 75;

    static Spread of(List<Replies.Answer> answers, List<Chart> chapters) {
        Map<LocalDate, Integer> sent = new TreeMap<>();
        answers.stream()
                .filter(answer -> answer.invitee().invited())
                .flatMap(answer -> answer.reply().stream())
                .flatMap(reply -> Stream.ofNullable(reply.sentAt()))
                .forEach(at -> sent.merge(at.atZone(Moments.ZONE).toLocalDate(), 1, Integer::sum));
        int until = 0;
        for (Map.Entry<LocalDate, Integer> day : sent.entrySet()) {
            until += day.getValue();
            day.setValue(until);
        }
        return new Spread(sent, chapters);
    }

    void writeTo(WordFile file, Opening opening) {
        int part = 1;
        if (!days.isEmpty()) {
            List<Bar> bars = days.entrySet().stream()
                    .map(day -> new Bar(Moments.date(day.getKey()).substring(0, 5), day.getValue()))
                    .toList();
            write(file, part++, "Số nơi đã trả lời, tính đến hết từng ngày", "Ngày", new BarChart(bars, false));
        }
        write(file, part++, "Ý kiến đối với dự thảo", "Ý kiến", new BarChart(positions(opening), true));
        if (opening.opinions().opinions() > 0) {
            write(file, part++, "Kết quả tiếp thu, giải trình", "Kết quả", new BarChart(outcomes(opening), true));
        }
        for (Chart chart : chapters) {
            String about = "Ý kiến theo chương, %s, %s"
                    .formatted(
                            chart.about(), Objects.requireNonNull(chart.draft()).official());
            write(file, part++, about, "Chương", new BarChart(chapter(chart), true));
        }
    }

    private static List<Bar> positions(Opening opening) {
        var counts = opening.answers();
        return List.of(
                new Bar("Nhất trí", counts.agreed()),
                new Bar("Nhất trí, có ý kiến", counts.agreedWithOpinions()),
                new Bar("Không nhất trí", counts.objected()),
                new Bar("Trả lời bằng văn bản mật", counts.classified()),
                new Bar("Không có ý kiến trả lời", counts.noAnswer()));
    }

    private static List<Bar> outcomes(Opening opening) {
        var counts = opening.opinions();
        return List.of(
                new Bar("Tiếp thu", counts.accepted()),
                new Bar("Tiếp thu một phần", counts.partlyAccepted()),
                new Bar("Giải trình", counts.kept()),
                new Bar("Ghi nhận", counts.noted()),
                new Bar("Xin ý kiến lãnh đạo", counts.escalated()),
                new Bar("Chưa xử lý", counts.pending()));
    }

    private static List<Bar> chapter(Chart chart) {
        List<Bar> bars = new ArrayList<>();
        chart.bars().stream()
                .filter(bar -> bar.named() || bar.opinions() > 0)
                .forEach(bar -> bars.add(
                        new Bar(bar.named() ? bar.key() : WORDS.getOrDefault(bar.key(), bar.key()), bar.opinions())));
        return bars;
    }

    private static void write(WordFile file, int part, String name, String column, BarChart chart) {
        file.paragraph(HEAD, part + ". " + name);
        file.chart(chart, chart.across() ? FRAME + BAR * chart.bars().size() : STANDING);
        int wide = file.sheet().textWidth();
        Table table = file.table(true, wide - wide / 4, wide / 4);
        Cells heads = table.firstRow(true);
        heads.write(0, CELL.inBold(), column);
        heads.write(1, CELL.inBold().centred(), "Số lượng");
        for (Bar bar : chart.bars()) {
            Cells cells = table.addRow();
            cells.write(0, CELL, bar.name());
            cells.write(1, CELL.centred(), Figures.two(bar.number()));
        }
    }
}
