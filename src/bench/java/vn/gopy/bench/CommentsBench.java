package vn.gopy.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import vn.gopy.bench.CopiedRows.Row;
import vn.gopy.bench.CopiedRows.Table;

/**
 * {@code bin/gopy bench comments}: how many opinions a second the product keeps for good, over its API with everything that
 * belongs to one (trail, outbox, point, index), beside plain inserts of the very rows that they left, one transaction for each
 * opinion, into tables with the same indexes, checks, references and triggers, from as many connections, in the same PostgreSQL
 * and run. Rounds take turns, after the program has taken in many thousand opinions, since a server has been running for
 * long when the last day of a round comes; medians count. Beside it stands what one opinion costs of the processors, which says more on a
 * busy machine.
 */
final class CommentsBench {

    /**
     * Opinions before anything counts: what is called once for each is compiled for the last time after five thousand, and the
     * compiler, which has two processors to share with those who write, is not done with all of it before twenty thousand.
     */
    private static final int WARM_UP = 12_000;

    private static final int LONGEST_WARM_UP = 40_000;

    /** Of the program's time of the processors; above it the program still compiles what a running server has long compiled. */
    private static final double COMPILER_AT_REST = 0.1;

    private static final int ROUNDS = 5;
    private static final int WRITERS = 4;
    private static final long ROUND_NANOS = 4_000_000_000L;
    private static final String ACCOUNT = "tuvan:demo";
    private static final Table OUTBOX =
            new Table("index_outbox", List.of("\"entity\"", "\"id\""), List.of("text", "uuid"));

    /** What refers to others comes behind them; all else before. */
    private static final List<String> ORDER = List.of("comment", "issue_group", "point", "point_source", "point_place");

    private final RunningExample example;
    private final SpokenDraft draft;

    private CommentsBench(RunningExample example) {
        this.example = example;
        this.draft = new SpokenDraft(example.address(), ACCOUNT);
    }

    public static void main(String[] args) throws Exception {
        new CommentsBench(RunningExample.of(args)).run();
        System.exit(0);
    }

    /**
     * One side of one round.
     *
     * @param rate opinions a second
     * @param databaseWork milliseconds of the processors for one, of the database
     * @param otherWork the same of those who ask it
     * @param compiling the part of those that their compiler took
     */
    private record Side(double rate, double databaseWork, double otherWork, double compiling) {}

    private void run() throws Exception {
        List<String> places = draft.clauses();
        var ours = new ArrayList<Side>();
        var plain = new ArrayList<Side>();
        double rowsEach = 0;
        try (Connection database = example.database()) {
            require(database, "fsync", "on");
            require(database, "synchronous_commit", "on");
            int kept = 0;
            while (ours.size() < ROUNDS) {
                long since = RunningExample.number(database, "SELECT txid_current()");
                Side own = kept(places);
                List<List<Row>> opinions = written(database, since);
                rowsEach = opinions.stream().mapToInt(List::size).average().orElseThrow();
                Side inserted = inserts(opinions);
                boolean counts = !ours.isEmpty()
                        || kept >= LONGEST_WARM_UP
                        || kept >= WARM_UP && own.compiling() < COMPILER_AT_REST;
                kept += opinions.size();
                System.out.printf(
                        Locale.ROOT,
                        "%s: %.0f opinions/s (%.2f ms of the program, %.0f %% of it its compiler, and %.2f of the database each), plain inserts of the same"
                                + " %.1f rows each %.0f/s (%.2f ms and %.2f of the database)%n",
                        counts ? "round " + (ours.size() + 1) : "warming up, " + kept,
                        own.rate(),
                        own.otherWork(),
                        100 * own.compiling(),
                        own.databaseWork(),
                        rowsEach,
                        inserted.rate(),
                        inserted.otherWork(),
                        inserted.databaseWork());
                if (counts) {
                    ours.add(own);
                    plain.add(inserted);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"comments\",\"ratios\":{\"product_vs_plain_inserts\":%.2f},\"figures\":{\"opinionsPerSecond\":%.0f,"
                        + "\"plainPerSecond\":%.0f,\"rowsEach\":%.1f,\"writers\":%d,\"programCpuMs\":%.2f,\"databaseCpuMs\":%.2f,"
                        + "\"plainCpuMs\":%.2f,\"plainDatabaseCpuMs\":%.2f},\"limits\":{\"product_vs_plain_inserts\":0.5}}%n",
                median(ours, Side::rate) / median(plain, Side::rate),
                median(ours, Side::rate),
                median(plain, Side::rate),
                rowsEach,
                WRITERS,
                median(ours, Side::otherWork),
                median(ours, Side::databaseWork),
                median(plain, Side::otherWork),
                median(plain, Side::databaseWork));
    }

    private static void require(Connection database, String setting, String value) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            if (!row.getString(1).equals(value)) {
                throw new IllegalStateException(setting + " is " + row.getString(1));
            }
        }
    }

