package vn.gopy.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The example that {@code bin/gopy} has started to be measured.
 *
 * @param address where it answers
 * @param data its folder
 */
public record RunningExample(String address, Path data) {

    private static final int MILLIS_OF_TICK = 10;

    /** Columns of a {@code stat} behind the name. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;
    private static final int USER_OF_ENDED = 13;
    private static final int SYSTEM_OF_ENDED = 14;

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
        return used(program());
    }

    private ProcessHandle program() throws IOException {
        ProcessHandle program = server();
        while (!program.info().command().orElse("").endsWith("java")) {
            program = program.parent().orElseThrow(() -> new IOException("nothing has started the database"));
        }
        return program;
    }

    /** What the program has spent on compiling itself until now; nothing where the system does not tell. */
    Duration compilerWork() throws IOException {
        Path threads = Path.of("/proc", Long.toString(program().pid()), "task");
        Duration sum = Duration.ZERO;
        if (Files.isDirectory(threads)) {
            try (Stream<Path> each = Files.list(threads)) {
                for (Path thread : each.toList()) {
                    sum = sum.plus(compiling(thread.resolve("stat")));
                }
            }
        }
        return sum;
    }

    private static Duration compiling(Path thread) throws IOException {
        try {
            String line = Files.readString(thread);
            return line.contains("CompilerThre") ? ticks(line, USER, SYSTEM) : Duration.ZERO;
        } catch (NoSuchFileException ended) {
            return Duration.ZERO;
        }
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
        return ticks(Files.readString(told), USER_OF_ENDED, SYSTEM_OF_ENDED);
    }

    private static Duration ticks(String line, int... columns) {
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return Duration.ofMillis(Arrays.stream(columns)
                .mapToLong(column -> MILLIS_OF_TICK * Long.parseLong(fields[column]))
                .sum());
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
