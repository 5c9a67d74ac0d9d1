package vn.gopy.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher promises about the database that it starts. */
class EmbeddedPostgresTest {

    @TempDir
    Path home;

    @Test
    void theDatabaseIsDurablePrivateAndItsOwnersOnly() throws Exception {
        try (var folder = DataFolder.open(home.resolve("data"));
                var postgres = new EmbeddedPostgres(folder, ReadyFolder.PROGRAMS)) {
            var access = postgres.start();
            try (var connection = access.connect(access.application())) {
                assertThat(shown(connection, "fsync")).isEqualTo("on");
                assertThat(shown(connection, "synchronous_commit")).isEqualTo("on");
                assertThat(shown(connection, "full_page_writes")).isEqualTo("on");
                assertThat(shown(connection, "data_checksums")).isEqualTo("on");
                assertThat(shown(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            }
            assertThatThrownBy(() -> access.connect(new DatabaseUser("gopy_app", "guess")))
                    .hasMessageContaining("password authentication failed");
            assertThat(permissions(AccessFile.in(folder.path()))).isEqualTo("rw-------");
            assertThat(permissions(folder.path())).isEqualTo("rwx------");
            assertThat(permissions(folder.path().resolve("postgres.log")))
                    .as("whatever the umask")
                    .isEqualTo("rw-------");
            assertThat(access.toString()).doesNotContain(access.owner().password());
        }
    }

    @Test
    void dataIsKeptAndTheSecondStartMakesNothingNew() throws Exception {
        ReadyFolder.copyTo(home);
        inside(connection -> {
            Writer.Rows.prepare(connection);
            Writer.Rows.insert(connection, 1);
        });
        var passwords = Files.readString(AccessFile.in(home));
        inside(connection -> assertThat(Writer.Rows.count(connection)).isEqualTo(1));
        assertThat(AccessFile.in(home)).content().isEqualTo(passwords);
    }

    @Test
    void aServerThatDiesComesBackOnTheSamePort() throws Exception {
        ReadyFolder.copyTo(home);
        try (var folder = DataFolder.open(home);
                var postgres = new EmbeddedPostgres(folder, ReadyFolder.PROGRAMS)) {
            var access = postgres.start();
            var first = postgres.pid();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            Writer.Rows.prepare(connectedWithin(Duration.ofSeconds(60), access));
            assertThat(postgres.pid()).isNotEqualTo(first);
        }
    }

    @Test
    void stoppingTwiceOrBeforeTheStartIsNoError() {
        try (var folder = DataFolder.open(home)) {
            var postgres = new EmbeddedPostgres(folder, ReadyFolder.PROGRAMS);
            postgres.close();
            assertThatThrownBy(postgres::start)
                    .isInstanceOfSatisfying(
                            StartFailure.class,
                            failure -> assertThat(failure.reason()).isEqualTo(StartFailure.Reason.STOPPED));
            postgres.close();
            assertThat(EmbeddedPostgres.runningOn(home)).isEmpty();
        }
    }

    @Test
    void aNumberThatNowBelongsToAnotherProcessIsNoServer() throws Exception {
        ReadyFolder.copyTo(home);
        inside(connection -> {});
        Files.writeString(
                PostmasterPid.file(home.resolve("postgres")),
                "%d%n%s%n0%n5432%n".formatted(ProcessHandle.current().pid(), home.resolve("postgres")));
        inside(connection -> assertThat(connection.isValid(1)).isTrue());
    }

    @Test
    void aFolderLeftHalfMadeIsMadeAnew() throws Exception {
        Files.createDirectories(home.resolve("postgres.new").resolve("base"));
        inside(connection -> assertThat(connection.isValid(1)).isTrue());
        assertThat(home.resolve("postgres.new")).doesNotExist();
    }

    @Test
    void programsThatAnotherStartUnpackedMeanwhileAreUsed() throws Exception {
        var ours = Files.createDirectories(home.resolve(".unpacking").resolve("bin"))
                .getParent();
        var theirs =
                Files.createDirectories(home.resolve("programs").resolve("bin")).getParent();
        PostgresBinaries.rename(ours, theirs);
        assertThat(theirs.resolve("bin")).isDirectory();
    }

    @Test
    void foreignContentIsNeverTouched() throws Exception {
        var foreign = Files.createDirectories(home.resolve("postgres")).resolve("thesis.doc");
        Files.writeString(foreign, "mine");
        assertThatThrownBy(() -> inside(connection -> {})).isInstanceOf(StartFailure.class);
        assertThat(foreign).hasContent("mine");
    }

    @Test
    void passwordsThatAreLostAreNotInventedBesideAFilledDatabase() throws Exception {
        ReadyFolder.copyTo(home);
        inside(connection -> Writer.Rows.prepare(connection));
        var file = AccessFile.in(home);
        var passwords = Files.readString(file);
        for (var damage : new String[] {"", "postgres=x\n"}) {
            Files.writeString(file, damage);
            assertThatThrownBy(() -> inside(connection -> {}))
                    .isInstanceOfSatisfying(
                            StartFailure.class,
                            failure -> assertThat(failure.reason()).isEqualTo(StartFailure.Reason.ACCESS_LOST))
                    .hasMessageContaining(file.toString());
        }
        Files.delete(file);
        assertThatThrownBy(() -> inside(connection -> {})).isInstanceOf(StartFailure.class);
        assertThat(file).doesNotExist();
        Files.writeString(file, passwords);
        inside(connection -> assertThat(Writer.Rows.count(connection)).isZero());
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        var file = Files.createFile(home.resolve("file"));
        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(StartFailure.Reason.FOLDER_NOT_WRITABLE))
                .hasMessageContaining("data");
    }

    @Test
    void aFullDiskIsSaidInWords() throws Exception {
        onDiskOf(
                40,
                () -> assertThatThrownBy(() -> DataFolder.open(home))
                        .isInstanceOfSatisfying(
                                StartFailure.class,
                                failure -> assertThat(failure.reason()).isEqualTo(StartFailure.Reason.NO_ROOM)));
    }

    @Test
    void aDiskThatFillsUpWhileTheDatabaseIsMadeIsSaidInWords() throws Exception {
        onDiskOf(230, () -> {
            try (var folder = DataFolder.open(home);
                    var postgres = new EmbeddedPostgres(folder, ReadyFolder.PROGRAMS)) {
                Files.write(home.resolve("filling"), new byte[215 << 20]);
                assertThatThrownBy(postgres::start)
                        .isInstanceOfSatisfying(
                                StartFailure.class,
                                failure -> assertThat(failure.reason()).isEqualTo(StartFailure.Reason.NO_ROOM));
            }
        });
    }

    @Test
    void anotherServerIsAskedFirstAndItsRefusalIsSaidInWords() throws Exception {
        var nobody = Map.of("GOPY_DB_URL", "postgresql://127.0.0.1:1/gopy?password=secret", "GOPY_DB_USER", "u");
        var access = ExternalDatabase.in(nobody).orElseThrow();
        assertThat(access.url()).startsWith("jdbc:postgresql://");
        assertThat(access.owner()).isEqualTo(access.application());
        assertThatThrownBy(() -> ExternalDatabase.reached(access, Duration.ZERO))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(StartFailure.Reason.DATABASE_UNREACHABLE))
                .hasMessageNotContaining("secret");
        ReadyFolder.copyTo(home);
        inside(connection -> {
            var url = connection.getMetaData().getURL();
            var wrong = Map.of("GOPY_DB_URL", url, "GOPY_DB_USER", "gopy_app", "GOPY_DB_PASSWORD", "guess");
            assertThatThrownBy(() ->
                            ExternalDatabase.reached(ExternalDatabase.in(wrong).orElseThrow()))
                    .isInstanceOfSatisfying(
                            StartFailure.class,
                            failure -> assertThat(failure.reason()).isEqualTo(StartFailure.Reason.DATABASE_REFUSED));
        });
    }

