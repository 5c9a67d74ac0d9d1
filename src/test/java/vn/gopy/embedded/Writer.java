package vn.gopy.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;

/**
 * A small application in a process of its own, to be killed: it owns a data folder, runs the database there and writes
 * rows 1, 2, 3 …, printing each number when the database has acknowledged it.
 *
 * <p>Started with {@code too-early} it prints the number before it commits: a test that does not notice this proves
 * nothing. Started with {@code slow-to-stop} it needs longer to stop than a start waits for an owner that does not say
 * that it is stopping. Started with {@code greedy} it takes memory until the JVM has none.
 */
final class Writer {

    private Writer() {}

    public static void main(String[] args) throws Exception {
        var mode = args.length > 2 ? args[2] : "";
        var folder = DataFolder.open(Path.of(args[0]));
        var postgres = new EmbeddedPostgres(folder, Path.of(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder, postgres, mode.equals("slow-to-stop"))));
        var access = postgres.start();
        System.out.println("postgres " + postgres.pid());
        try (var connection = access.connect(access.owner())) {
            Rows.prepare(connection);
            if (mode.equals("greedy")) {
                Thread.ofPlatform().start(Writer::takeAllMemory);
            }
            write(connection, mode.equals("too-early"));
        }
    }

    private static void takeAllMemory() {
        var taken = new ArrayList<byte[]>();
        while (true) {
            Pause.of(Duration.ofMillis(20));
            taken.add(new byte[1 << 20]);
        }
    }

    private static void write(Connection connection, boolean tooEarly) throws Exception {
        connection.setAutoCommit(false);
        for (var number = Rows.count(connection) + 1; ; number++) {
            Rows.insert(connection, number);
            if (tooEarly) {
                System.out.println(number);
                Thread.sleep(200);
            }
            connection.commit();
            if (!tooEarly) {
                System.out.println(number);
            }
        }
    }

    private static void stop(DataFolder folder, EmbeddedPostgres postgres, boolean slowly) {
        folder.announceStopping();
        if (slowly) {
            Pause.of(Duration.ofSeconds(4));
        }
        postgres.close();
        folder.close();
    }

    /** The table that is written and counted. */
    static final class Rows {

        private Rows() {}

        static void prepare(Connection connection) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS acknowledged (number integer PRIMARY KEY)");
            }
        }

        static void insert(Connection connection, int number) throws SQLException {
            try (var statement = connection.prepareStatement("INSERT INTO acknowledged VALUES (?)")) {
                statement.setInt(1, number);
                statement.executeUpdate();
            }
        }

        static int count(Connection connection) throws SQLException {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT count(*) FROM acknowledged")) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
