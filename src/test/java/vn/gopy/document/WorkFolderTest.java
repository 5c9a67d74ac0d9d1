package vn.gopy.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed process leaves in memory goes at the next start; what a living one uses stays. */
class WorkFolderTest {

    @TempDir
    Path parent;

    /** A process with a folder of its own, until its input ends. */
    public static void main(String[] args) throws IOException {
        System.out.println(WorkFolder.in(Path.of(args[0])).path());
        System.in.read();
    }

    @Test
    void aFolderOfAKilledProcessGoesAndThatOfALivingOneStays() throws Exception {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkFolderTest.class.getName(),
                        parent.toString())
                .start();
        Path folder = Path.of(owner.inputReader().readLine());
        Files.writeString(folder.resolve("words"), "left");
        try (WorkFolder own = WorkFolder.in(parent);
                WorkFolder second = WorkFolder.in(parent)) {
            assertThat(folder).exists();
            assertThat(own.path()).exists().isNotEqualTo(second.path());
        }
        owner.destroyForcibly();
        assertThat(owner.waitFor(10, TimeUnit.SECONDS)).isTrue();
        try (WorkFolder next = WorkFolder.in(parent)) {
            assertThat(folder).doesNotExist();
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void oneWithoutAnOwnerGoesWhenItIsNotNew() throws IOException {
        Path fresh = Files.createDirectory(parent.resolve("gopy-reading-1"));
        Path old = Files.createDirectory(parent.resolve("gopy-reading-2"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        try (WorkFolder folder = WorkFolder.in(parent)) {
            assertThat(old).doesNotExist();
            assertThat(fresh).exists();
        }
    }
}
