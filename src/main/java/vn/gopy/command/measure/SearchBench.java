package vn.gopy.command.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import vn.gopy.command.measure.Contender.Wish;
import vn.gopy.command.measure.JudgedCollection.Judged;
import vn.gopy.search.ranking.SecondLook;

/**
 * Measures the search beside PostgreSQL's and Lucene's on the same articles and questions, all in one run, and on so many
 * mixed articles as are asked for. Contenders take turns question by question, so that a busy moment of the machine meets
 * all of them.
 */
public final class SearchBench {

    private static final int ROUNDS = 3;
    private static final int POSTGRES_QUESTIONS = 100;
    private static final int LARGE_QUESTIONS = 30;
    private static final int WARM_UP_ARTICLES = 5_000;

    private final JudgedCollection collection;
    private final int provisions;
    private final Path folder;
    private final Path programs;
    private final PrintStream out;
    private final SecondLook look;
    private final Report report = new Report("search");

    /**
     * @param collection what is measured with; see {@link #made()}
     * @param provisions up to how many articles; the given ones first, then mixed ones
     * @param folder an empty one for all indexes; 3 GB for each million
     * @param programs where PostgreSQL's programs lie or are unpacked
     * @param look at the best hits
     * @param out where the figures are written as they come, and the last line as JSON
     */
    public SearchBench(
            JudgedCollection collection, int provisions, Path folder, Path programs, SecondLook look, PrintStream out) {
        this.collection = collection;
        this.provisions = provisions;
        this.folder = folder;
        this.programs = programs;
        this.look = look;
        this.out = out;
    }

    /** Articles and questions without meaning, for a machine without real ones. */
    public static JudgedCollection made() {
        return MadeCollection.make();
    }

