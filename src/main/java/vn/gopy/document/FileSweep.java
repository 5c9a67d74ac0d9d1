package vn.gopy.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.shared.Jobs;

/**
 * Removes what a killed program or a transaction that was rolled back left in the store: bytes, and pictures of pages, that
 * nothing names and that are older than a day. Bytes whose row is being written are waited for and stay. Where the database
 * does not know the greater part of the files it is taken for that of another folder, and nothing is removed.
 */
@Component
class FileSweep implements Jobs.Daily {

    private static final Logger LOG = LoggerFactory.getLogger(FileSweep.class);
    private static final Duration AGE = Duration.ofDays(1);
    private static final int MOST = 10_000;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path files;
    private final Path pages;
    private final LocalFileStore store;
    private final StoredFileRepository repository;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FileSweep(
            @Value("${gopy.data}") Path data,
            LocalFileStore store,
            StoredFileRepository repository,
            TransactionTemplate transaction,
            Clock clock) {
        this.files = data.resolve(LocalFileStore.FILES);
        this.pages = data.resolve(FileStore.PAGES);
        this.store = store;
        this.repository = repository;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "file-sweep";
    }

    @Override
    public void run() {
        Instant before = clock.instant().minus(AGE);
        Found found = new Found(before);
        try {
            found.among(entries(files));
            for (Path shard : entries(files)) {
                found.among(entries(shard));
            }
            found.among(entries(pages));
        } catch (IOException failed) {
            LOG.warn("The stored files could not be looked through", failed);
            return;
        }
        if (found.left.size() > found.known) {
            LOG.warn(
                    "Nothing was removed from {}: the database knows {} of the files there and does not know {}",
                    files,
                    found.known,
                    found.left.size());
            return;
        }
        found.left.addAll(repository.unnamed(before, MOST));
        found.left.stream().limit(MOST).forEach(sha256 -> remove(sha256, before));
    }

    /** What cannot be removed now is tried again the next day. */
    private void remove(String sha256, Instant before) {
        try {
            if (Boolean.TRUE.equals(transaction.execute(status -> store.eraseLeft(sha256, before)))) {
                LOG.info("The stored file {}, which nothing names, was removed", sha256);
            }
        } catch (RuntimeException failed) {
            LOG.warn("The stored file {} could not be removed", sha256, failed);
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static boolean isOlder(Path file, Instant than) throws IOException {
        return Files.exists(file) && Files.getLastModifiedTime(file).toInstant().isBefore(than);
    }

    /** Old files by whether the database knows them. */
    private final class Found {

        private final Instant before;
        private final Set<String> left = new LinkedHashSet<>();
        private int known;

        Found(Instant before) {
            this.before = before;
        }

        /** Looks at one folder; what was begun and never finished has no name to be known by and goes at once. */
        void among(List<Path> entries) throws IOException {
            List<String> old = new ArrayList<>();
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (HASH.matcher(name).matches() && isOlder(entry, before)) {
                    old.add(name);
                } else if (name.endsWith(LocalFileStore.PART) && isOlder(entry, before)) {
                    Files.deleteIfExists(entry);
                }
            }
            Set<String> rows = repository.known(old);
            known += rows.size();
            old.stream().filter(name -> !rows.contains(name)).forEach(left::add);
        }
    }
}
