package vn.gopy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.shared.Sha256;

class TrailKeyTest {

    private static final UUID SUBJECT = UUID.randomUUID();

    @TempDir
    Path data;

    @Test
    void theKeyIsMadeOnceAndStaysTheSameFromStartToStart() throws IOException {
        TrailKey first = new TrailKey("", data);
        TrailKey second = new TrailKey("", data);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.hash("COMMENT", SUBJECT, "Nhất trí")).isEqualTo(first.hash("COMMENT", SUBJECT, "Nhất trí"));
        assertThat(new TrailKey("", data.resolve("other")).hash("COMMENT", SUBJECT, "Nhất trí"))
                .isNotEqualTo(first.hash("COMMENT", SUBJECT, "Nhất trí"));
        try (var files = Files.list(data)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .containsExactlyInAnyOrder("audit-key", "other");
        }
    }

    @Test
    void nobodyButTheOwnerReadsTheFile() throws IOException {
        new TrailKey("", data);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("audit-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyThatIsGivenIsTakenAndNoFileMade() throws IOException {
        String given = "k".repeat(32);

        assertThat(new TrailKey(given, data).id()).isEqualTo(new TrailKey(given, data.resolve("other")).id());
        assertThat(data).isEmptyDirectory();
        assertThatThrownBy(() -> new TrailKey("short", data)).hasMessageContaining("GOPY_AUDIT_KEY");
    }

    @Test
    void theSameWordsElsewhereHaveAnotherHashAndNeitherIsThatOfTheWords() {
        TrailKey key = new TrailKey("", data);
        String hash = key.hash("COMMENT", SUBJECT, "Không nhất trí");

        assertThat(key.hash("COMMENT", UUID.randomUUID(), "Không nhất trí")).isNotEqualTo(hash);
        assertThat(hash)
                .hasSize(64)
                .isNotEqualTo(Sha256.of("Không nhất trí"))
                .isNotEqualTo(Sha256.of(
                        CanonicalJson.of("subject", SUBJECT, "subjectType", "COMMENT", "value", "Không nhất trí")));
        assertThat(key.hash("COMMENT", SUBJECT, null)).isEmpty();
    }

    @Test
    void whatIsHashedIsWrittenInOneWay() {
        assertThat(CanonicalJson.of("b", "x\ny", "a", null)).isEqualTo("{\"a\":null,\"b\":\"x\\ny\"}");
    }
}
