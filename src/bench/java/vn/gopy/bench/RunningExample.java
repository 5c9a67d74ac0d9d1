package vn.gopy.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The example that {@code bin/gopy} has started to be measured.
 *
 * @param address where it answers
 * @param data its folder
 */
public record RunningExample(String address, Path data) {

    /** As {@code bin/gopy} names it, by {@code --product} and {@code --data}. */
    public static RunningExample of(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        return new RunningExample(options.get("--product"), Path.of(options.get("--data")));
    }

    /** Its database, as the owner. */
    public Connection database() throws IOException, SQLException {
        var users = new Properties();
        try (Reader file = Files.newBufferedReader(data.resolve("postgres-access.properties"))) {
            users.load(file);
        }
        String url = "jdbc:postgresql://127.0.0.1:" + postmaster().get(3).strip() + "/gopy";
        return DriverManager.getConnection(url, "gopy_owner", users.getProperty("gopy_owner"));
    }

    static long number(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<String> postmaster() throws IOException {
        return Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
    }

    /**
     * Time of the processors that program and database have used together until now: what a measurement on a busy machine can
     * still be judged by.
     */
    public Duration work() throws IOException {
        return programWork().plus(databaseWork());
    }

    /** The program's part of it. */
    Duration programWork() throws IOException {
        ProcessHandle program = server();
        while (!program.info().command().orElse("").endsWith("java")) {
            program = program.parent().orElseThrow(() -> new IOException("nothing has started the database"));
        }
        return used(program);
    }

    /** The part of the database, with the connections that are open now and those that have ended. */
    public Duration databaseWork() throws IOException {
        ProcessHandle database = server();
        Duration sum = used(database).plus(usedByEnded(database));
        for (ProcessHandle connection : database.children().toList()) {
            sum = sum.plus(used(connection));
        }
        return sum;
    }

    private ProcessHandle server() throws IOException {
        return ProcessHandle.of(Long.parseLong(postmaster().getFirst().strip()))
                .orElseThrow(() -> new IOException("the database does not run"));
    }

    /** What processes used that a process had begun and that are no more; nothing where the system does not tell. */
    private static Duration usedByEnded(ProcessHandle process) throws IOException {
        Path told = Path.of("/proc", Long.toString(process.pid()), "stat");
        if (!Files.isReadable(told)) {
            return Duration.ZERO;
        }
        String line = Files.readString(told);
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return Duration.ofMillis(10 * (Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
