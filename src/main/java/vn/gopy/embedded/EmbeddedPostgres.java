package vn.gopy.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL server that comes with the product, on a {@link DataFolder} that this process holds.
 *
 * <p>Guarantees: what the database acknowledged is on disk (fsync and synchronous commit on); it listens on the loopback
 * address only and asks everybody for a password; a server left behind by a killed owner is taken over; a server that
 * dies under the application is started again on the same port.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());
    private static final String DATABASE = "gopy";
    private static final int REVIVALS = 5;
    private static final Duration CALM = Duration.ofMinutes(1);

    private final DataFolder data;
    private final Path installation;
    private final List<String> settings;
    private final Object turn = new Object();
    private volatile boolean stopping;
    private @Nullable Postmaster postmaster;
    private @Nullable AccessFile access;
    private long lastRevival;
    private int revivals;

    /**
     * @param data where the database lives
     * @param installation where the server's programs are unpacked when they are not yet; not a public temporary folder
     */
    public EmbeddedPostgres(DataFolder data, Path installation) {
        this(data, installation, List.of());
    }

    /** @param settings such as {@code work_mem=64MB}, in place of the usual ones */
    public EmbeddedPostgres(DataFolder data, Path installation, List<String> settings) {
        this.data = data;
        this.installation = installation;
        this.settings = List.copyOf(settings);
    }

    /**
     * Starts the server and makes its database and roles where absent. Takes up to two minutes after a crash.
     *
     * @throws StartFailure when it cannot start, or {@link #close} was called meanwhile
     */
    public DatabaseAccess start() {
        var binaries = PostgresBinaries.in(installation);
        var runAs = RunAs.ownerOf(data.path());
        var cluster = new Cluster(clusterIn(data.path()), binaries, runAs, settings);
        synchronized (turn) {
            try {
                access = AccessFile.ensure(data.path(), runAs, cluster.isFilled());
                cluster.takeOver();
                cluster.ensure(access.superuser());
                run(cluster, 0);
            } catch (IOException failure) {
                throw DataFolder.explained(data.path(), failure);
            }
        }
        return database(DATABASE);
    }

    /** The named database of the running server, made with its roles when it is absent. */
    public DatabaseAccess database(String name) {
        var users = Optional.ofNullable(access).orElseThrow(() -> new IllegalStateException("not started"));
        var maintenance = access(users, port(), "postgres");
        try {
            new Roles(users).ensure(maintenance, name);
        } catch (SQLException failure) {
            throw stopping
                    ? StartFailure.stopped()
                    : StartFailure.failed(String.valueOf(failure.getMessage()), failure);
        }
        return access(users, port(), name);
    }

    /** The database of the application that runs on this folder now; empty when none runs. */
    public static Optional<DatabaseAccess> runningOn(Path data) {
        var cluster = clusterIn(data.toAbsolutePath().normalize());
        return PostmasterPid.read(cluster)
                .filter(pid -> pid.ready() && pid.serves(cluster))
                .flatMap(pid -> read(data).map(users -> access(users, pid.port(), DATABASE)));
    }

    /** The loopback port of the running server. */
    public int port() {
        return running().port();
    }

    /** The process that serves the database. */
    public long pid() {
        return running().pid();
    }

    /** Stops the server with a checkpoint. Call it when the application has done its last write; may be called twice. */
    @Override
    public void close() {
        stopping = true;
        synchronized (turn) {
            if (postmaster != null) {
                postmaster.stop();
            }
        }
    }

    private void run(Cluster cluster, int port) throws IOException {
        var started = Postmaster.start(cluster, port, () -> stopping);
        postmaster = started;
        started.whenEnded(() -> revive(cluster, started.port()));
    }

    /** The application's connection pool keeps the address, so only the same port brings it back to life. */
    private void revive(Cluster cluster, int port) {
        synchronized (turn) {
            if (stopping) {
                return;
            }
            revivals = System.nanoTime() - lastRevival > CALM.toNanos() ? 1 : revivals + 1;
            lastRevival = System.nanoTime();
            LOG.log(System.Logger.Level.ERROR, "PostgreSQL ended unexpectedly; starting it again");
            try {
                if (revivals > REVIVALS) {
                    throw StartFailure.failed("it ended %d times within a minute".formatted(REVIVALS), null);
                }
                cluster.takeOver();
                run(cluster, port);
            } catch (IOException | StartFailure failure) {
                LOG.log(System.Logger.Level.ERROR, "PostgreSQL could not be started again", failure);
            }
        }
    }

    private Postmaster running() {
        return Optional.ofNullable(postmaster).orElseThrow(() -> new IllegalStateException("not started"));
    }

    private static Path clusterIn(Path data) {
        return data.resolve("postgres");
    }

    private static Optional<AccessFile> read(Path data) {
        try {
            var file = AccessFile.in(data);
            return Files.isReadable(file) ? Optional.of(AccessFile.read(file)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static DatabaseAccess access(AccessFile users, int port, String database) {
        var url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
        return new DatabaseAccess(url, users.owner(), users.application());
    }
}
