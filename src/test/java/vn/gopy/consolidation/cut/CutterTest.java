package vn.gopy.consolidation.cut;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.gopy.ProcessorTime;
import vn.gopy.draft.PlaceKind;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;

/** The letters of the story fall into the points that are in them, each with its own words, at the places they name. */
class CutterTest {

    /** Letter | what the words of the point hold | draft | its place; "-" for the general part. */
    private static final String EXPECTED = """
            214-CV-VPTU | bổ sung “Các cơ quan tham mưu | HS-01 | QD/noi-nhan-1
            214-CV-VPTU | bỏ ký hiệu “./.” | HS-01 | QD/dieu-3
            214-CV-VPTU | lúc dùng “Bộ phận giúp việc” | HS-01 | -
            214-CV-VPTU | cử người dự họp thay | HS-01 | QC/dieu-7/khoan-1
            1342-STC-HCSN | trước khi trình lãnh đạo Sở | HS-01 | QC/dieu-7/khoan-2
            1342-STC-HCSN | bỏ báo cáo tháng | HS-01 | QC/dieu-7/khoan-4, QC/dieu-13/khoan-1
            1342-STC-HCSN | khả năng cân đối của ngân sách | HS-01 | QC/dieu-10/khoan-3
            1342-STC-HCSN | 1.500.000 đồng/báo cáo | HS-02 | QC/dieu-9/khoan-2
            512-STP-XDKTVB | đầy đủ cơ sở ban hành | HS-01 | QD/can-cu-1
            512-STP-XDKTVB | ghép vào Chương III | HS-01 | QC/chuong-4
            512-STP-XDKTVB | bằng từ “đề nghị” | HS-01 | QC/dieu-4/khoan-5
            512-STP-XDKTVB | bảng chữ cái tiếng Việt | HS-01 | QC/dieu-8/khoan-2
            512-STP-XDKTVB | rà soát lại dẫn chiếu | HS-01 | QC/dieu-9/khoan-3
            512-STP-XDKTVB | hai phần ba | HS-01 | QC/dieu-11
            512-STP-XDKTVB | quyền lợi liên quan | HS-02 | QC/dieu-7
            986-SNV-TCBC | để cơ quan có thời gian nghiên cứu | HS-01 | QC/dieu-7/khoan-2
            986-SNV-TCBC | sửa lại tên cơ quan | HS-01 | QC/dieu-8/khoan-2/diem-e
            986-SNV-TCBC | cơ cấu thành viên | HS-02 | QD/dieu-1
            2205-CAT-PA05 | bằng chữ ký số | HS-01 | QC/dieu-12/khoan-2
            2205-CAT-PA05 | không cập nhật tài liệu mật | HS-01 | -
            95-CV-LHH | thu hút chuyên gia | HS-01 | QC/dieu-4
            95-CV-LHH | mỗi quý 1 lần | HS-01 | QC/dieu-11/khoan-1
            411-UBND | tăng thời gian tham gia | HS-01 | QC/dieu-7/khoan-2
            411-UBND | tránh chồng chéo | HS-01 | QC/dieu-14
            268-UBND | tăng thời gian tham gia | HS-01 | QC/dieu-7/khoan-2
            268-UBND | tránh chồng chéo | HS-01 | QC/dieu-14
            268-UBND | các huyện, thành phố | HS-01 | QC/dieu-15/khoan-3
            177-UBND | đường truyền Internet | HS-01 | -
            640-MTTQ | phản biện xã hội | HS-01 | QC/dieu-14, QC/dieu-15
            87-CV-BTCTU | trách nhiệm cá nhân | HS-01 | QC/dieu-7/khoan-2
            87-CV-BTCTU | cấp ủy nơi công tác | HS-02 | phu-luc/bang-1/dong-8
            bien-ban | 05 ngày làm việc | HS-01 | QC/dieu-8/khoan-2/diem-b
            bien-ban | viết cho rõ hơn | HS-01 | QC/dieu-6
            chuong-trinh | phấn đấu bố trí | HS-03 | CTR/muc-3/3/3.2
            chuong-trinh | đối tượng học tập | HS-03 | CTR/muc-3/1
            chuong-trinh | giáo dục STEM | HS-03 | CTR/muc-3/4
            chuong-trinh | quỹ đầu tư mạo hiểm | HS-03 | CTR/muc-3/2
            chuong-trinh | xã vùng khó khăn | HS-03 | phu-luc/bang-1/dong-13
            chuong-trinh | giai đoạn 2026 | HS-03 | CTR/ten-goi
            """;

    private record Wanted(String letter, String words, String draft, String places) {

