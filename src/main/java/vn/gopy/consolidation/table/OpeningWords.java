package vn.gopy.consolidation.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.consolidation.table.ConsolidatedTable.Heading;
import vn.gopy.consolidation.table.ConsolidatedTable.Kind;
import vn.gopy.consolidation.table.ConsolidatedTable.Letter;
import vn.gopy.consolidation.table.ConsolidatedTable.Opening;
import vn.gopy.round.figures.OutcomeCounts;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;

/**
 * The title and the opening sentences of a consolidated table, also for the submission (tờ trình). Figures have two
 * digits, as offices write them; a part that is nought is left out.
 */
final class OpeningWords {

    private OpeningWords() {}

    /** The lines of the title. */
    static List<String> title(Heading heading) {
        return switch (heading.kind()) {
            case LEGAL_NORMS ->
                List.of(
                        "BẢN TỔNG HỢP Ý KIẾN, TIẾP THU, GIẢI TRÌNH Ý KIẾN GÓP Ý, PHẢN BIỆN XÃ HỘI",
                        "ĐỐI VỚI " + heading.subject().toUpperCase(Locale.ROOT));
            case OTHER -> List.of("BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH Ý KIẾN GÓP Ý", "đối với " + heading.subject());
        };
    }

    /** The paragraphs between title and table. */
    static List<String> paragraphs(Heading heading, Opening opening) {
        var replies = replies(opening);
        var opinions = opinions(opening.opinions());
        return switch (heading.kind()) {
            case LEGAL_NORMS ->
                List.of(
                        introduction(heading, opening),
                        "1. Tổng số cơ quan, tổ chức, cá nhân đã gửi lấy ý kiến góp ý, phản biện xã hội: " + replies
                                + " Tổng số ý kiến nhận được: " + opinions,
                        "2. Kết quả cụ thể như sau:");
            case OTHER ->
                List.of(
                        introduction(heading, opening),
                        "1. Tổng số được lấy ý kiến: " + replies,
                        "2. Tổng số ý kiến: " + opinions + " Kết quả cụ thể như sau:");
        };
    }

    /** The figures alone, as they stand in a submission or a report. */
    static List<String> figures(Heading heading, Opening opening) {
        String asked = switch (heading.kind()) {
            case LEGAL_NORMS -> "Tổng số cơ quan, tổ chức, cá nhân đã gửi lấy ý kiến góp ý, phản biện xã hội: ";
            case OTHER -> "Tổng số được lấy ý kiến: ";
        };
        return List.of(asked + replies(opening), "Tổng số ý kiến: " + opinions(opening.opinions()));
    }

    /** The form for legal norms names the draft in its first sentence; elsewhere the title has just named it. */
    private static String introduction(Heading heading, Opening opening) {
        if (heading.kind() == Kind.LEGAL_NORMS) {
            return "Căn cứ Luật Ban hành văn bản quy phạm pháp luật, %s đã tổ chức lấy ý kiến góp ý, phản biện xã hội đối với %s. Kết quả như sau:"
                    .formatted(opening.consolidator(), heading.subject());
        }
        return Optional.ofNullable(opening.request())
                .map(letter -> answering(letter, opening))
                .orElseGet(() -> "%s đã lấy ý kiến đối với dự thảo nêu trên và tổng hợp, tiếp thu, giải trình như sau:"
                        .formatted(opening.consolidator()));
    }

    private static String answering(Letter letter, Opening opening) {
        return "Thực hiện Công văn số %s ngày %s của %s về việc lấy ý kiến đối với dự thảo nêu trên, %s đã tổng hợp, tiếp thu, giải trình như sau:"
                .formatted(letter.number(), Moments.date(letter.date()), opening.sender(), opening.consolidator());
    }

    private static String replies(Opening opening) {
        var counts = opening.answers();
        var sentence = new StringBuilder(Figures.two(counts.asked()));
        if (!opening.groups().isEmpty()) {
            sentence.append(opening.groups().stream()
                    .map(group -> Figures.two(group.count()) + " " + group.name())
                    .collect(Collectors.joining("; ", " (", ")")));
        }
        sentence.append("; đã trả lời: ").append(Figures.two(counts.answered()));
        sentence.append(among(Stream.of(
                part("nhất trí", counts.agreed()),
                part("nhất trí, có ý kiến", counts.agreedWithOpinions()),
                part("không nhất trí", counts.objected()),
                part(
                        "trả lời bằng văn bản quản lý theo chế độ mật, không thể hiện trong Bảng này",
                        counts.classified()))));
        return sentence.append(silent(opening)).toString();
    }

    private static String silent(Opening opening) {
        var counts = opening.answers();
        if (counts.noAnswer() == 0) {
            return "";
        }
        return " Không có ý kiến trả lời: " + Figures.two(counts.noAnswer()) + consent(opening) + ".";
    }

    private static String consent(Opening opening) {
        var counts = opening.answers();
        if (counts.deemedConsent() == 0) {
            return "";
        }
        var words = "xem như thống nhất"
                + Optional.ofNullable(opening.silenceLetter())
                        .map(n -> " theo Công văn số " + n)
                        .orElse("");
        return counts.deemedConsent() == counts.noAnswer()
                ? " (" + words + ")"
                : " (trong đó " + words + ": " + Figures.two(counts.deemedConsent()) + ")";
    }

    private static String opinions(OutcomeCounts counts) {
        return Figures.two(counts.opinions())
                + among(Stream.of(
                        part("tiếp thu", counts.accepted()),
                        part("tiếp thu một phần", counts.partlyAccepted()),
                        part("giải trình", counts.kept()),
                        part("ghi nhận", counts.noted()),
                        part("xin ý kiến lãnh đạo", counts.escalated()),
                        part("chưa xử lý", counts.pending())));
    }

    private static String among(Stream<Optional<String>> parts) {
        var present = parts.flatMap(Optional::stream).toList();
        return present.isEmpty() ? "." : ", trong đó " + String.join("; ", present) + ".";
    }

    private static Optional<String> part(String name, int count) {
        return count == 0 ? Optional.empty() : Optional.of(name + ": " + Figures.two(count));
    }
}
