package vn.gopy.legaltext.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.InWords;
import vn.gopy.legaltext.OutlineFixture;
import vn.gopy.legaltext.Warning;

/** How many wrong citations are found that were planted in texts made here, and that no right one is called wrong. */
class PlantedSlipsTest {

    private static final int TEXTS = 40;
    private static final int ARTICLES = 12;
    private static final String LETTERS = "abcdđeghik";

    /** How citations are worded: {article}, {clause} and {point} are there or not, all else is. */
    private static final List<String> OF_ARTICLE = List.of(
            "Việc áp dụng thực hiện theo quy định tại Điều %d Nghị định này.",
            "Cơ quan quy định tại Điều 1 và Điều %d của Nghị định này có trách nhiệm phối hợp.",
            "Trừ trường hợp quy định tại các điều 1, 2 và %d Nghị định này.",
            "Hồ sơ, trình tự thực hiện theo các Điều 1, 2, %d Nghị định này.",
            "Thực hiện từ Điều 1 đến Điều %d Nghị định này.",
            "Mức chi theo Điều %d; thời hạn tính từ ngày nhận hồ sơ.");

    private static final List<String> OF_CLAUSE = List.of(
            "Thời hạn quy định tại khoản %d Điều %d Nghị định này.",
            "Trường hợp quy định tại các khoản 1 và %d Điều %d của Nghị định này.",
            "Theo quy định tại khoản 1, khoản %d Điều %d Nghị định này, cơ quan trả lời bằng văn bản.",
            "Đối tượng nêu tại Khoản %d, Điều %d Nghị định này được miễn.",
            "Thực hiện khoản %d Điều %d Nghị định này và Điều 5 Luật Đất đai số 31/2024/QH15.",
            "Trừ quy định tại khoản %d Điều %d Nghị định này và khoản 1 Điều 1 Nghị định này.",
            "Không áp dụng khoản %d Điều %d.");

    private static final List<String> OF_ITS_OWN = List.of(
            "Thực hiện theo khoản %d Điều này.",
            "Ngoài quy định tại các khoản 1 và %d Điều này, cơ quan báo cáo hằng năm.",
            "Trường hợp nêu tại Khoản %d của Điều này được miễn.");

    private static final List<String> OF_ANNEX = List.of(
            "Báo cáo theo mẫu tại Phụ lục %s ban hành kèm theo Nghị định này.",
            "Danh mục tại Phụ lục %s Nghị định này.", "Biểu mẫu theo Phụ lục %s kèm theo Nghị định này.");

    private static final List<String> OF_POINT = List.of(
            "Giấy tờ quy định tại điểm %s khoản %d Điều %d Nghị định này.",
            "Giấy tờ quy định tại các điểm a và %s khoản %d Điều %d Nghị định này.",
            "Giấy tờ quy định tại điểm a, điểm %s khoản %d Điều %d của Nghị định này.",
            "Trừ trường hợp tại điểm %s Khoản %d Điều %d.");

    private static final List<String> ABROAD = List.of(
            "Thực hiện theo khoản 77 Điều 88 Luật Đất đai số 31/2024/QH15.",
            "Theo quy định tại Điều 99 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.",
            "Áp dụng điểm x khoản 9 Điều 70 của Bộ luật Dân sự.",
            "Theo pháp luật về đất đai.");

    /** An article has so many clauses, and a clause so many points; none of an article without clauses. */
    private record Shape(int[] clauses, int[][] points) {

        static Shape of(Random random) {
            int[] clauses = new int[ARTICLES];
            int[][] points = new int[ARTICLES][];
            for (int i = 0; i < ARTICLES; i++) {
                clauses[i] = random.nextInt(4) == 0 ? 0 : 2 + random.nextInt(3);
                points[i] = new int[clauses[i]];
                for (int k = 0; k < clauses[i]; k++) {
                    points[i][k] = random.nextBoolean() ? 0 : 2 + random.nextInt(4);
                }
            }
            clauses[0] = 2;
            points[0] = new int[] {3, 0};
            return new Shape(clauses, points);
        }
    }

    /** A sentence with a citation, and whether what it cites is missing. */
    private record Planted(String sentence, boolean slip) {}

    private record Counted(int planted, int found, List<String> missed, List<String> wrong) {}

    @Test
    void nineOfTenPlantedSlipsAreFoundAndNoRightCitationIsCalledWrong() {
        int planted = 0;
        int found = 0;
        var missed = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        for (int seed = 0; seed < TEXTS; seed++) {
            Counted counted = count(new Random(seed));
            planted += counted.planted();
            found += counted.found();
            missed.addAll(counted.missed());
            wrong.addAll(counted.wrong());
        }

        assertThat(wrong).as("right citations that are called wrong").isEmpty();
        assertThat(planted).isGreaterThan(200);
        assertThat((double) found / planted)
                .as("found of %d; missed: %s", planted, missed)
                .isGreaterThanOrEqualTo(0.9);
    }

