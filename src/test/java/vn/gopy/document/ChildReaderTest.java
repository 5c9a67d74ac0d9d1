package vn.gopy.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Problem;

class ChildReaderTest {

    private static final byte[] TEXT = "Điều 1. Phạm vi".getBytes(UTF_8);

    @Test
    void readsInAnotherProcess() throws IOException {
        try (var reader = new ChildReader(ChildReader.Settings.standard())) {
            var reading = reader.read(TEXT, "a.txt");
            assertThat(reading.problem()).isNull();
            assertThat(reading.blocks()).extracting(Block::text).containsExactly("Điều 1. Phạm vi");
        }
    }

    @Test
    void aPoolReadsManyFilesAndGoesOnAfterAFailure() throws IOException {
        try (var reader =
                new ChildReader(ChildReader.Settings.standard().asPool().withChildren(1))) {
            List<Problem> problems = IntStream.range(0, 5)
                    .mapToObj(i -> reader.read(i == 2 ? "{\\rtf1".getBytes(UTF_8) : TEXT, i == 2 ? "a.rtf" : "a.txt")
                            .problem())
                    .toList();
            assertThat(problems).containsExactly(null, null, Problem.EMPTY, null, null);
        }
    }

    @Test
    void aChildThatTakesTooLongIsKilledAndTheNextFileIsFine() throws IOException {
        var settings = ChildReader.Settings.standard().asPool().withChildren(1);
        try (var hasty = new ChildReader(settings.withTimeLimit(Duration.ofMillis(1)))) {
            assertThat(hasty.read(TEXT, "a.txt").problem()).isEqualTo(Problem.TIMEOUT);
            assertThat(ProcessHandle.current()
                            .children()
                            .filter(ProcessHandle::isAlive)
                            .filter(child ->
                                    child.info().commandLine().orElse("").contains("ExtractMain")))
                    .isEmpty();
        }
        try (var patient = new ChildReader(settings)) {
            assertThat(patient.read(TEXT, "a.txt").problem()).isNull();
        }
    }

    @Test
    void aChildThatCannotStartIsACrashNotAnException() throws IOException {
        var standard = ChildReader.Settings.standard();
        var broken = new ChildReader.Settings(
                standard.javaHome(),
                "/nowhere",
                448,
                Duration.ofSeconds(20),
                1 << 20,
                standard.workFolder(),
                1,
                false,
                null,
                List.of());
        try (var reader = new ChildReader(broken)) {
            assertThat(reader.read(TEXT, "a.txt").problem()).isEqualTo(Problem.CRASH);
        }
    }

    @Test
    void tooLittleMemoryIsNamed() throws IOException {
        var standard = ChildReader.Settings.standard();
        var tight = new ChildReader.Settings(
                standard.javaHome(),
                standard.classPath(),
                12,
                Duration.ofSeconds(30),
                50 << 20,
                standard.workFolder(),
                1,
                false,
                null,
                List.of());
        try (var reader = new ChildReader(tight)) {
            byte[] large = "Điều 1. Nội dung của điều này.\n".repeat(600_000).getBytes(UTF_8);
            assertThat(reader.read(large, "a.txt").problem()).isEqualTo(Problem.OUT_OF_MEMORY);
        }
    }

    @Test
    void tooLargeOrForeignFilesNeverReachAChild() throws IOException {
        var standard = ChildReader.Settings.standard();
        var none = new ChildReader.Settings(
                standard.javaHome(),
                "/nowhere",
                448,
                Duration.ofSeconds(5),
                10,
                standard.workFolder(),
                1,
                false,
                null,
                List.of());
        try (var reader = new ChildReader(none)) {
            assertThat(reader.read(TEXT, "a.txt").problem()).isEqualTo(Problem.TOO_LARGE);
            assertThat(reader.read("MZ".getBytes(UTF_8), "a.exe").problem()).isEqualTo(Problem.TYPE_NOT_ALLOWED);
        }
    }

    @Test
    void theWorkFolderIsPrivateAndGoes(@TempDir Path folder) throws IOException {
        var standard = ChildReader.Settings.standard();
        var settings = new ChildReader.Settings(
                standard.javaHome(),
                standard.classPath(),
                448,
                Duration.ofSeconds(30),
                1 << 20,
                folder,
                1,
                false,
                null,
                List.of());
        try (var reader = new ChildReader(settings);
                var made = Files.list(folder)) {
            assertThat(made.map(path -> {
                        try {
                            return java.nio.file.attribute.PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(path));
                        } catch (IOException gone) {
                            return gone.toString();
                        }
                    }))
                    .containsExactly("rwx------");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theChildSeesNoSpringNoDatabaseNoScreens() {
        assertThat(ChildClassPath.find())
                .contains("pdfbox")
                .contains("poi")
                .doesNotContain("spring-")
                .doesNotContain("postgresql")
                .doesNotContain("vaadin-");
    }
}
