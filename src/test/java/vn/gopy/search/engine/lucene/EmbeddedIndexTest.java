package vn.gopy.search.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.search.engine.TestDocuments.document;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.search.engine.IndexBatch;
import vn.gopy.search.engine.IndexMark;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.SearchEngineContract;

class EmbeddedIndexTest extends SearchEngineContract {

    @TempDir
    Path damaged;

    @Override
    protected SearchEngine open(Path folder) {
        return EmbeddedIndex.open(folder, Duration.ofSeconds(5));
    }

    @Test
    void aBitFlippedInItsFilesIsFound() throws IOException {
        fillAndClose();
        flipABit(largest());
        try (SearchEngine again = open(damaged)) {
            assertThat(again.intact()).isFalse();
        }
    }

    @Test
    void aTruncatedFileLeavesNoActiveGeneration() throws IOException {
        fillAndClose();
        try (RandomAccessFile file = new RandomAccessFile(largest().toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        try (SearchEngine again = open(damaged)) {
            assertThat(again.intact()).isFalse();
        }
    }

    @Test
    void deletedFilesLeaveNoActiveGeneration() throws IOException {
        fillAndClose();
        for (Path file : files()) {
            Files.delete(file);
        }
        try (SearchEngine again = open(damaged)) {
            assertThat(again.health().generation()).isEmpty();
            String generation = again.createGeneration();
            again.activate(generation);
            assertThat(again.intact()).isTrue();
        }
    }

    @Test
    void whoHoldsTheFolderIsToldApartFromNobody() {
        try (SearchEngine engine = open(damaged)) {
            assertThat(engine.generations()).isEmpty();
            assertThat(EmbeddedIndex.inUse(damaged)).isTrue();
        }
        assertThat(EmbeddedIndex.inUse(damaged)).isFalse();
        assertThat(EmbeddedIndex.inUse(damaged.resolve("absent"))).isFalse();
        assertThat(damaged.resolve("absent")).doesNotExist();
    }

    private void fillAndClose() {
        try (SearchEngine engine = open(damaged)) {
            String generation = engine.createGeneration();
            engine.write(
                    generation,
                    new IndexBatch(
                            Set.of(),
                            List.of(document("a")
                                    .text("Quy chế làm việc ".repeat(200))
                                    .build()),
                            new IndexMark("e", 1)));
            engine.activate(generation);
        }
    }

    private Path largest() throws IOException {
        return files().stream()
                .max((one, other) ->
                        Long.compare(one.toFile().length(), other.toFile().length()))
                .orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(damaged)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getParent().getFileName().toString().startsWith("g-"))
                    .toList();
        }
    }

    private static void flipABit(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }
}