    /** Measures everything; minutes. */
    public void run() {
        int given = collection.documents().size();
        try {
            compare(new MeasuredArticles(collection.documents(), Math.min(provisions, given)));
            if (provisions > given) {
                large(new MeasuredArticles(collection.documents(), provisions));
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
        out.println(report.json());
    }

    private void compare(MeasuredArticles articles) throws IOException, SQLException {
        out.printf(
                "%n%,d articles, %d questions%n", articles.size(), questions().size());
        warmUp();
        try (Product product = new Product(folder.resolve("product"), look);
                BareLucene lucene = new BareLucene(folder.resolve("lucene"));
                Postgres postgres = new Postgres(folder.resolve("postgres"), programs)) {
            out.println("PostgreSQL: " + postgres.settings());
            double ours = index(product, articles);
            double bare = index(lucene, articles);
            index(postgres, articles);
            report.ratio("index_vs_lucene", bare / ours);
            compare(product, lucene);
            compare(product, postgres);
            mixedLoad(product, articles);
        }
        Folders.delete(folder.resolve("postgres"));
    }

    /** Both indexers run hot before either is timed. */
    private void warmUp() throws IOException {
        MeasuredArticles few = new MeasuredArticles(
                collection.documents(),
                Math.min(WARM_UP_ARTICLES, collection.documents().size()));
        try (Product product = new Product(folder.resolve("warm-product"), look);
                BareLucene lucene = new BareLucene(folder.resolve("warm-lucene"))) {
            for (int round = 0; round < 2; round++) {
                product.index(few);
                lucene.index(few);
            }
            for (String question : questions()) {
                product.search(question, Wish.PAGE_WITH_FACETS);
                lucene.search(question, Wish.PAGE_WITH_FACETS);
            }
        }
    }

    /** Gives the seconds. */
    private double index(Contender contender, MeasuredArticles articles) {
        Laps once = new Laps();
        once.time(() -> contender.index(articles));
        double seconds = once.percentile(1) / 1000;
        long bytes = contender.bytes();
        out.printf(
                Locale.ROOT,
                "%-12s indexes in %.1f s, %.0f articles a second, %.0f MB%n",
                contender.name(),
                seconds,
                articles.size() / seconds,
                bytes / 1e6);
        report.figure(contender.name() + " index MB at " + articles.size(), bytes / 1e6);
        report.figure(contender.name() + " articles/s at " + articles.size(), articles.size() / seconds);
        return seconds;
    }

    private void compare(Product product, BareLucene lucene) {
        Laps ours = new Laps();
        Laps bare = new Laps();
        Laps firstStage = new Laps();
        Laps oursFirst = new Laps();
        Laps bareFirst = new Laps();
        for (int round = 0; round <= ROUNDS; round++) {
            for (String question : questions()) {
                lap(round, ours, product, question, Wish.PAGE_WITH_FACETS);
                lap(round, firstStage, () -> product.searchFirstStage(question, Wish.PAGE_WITH_FACETS));
                lap(round, bare, lucene, question, Wish.PAGE_WITH_FACETS);
                lap(round, oursFirst, product, question, Wish.PAGE);
                lap(round, bareFirst, lucene, question, Wish.PAGE);
            }
        }
        print("ten hits, exact total, facets", product, ours);
        print("the same, first stage alone", product, firstStage);
        print("ten hits, exact total, facets", lucene, bare);
        print("ten hits, exact total", product, oursFirst);
        print("ten hits", lucene, bareFirst);
        report.ratio("p95_vs_lucene", firstStage.percentile(0.95) / bare.percentile(0.95));
        report.ratio("second_look_p95_vs_lucene", ours.percentile(0.95) / bare.percentile(0.95));
        report.ratio("first_page_vs_lucene_top10", oursFirst.percentile(0.95) / bareFirst.percentile(0.95));
        report.laps("product", ours);
        report.laps("productFirstStage", firstStage);
        report.laps("productFirstPage", oursFirst);
        report.laps("lucene", bare);
        report.laps("luceneTop10", bareFirst);
    }

    /** The first round is not counted: it warms caches and compiler. */
    private static void lap(int round, Laps laps, Runnable asking) {
        if (round == 0) {
            asking.run();
        } else {
            laps.time(asking);
        }
    }

    private static void lap(int round, Laps laps, Contender contender, String question, Wish wish) {
        lap(round, laps, () -> contender.search(question, wish));
    }

    private void compare(Product product, Postgres postgres) {
        List<String> some = spread(questions(), POSTGRES_QUESTIONS);
        Laps ours = new Laps();
        Laps firstStage = new Laps();
        Laps theirs = new Laps();
        Laps theirsFirst = new Laps();
        some.subList(0, some.size() / 4).forEach(question -> postgres.search(question, Wish.PAGE_WITH_FACETS));
        for (String question : some) {
            ours.time(() -> product.search(question, Wish.PAGE_WITH_FACETS));
            firstStage.time(() -> product.searchFirstStage(question, Wish.PAGE_WITH_FACETS));
            theirs.time(() -> postgres.search(question, Wish.PAGE_WITH_FACETS));
            theirsFirst.time(() -> postgres.search(question, Wish.PAGE));
        }
        print("of these questions", product, ours);
        print("ten hits, exact total, facets", postgres, theirs);
        print("ten hits", postgres, theirsFirst);
        report.ratio("p95_vs_postgresql", theirs.percentile(0.95) / firstStage.percentile(0.95));
        report.ratio("second_look_p95_vs_postgresql", theirs.percentile(0.95) / ours.percentile(0.95));
        report.laps("postgresql", theirs);
        report.laps("postgresqlTop10", theirsFirst);
    }

    private void mixedLoad(Product product, MeasuredArticles articles) {
        MixedLoad load = new MixedLoad(product, articles, questions());
        load.run();
        out.printf("%-12s %-30s %s%n", product.name(), "10 at once, while indexing", load.searches());
        out.printf("%-12s %-30s %s%n", product.name(), "change until found", load.changes());
        report.laps("atOnce", load.searches());
        report.laps("changeUntilFound", load.changes());
    }

    /** PostgreSQL is left out here: filling it would take longer than all the rest. */
    private void large(MeasuredArticles articles) throws IOException {
        List<String> some = spread(questions(), LARGE_QUESTIONS);
        out.printf("%n%,d articles (mixed), %d questions; without PostgreSQL%n", articles.size(), some.size());
        Folders.delete(folder.resolve("product"));
        Folders.delete(folder.resolve("lucene"));
        Laps ours = new Laps();
        try (Product product = new Product(folder.resolve("product"), look)) {
            index(product, articles);
            ask(product, some, ours);
            mixedLoadLarge(product, articles);
        }
        Folders.delete(folder.resolve("product"));
        Laps bare = new Laps();
        try (BareLucene lucene = new BareLucene(folder.resolve("lucene"))) {
            index(lucene, articles);
            ask(lucene, some, bare);
        }
        report.ratio("large_p95_vs_lucene", ours.percentile(0.95) / bare.percentile(0.95));
        report.laps("largeProduct", ours);
        report.laps("largeLucene", bare);
    }

    private void ask(Contender contender, List<String> some, Laps laps) {
        for (int round = 0; round <= ROUNDS; round++) {
            for (String question : some) {
                lap(round, laps, contender, question, Wish.PAGE_WITH_FACETS);
            }
        }
        print("ten hits, exact total, facets", contender, laps);
    }

    private void mixedLoadLarge(Product product, MeasuredArticles articles) {
        MixedLoad load = new MixedLoad(product, articles, questions());
        load.run();
        out.printf("%-12s %-30s %s%n", product.name(), "10 at once, while indexing", load.searches());
        out.printf("%-12s %-30s %s%n", product.name(), "change until found", load.changes());
        report.laps("largeAtOnce", load.searches());
        report.laps("largeChangeUntilFound", load.changes());
    }

    private void print(String what, Contender contender, Laps laps) {
        out.printf("%-12s %-30s %s%n", contender.name(), what, laps);
    }

    private List<String> questions() {
        return collection.questions().stream().map(Judged::text).toList();
    }

    private static List<String> spread(List<String> all, int count) {
        int step = Math.max(1, all.size() / count);
        return java.util.stream.IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .limit(count)
                .mapToObj(all::get)
                .toList();
    }
}
