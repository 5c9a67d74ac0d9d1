package vn.gopy.command.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.gopy.search.Facet;
import vn.gopy.search.engine.EngineQuery.Order;
import vn.gopy.search.engine.IndexBatch;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.IndexMark;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.lucene.EmbeddedIndex;
import vn.gopy.search.question.Abbreviations;
import vn.gopy.search.question.Asking;
import vn.gopy.search.question.Finder;
import vn.gopy.search.question.Reordering;
import vn.gopy.search.ranking.SecondLook;

/**
 * The product's own way from the typed words to the hits: reading, planning, the access tokens and the dossiers that the
 * asker may read, exact total, facets, and the best hits in the order of the second look. That each hit is asked for once
 * more in the database is the application's and not in here.
 */
final class Product implements Contender {

    private static final int BATCH = 5_000;
    private static final int FIRST_PAGE = 10;

    /** So long that the second look is always taken and always in the figures. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Set<String> ACCESS = MeasuredArticles.access();
    private static final Map<Facet, Set<String>> READABLE = Map.of(Facet.DOSSIER, MeasuredArticles.readable());

    private final SearchEngine engine;
    private final Finder finder;
    private final Finder firstStage;
    private String generation = "";

    Product(Path folder, SecondLook look) {
        engine = EmbeddedIndex.open(folder, Duration.ofSeconds(30));
        Reordering reordering = new Reordering(() -> look, id -> true, PATIENCE, reason -> {});
        finder = new Finder(engine, Abbreviations.official(), reordering);
        firstStage = new Finder(engine);
    }

    @Override
    public String name() {
        return "Góp Ý";
    }

    @Override
    public void index(MeasuredArticles articles) {
        generation = engine.createGeneration();
        List<IndexDocument> batch = new ArrayList<>(BATCH);
        for (int number = 0; number < articles.size(); number++) {
            batch.add(articles.get(number));
            if (batch.size() == BATCH || number + 1 == articles.size()) {
                write(batch, number);
                batch.clear();
            }
        }
        engine.activate(generation);
    }

    /** Writes changed articles; they are on disk afterwards, and visible after a {@link #refresh()}. */
    void write(List<IndexDocument> changed, long number) {
        engine.write(generation, new IndexBatch(Set.of(), List.copyOf(changed), new IndexMark("bench", number)));
    }

    void refresh() {
        engine.refresh();
    }

    /** With facets or without: the total is always exact. */
    @Override
    public long search(String question, Wish wish) {
        return search(finder, question, wish);
    }

    /** The same in the order of the first stage. */
    long searchFirstStage(String question, Wish wish) {
        return search(firstStage, question, wish);
    }

    private static long search(Finder finder, String question, Wish wish) {
        boolean facets = wish == Wish.PAGE_WITH_FACETS;
        Asking asking = new Asking(question, Map.of(), READABLE, ACCESS, Order.RELEVANCE, 0, FIRST_PAGE, facets);
        return finder.find(asking).answer().total();
    }

    @Override
    public long bytes() {
        return engine.health().bytes();
    }

    @Override
    public void close() {
        engine.close();
    }
}
