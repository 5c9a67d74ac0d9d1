package vn.gopy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;
import vn.gopy.embedded.DataFolder;
import vn.gopy.embedded.EmbeddedPostgres;

/** The one PostgreSQL of this test run, started at first use and deleted with its data at the end. */
public final class TestPostgres {

    /** The data lives no longer than the test run: nothing of it must outlast a machine that stops. */
    private static final List<String> FORGETFUL =
            List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestPostgres() {}

    /** Starts the server at the first call. */
    public static EmbeddedPostgres shared() {
        return Holder.SERVER;
    }

    static String freshName() {
        return "test_" + NUMBER.incrementAndGet();
    }

    /** A folder of this test run alone, inside {@code target}. */
    static Path home() {
        return Holder.HOME;
    }

    private static final class Holder {

        static final Path HOME = createHome();
        static final EmbeddedPostgres SERVER = start();

        private static Path createHome() {
            try {
                return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-runs")), "run-")
                        .toAbsolutePath();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static EmbeddedPostgres start() {
            var folder = DataFolder.open(HOME.resolve("server"));
            var server = new EmbeddedPostgres(folder, Path.of("target", "pg"), FORGETFUL);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder)));
            server.start();
            return server;
        }

        private static void end(EmbeddedPostgres server, DataFolder folder) {
            server.close();
            folder.close();
            FileSystemUtils.deleteRecursively(HOME.toFile());
        }
    }
}
