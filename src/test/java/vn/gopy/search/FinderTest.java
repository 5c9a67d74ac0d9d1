package vn.gopy.search;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.search.engine.TestDocuments.document;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gopy.search.Passage.Fragment;
import vn.gopy.search.engine.EngineAnswer.Found;
import vn.gopy.search.engine.EngineQuery.Order;
import vn.gopy.search.engine.IndexBatch;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.IndexMark;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.lucene.EmbeddedIndex;
import vn.gopy.search.hit.Passages;
import vn.gopy.search.question.Abbreviations;
import vn.gopy.search.question.AnsweredQuestion;
import vn.gopy.search.question.Asking;
import vn.gopy.search.question.Finder;
import vn.gopy.search.question.NearMisses;
import vn.gopy.search.question.NearMisses.NearMiss;

class FinderTest {

    private static final Set<String> EVERYONE = Set.of("everyone");

    @TempDir
    Path folder;

    private SearchEngine engine;
    private Finder finder;

    @BeforeEach
    void fill() {
        engine = EmbeddedIndex.open(folder, Duration.ofSeconds(5));
        finder = new Finder(engine);
        String generation = engine.createGeneration();
        engine.write(generation, new IndexBatch(Set.of(), documents(), new IndexMark("e", 1)));
        engine.activate(generation);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static List<IndexDocument> documents() {
        return List.of(
                document("to-tu-van")
                        .title("Tổ tư vấn Ban Chỉ đạo")
                        .context("Quy chế làm việc của Ban Chỉ đạo")
                        .text("1. Tổ tư vấn do Trưởng Ban quyết định thành lập.\n"
                                + "2. Tổ tư vấn nghiên cứu, tư vấn, phản biện độc lập đối với chương trình, đề án.")
                        .place("dieu-10", "p10", "1. Tổ", "đề án.")
                        .place("dieu-10/khoan-1", "p10-1", "1. Tổ", "thành lập.")
                        .place("dieu-10/khoan-2", "p10-2", "2. Tổ", "đề án.")
                        .facet(Facet.KIND, "QC")
                        .build(),
                document("kinh-phi")
                        .title("Kinh phí hoạt động")
                        .context("Quy chế làm việc của Ban Chỉ đạo")
                        .text("Kinh phí do ngân sách tỉnh bảo đảm theo Nghị định số 163/2016/NĐ-CP.")
                        .numbersFrom("163/2016/NĐ-CP")
                        .facet(Facet.KIND, "QC")
                        .build(),
                document("chuyen-doi-so")
                        .title("Chuyển đổi số")
                        .context("Kế hoạch số 25/KH-UBND")
                        .text("Ủy ban nhân dân tỉnh chỉ đạo các sở thực hiện chuyển đổi số.")
                        .numbersFrom("25/KH-UBND")
                        .facet(Facet.KIND, "KH")
                        .build(),
                document("mat")
                        .title("Quy chế mật")
                        .text("Tổ tư vấn bí mật độc lập")
                        .access("dossier-x")
                        .build());
    }

    @Test
    void typedWithoutMarksTheRegulationIsFound() {
        AnsweredQuestion found = find("quy che lam viec");
        assertThat(ids(found)).containsExactlyInAnyOrder("to-tu-van", "kinh-phi");
        assertThat(found.folded()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "to tu van doc lap, to-tu-van",
        "tổ tư vấn độc lập, to-tu-van",
        "TỔ TƯ VẤN, to-tu-van",
        "UBND, chuyen-doi-so",
        "ubnd, chuyen-doi-so",
        "CĐS, chuyen-doi-so",
        "cds, chuyen-doi-so",
        "uỷ ban nhân dân, chuyen-doi-so",
        "chuyển đôi sô, chuyen-doi-so",
        "kh 25 ubnd, chuyen-doi-so",
        "25/KH-UBND, chuyen-doi-so",
        "163/2016/ND-CP, kinh-phi",
        "nghi dinh 163, kinh-phi",
        "Điều 10 quy chế, to-tu-van",
        "\"phản biện độc lập\", to-tu-van",
        "quy chế -\"kinh phí\", to-tu-van",
        "loai:KH chuyển đổi, chuyen-doi-so",
        "đổi loại:\"kế hoạch\" số, chuyen-doi-so"
    })
    void whatPeopleTypeComesFirst(String typed, String first) {
        assertThat(ids(find(typed))).first().isEqualTo(first);
    }

    @Test
    void fewWordsAreCountedWhereAllOfThemStandAndTheRestIsApart() {
        List<IndexDocument> fresh = new ArrayList<>(IntStream.range(0, 300)
                .mapToObj(n -> document("giai-quyet-" + n)
                        .text("Giải quyết việc nghiệm thu, thử tải theo quy định.")
                        .build())
                .toList());
        fresh.add(document("thi-diem").text("Nêu rõ giai đoạn thử nghiệm.").build());
        add(fresh);

        AnsweredQuestion found = find("giai doan thu nghiem");
        assertThat(found.answer().total()).isEqualTo(1);
        assertThat(ids(found)).containsExactly("thi-diem");
        NearMiss near = misses("giai doan thu nghiem").near().getFirst();
        assertThat(near.missing()).containsExactly("doan");
        assertThat(near.findings().answer().total()).isEqualTo(300);
        assertThat(near.instead()).isEqualTo("giai thu nghiem -doan");
        assertThat(find(near.instead()).answer().total()).isEqualTo(300);
    }

    @Test
    void aWordFoundNowhereIsNamedAndLeftOutOfWhatIsNear() {
        NearMisses misses = misses("Xyzzy độc lập");
        assertThat(find("Xyzzy độc lập").answer().total()).isZero();
        assertThat(misses.unknown()).containsExactly("Xyzzy");
        assertThat(misses.near()).singleElement().satisfies(near -> {
            assertThat(near.missing()).containsExactly("Xyzzy");
            assertThat(near.instead()).isEqualTo("độc lập");
            assertThat(ids(near.findings())).containsExactly("to-tu-van");
        });
    }

    @Test
    void aWordOfHiddenThingsAloneIsAsUnknownAsOneThatNobodyWrote() {
        NearMisses misses = misses("bí mật độc lập");
        assertThat(misses.unknown()).containsExactly("bí", "mật");
        assertThat(misses.near())
                .singleElement()
                .satisfies(near -> assertThat(ids(near.findings())).containsExactly("to-tu-van"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tổ tư vấn là gì?", "to tu van la gi", "phản biện độc lập ra sao"})
    void askingWordsNeedNotStandInTheAnswer(String typed) {
        assertThat(ids(find(typed))).containsExactly("to-tu-van");
    }

    @Test
    void ofALongQuestionItIsSaidHowManyHoldAllWords() {
        String typed = "tổ tư vấn nghiên cứu phản biện chương trình chuyển đổi số ở tỉnh";
        assertThat(find(typed).answer().total()).isPositive();
        assertThat(finder.whole(asking(typed), find(typed))).isZero();
        String all = "tổ tư vấn nghiên cứu phản biện độc lập đối với chương trình";
        assertThat(finder.whole(asking(all), find(all))).isEqualTo(1);
        assertThat(finder.whole(asking("tổ tư vấn"), find("tổ tư vấn"))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "to tu vna, tổ tư vấn",
        "tổ tư vna, tổ tư vấn",
        "to tuw vaans, tổ tư vấn",
        "phan bien doc lpa, phản biện độc lập",
        "kinh phí hoạt độngg, kinh phí hoạt động",
        "to tu van, ''"
    })
    void slipsAreMendedWithTheMarksThatTheWordsHave(String typed, String better) {
        Suggestions suggestions = new Suggestions(engine, finder);
        assertThat(suggestions.better(asking(typed), find(typed), Set::copyOf).orElse(""))
                .isEqualTo(better);
    }

    @Test
    void whatMayNotBeSeenLendsASuggestionNoMarks() {
        Suggestions suggestions = new Suggestions(engine, finder);
        assertThat(suggestions.better(asking("to tu vna"), find("to tu vna"), ids -> Set.of()))
                .hasValue("to tu van");
    }

    @Test
    void aPhraseWithMarksIsExact() {
        assertThat(ids(find("\"doc lap\""))).containsExactly("to-tu-van");
        assertThat(ids(find("\"đọc lập\""))).isEmpty();
    }

    @Test
    void aNumberThatNothingCarriesIsReadAsWords() {
        assertThat(ids(find("ban chỉ đạo 15/2099"))).contains("to-tu-van");
        assertThat(ids(find("999-NQ/TW"))).isEmpty();
    }

    @Test
    void whatTheAskerMayNotSeeIsNeitherFoundNorCounted() {
        assertThat(find("bí mật").answer().total()).isZero();
        assertThat(find("tổ tư vấn độc lập").answer().total()).isEqualTo(1);
        Asking insider = new Asking("bí mật", Map.of(), Map.of(), Set.of("dossier-x"), Order.RELEVANCE, 0, 10, true);
        assertThat(finder.find(insider).answer().total()).isEqualTo(1);
    }

    @Test
    void aHitPointsToTheSmallestPlaceAndShowsTheWordsFound() {
        Passage passage = passage("to tu van doc lap", "to-tu-van");
        assertThat(passage.path()).isEqualTo("dieu-10/khoan-2");
        assertThat(passage.ref()).isEqualTo("p10-2");
        assertThat(hits(passage.snippet())).contains("Tổ tư vấn", "độc lập");
        assertThat(hits(passage.title())).containsExactly("Tổ tư vấn");
        assertThat(text(passage.snippet())).startsWith("Tổ tư vấn nghiên cứu");
    }

    @Test
    void aTypedPlaceIsWhatTheHitPointsTo() {
        Passage passage = passage("khoản 1 Điều 10", "to-tu-van");
        assertThat(passage.path()).isEqualTo("dieu-10/khoan-1");
        assertThat(text(passage.snippet())).startsWith("1. Tổ tư vấn do Trưởng Ban");
    }

    @Test
    void wordsFoundOnlyInTheHeadingShowTheBeginning() {
        Passage passage = passage("Kinh phí hoạt động", "kinh-phi");
        assertThat(hits(passage.title())).containsExactly("Kinh phí hoạt động");
        assertThat(text(passage.snippet())).startsWith("Kinh phí do ngân sách");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "*:*",
                "id:*",
                "+-!(){}[]^\"~*?:\\/",
                "access:dossier-x",
                "facet_kind:QC",
                "NOT tổ",
                "tổ^1000",
                "[a TO z]",
                "/.*/",
                "\uD83D\uDE00",
                "\u0000\u0001",
                "%27%20OR%201=1"
            })
    void hostileQuestionsFindNothingHidden(String typed) {
        AnsweredQuestion found = find(typed);
        assertThat(ids(found)).doesNotContain("mat");
        assertThat(found.answer().facets().values())
                .allSatisfy(counts -> assertThat(counts)
                        .allSatisfy(count -> assertThat(count.count())
                                .isLessThanOrEqualTo(found.answer().total())));
    }

    @Test
    void longQuestionsAreAnswered() {
        assertThat(find("tổ tư vấn ".repeat(40)).question().leftOut()).isPositive();
        assertThat(ids(find("tổ tư vấn độc lập ".repeat(20)))).contains("to-tu-van");
    }

    private void add(List<IndexDocument> fresh) {
        String generation = engine.health().generation().orElseThrow();
        engine.write(generation, new IndexBatch(Set.of(), fresh, new IndexMark("e", 2)));
        engine.refresh();
    }

    private AnsweredQuestion find(String typed) {
        return finder.find(asking(typed));
    }

    private NearMisses misses(String typed) {
        return finder.nearMisses(asking(typed), find(typed));
    }

    private static Asking asking(String typed) {
        return new Asking(typed, Map.of(), Map.of(), EVERYONE, Order.RELEVANCE, 0, 10, true);
    }

    private Passage passage(String typed, String id) {
        return new Passages(engine, find(typed), Abbreviations.official())
                .of(List.of(id))
                .getFirst();
    }

    private static List<String> ids(AnsweredQuestion found) {
        return found.answer().hits().stream().map(Found::id).toList();
    }

    private static List<String> hits(List<Fragment> fragments) {
        return fragments.stream().filter(Fragment::hit).map(Fragment::text).toList();
    }

    private static String text(List<Fragment> fragments) {
        return fragments.stream().map(Fragment::text).collect(Collectors.joining());
    }
}