    @Test
    void tablesOfATrialBuildAreRefusedInWords() throws Exception {
        ReadyFolder.copyTo(home);
        try (var folder = DataFolder.open(home);
                var postgres = new EmbeddedPostgres(folder, ReadyFolder.PROGRAMS)) {
            var access = postgres.start();
            assertThat(access.ofThisProgram()).isEqualTo(access);
            try (var connection = access.connect(access.owner());
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE flyway_schema_history (version text, script text)");
                statement.execute(
                        "INSERT INTO flyway_schema_history VALUES ('1', 'V1__schema.sql'), ('2', 'V2__x.sql')");
                assertThat(access.ofThisProgram()).isEqualTo(access);
                statement.execute("UPDATE flyway_schema_history SET script = 'V1__begin.sql' WHERE version = '1'");
            }
            assertThatThrownBy(access::ofThisProgram)
                    .isInstanceOfSatisfying(
                            StartFailure.class,
                            failure ->
                                    assertThat(failure.reason()).isEqualTo(StartFailure.Reason.SCHEMA_OF_EARLIER_BUILD))
                    .hasMessageContaining("--data");
        }
    }

    @FunctionalInterface
    private interface Use {
        void with(Connection connection) throws SQLException;
    }

    private void inside(Use use) throws SQLException {
        try (var folder = DataFolder.open(home);
                var postgres = new EmbeddedPostgres(folder, ReadyFolder.PROGRAMS)) {
            var access = postgres.start();
            try (var connection = access.connect(access.owner())) {
                use.with(connection);
            }
        }
    }

    private static Connection connectedWithin(Duration patience, DatabaseAccess access) throws SQLException {
        var end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return access.connect(access.owner());
            } catch (SQLException notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                Pause.of(Duration.ofMillis(100));
            }
        }
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private void onDiskOf(int megabytes, Executable test) throws Exception {
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", home.toString()))
                .as("mounting is allowed here")
                .isZero();
        try {
            test.execute();
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        } finally {
            run("umount", home.toString());
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