    private static double median(List<Side> rounds, ToDoubleFunction<Side> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    // ---- the product

    /** What the program does for one includes what it does afterwards beside the writers: index, numbers of points. */
    private Side kept(List<String> places) throws Exception {
        Duration program = example.programWork();
        Duration compiler = example.compilerWork();
        Duration database = example.databaseWork();
        long began = System.nanoTime();
        long end = began + ROUND_NANOS;
        int done = together(writer -> () -> {
            int count = 0;
            while (System.nanoTime() < end) {
                opinion(places.get((writer + WRITERS * count) % places.size()));
                count++;
            }
            return count;
        });
        double rate = done * 1e9 / (System.nanoTime() - began);
        Duration worked = example.programWork().minus(program);
        return new Side(
                rate,
                each(example.databaseWork().minus(database), done),
                each(worked, done),
                (double) example.compilerWork().minus(compiler).toMillis() / worked.toMillis());
    }

    private static double each(Duration work, int done) {
        return work.toNanos() / 1e6 / done;
    }

    private void opinion(String place) throws IOException, InterruptedException {
        draft.say(place, "Đề nghị rà soát lại thời hạn cho phù hợp với thực tế của địa phương.");
    }

    // ---- writers

    private interface Writer {

        Callable<Integer> of(int number);
    }

    private static int together(Writer writer) throws InterruptedException, ExecutionException {
        int sum = 0;
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int n = 0; n < WRITERS; n++) {
                running.add(threads.submit(writer.of(n)));
            }
            for (Future<Integer> one : running) {
                sum += one.get();
            }
        }
        return sum;
    }

    // ---- the database

    /**
     * What each opinion since that transaction has left: what its transaction wrote, its point, which was given a number by
     * another transaction since, and what it noted for the index, which is read and gone.
     */
    private static List<List<Row>> written(Connection database, long since) throws SQLException {
        Map<String, List<Row>> byTransaction = CopiedRows.since(database, since);
        Map<String, String> ofPoints = new HashMap<>();
        byTransaction.forEach((transaction, rows) -> rows.stream()
                .filter(row -> row.table().name().equals("point_source"))
                .forEach(source -> ofPoints.put(source.value("point_id"), transaction)));
        List<Row> numbered = byTransaction.values().stream()
                .flatMap(List::stream)
                .filter(row -> row.table().name().equals("point"))
                .toList();
        byTransaction.values().forEach(rows -> rows.removeAll(numbered));
        numbered.forEach(point -> byTransaction
                .getOrDefault(ofPoints.getOrDefault(point.value("id"), ""), new ArrayList<>())
                .add(point));
        return byTransaction.values().stream()
                .map(CommentsBench::complete)
                .filter(rows -> !rows.isEmpty())
                .toList();
    }

    /** The rows of an opinion in the order in which they can be written, with the one that it had for the index. */
    private static List<Row> complete(List<Row> left) {
        var rows = left.stream()
                .filter(row -> !row.table().name().equals(OUTBOX.name()))
                .sorted(Comparator.comparingInt(row -> ORDER.indexOf(row.table().name())))
                .collect(Collectors.toCollection(ArrayList::new));
        return left.stream()
                .filter(row -> row.table().name().equals("comment"))
                .findFirst()
                .map(comment -> {
                    rows.add(new Row(OUTBOX, List.of("THREAD", comment.value("id"))));
                    return List.copyOf(rows);
                })
                .orElse(List.of());
    }

    /** Inserts them into empty tables that ask of a row what the product's own ask, one transaction each. */
    private Side inserts(List<List<Row>> opinions) throws Exception {
        List<Connection> writers = new ArrayList<>();
        try {
            for (int n = 0; n < WRITERS; n++) {
                writers.add(example.database());
            }
            CopiedRows.emptyTables(writers.getFirst(), opinions);
            Duration database = example.databaseWork();
            Duration own = own();
            long began = System.nanoTime();
            int done = together(writer -> () -> insertShare(writers.get(writer), opinions, writer));
            double rate = done * 1e9 / (System.nanoTime() - began);
            return new Side(
                    rate,
                    each(example.databaseWork().minus(database), done),
                    each(own().minus(own), done),
                    0);
        } finally {
            for (Connection writer : writers) {
                writer.close();
            }
        }
    }

    private static Duration own() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static int insertShare(Connection database, List<List<Row>> opinions, int writer) throws SQLException {
        database.setAutoCommit(false);
        Map<String, PreparedStatement> inserts = new HashMap<>();
        int done = 0;
        for (int n = writer; n < opinions.size(); n += WRITERS) {
            CopiedRows.insert(database, inserts, opinions.get(n));
            database.commit();
            done++;
        }
        return done;
    }
}
