package vn.gopy.search.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.gopy.search.engine.TestDocuments.document;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.search.Facet;
import vn.gopy.search.engine.EngineAnswer.Count;
import vn.gopy.search.engine.EngineAnswer.Found;
import vn.gopy.search.engine.EngineQuery.Order;
import vn.gopy.search.engine.Match.KeyField;
import vn.gopy.search.engine.TextField.Grain;
import vn.gopy.search.engine.TextField.Part;

/** What every search engine behind the port must do. */
public abstract class SearchEngineContract {

    private static final TextField TEXT = new TextField(Part.TEXT, Grain.SYLLABLE, false);
    private static final TextField FOLDED = new TextField(Part.TEXT, Grain.SYLLABLE, true);
    private static final TextField PAIRS = new TextField(Part.TEXT, Grain.PAIR, false);
    private static final Set<String> EVERYONE = Set.of("everyone");

    @TempDir
    Path folder;

    protected SearchEngine engine;

    /** Opens the engine on a folder that may hold what an earlier one left. */
    protected abstract SearchEngine open(Path folder);

    @BeforeEach
    void openEngine() {
        engine = open(folder);
    }

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    @Test
    void withoutAnActiveGenerationNothingIsFound() {
        assertThat(engine.search(everything(EVERYONE)).total()).isZero();
        assertThat(engine.health().generation()).isEmpty();
        assertThat(engine.intact()).isFalse();
    }

    @Test
    void wordsAreFoundWithAndWithoutMarks() {
        fill(document("a").text("Quy chế làm việc"), document("b").text("Quy che"));
        assertThat(ids(term(TEXT, "chế"))).containsExactly("a");
        assertThat(ids(term(FOLDED, "che"))).containsExactlyInAnyOrder("a", "b");
        assertThat(ids(term(PAIRS, "làm việc"))).containsExactly("a");
    }

    @Test
    void headingCountsAsText() {
        fill(document("a").title("Tổ tư vấn").text("nghiên cứu"));
        assertThat(ids(term(TEXT, "vấn"))).containsExactly("a");
    }

    @Test
    void phraseNeedsTheWordsSideBySide() {
        fill(document("a").text("ban chỉ đạo tỉnh"), document("b").text("chỉ thị của ban và đạo đức"));
        EngineQuery phrase = required(new Match.Phrase(TEXT, List.of("ban", "chỉ", "đạo"), 1));
        assertThat(ids(phrase)).containsExactly("a");
    }

    @Test
    void moreRareWordsRankHigher() {
        fill(
                document("a").text("chuyển đổi số"),
                document("b").text("chuyển giao công nghệ"),
                document("c").text("công nghệ"));
        EngineQuery words = scoring(term(TEXT, "chuyển"), term(TEXT, "số"));
        assertThat(ids(words)).containsExactly("a", "b");
    }

    @Test
    void aKeyScoresItsWeight() {
        fill(
                document("a").text("kế hoạch kế hoạch kế hoạch"),
                document("b").text("kế hoạch").numbersFrom("số 25/KH-UBND"));
        EngineQuery query = scoring(term(TEXT, "kế"), new Match.Key(KeyField.NUMBER, "25:KH", 40));
        assertThat(ids(query)).containsExactly("b", "a");
    }

    @Test
    void tiesEndWithTheId() {
        fill(
                document("c").text("điều"),
                document("a").text("điều"),
                document("b").text("điều"));
        assertThat(ids(term(TEXT, "điều"))).containsExactly("a", "b", "c");
    }

    @Test
    void newestFirstOnRequest() {
        fill(
                document("old").text("điều").writtenAt(Instant.parse("2024-01-01T00:00:00Z")),
                document("new").text("điều").writtenAt(Instant.parse("2026-01-01T00:00:00Z")));
        EngineQuery byTime =
                query(List.of(term(TEXT, "điều")), List.of(), List.of(), Map.of(), EVERYONE, Order.NEWEST, 0, 10);
        assertThat(ids(byTime)).containsExactly("new", "old");
    }

    @Test
    void enoughOfTheWordsMustBeThere() {
        fill(
                document("all").text("một hai ba"),
                document("two").text("một hai"),
                document("one").text("một"));
        Match two = new Match.AnyOf(
                List.of(new Match.Word("một", false), new Match.Word("hai", false), new Match.Word("ba", false)), 2);
        assertThat(engine.search(required(two)).total()).isEqualTo(2);
    }

