package vn.gopy.command.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.gopy.bench.RunningExample;
import vn.gopy.command.measure.Contender.Wish;
import vn.gopy.command.measure.JudgedCollection.Judged;

/**
 * The second half of {@code bin/gopy bench search}: the running product with its database, beside Lucene's and PostgreSQL's
 * bare search over the same articles. It stands in the package of its peers to share them; the product is measured from
 * outside, over HTTP, so its figures hold everything that a person waits for but the drawing.
 */
public final class ServedSearchBench {

    /** A server has been running for long when people search; its JVM compiles what is asked often after some thousand calls. */
    private static final int WARM_UP = 6;

    private static final int ROUNDS = 3;
    private static final int POSTGRES_EVERY = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ServedSearchBench() {}

    /** Takes {@code --product}, {@code --data}, and {@code --documents} with {@code --queries} or neither. */
    public static void main(String[] args) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        String documents = options.get("--documents");
        JudgedCollection collection = documents == null
                ? SearchBench.made()
                : JudgedCollection.read(Path.of(documents), Path.of(options.get("--queries")));
        Path programs = Path.of(System.getProperty("gopy.home", "target"), "pg");
        Path folder = Folders.temporary("gopy-bench");
        RunningExample example = RunningExample.of(args);
        try (ServedSearch product = new ServedSearch(example);
                BareLucene lucene = new BareLucene(folder.resolve("lucene"));
                Postgres postgres = new Postgres(folder.resolve("postgres"), programs)) {
            measure(collection, example, product, lucene, postgres);
        }
        System.exit(0);
    }

    private static void measure(
            JudgedCollection collection,
            RunningExample example,
            ServedSearch product,
            BareLucene lucene,
            Postgres postgres)
            throws IOException {
        var articles = new MeasuredArticles(
                collection.documents(), collection.documents().size());
        List.of(product, lucene, postgres).forEach(contender -> contender.index(articles));
        List<String> questions =
                collection.questions().stream().map(Judged::text).toList();
        Laps served = new Laps();
        Laps bare = new Laps();
        Laps sql = new Laps();
        Duration work = Duration.ZERO;
        Duration databaseWork = Duration.ZERO;
        long luceneWork = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            boolean counts = round >= 0;
            if (round == 0) {
                product.inside().clear();
                work = example.work();
                databaseWork = example.databaseWork();
            }
            for (int n : IntStream.range(0, questions.size()).toArray()) {
                String question = questions.get(n);
                lap(counts, served, product, question);
                long before = THREADS.getCurrentThreadCpuTime();
                lap(counts, bare, lucene, question);
                luceneWork += counts ? THREADS.getCurrentThreadCpuTime() - before : 0;
                if ((round == -1 || round == 0) && n % POSTGRES_EVERY == 0) {
                    lap(counts, sql, postgres, question);
                }
            }
        }
        double each = served.count();
        double workMs = example.work().minus(work).toMillis() / each;
        double databaseWorkMs = example.databaseWork().minus(databaseWork).toMillis() / each;
        double luceneWorkMs = luceneWork / 1e6 / each;
        print("asked over HTTP, with rights", product, served);
        print("the search in it, by itself", product, product.inside());
        print("ten hits, exact total, facets", lucene, bare);
        print("ten hits, exact total, facets", postgres, sql);
        Report report = new Report("served search");
        report.ratio("served_p95_vs_lucene", served.percentile(0.95) / bare.percentile(0.95));
        report.ratio("served_p95_vs_postgresql", sql.percentile(0.95) / served.percentile(0.95));
        report.ratio("served_work_vs_lucene", workMs / luceneWorkMs);
        report.figure("servedWorkMs", workMs);
        report.figure("servedDatabaseWorkMs", databaseWorkMs);
        report.figure("luceneWorkMs", luceneWorkMs);
        report.laps("served", served);
        report.laps("servedInside", product.inside());
        report.laps("lucene", bare);
        report.laps("postgresql", sql);
        System.out.println(report.json());
    }

    private static void lap(boolean counts, Laps laps, Contender contender, String question) {
        Runnable asking = () -> contender.search(question, Wish.PAGE_WITH_FACETS);
        if (counts) {
            laps.time(asking);
        } else {
            asking.run();
        }
    }

    private static void print(String what, Contender contender, Laps laps) {
        System.out.printf("%-12s %-30s %s%n", contender.name(), what, laps);
    }
}
