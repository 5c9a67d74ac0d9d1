package vn.gopy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A data folder whose empty database was made before, for tests that are not about making one: that takes seconds. */
final class ReadyFolder {

    static final Path PROGRAMS = Path.of("target", "pg").toAbsolutePath();

    private ReadyFolder() {}

    /** Fills the empty folder with it. */
    static void copyTo(Path folder) throws IOException, InterruptedException {
        var copying = new ProcessBuilder("cp", "-a", Made.FOLDER + "/.", folder.toString())
                .inheritIO()
                .start();
        assertThat(copying.waitFor()).isZero();
    }

    private static final class Made {

        static final Path FOLDER = make();

        private static Path make() {
            try {
                var folder = Files.createTempDirectory(
                                Files.createDirectories(Path.of("target", "test-runs")), "ready-")
                        .toAbsolutePath();
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
                try (var data = DataFolder.open(folder);
                        var postgres = new EmbeddedPostgres(data, PROGRAMS)) {
                    postgres.start();
                }
                return folder;
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        }
    }
}
