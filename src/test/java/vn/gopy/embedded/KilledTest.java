package vn.gopy.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gopy.TestLength;

/** Whatever is killed, and whenever: what was acknowledged is there after the next start. */
class KilledTest {

    private static final int MANY = 30;

    @TempDir
    Path home;

    private Process writer;
    private BufferedReader said;
    private long postgres;

    static IntStream rounds() {
        return TestLength.rounds(1, 50);
    }

    @BeforeEach
    void aDatabaseWasMade() throws Exception {
        ReadyFolder.copyTo(home);
    }

    @AfterEach
    void nothingStaysBehind() {
        writer.destroyForcibly();
        ProcessHandle.of(postgres).ifPresent(ProcessHandle::destroyForcibly);
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void theOwnerIsKilled(int round) throws Exception {
        writing();
        var acknowledged = killed(MANY * round, writer.toHandle());
        assertThat(orphanServes()).as("an orphan is left").isTrue();
        assertThat(rowsAfterRestart()).isBetween(acknowledged, acknowledged + 1);
        assertThat(orphanServes()).as("the orphan still runs").isFalse();
    }

    @Test
    void theOwnerEndsForWantOfMemory() throws Exception {
        writing("greedy");
        var acknowledged = lastAcknowledged();
        assertThat(writer.exitValue()).as("the JVM ended itself").isEqualTo(3);
        assertThat(orphanServes()).as("an orphan is left").isTrue();
        assertThat(rowsAfterRestart()).isBetween(acknowledged, acknowledged + 1);
        assertThat(orphanServes()).as("the orphan still runs").isFalse();
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void bothAreKilled(int round) throws Exception {
        writing();
        var acknowledged = killed(
                MANY * round, writer.toHandle(), ProcessHandle.of(postgres).orElseThrow());
        assertThat(rowsAfterRestart()).isBetween(acknowledged, acknowledged + 1);
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void postgresIsKilled(int round) throws Exception {
        writing();
        var acknowledged = killed(MANY * round, ProcessHandle.of(postgres).orElseThrow());
        assertThat(rowsAfterRestart()).isBetween(acknowledged, acknowledged + 1);
    }

    @Test
    void anAcknowledgementBeforeTheCommitIsCaught() throws Exception {
        writing("too-early");
        var acknowledged = killed(2, writer.toHandle());
        assertThat(rowsAfterRestart()).isLessThan(acknowledged);
    }

    @Test
    void aSecondStartOnTheFolderIsRefusedAndNamesTheOwner() throws IOException {
        writing();
        assertThatThrownBy(() -> DataFolder.open(home)).isInstanceOfSatisfying(StartFailure.class, failure -> {
            assertThat(failure.reason()).isEqualTo(StartFailure.Reason.FOLDER_IN_USE);
            assertThat(failure).hasMessageContaining("pid " + writer.pid());
        });
        assertThat(DataFolder.ownerOf(home))
                .hasValueSatisfying(owner -> assertThat(owner).contains("running"));
    }

    @Test
    void aStartWaitsForAnOwnerThatIsStopping() throws Exception {
        writing("slow-to-stop");
        writer.destroy();
        assertThat(rowsAfterRestart()).isPositive();
    }

    @Test
    void aRunningDatabaseIsFoundFromOutside() throws Exception {
        writing();
        var access = EmbeddedPostgres.runningOn(home).orElseThrow();
        try (var connection = access.connect(access.application())) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    private void writing(String... mode) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java,
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                "" + home,
                "" + ReadyFolder.PROGRAMS));
        command.addAll(List.of(mode));
        writer = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        said = writer.inputReader();
        postgres = Long.parseLong(said.readLine().split(" ")[1]);
    }

    /** Kills them while rows are being written, when at least so many are acknowledged; the last acknowledged number. */
    private int killed(int acknowledged, ProcessHandle... victims) throws Exception {
        var last = 0;
        while (last < acknowledged) {
            last = Integer.parseInt(said.readLine());
        }
        for (var victim : victims) {
            victim.destroyForcibly();
        }
        return Math.max(last, lastAcknowledged());
    }

    private int lastAcknowledged() throws Exception {
        var last = said.lines()
                .filter(line -> line.matches("[0-9]+")) // a JVM without memory says so among them
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        writer.waitFor();
        return last;
    }

    private boolean orphanServes() {
        return new PostmasterPid(postgres, 0, "").serves(home.resolve("postgres"));
    }

    private int rowsAfterRestart() throws SQLException {
        try (var folder = DataFolder.open(home);
                var again = new EmbeddedPostgres(folder, ReadyFolder.PROGRAMS)) {
            var access = again.start();
            try (var connection = access.connect(access.owner())) {
                return Writer.Rows.count(connection);
            }
        }
    }
}
