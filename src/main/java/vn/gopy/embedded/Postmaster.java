package vn.gopy.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One running PostgreSQL server process on a {@link Cluster}.
 *
 * <p>It leads a session of its own, so that Ctrl-C in the terminal reaches the application only: the database must
 * outlive the application's last write.
 */
final class Postmaster {

    /** Long enough for crash recovery of much unwritten work. */
    private static final Duration RECOVERY = Duration.ofSeconds(120);

    private static final Duration CHECKPOINT = Duration.ofSeconds(12);
    private static final long LOG_LIMIT = 10L << 20;

    /** Whatever the umask of who started the product. */
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Cluster cluster;
    private final Process process;
    private final int port;

    private Postmaster(Cluster cluster, Process process, int port) {
        this.cluster = cluster;
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a server on a loopback port and returns when it takes connections.
     *
     * @param wantedPort 0 for any free port
     * @param given tells that the start is no longer wanted
     */
    static Postmaster start(Cluster cluster, int wantedPort, BooleanSupplier given) throws IOException {
        var end = System.nanoTime() + RECOVERY.toNanos();
        while (true) {
            var port = wantedPort == 0 ? freePort() : wantedPort;
            var postmaster = launch(cluster, port);
            if (postmaster.becameReady(end, given)) {
                return postmaster;
            }
            postmaster.stop();
            postmaster.judge(given, System.nanoTime() > end);
            Pause.of(Duration.ofMillis(200));
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Runs the action when the server process has ended, for whatever reason. */
    void whenEnded(Runnable action) {
        process.onExit().thenRun(action);
    }

    /** Ends the server with a checkpoint, or without one when that takes too long. */
    void stop() {
        if (!process.isAlive()) {
            return;
        }
        Signal.FAST_SHUTDOWN.send(process.pid());
        if (!ended(CHECKPOINT)) {
            Signal.IMMEDIATE_SHUTDOWN.send(process.pid());
            if (!ended(Duration.ofSeconds(5))) {
                process.destroyForcibly();
                ended(Duration.ofSeconds(5));
            }
        }
    }

    private static Postmaster launch(Cluster cluster, int port) throws IOException {
        var builder = new ProcessBuilder(command(cluster, port))
                .redirectErrorStream(true)
                .redirectOutput(freshLog(cluster).toFile());
        Environments.bare(builder);
        return new Postmaster(cluster, builder.start(), port);
    }

    private static List<String> command(Cluster cluster, int port) {
        var arguments = new ArrayList<String>(List.of("-D", cluster.path().toString()));
        settings(port).forEach(setting -> arguments.addAll(List.of("-c", setting)));
        cluster.settings().forEach(setting -> arguments.addAll(List.of("-c", setting)));
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(cluster.command("postgres", arguments));
        return command;
    }

    /** Given on the command line, so that no file in the data folder can weaken them. */
    private static List<String> settings(int port) {
        return List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "password_encryption=scram-sha-256",
                "max_connections=60",
                "shared_buffers=128MB",
                "timezone=UTC",
                "logging_collector=off",
                "log_checkpoints=off",
                // Statements and their values may hold what only few may read: the log never shows them.
                "log_min_messages=log",
                "log_min_error_statement=panic",
                "log_error_verbosity=terse");
    }

    private boolean becameReady(long end, BooleanSupplier given) {
        while (process.isAlive() && !given.getAsBoolean() && System.nanoTime() < end) {
            var written = PostmasterPid.read(cluster.path());
            if (written.filter(pid -> pid.pid() == process.pid() && pid.ready()).isPresent()) {
                return true;
            }
            Pause.of(Duration.ofMillis(10));
        }
        return false;
    }

    /** Throws unless another try may help: the port was lost to another program, or old server processes still end. */
    private void judge(BooleanSupplier given, boolean late) throws IOException {
        if (given.getAsBoolean()) {
            throw StartFailure.stopped();
        }
        var said = Files.readString(log(cluster), StandardCharsets.ISO_8859_1);
        if (said.contains("No space left")) {
            throw StartFailure.noRoom(cluster.path(), null);
        }
        var passing = said.contains("could not bind")
                || said.contains("could not create any TCP/IP sockets")
                || said.contains("is still in use")
                || said.contains("postmaster.pid\" already exists");
        if (late || !passing) {
            var tail = said.substring(Math.max(0, said.length() - 600)).strip();
            throw StartFailure.failed("%s%n(%s)".formatted(tail, log(cluster)), null);
        }
    }

    private boolean ended(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path log(Cluster cluster) {
        return cluster.path().resolveSibling("postgres.log");
    }

    /** Each start writes a new log; the one before is kept, unless it grew beyond all use. */
    private static Path freshLog(Cluster cluster) throws IOException {
        var log = log(cluster);
        if (Files.exists(log) && Files.size(log) < LOG_LIMIT) {
            Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.deleteIfExists(log);
        return Files.createFile(log, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
