package vn.gopy.search.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.search.engine.EngineAnswer.Found;
import vn.gopy.search.engine.EngineQuery.Order;
import vn.gopy.search.engine.IndexBatch;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.IndexMark;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.lucene.EmbeddedIndex;
import vn.gopy.search.question.Reordering.Skipped;
import vn.gopy.search.ranking.LearnedFiles;
import vn.gopy.search.ranking.SecondLook;

class ReorderingTest {

    private static final String ASKED = "thời hạn đăng ký khai sinh cho con";

    @TempDir
    Path folder;

    private SearchEngine engine;
    private final List<Skipped> skipped = new ArrayList<>();

    @BeforeEach
    void fill() {
        engine = EmbeddedIndex.open(folder, Duration.ofSeconds(30));
        String generation = engine.createGeneration();
        List<IndexDocument> documents = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            documents.add(document(
                    "P:" + i, "Đăng ký số " + i, "Thời hạn cho con đăng ký học khai giảng " + "sinh ".repeat(i)));
            documents.add(document("C:" + i, "", "Con đăng ký khai sinh cho thời hạn " + "thêm ".repeat(i)));
        }
        documents.add(
                document("P:answer", "Đăng ký khai sinh", "Trong thời hạn 60 ngày cha mẹ đăng ký khai sinh cho con."));
        engine.write(generation, new IndexBatch(Set.of(), documents, new IndexMark("test", 1)));
        engine.activate(generation);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static IndexDocument document(String id, String title, String text) {
        return new IndexDocument(
                id, id, 1, title, "", text, List.of(), Set.of(), Map.of(), Set.of("all"), Instant.EPOCH);
    }

    private Finder second(Duration patience) throws IOException {
        SecondLook look = LearnedFiles.shipped();
        Reordering reordering = new Reordering(() -> look, id -> id.startsWith("P:"), patience, skipped::add);
        return new Finder(engine, Abbreviations.official(), reordering);
    }

    private static List<String> ids(Finder finder, String text, int from, int size) {
        Asking asking = new Asking(text, Map.of(), Map.of(), Set.of("all"), Order.RELEVANCE, from, size, false);
        return finder.find(asking).answer().hits().stream().map(Found::id).toList();
    }

    @Test
    void onlyProvisionsChangePlacesAmongTheirOwn() throws IOException {
        List<String> first = ids(new Finder(engine), ASKED, 0, 30);
        List<String> second = ids(second(Duration.ofMinutes(1)), ASKED, 0, 30);
        assertThat(second).containsExactlyInAnyOrderElementsOf(first);
        assertThat(second).isNotEqualTo(first);
        for (int place = 0; place < first.size(); place++) {
            boolean provision = first.get(place).startsWith("P:");
            assertThat(second.get(place).startsWith("P:")).isEqualTo(provision);
            if (!provision) {
                assertThat(second.get(place)).isEqualTo(first.get(place));
            }
        }
        assertThat(second.stream().filter(id -> id.startsWith("P:")).findFirst())
                .contains("P:answer");
    }

    @Test
    void pagesAreCutFromOneOrder() throws IOException {
        Finder finder = second(Duration.ofMinutes(1));
        List<String> pages = new ArrayList<>(ids(finder, ASKED, 0, 7));
        pages.addAll(ids(finder, ASKED, 7, 7));
        assertThat(pages).isEqualTo(ids(finder, ASKED, 0, 14));
    }

    @Test
    void whereItKnowsNoMoreTheFirstOrderStands() throws IOException {
        Finder finder = second(Duration.ofMinutes(1));
        for (String text : List.of("khai sinh", "\"đăng ký\" khai sinh cho con thời hạn")) {
            assertThat(ids(finder, text, 0, 30)).isEqualTo(ids(new Finder(engine), text, 0, 30));
        }
        assertThat(skipped).isEmpty();
    }

    @Test
    void whenItCannotBeDoneTheFirstOrderStandsAndIsCounted() throws IOException {
        List<String> first = ids(new Finder(engine), ASKED, 0, 30);
        assertThat(ids(second(Duration.ZERO), ASKED, 0, 30)).isEqualTo(first);
        Reordering absent = new Reordering(() -> null, id -> true, Duration.ofMinutes(1), skipped::add);
        assertThat(ids(new Finder(engine, Abbreviations.official(), absent), ASKED, 0, 30))
                .isEqualTo(first);
        assertThat(skipped).containsExactly(Skipped.SLOW, Skipped.ABSENT);
    }

    @Test
    void aLookThatTakesTooLongIsGivenUp() throws IOException {
        List<SecondLook.Hit> hits = List.of(new SecondLook.Hit(new SecondLook.Article("Đăng ký", "", "khai sinh"), 1));
        assertThat(LearnedFiles.shipped().order(ASKED, false, hits, Duration.ofNanos(-1)))
                .isEmpty();
    }

    @Test
    void manySlowQuestionsInARowAreNoted() throws IOException {
        SecondLook look = LearnedFiles.shipped();
        Reordering reordering = new Reordering(() -> look, id -> true, Duration.ZERO, skipped::add);
        Finder finder = new Finder(engine, Abbreviations.official(), reordering);
        for (int i = 0; i < 19; i++) {
            ids(finder, ASKED, 0, 30);
        }
        assertThat(reordering.isSlow()).isFalse();
        ids(finder, ASKED, 0, 30);
        assertThat(reordering.isSlow()).isTrue();
        assertThat(skipped).hasSize(20).containsOnly(Skipped.SLOW);
    }

    @Test
    void theFirstOrderStandsUntilWhatWasLearnedIsRead() throws IOException {
        AtomicReference<@Nullable SecondLook> read = new AtomicReference<>();
        Reordering reordering =
                new Reordering(read::get, id -> id.startsWith("P:"), Duration.ofMinutes(1), skipped::add);
        Finder finder = new Finder(engine, Abbreviations.official(), reordering);
        assertThat(reordering.isReady()).isFalse();
        assertThat(ids(finder, ASKED, 0, 30)).isEqualTo(ids(new Finder(engine), ASKED, 0, 30));
        read.set(LearnedFiles.shipped());
        assertThat(reordering.isReady()).isTrue();
        assertThat(ids(finder, ASKED, 0, 30)).isEqualTo(ids(second(Duration.ofMinutes(1)), ASKED, 0, 30));
        assertThat(skipped).containsExactly(Skipped.ABSENT);
    }
}
