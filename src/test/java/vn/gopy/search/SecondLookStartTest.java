package vn.gopy.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.search.ranking.LearnedLook;
import vn.gopy.search.ranking.LearnedLook.State;

class SecondLookStartTest {

    @TempDir
    Path folder;

    @Test
    void theStartDoesNotWaitForWhatWasLearned() {
        Path none = folder.resolve("ranking");
        LearnedLook[] started =
                Stream.generate(() -> LearnedLook.reading(none)).limit(3).toArray(LearnedLook[]::new);
        assertThat(started).anyMatch(one -> one.state() == State.READING && one.get() == null);
        for (LearnedLook one : started) {
            assertThat(read(one)).isEqualTo(State.SHIPPED);
            assertThat(one.get()).isNotNull();
        }
    }

    @Test
    void whatTheInstallationLearnedIsUsed() throws IOException {
        copy("terms.bin");
        copy("model.tsv");
        assertThat(read(LearnedLook.reading(folder))).isEqualTo(State.OWN);
    }

    @Test
    void inPlaceOfWhatIsForeignOrDamagedTheShippedIsUsed() throws IOException {
        copy("terms.bin");
        Files.writeString(folder.resolve("model.tsv"), "fingerprint\tterms-0/features-1\n");
        LearnedLook foreign = LearnedLook.reading(folder);
        assertThat(read(foreign)).isEqualTo(State.OWN_REFUSED);
        assertThat(foreign.get()).isNotNull();
        copy("model.tsv");
        byte[] terms = Files.readAllBytes(folder.resolve("terms.bin"));
        Files.write(folder.resolve("terms.bin"), java.util.Arrays.copyOf(terms, terms.length / 2));
        assertThat(read(LearnedLook.reading(folder))).isEqualTo(State.OWN_REFUSED);
        Files.delete(folder.resolve("terms.bin"));
        assertThat(read(LearnedLook.reading(folder))).isEqualTo(State.OWN_REFUSED);
    }

    private void copy(String name) throws IOException {
        try (InputStream shipped =
                Objects.requireNonNull(getClass().getResourceAsStream("/ranking/" + name), "shipped")) {
            Files.write(folder.resolve(name), shipped.readAllBytes());
        }
    }

    private static State read(LearnedLook learned) {
        await().atMost(Duration.ofSeconds(30)).until(() -> learned.state() != State.READING);
        return learned.state();
    }
}
