package vn.gopy.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL's own folder inside the data folder: made whole or not at all, never made anew over existing data.
 *
 * @param settings of the server, in place of the usual ones
 */
record Cluster(Path path, PostgresBinaries binaries, RunAs runAs, List<String> settings) {

    private static final System.Logger LOG = System.getLogger(Cluster.class.getName());

    /** An orphan may have to finish a checkpoint before it can go. */
    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(120);

    /** Only loopback connections, and only with a password: also other users of this machine need it. */
    private static final String CLIENTS = """
            # Written by Góp Ý at every start.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    /** Creates the folder with the given superuser; an existing one is kept. */
    void ensure(DatabaseUser superuser) throws IOException {
        if (!isFilled()) {
            create(superuser);
        }
        var clients = path.resolve("pg_hba.conf");
        Files.writeString(clients, CLIENTS);
        runAs.own(clients);
    }

    /** Whether there is a database in the folder. */
    boolean isFilled() {
        return Files.exists(path.resolve("PG_VERSION"));
    }

    /** Stops a server that a killed owner left behind, and removes its trace when it has died itself. */
    void takeOver() throws IOException {
        var left = PostmasterPid.read(path);
        if (left.isEmpty()) {
            return;
        }
        if (left.get().serves(path)) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Taking over PostgreSQL {0} left by a killed owner",
                    "" + left.get().pid());
            stopOrphan(ProcessHandle.of(left.get().pid()).orElseThrow());
        }
        // After a crash the number may belong to an unrelated process by now, which PostgreSQL would take for itself.
        Files.deleteIfExists(PostmasterPid.file(path));
    }

    /** The command line of one of PostgreSQL's programs, run as a user whom it accepts. */
    List<String> command(String program, List<String> arguments) {
        var command = new ArrayList<>(runAs.prefix());
        command.add(binaries.program(program).toString());
        command.addAll(arguments);
        return command;
    }

    private void stopOrphan(ProcessHandle orphan) {
        Signal.FAST_SHUTDOWN.send(orphan.pid());
        if (!ended(orphan, ORPHAN_PATIENCE)) {
            Signal.IMMEDIATE_SHUTDOWN.send(orphan.pid());
            if (!ended(orphan, Duration.ofSeconds(10))) {
                throw StartFailure.failed("PostgreSQL %d does not stop".formatted(orphan.pid()), null);
            }
        }
    }

    private boolean ended(ProcessHandle orphan, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (orphan.isAlive()
                && PostmasterPid.read(path).filter(pid -> pid.serves(path)).isPresent()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Pause.of(Duration.ofMillis(20));
        }
        return true;
    }

    private void create(DatabaseUser superuser) throws IOException {
        if (Files.exists(path)) {
            throw StartFailure.failed(path + " exists but is not a PostgreSQL folder", null);
        }
        var aside = path.resolveSibling(path.getFileName() + ".new");
        Trees.delete(aside);
        var password = Files.createTempFile(
                path.getParent(),
                ".initdb",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(password, superuser.password());
            runAs.own(password);
            initdb(aside, superuser, password);
            Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private void initdb(Path folder, DatabaseUser superuser, Path password) throws IOException {
        var process = new ProcessBuilder(command(
                        "initdb",
                        List.of(
                                "--pgdata=" + folder,
                                "--username=" + superuser.name(),
                                "--pwfile=" + password,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--no-instructions")))
                .redirectErrorStream(true)
                .redirectOutput(path.resolveSibling("initdb.log").toFile());
        Environments.bare(process);
        var status = status(process.start());
        var said = Files.readString(path.resolveSibling("initdb.log"));
        if (status != 0) {
            throw said.contains("No space left")
                    ? StartFailure.noRoom(path, null)
                    : StartFailure.failed("initdb: " + said.strip(), null);
        }
        Files.deleteIfExists(path.resolveSibling("initdb.log"));
    }

    private static int status(Process process) {
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw StartFailure.stopped();
        }
    }
}
