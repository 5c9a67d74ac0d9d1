package vn.gopy.consolidation.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gopy.consolidation.GroupId;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.consolidation.table.ConsolidatedTable.Contributor;
import vn.gopy.consolidation.table.ConsolidatedTable.Opinion;
import vn.gopy.consolidation.table.ConsolidatedTable.Row;
import vn.gopy.consolidation.table.ConsolidatedTable.Section;
import vn.gopy.draft.PlaceKind;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Outlines;
import vn.gopy.legaltext.Reading;
import vn.gopy.opinion.CommentFile;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Ids;

/** What stands in the rows of the table, whoever makes it. */
class TableRowsTest {

    private static final Pattern APART = Pattern.compile("(\\d\\d+) ý kiến được báo cáo riêng");
    private static final RoundId ROUND = new RoundId(Ids.next());

    private final TableRows rows = new TableRows(point -> new Contributor(point.who(), null, ""));

    private static Point point(GroupId group, String who, String text, String answer, boolean restricted) {
        return point(group, who, text, answer, restricted, CommentKind.EDIT, SourceKind.LETTER);
    }

    private static Point point(
            GroupId group,
            String who,
            String text,
            @Nullable String answer,
            boolean restricted,
            CommentKind kind,
            SourceKind source) {
        return new Point(
                PointId.next(),
                1,
                ROUND,
                null,
                1,
                group,
                source,
                null,
                "",
                null,
                null,
                who,
                kind,
                text,
                null,
                null,
                answer,
                null,
                null,
                restricted,
                "",
                List.of(),
                List.of(),
                null);
    }

    private List<Row> of(Point... points) {
        return rows.sections(List.of(points)).stream()
                .flatMap(section -> section.rows().stream())
                .toList();
    }

    private static Point with(Point point, String... files) {
        List<CommentFile> named = List.of(files).stream()
                .map(name -> new CommentFile(Ids.next(), name, 1))
                .toList();
        return new Point(
                point.id(),
                1,
                ROUND,
                null,
                1,
                point.groupId(),
                SourceKind.COMMENT,
                null,
                "",
                null,
                null,
                point.who(),
                point.kind(),
                point.text(),
                null,
                null,
                "",
                null,
                null,
                false,
                "",
                List.of(),
                named,
                null);
    }

    @Test
    void theFilesOfAllWhoSaidTheSameAreNamedOnceUnderTheirWords() {
        GroupId group = GroupId.next();
        List<Row> made = of(
                with(point(group, "Sở A", "Xem tệp", "", false), "a.docx", "chung.pdf"),
                with(point(group, "Sở B", "Xem tệp", "", false), "chung.pdf"),
                point(group, "Sở C", "Lời khác", "", false));
        assertThat(RowWords.plain(RowWords.opinions(made.getFirst())))
                .isEqualTo("Sở A; Sở B: Xem tệp\nKèm tệp: a.docx; chung.pdf\nSở C: Lời khác");
    }

    @Test
    void theAnswerStandsBesideTheOpenOpinionsThoughTheFirstIsRestricted() {
        GroupId group = GroupId.next();
        List<Row> made = of(
                point(group, "", "", "Lý do chung", true),
                point(group, "Sở Tài chính", "Bỏ câu này", "Lý do chung", false));
        assertThat(made).hasSize(1);
        assertThat(made.getFirst().answer()).isEqualTo("Lý do chung");
        assertThat(made.getFirst().opinions())
                .extracting(Opinion::words)
                .containsExactly("Bỏ câu này", "01 ý kiến được báo cáo riêng");
    }

    @Test
    void restrictedOpinionsAreCountedOneByOneAndTheirAnswerIsNotPrinted() {
        GroupId group = GroupId.next();
        Point[] five = new Point[5];
        for (int n = 0; n < 5; n++) {
            five[n] = point(group, "Sở " + n, "câu riêng " + n, "Trả lời riêng", true);
        }
        List<Row> made = of(five);
        assertThat(made).hasSize(1);
        assertThat(made.getFirst().opinions())
                .extracting(Opinion::words)
                .containsExactly("05 ý kiến được báo cáo riêng");
        assertThat(made.toString()).doesNotContain("câu riêng", "Sở", "Trả lời riêng");
    }