    private static Counted count(Random random) {
        Shape shape = Shape.of(random);
        List<Planted> sentences = IntStream.range(0, ARTICLES)
                .mapToObj(article -> planted(random, shape, article))
                .toList();
        var told = new TreeSet<String>();
        var words = new ArrayList<String>();
        OutlineFixture.outline(text(shape, sentences)).warnings().stream()
                .filter(it -> it.code() == Warning.Code.DANGLING_REFERENCE)
                .forEach(it -> {
                    told.add(String.valueOf(it.path()));
                    words.add(it.path() + ": " + InWords.of(it));
                });
        int slips = 0;
        int found = 0;
        var missed = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        for (int i = 0; i < ARTICLES; i++) {
            String article = "dieu-" + (i + 1);
            boolean tells = told.stream().anyMatch(path -> path.equals(article) || path.startsWith(article + "/"));
            Planted sentence = sentences.get(i);
            slips += sentence.slip() ? 1 : 0;
            found += sentence.slip() && tells ? 1 : 0;
            if (sentence.slip() && !tells) {
                missed.add(sentence.sentence());
            } else if (!sentence.slip() && tells) {
                wrong.add(sentence.sentence() + " " + words);
            }
        }
        return new Counted(slips, found, missed, wrong);
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Planted planted(Random random, Shape shape, int own) {
        boolean slip = random.nextInt(3) > 0;
        int article = random.nextInt(ARTICLES);
        int clauses = shape.clauses()[article];
        return switch (random.nextInt(6)) {
            case 0 -> new Planted(any(random, ABROAD), false);
            case 1 -> {
                int cited = slip ? ARTICLES + 1 + random.nextInt(5) : 3 + random.nextInt(ARTICLES - 3);
                yield new Planted(any(random, OF_ARTICLE).formatted(cited), slip);
            }
            case 2 -> {
                boolean wrong = slip || clauses == 0;
                int clause = wrong ? clauses + 1 + random.nextInt(3) : 1 + random.nextInt(clauses);
                yield new Planted(any(random, OF_CLAUSE).formatted(clause, article + 1), wrong);
            }
            case 3 -> {
                int there = shape.clauses()[own];
                boolean wrong = slip || there == 0;
                int clause = wrong ? there + 1 + random.nextInt(3) : 1 + random.nextInt(there);
                yield new Planted(any(random, OF_ITS_OWN).formatted(clause), wrong);
            }
            case 4 -> annex(random, slip);
            default -> point(random, shape, slip);
        };
    }

    /** An annex that is missing is told where it is cited first, so each is cited once. */
    private static Planted annex(Random random, boolean slip) {
        String number = slip
                ? "X".repeat(1 + random.nextInt(3)) + any(random, List.of("I", "II", "V", "VI", "IX"))
                : any(random, List.of("I", "II"));
        return new Planted(any(random, OF_ANNEX).formatted(number), slip);
    }

    private static Planted point(Random random, Shape shape, boolean slip) {
        List<int[]> lettered = IntStream.range(0, ARTICLES)
                .boxed()
                .flatMap(a -> IntStream.range(0, shape.clauses()[a])
                        .filter(k -> shape.points()[a][k] > 0)
                        .mapToObj(k -> new int[] {a, k}))
                .toList();
        int[] at = any(random, lettered);
        int points = shape.points()[at[0]][at[1]];
        int letter = slip ? points + random.nextInt(3) : random.nextInt(points);
        return new Planted(
                any(random, OF_POINT).formatted(String.valueOf(LETTERS.charAt(letter)), at[1] + 1, at[0] + 1), slip);
    }

    private static String text(Shape shape, List<Planted> sentences) {
        var text = new StringBuilder("""
                CHÍNH PHỦ
                Số: 12/2026/NĐ-CP
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Hà Nội, ngày 20 tháng 01 năm 2026
                NGHỊ ĐỊNH
                Quy định về quỹ sáng kiến
                Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;
                """);
        for (int i = 0; i < ARTICLES; i++) {
            text.append("Điều ")
                    .append(i + 1)
                    .append(". Nội dung thứ ")
                    .append(i + 1)
                    .append('\n');
            if (shape.clauses()[i] == 0) {
                text.append("Cơ quan có trách nhiệm thực hiện. ")
                        .append(sentences.get(i).sentence())
                        .append('\n');
            }
            for (int k = 0; k < shape.clauses()[i]; k++) {
                boolean last = k == shape.clauses()[i] - 1;
                int points = shape.points()[i][k];
                text.append(k + 1).append(". ");
                text.append(last ? sentences.get(i).sentence() + " " : "");
                text.append(points == 0 ? "Cơ quan thực hiện đúng thời hạn.\n" : "Hồ sơ gồm:\n");
                for (int p = 0; p < points; p++) {
                    text.append(LETTERS.charAt(p))
                            .append(") Giấy tờ thứ ")
                            .append(p + 1)
                            .append(p + 1 < points ? ";\n" : ".\n");
                }
            }
        }
        return text.append("Nơi nhận:\n- Lưu: VT.\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n")
                .append("PHỤ LỤC I\nMẪU BÁO CÁO\nSố liệu trong năm.\nPHỤ LỤC II\nDANH MỤC\nTên quỹ.\n")
                .toString();
    }
}