        static Wanted of(String line) {
            String[] cells = line.split(" \\| ");
            return new Wanted(cells[0], cells[1], cells[2], cells[3]);
        }
    }

    private static String resource(String path) throws IOException {
        try (var in = Objects.requireNonNull(CutterTest.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String letter(String name) throws IOException {
        return resource("/vn/gopy/consolidation/letters/" + name + ".txt");
    }

    /** A draft by what the text of the example says: its numbers are its places. */
    private static final class Story {

        private static final Pattern LINE =
                Pattern.compile("(?:heading|text|title|recipient|row|chapter): (?:\\*\\*)?(?<words>.*)");

        final VersionId id = new VersionId(UUID.randomUUID());
        final List<PlacedProvision> places = new ArrayList<>();
        final String title;
        final String type;
        private String body;
        private final List<String> above = new ArrayList<>(List.of("", "", "", ""));

        Story(String file, String title, String first, String type) throws IOException {
            this.title = title;
            this.body = first;
            this.type = type;
            for (String line : resource("/demo/drafts/" + file + ".txt").split("\n")) {
                Matcher words = LINE.matcher(line);
                if (words.matches()) {
                    read(line.substring(0, line.indexOf(':')), words.group("words"));
                }
            }
        }

        private void read(String sort, String words) {
            if (sort.equals("title")) {
                if (words.startsWith("QUY CHẾ")) {
                    body = "QC";
                }
                add(PlaceKind.TITLE, "ten-goi", words);
            } else if (sort.equals("recipient")) {
                add(PlaceKind.RECIPIENT, "noi-nhan-" + (count(PlaceKind.RECIPIENT) + 1), words);
            } else if (sort.equals("row") && words.matches("\\d+ \\|.*")) {
                body = "";
                add(PlaceKind.ANNEX_ROW, "phu-luc/bang-1/dong-" + (count(PlaceKind.ANNEX_ROW) + 2), words);
            } else if (words.startsWith("- Căn cứ")) {
                add(PlaceKind.GROUND, "can-cu-" + (count(PlaceKind.GROUND) + 1), words);
            } else {
                numbered(words);
            }
        }

        private void numbered(String words) {
            Matcher number = Pattern.compile(
                            "(?<chapter>Chương (?<c>[IVX]+))|Điều (?<article>\\d+)\\.|(?<roman>[IVX]+)- |(?<clause>\\d+)\\. |(?<deep>\\d\\.\\d)\\. |(?<point>[a-zđ])\\) ")
                    .matcher(words);
            if (!number.lookingAt()) {
                return;
            }
            if (number.group("chapter") != null) {
                add(PlaceKind.CHAPTER, "chuong-" + roman(number.group("c")), words);
            } else if (number.group("article") != null) {
                step(0, PlaceKind.ARTICLE, "dieu-" + number.group("article"), words);
            } else if (number.group("roman") != null) {
                step(0, PlaceKind.OUTLINE, "muc-" + roman(number.group("roman")), words);
            } else if (number.group("deep") != null) {
                step(2, PlaceKind.OUTLINE, number.group("deep"), words);
            } else if (number.group("clause") != null) {
                boolean rules = above.getFirst().startsWith("dieu-");
                step(
                        1,
                        rules ? PlaceKind.CLAUSE : PlaceKind.OUTLINE,
                        (rules ? "khoan-" : "") + number.group("clause"),
                        words);
            } else if (above.getFirst().startsWith("dieu-")) {
                step(2, PlaceKind.POINT, "diem-" + number.group("point"), words);
            }
        }

        private void step(int depth, PlaceKind kind, String segment, String words) {
            above.set(depth, segment);
            add(kind, String.join("/", above.subList(0, depth + 1)), words);
        }

        private static int roman(String number) {
            return List.of("I", "II", "III", "IV", "V", "VI").indexOf(number) + 1;
        }

        private int count(PlaceKind kind) {
            return (int) places.stream().filter(place -> place.kind() == kind).count();
        }

        private void add(PlaceKind kind, String path, String text) {
            places.add(new PlacedProvision(
                    new ProvisionId(UUID.randomUUID()),
                    null,
                    id,
                    places.size(),
                    kind,
                    body,
                    path,
                    null,
                    null,
                    null,
                    null,
                    text,
                    null,
                    null));
        }

        CutPlaces.Draft draft() {
            return new CutPlaces.Draft(id, title, Map.of(body.isEmpty() ? "QD" : "QD", type, "QC", "Quy chế"), places);
        }

        String path(ProvisionId place) {
            return places.stream()
                    .filter(one -> one.id().equals(place))
                    .map(one -> (one.body().isEmpty() ? "" : one.body() + "/") + one.path())
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void thePointsOfTheLettersAreFoundAtTheirPlaces() throws IOException {
        var first =
                new Story("hs-01-lan-1", "Quyết định ban hành Quy chế làm việc của Ban Chỉ đạo", "QD", "Quyết định");
        var second = new Story(
                "hs-02-lan-1",
                "Quyết định thành lập Tổ tư vấn. Quy chế tổ chức và hoạt động của Tổ tư vấn",
                "QD",
                "Quyết định");
        var third = new Story(
                "hs-03-lan-1", "Chương trình hành động thực hiện Nghị quyết số 57-NQ/TW", "CTR", "Chương trình");
        var stories = Map.of("HS-01", first, "HS-02", second, "HS-03", third);
        var asked = new CutPlaces(List.of(first.draft(), second.draft()));
        var programme = new CutPlaces(List.of(third.draft()));
        List<Wanted> wanted = EXPECTED.lines().map(Wanted::of).toList();
        List<String> lost = new ArrayList<>();
        List<String> misplaced = new ArrayList<>();
        int cut = 0;
        for (String name : wanted.stream().map(Wanted::letter).distinct().toList()) {
            String text = letter(name);
            List<Cut> cuts = Cutter.cut(text);
            cut += cuts.size();
            CutPlaces places = name.equals("chuong-trinh") ? programme : asked;
            List<Wanted> here =
                    wanted.stream().filter(one -> one.letter().equals(name)).toList();
            for (Wanted one : here) {
                List<Cut> holding = cuts.stream()
                        .filter(piece -> piece.quote(text).contains(one.words()))
                        .toList();
                long others = holding.stream()
                        .flatMap(piece ->
                                here.stream().filter(other -> piece.quote(text).contains(other.words())))
                        .count();
                if (holding.size() != 1 || others != 1) {
                    lost.add(one + " in "
                            + holding.stream().map(piece -> piece.quote(text)).toList());
                    continue;
                }
                CutPlaces.Spot spot = places.of(holding.getFirst());
                Story story = Objects.requireNonNull(stories.get(one.draft()));
                String at = spot.draft().equals(story.id)
                        ? String.join(
                                ", ", spot.places().stream().map(story::path).toList())
                        : "another draft";
                if (!(at.isEmpty() ? "-" : at).equals(one.places())) {
                    misplaced.add(one + " at " + at);
                }
            }
            assertThat(cuts)
                    .as(name
                            + cuts.stream()
                                    .map(piece -> "\n" + piece.quote(text))
                                    .toList())
                    .hasSizeLessThanOrEqualTo(here.size() + 1);
        }
        System.out.printf("%d points wanted, %d cut, lost %s, misplaced %s%n", wanted.size(), cut, lost, misplaced);
        assertThat(lost).hasSizeLessThanOrEqualTo(wanted.size() / 20);
        assertThat(misplaced).hasSizeLessThanOrEqualTo(wanted.size() / 10);
        assertThat(cut).as("few that are none").isLessThanOrEqualTo(wanted.size() + 2);
    }

    @Test
    void whatOnlyAgreesIsNoPoint() {
        assertThat(Cutter.cut("Sở Công Thương nhất trí với nội dung dự thảo.")).isEmpty();
        assertThat(Cutter.cut("I. Đối với dự thảo Quy chế: nhất trí.\nII. Đối với dự thảo Quyết định: nhất trí."))
                .isEmpty();
    }

    @Test
    void quotesAreLiteralInOrderAndApartWhateverTheText() {
        var random = new Random(11);
        String letters = "1. Điều 7 khoản 2 “đề nghị” bỏ; \n\ta) - | : Tại II. sửa đồng thời bỏ. K2 Đ7 \"";
        for (int n = 0; n < 2_000; n++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(120); i > 0; i--) {
                int from = random.nextInt(letters.length());
                text.append(letters, from, Math.min(letters.length(), from + 1 + random.nextInt(6)));
            }
            int behind = 0;
            for (Cut cut : Cutter.cut(text.toString())) {
                assertThat(cut.start()).isGreaterThanOrEqualTo(behind).isLessThan(cut.end());
                assertThat(cut.quote(text.toString()))
                        .isEqualTo(cut.quote(text.toString()).strip());
                behind = cut.end();
            }
        }
    }

    @Test
    void aLongTextIsCutInTimeThatGrowsAsItDoes() throws IOException {
        String one = letter("512-STP-XDKTVB").replace("Trên đây là", "Như vậy là");
        String many = one.repeat(8);
        Cutter.cut(many);
        assertThat(ProcessorTime.of(() -> assertThat(Cutter.cut(many)).hasSizeGreaterThan(50)))
                .isLessThan(Duration.ofSeconds(3));
    }
}
