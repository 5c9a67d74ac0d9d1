package vn.gopy.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code bin/gopy bench comments}: how many opinions a second the product keeps for good, over its API with everything that
 * belongs to one (trail, outbox, index), beside plain inserts of the very rows that they left, one transaction for each
 * opinion, from as many connections, in the same PostgreSQL and run. Rounds take turns; the first ones are for warming
 * up, since a server has been running for long when the last day of a round comes; medians of the others count.
 */
final class CommentsBench {

    private static final int WARM_UP = 6;
    private static final int ROUNDS = WARM_UP + 5;
    private static final int WRITERS = 4;
    private static final long ROUND_NANOS = 4_000_000_000L;
    private static final String ACCOUNT = "tuvan:demo";

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

    /** One row of a table, every value as PostgreSQL writes it. */
    private record Row(Table table, List<String> values) {}

    private record Table(String name, List<String> columns, List<String> types) {}

    private void run() throws Exception {
        List<String> places = draft.clauses();
        var ours = new ArrayList<Double>();
        var plain = new ArrayList<Double>();
        double rowsEach = 0;
        try (Connection database = example.database()) {
            require(database, "fsync", "on");
            require(database, "synchronous_commit", "on");
            for (int round = 0; round < ROUNDS; round++) {
                long since = RunningExample.number(database, "SELECT txid_current()");
                double kept = rate(writer -> {
                    opinion(places.get((int) (Thread.currentThread().threadId() % places.size())));
                    return null;
                });
                List<List<Row>> opinions = written(database, since);
                rowsEach = opinions.stream().mapToInt(List::size).average().orElseThrow();
                double inserted = inserts(opinions);
                System.out.printf(
                        Locale.ROOT,
                        "round %d: %.0f opinions/s, plain inserts of the same %.1f rows each %.0f/s%n",
                        round,
                        kept,
                        rowsEach,
                        inserted);
                if (round >= WARM_UP) {
                    ours.add(kept);
                    plain.add(inserted);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"comments\",\"ratios\":{\"product_vs_plain_inserts\":%.2f},\"figures\":{\"opinionsPerSecond\":%.0f,"
                        + "\"plainPerSecond\":%.0f,\"rowsEach\":%.1f,\"writers\":%d},\"limits\":{\"product_vs_plain_inserts\":0.5}}%n",
                median(ours) / median(plain),
                median(ours),
                median(plain),
                rowsEach,
                WRITERS);
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

    private static double median(List<Double> rates) {
        List<Double> sorted = new ArrayList<>(rates);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    // ---- the product

    private void opinion(String place) throws IOException, InterruptedException {
        draft.say(place, "Đề nghị rà soát lại thời hạn cho phù hợp với thực tế của địa phương.");
    }

    // ---- rounds

    private interface Work {

        Void one(int writer) throws Exception;
    }

    /** How often a second the writers together do it, for one round. */
    private static double rate(Work work) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + ROUND_NANOS;
        long began = System.nanoTime();
        int done = together(writer -> () -> {
            int count = 0;
            while (System.nanoTime() < end) {
                work.one(writer);
                count++;
            }
            return count;
        });
        return done * 1e9 / (System.nanoTime() - began);
    }

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

    /** What each opinion since that transaction has left, by the transaction that wrote it. */
    private static List<List<Row>> written(Connection database, long since) throws SQLException {
        Map<String, List<Row>> byTransaction = new LinkedHashMap<>();
        for (Table table : tables(database)) {
            String columns = String.join("::text, ", table.columns()) + "::text";
            String query = "SELECT xmin::text, " + columns + " FROM " + table.name() + " WHERE xmin::text::bigint >= " + since;
            try (Statement statement = database.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    List<String> values = new ArrayList<>();
                    for (int n = 0; n < table.columns().size(); n++) {
                        values.add(rows.getString(n + 2));
                    }
                    byTransaction
                            .computeIfAbsent(rows.getString(1), none -> new ArrayList<>())
                            .add(new Row(table, values));
                }
            }
        }
        return byTransaction.values().stream()
                .filter(rows -> rows.stream().anyMatch(row -> row.table().name().equals("comment")))
                .toList();
    }

    private static List<Table> tables(Connection database) throws SQLException {
        Map<String, Table> tables = new LinkedHashMap<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_class c
                               JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
                        WHERE n.nspname = 'public' AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
                          AND a.attgenerated = '' AND has_table_privilege(c.oid, 'SELECT')
                        ORDER BY c.relname, a.attnum
                        """)) {
            while (rows.next()) {
                Table table = tables.computeIfAbsent(
                        rows.getString(1), name -> new Table(name, new ArrayList<>(), new ArrayList<>()));
                table.columns().add('"' + rows.getString(2) + '"');
                table.types().add(rows.getString(3));
            }
        }
        return List.copyOf(tables.values());
    }

    /** Inserts them into empty tables with the same columns, checks and indexes, one transaction each; how many a second. */
    private double inserts(List<List<Row>> opinions) throws Exception {
        List<Connection> writers = new ArrayList<>();
        try {
            for (int n = 0; n < WRITERS; n++) {
                writers.add(example.database());
            }
            emptyTables(writers.getFirst(), opinions);
            long began = System.nanoTime();
            int done = together(writer -> () -> insertShare(writers.get(writer), opinions, writer));
            return done * 1e9 / (System.nanoTime() - began);
        } finally {
            for (Connection writer : writers) {
                writer.close();
            }
        }
    }

    private static void emptyTables(Connection database, List<List<Row>> opinions) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS bench CASCADE");
            statement.execute("CREATE SCHEMA bench");
            for (String name : opinions.stream()
                    .flatMap(List::stream)
                    .map(row -> row.table().name())
                    .distinct()
                    .toList()) {
                statement.execute(
                        "CREATE TABLE bench." + name + " (LIKE public." + name
                                + " INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES)");
            }
        }
    }

    private static int insertShare(Connection database, List<List<Row>> opinions, int writer) throws SQLException {
        database.setAutoCommit(false);
        Map<String, PreparedStatement> inserts = new HashMap<>();
        int done = 0;
        for (int n = writer; n < opinions.size(); n += WRITERS) {
            for (Row row : opinions.get(n)) {
                PreparedStatement insert = inserts.get(row.table().name());
                if (insert == null) {
                    insert = database.prepareStatement(insert(row.table()));
                    inserts.put(row.table().name(), insert);
                }
                for (int i = 0; i < row.values().size(); i++) {
                    insert.setString(i + 1, row.values().get(i));
                }
                insert.executeUpdate();
            }
            database.commit();
            done++;
        }
        return done;
    }

    private static String insert(Table table) {
        var values = table.types().stream().map(type -> "?::text::" + type).toList();
        return "INSERT INTO bench." + table.name() + " (" + String.join(", ", table.columns()) + ") VALUES ("
                + String.join(", ", values) + ")";
    }
}