    @Test
    void aWordIsFoundInHeadingAndNameOfTheDocument() {
        fill(document("a").title("Phạm vi").context("Quy chế").text("điều"));
        assertThat(ids(required(new Match.Word("che", true)))).containsExactly("a");
        assertThat(ids(required(new Match.Word("phạm", false)))).containsExactly("a");
    }

    @Test
    void excludedWordsAreNotThere() {
        fill(document("a").text("quy chế"), document("b").text("quy định"));
        EngineQuery query = query(
                List.of(term(TEXT, "quy")),
                List.of(),
                List.of(new Match.Word("chế", false)),
                Map.of(),
                EVERYONE,
                Order.RELEVANCE,
                0,
                10);
        assertThat(ids(query)).containsExactly("b");
    }

    @Test
    void onlyWhatTheAskersTokensAllowIsFoundAndCounted() {
        fill(
                document("open").text("điều").facet(Facet.KIND, "QĐ"),
                document("secret").text("điều").facet(Facet.KIND, "KH").access("dossier-1", "user-7"));
        EngineAnswer outsider = engine.search(withFacets(EVERYONE, Map.of()));
        assertThat(outsider.total()).isEqualTo(1);
        assertThat(outsider.hits()).extracting(Found::id).containsExactly("open");
        assertThat(outsider.facets().get(Facet.KIND)).containsExactly(new Count("QĐ", 1));
        EngineAnswer insider = engine.search(withFacets(Set.of("everyone", "user-7"), Map.of()));
        assertThat(insider.total()).isEqualTo(2);
    }

    @Test
    void anAskerWithoutTokensFindsNothing() {
        fill(document("a").text("điều"));
        assertThat(engine.search(everything(Set.of())).total()).isZero();
    }

    @Test
    void aFacetIgnoresItsOwnSelectionAndHeedsTheOthers() {
        fill(
                document("a").text("điều").facet(Facet.KIND, "QĐ").facet(Facet.YEAR, "2025"),
                document("b").text("điều").facet(Facet.KIND, "KH").facet(Facet.YEAR, "2025"),
                document("c").text("điều").facet(Facet.KIND, "KH").facet(Facet.YEAR, "2026"));
        EngineAnswer answer = engine.search(withFacets(EVERYONE, Map.of(Facet.KIND, Set.of("KH"))));
        assertThat(answer.total()).isEqualTo(2);
        assertThat(answer.hits()).extracting(Found::id).containsExactlyInAnyOrder("b", "c");
        assertThat(answer.facets().get(Facet.KIND)).containsExactly(new Count("KH", 2), new Count("QĐ", 1));
        assertThat(answer.facets().get(Facet.YEAR)).containsExactly(new Count("2025", 1), new Count("2026", 1));
    }

