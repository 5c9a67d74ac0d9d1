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
import vn.gopy.search.question.Asking;
import vn.gopy.search.question.Finder;

/**
 * The product's own way from the typed words to the hits: reading, planning, the access tokens and the dossiers that the
 * asker may read, exact total, facets. The second look at each hit in the database is the application's and not in here.
 */
final class Product implements Contender {

    private static final int BATCH = 5_000;
    private static final int FIRST_PAGE = 10;
    private static final Set<String> ACCESS = MeasuredArticles.access();
    private static final Map<Facet, Set<String>> READABLE = Map.of(Facet.DOSSIER, MeasuredArticles.readable());

    private final SearchEngine engine;
    private final Finder finder;
    private String generation = "";

    Product(Path folder) {
        engine = EmbeddedIndex.open(folder, Duration.ofSeconds(30));
        finder = new Finder(engine);
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