    @Test
    void anOpinionOnTheWholeDossierStandsInTheGeneralPartAWishOfALetterAtTheEnd() {
        List<Row> made = of(
                point(GroupId.next(), "Sở A", "Mong muốn khác", "", false, CommentKind.OTHER, SourceKind.LETTER),
                point(GroupId.next(), "Sở B", "Về cả hồ sơ", "", false, CommentKind.OTHER, SourceKind.COMMENT));
        assertThat(made).extracting(Row::place).containsExactly("Ý kiến chung", "Ý kiến khác");
        assertThat(made.getFirst().opinions().getFirst().words()).isEqualTo("Về cả hồ sơ");
    }

    @Test
    void whoSaysTheSameTwiceStandsTwiceAndOthersBesideTheFirst() {
        GroupId group = GroupId.next();
        List<Row> made = of(
                point(group, "Sở A", "Bỏ", "", false),
                point(group, "Sở A", "Bỏ", "", false),
                point(group, "Sở B", "Bỏ", "", false));
        assertThat(made.getFirst().opinions())
                .extracting(opinion -> opinion.contributors().size())
                .containsExactly(2, 1);
    }

    @Test
    void aPlaceOfAnotherTextThanThatOfItsHeadingSaysItsText() {
        List<Block> lines = Stream.of(
                        "QUYẾT ĐỊNH",
                        "Ban hành Quy chế",
                        "Căn cứ Luật số 72/2025/QH15;",
                        "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.",
                        "Điều 2. Quyết định có hiệu lực từ ngày ký./.",
                        "Nơi nhận:",
                        "- Lưu: VT.",
                        "QUY CHẾ",
                        "Làm việc",
                        "(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/3/2026)",
                        "Điều 1. Phạm vi",
                        "X.",
                        "Điều 2. Hiệu lực",
                        "Y.")
                .map(line -> Block.paragraph(0, line))
                .toList();
        Outline outline = Outlines.of(
                new Reading(1, null, lines, List.of(), List.of(), List.of(), List.of(), null), "a.docx", null);
        assertThat(outline.bodies()).hasSize(2);
        PlacedProvision main = article(outline.bodies().get(1).code());
        PlacedProvision related = article(outline.bodies().getFirst().code());
        Point point = point(GroupId.next(), "Sở A", "Trùng", "", false);
        Point placed = new Point(
                point.id(),
                1,
                ROUND,
                null,
                1,
                point.groupId(),
                point.source(),
                null,
                "",
                null,
                null,
                "Sở A",
                point.kind(),
                "Trùng",
                null,
                null,
                "",
                null,
                null,
                false,
                "",
                List.of(
                        new Point.PointPlace(main.id(), null, "dieu-1", true),
                        new Point.PointPlace(related.id(), null, "dieu-1", false)),
                List.of(),
                null);

        List<Section> made = new TableRows(List.of(main, related), outline, one -> new Contributor(one.who(), null, ""))
                .sections(List.of(placed));
        assertThat(made).singleElement().satisfies(section -> {
            assertThat(section.title()).startsWith("1. Đối với dự thảo Quy chế");
            assertThat(section.rows().getFirst().place()).isEqualTo("Điều 1; liên quan: Điều 1 Quyết định");
        });
    }

    private static PlacedProvision article(String body) {
        return new PlacedProvision(
                new ProvisionId(UUID.randomUUID()),
                null,
                new VersionId(UUID.randomUUID()),
                0,
                PlaceKind.ARTICLE,
                body,
                "dieu-1",
                null,
                "1",
                "Điều 1",
                null,
                "x",
                null,
                null);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theRowsAddUpToThePoints(long seed) {
        Random random = new Random(seed);
        List<GroupId> groups = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            groups.add(GroupId.next());
        }
        List<Point> points = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            points.add(point(
                    groups.get(random.nextInt(groups.size())),
                    "Sở " + random.nextInt(4),
                    "Lời " + random.nextInt(3),
                    "",
                    random.nextInt(3) == 0,
                    random.nextBoolean() ? CommentKind.OTHER : CommentKind.EDIT,
                    random.nextBoolean() ? SourceKind.LETTER : SourceKind.COMMENT));
        }
        int counted = rows.sections(points).stream()
                .map(Section::rows)
                .flatMap(List::stream)
                .map(Row::opinions)
                .flatMap(List::stream)
                .mapToInt(TableRowsTest::points)
                .sum();
        assertThat(counted).isEqualTo(60);
    }

    private static int points(Opinion opinion) {
        Matcher apart = APART.matcher(opinion.words());
        return apart.matches()
                ? Integer.parseInt(apart.group(1))
                : opinion.contributors().size();
    }
}