    @Test
    void ofManyValuesAllAreToldTheMostFrequentInOrder() {
        List<TestDocuments> many = new ArrayList<>();
        List<Count> counts = new ArrayList<>();
        for (int value = 0; value < EngineAnswer.VALUES_IN_ORDER + 50; value++) {
            counts.add(new Count("d%03d".formatted(value), 1 + value % 3));
            for (int one = 0; one <= value % 3; one++) {
                many.add(document("%03d-%d".formatted(value, one))
                        .text("điều")
                        .facet(Facet.DOSSIER, "d%03d".formatted(value)));
            }
        }
        fill(many.toArray(TestDocuments[]::new));
        List<Count> told =
                engine.search(withFacets(EVERYONE, Map.of())).facets().get(Facet.DOSSIER);
        counts.sort(Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value));
        assertThat(told).containsExactlyInAnyOrderElementsOf(counts);
        assertThat(told.subList(0, EngineAnswer.VALUES_IN_ORDER))
                .isEqualTo(counts.subList(0, EngineAnswer.VALUES_IN_ORDER));
    }

    @Test
    void severalValuesOfOneFacetAreAlternatives() {
        fill(
                document("a").text("điều").facet(Facet.UNIT, "STC"),
                document("b").text("điều").facet(Facet.UNIT, "SNV"),
                document("c").text("điều").facet(Facet.UNIT, "STP"));
        EngineAnswer answer = engine.search(withFacets(EVERYONE, Map.of(Facet.UNIT, Set.of("STC", "SNV"))));
        assertThat(answer.total()).isEqualTo(2);
    }

    @Test
    void pagesFollowEachOtherAndTheTotalIsExact() {
        List<TestDocuments> many = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            many.add(document("d%02d".formatted(i)).text("điều"));
        }
        fill(many.toArray(TestDocuments[]::new));
        EngineQuery second =
                query(List.of(term(TEXT, "điều")), List.of(), List.of(), Map.of(), EVERYONE, Order.RELEVANCE, 10, 10);
        EngineAnswer answer = engine.search(second);
        assertThat(answer.total()).isEqualTo(25);
        assertThat(answer.hits()).extracting(Found::id).first().isEqualTo("d10");
        assertThat(answer.hits()).hasSize(10);
    }

    @Test
    void aDocumentReplacesTheOneWithItsId() {
        String generation = fill(document("a").text("cũ"));
        engine.write(generation, batch(2, document("a").version(2).text("mới")));
        engine.refresh();
        assertThat(ids(term(TEXT, "cũ"))).isEmpty();
        assertThat(ids(term(TEXT, "mới"))).containsExactly("a");
        assertThat(engine.health().documents()).isEqualTo(1);
    }

    @Test
    void aGroupIsReplacedAsAWholeAndUnknownOnesAreNoError() {
        String generation = fill(
                document("a").group("g").text("điều"),
                document("b").group("g").text("điều"),
                document("c").group("other").text("điều"));
        IndexDocument fresh = document("d").group("g").text("điều").build();
        engine.write(generation, new IndexBatch(Set.of("g", "never"), List.of(fresh), new IndexMark("e", 2)));
        engine.refresh();
        assertThat(ids(term(TEXT, "điều"))).containsExactly("c", "d");
        assertThat(engine.read(List.of("a", "c"))).extracting(StoredText::id).containsExactly("c");
    }

    @Test
    void boundsLimitWhatIsFoundAndCounted() {
        fill(
                document("a").text("điều").facet(Facet.DOSSIER, "d1"),
                document("b").text("điều").facet(Facet.DOSSIER, "d2"));
        EngineQuery bounded = new EngineQuery(
                List.of(term(TEXT, "điều")),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(Facet.DOSSIER, Set.of("d1")),
                EVERYONE,
                Order.RELEVANCE,
                0,
                10,
                true);
        EngineAnswer answer = engine.search(bounded);
        assertThat(answer.total()).isEqualTo(1);
        assertThat(answer.facets().get(Facet.DOSSIER)).containsExactly(new Count("d1", 1));
    }

    @Test
    void aSetOfValuesIsKnownByAllOfThem() {
        String generation = fill(
                document("a").text("điều").facet(Facet.DOSSIER, "d1"),
                document("b").text("điều").facet(Facet.DOSSIER, "d2"));
        for (int round = 0; round < 2; round++) {
            assertThat(ids(within("d1", "d2"))).containsExactly("a", "b");
            assertThat(ids(within("d2"))).containsExactly("b");
            assertThat(ids(within("d1"))).containsExactly("a");
            assertThat(ids(within("d3"))).isEmpty();
            assertThat(ids(within())).isEmpty();
        }
        engine.write(
                generation,
                batch(
                        2,
                        document("c").text("điều").facet(Facet.DOSSIER, "d2"),
                        document("b").text("điều").facet(Facet.DOSSIER, "d3")));
        engine.refresh();
        assertThat(ids(within("d1", "d2"))).containsExactly("a", "c");
        assertThat(ids(within("d3"))).containsExactly("b");
    }

    @Test
    void whoChangesASetLaterChangesNoQuestion() {
        fill(
                document("a").text("điều").facet(Facet.DOSSIER, "d1"),
                document("b").text("điều").facet(Facet.DOSSIER, "d2"));
        Set<String> dossiers = new HashSet<>(Set.of("d1", "d2"));
        Set<String> tokens = new HashSet<>(EVERYONE);
        Map<Facet, Set<String>> bounds = new HashMap<>(Map.of(Facet.DOSSIER, dossiers));
        EngineQuery before = bounded(bounds, tokens);
        assertThat(ids(before)).containsExactly("a", "b");
        dossiers.remove("d1");
        assertThat(ids(bounded(bounds, tokens))).containsExactly("b");
        tokens.clear();
        assertThat(ids(bounded(bounds, tokens))).isEmpty();
        assertThat(ids(before)).containsExactly("a", "b");
    }

    @Test
    void conditionsThatNoHitMeetsAreTold() {
        String generation = fill(
                document("a").text("chuyển đổi").facet(Facet.DOSSIER, "d1"),
                document("b").text("công nghệ").facet(Facet.DOSSIER, "d2"),
                document("c").text("bí mật").access("p:1").facet(Facet.DOSSIER, "d1"),
                document("d").text("cũ").facet(Facet.DOSSIER, "d1"));
        Match seen = new Match.Word("chuyển", false);
        Match elsewhere = new Match.Word("nghệ", false);
        Match secret = new Match.Word("mật", false);
        Match gone = new Match.Word("cũ", false);
        Match either = new Match.AnyOf(List.of(elsewhere, new Match.AllOf(List.of(seen, term(TEXT, "đổi")))), 1);
        List<Match> all = List.of(seen, elsewhere, secret, gone, either);
        assertThat(engine.unmet(bounded(Map.of(Facet.DOSSIER, Set.of("d1")), EVERYONE), all))
                .containsExactly(elsewhere, secret);
        assertThat(engine.unmet(withFacets(EVERYONE, Map.of(Facet.DOSSIER, Set.of("d2"))), all))
                .hasSize(5);
        assertThat(engine.unmet(everything(Set.of()), all)).hasSize(5);
        engine.write(generation, batch(2, document("d").text("mới").facet(Facet.DOSSIER, "d1")));
        engine.refresh();
        assertThat(engine.unmet(everything(EVERYONE), all)).containsExactly(secret, gone);
    }

    @Test
    void allOfManyWordsAreThereOrNothingIsFound() {
        fill(document("a").text("một hai ba bốn năm sáu bảy tám"), document("b").text("một hai ba bốn năm sáu bảy"));
        List<Match> words = Stream.of("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám")
                .<Match>map(word -> new Match.Word(word, false))
                .toList();
        assertThat(ids(required(new Match.AllOf(words)))).containsExactly("a");
        assertThat(ids(required(new Match.AllOf(words.subList(0, 7))))).containsExactly("a", "b");
    }

    @Test
    void storedWordsAndPlacesComeBackInTheOrderAsked() {
        fill(
                document("a")
                        .title("Tiêu đề")
                        .context("Quy chế")
                        .text("1. Một\n2. Hai")
                        .place("dieu-1/khoan-2", "ref", "2.", "Hai"),
                document("b").text("khác"));
        assertThat(engine.read(List.of("b", "a")))
                .containsExactly(
                        new StoredText("b", "", "", "khác", List.of()),
                        new StoredText(
                                "a",
                                "Tiêu đề",
                                "Quy chế",
                                "1. Một\n2. Hai",
                                List.of(new PlaceRange("dieu-1/khoan-2", "ref", 7, 13))));
    }

    @Test
    void placesAreKeys() {
        fill(document("a").text("một hai").place("dieu-1/diem-đ", null, "một", "hai"));
        assertThat(ids(required(new Match.Key(KeyField.PLACE, "dieu-1/diem-đ", 1))))
                .containsExactly("a");
        assertThat(ids(required(new Match.Key(KeyField.PLACE, "dieu-1/diem-d", 1))))
                .isEmpty();
    }

    @Test
    void aBeginningFindsEveryTermAndKeyThatStartsSo() {
        fill(
                document("a").title("Quy chế").text("x").numbersFrom("Nghị định 15/2020/NĐ-CP"),
                document("b").title("Quyết định").text("x").numbersFrom("Nghị định 15/2021/NĐ-CP"),
                document("c").text("quy chế"));
        TextField title = new TextField(Part.TITLE, Grain.SYLLABLE, true);
        assertThat(ids(required(new Match.Starting(title, "quy", 1)))).containsExactly("a", "b");
        assertThat(ids(required(new Match.Starting(title, "quye", 1)))).containsExactly("b");
        assertThat(ids(required(new Match.KeyStarting(KeyField.NUMBER, "15/20", 1))))
                .containsExactly("a", "b");
        assertThat(ids(required(new Match.KeyStarting(KeyField.NUMBER, "15/2021", 1))))
                .containsExactly("b");
    }

    @Test
    void idsAreKeysThatBindAndExclude() {
        fill(
                document("a").text("điều"),
                document("b").text("điều"),
                document("c").text("điều"));
        Match a = new Match.Key(KeyField.ID, "a", 1);
        Match b = new Match.Key(KeyField.ID, "b", 1);
        assertThat(ids(required(new Match.AnyOf(List.of(a, b), 1)))).containsExactly("a", "b");
        EngineQuery without = new EngineQuery(
                List.of(term(TEXT, "điều")),
                List.of(),
                List.of(a),
                Map.of(),
                Map.of(),
                EVERYONE,
                Order.RELEVANCE,
                0,
                10,
                false);
        assertThat(ids(without)).containsExactly("b", "c");
    }

    @Test
    void ofDocumentsThatShareSomeOfManyPairsThoseWithMostComeFirst() {
        fill(
                document("one").text("thẩm định kinh phí nhiệm vụ"),
                document("two").text("thẩm định kinh phí hằng năm"),
                document("none").text("kinh tế nhiệm kỳ"));
        List<Match> pairs = List.of("thẩm định", "kinh phí", "nhiệm vụ").stream()
                .map(pair -> term(PAIRS, pair))
                .toList();
        EngineQuery alike =
                query(pairs, List.of(new Match.AnyOf(pairs, 2)), List.of(), Map.of(), EVERYONE, Order.RELEVANCE, 0, 10);
        assertThat(ids(alike)).containsExactly("one", "two");
    }

    @Test
    void committedDocumentsAndMarkSurviveARestart() {
        fill(document("a").text("điều"));
        engine.close();
        engine = open(folder);
        assertThat(ids(term(TEXT, "điều"))).containsExactly("a");
        assertThat(engine.health().mark()).contains(new IndexMark("e", 1));
        assertThat(engine.intact()).isTrue();
    }

    @Test
    void aGenerationIsFilledBesideTheActiveOneAndTakesItsPlace() {
        String old = fill(document("a").text("điều"));
        String next = engine.createGeneration();
        engine.write(next, batch(7, document("b").text("điều")));
        assertThat(ids(term(TEXT, "điều"))).containsExactly("a");
        engine.activate(next);
        engine.drop(old);
        assertThat(ids(term(TEXT, "điều"))).containsExactly("b");
        assertThat(engine.generations()).containsExactly(next);
        assertThatThrownBy(() -> engine.drop(next)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aHalfFilledGenerationIsForgottenAtARestart() {
        fill(document("a").text("điều"));
        engine.write(engine.createGeneration(), batch(1, document("b").text("điều")));
        engine.close();
        engine = open(folder);
        assertThat(engine.generations()).hasSize(1);
        assertThat(ids(term(TEXT, "điều"))).containsExactly("a");
    }

    @Test
    void everyDocumentTellsItsState() {
        fill(document("a").version(3).access("x", "y"), document("b").version(4).access("z"));
        assertThat(engine.states(List.of("group-of-a", "group-of-b", "group-of-nobody")))
                .containsExactlyInAnyOrder(
                        new IndexedState("a", "group-of-a", 3, Set.of("x", "y")),
                        new IndexedState("b", "group-of-b", 4, Set.of("z")));
    }

    @Test
    void groupsComeInOrderAndInPages() {
        fill(
                document("a").group("g3").text("điều"),
                document("b").group("g1").text("điều"),
                document("c").group("g2").text("điều"),
                document("d").group("g2").text("điều"));
        assertThat(engine.groups("", 2)).containsExactly("g1", "g2");
        assertThat(engine.groups("g2", 2)).containsExactly("g3");
        assertThat(engine.groups("g3", 2)).isEmpty();
    }

    @Test
    void reopeningForgetsWhatWasNotCommittedAndGoesOn() {
        String generation = fill(document("a").text("điều"));
        assertThat(engine.reopen()).isTrue();
        assertThat(ids(term(TEXT, "điều"))).containsExactly("a");
        engine.write(generation, batch(2, document("b").text("điều")));
        engine.refresh();
        assertThat(ids(term(TEXT, "điều"))).containsExactly("a", "b");
    }

    @Test
    void withoutAGenerationThereIsNothingToReopen() {
        assertThat(engine.reopen()).isFalse();
    }

    /** What is indexed anew is found all the while: nobody sees the moment when it is gone and not yet back. */
    @Test
    void aGroupThatIsWrittenAnewIsNeverMissing() throws InterruptedException {
        String generation = fill(
                document("a").group("g").text("điều"), document("b").group("g").text("điều"));
        AtomicBoolean over = new AtomicBoolean();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        Thread asker = Thread.ofPlatform().start(() -> {
            while (!over.get() && failures.isEmpty()) {
                try {
                    engine.refresh();
                    assertThat(ids(term(TEXT, "điều"))).containsExactly("a", "b");
                } catch (Throwable failed) {
                    failures.add(failed);
                }
            }
        });
        for (int n = 2; n < 400 && failures.isEmpty(); n++) {
            List<IndexDocument> again = List.of(
                    document("a").group("g").version(n).text("điều").build(),
                    document("b").group("g").version(n).text("điều").build());
            engine.write(generation, new IndexBatch(Set.of("g"), again, new IndexMark("e", n)));
        }
        over.set(true);
        asker.join();
        assertThat(failures).isEmpty();
    }

    /** Searches never see the moment between two generations. */
    @Test
    void searchesGoOnWhileGenerationsTakeEachOthersPlace() throws InterruptedException {
        String old = fill(document("a").text("điều"));
        AtomicBoolean over = new AtomicBoolean();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger asked = new AtomicInteger();
        List<Thread> askers = IntStream.range(0, 3)
                .mapToObj(n -> Thread.ofPlatform().start(() -> {
                    while (!over.get() && failures.isEmpty()) {
                        try {
                            assertThat(ids(term(TEXT, "điều"))).containsExactly("a");
                            asked.incrementAndGet();
                        } catch (Throwable failed) {
                            failures.add(failed);
                        }
                    }
                }))
                .toList();
        for (int i = 0; i < 60 || asked.get() < 100; i++) {
            String next = engine.createGeneration();
            engine.write(next, batch(i, document("a").text("điều")));
            engine.activate(next);
            engine.drop(old);
            old = next;
        }
        over.set(true);
        for (Thread asker : askers) {
            asker.join();
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void frequencyCountsDocuments() {
        fill(document("a").text("quy chế quy chế"), document("b").text("quy chế"));
        assertThat(engine.frequency(PAIRS, "quy chế")).isEqualTo(2);
        assertThat(engine.frequency(PAIRS, "không có")).isZero();
    }

    @Test
    void analysisTellsTermsAndOffsets() {
        assertThat(engine.analyze(FOLDED, "Quy chế"))
                .containsExactly(new AnalyzedToken("quy", 0, 3), new AnalyzedToken("che", 4, 7));
    }

    @Test
    void aSecondEngineOnTheSameFolderIsRefused() {
        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(IndexInUseException.class)
                .hasMessageContaining(folder.toString());
    }

    private String fill(TestDocuments... documents) {
        String generation = engine.createGeneration();
        engine.write(generation, batch(1, documents));
        engine.activate(generation);
        return generation;
    }

    private static IndexBatch batch(long n, TestDocuments... documents) {
        List<IndexDocument> built =
                List.of(documents).stream().map(TestDocuments::build).toList();
        return new IndexBatch(Set.of(), built, new IndexMark("e", n));
    }

    private static Match term(TextField field, String term) {
        return new Match.Term(field, term, 1);
    }

    private static EngineQuery scoring(Match... leaves) {
        return query(List.of(leaves), List.of(), List.of(), Map.of(), EVERYONE, Order.RELEVANCE, 0, 10);
    }

    private static EngineQuery required(Match condition) {
        return query(List.of(), List.of(condition), List.of(), Map.of(), EVERYONE, Order.RELEVANCE, 0, 10);
    }

    private static EngineQuery everything(Set<String> access) {
        return query(List.of(), List.of(), List.of(), Map.of(), access, Order.RELEVANCE, 0, 10);
    }

    private static EngineQuery within(String... dossiers) {
        return bounded(Map.of(Facet.DOSSIER, Set.of(dossiers)), EVERYONE);
    }

    private static EngineQuery bounded(Map<Facet, Set<String>> bounds, Set<String> access) {
        return new EngineQuery(
                List.of(), List.of(), List.of(), Map.of(), bounds, access, Order.RELEVANCE, 0, 10, false);
    }

    private static EngineQuery withFacets(Set<String> access, Map<Facet, Set<String>> selections) {
        return new EngineQuery(
                List.of(term(TEXT, "điều")),
                List.of(),
                List.of(),
                selections,
                Map.of(),
                access,
                Order.RELEVANCE,
                0,
                10,
                true);
    }

    private static EngineQuery query(
            List<Match> scoring,
            List<Match> required,
            List<Match> excluded,
            Map<Facet, Set<String>> selections,
            Set<String> access,
            Order order,
            int from,
            int size) {
        return new EngineQuery(scoring, required, excluded, selections, Map.of(), access, order, from, size, false);
    }

    private List<String> ids(Match match) {
        return ids(scoring(match));
    }

    private List<String> ids(EngineQuery query) {
        return engine.search(query).hits().stream().map(Found::id).toList();
    }
}
