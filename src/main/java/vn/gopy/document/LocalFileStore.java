package vn.gopy.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Sha256;

/**
 * Keeps bytes under the name of their SHA-256. What {@link #store} has returned is on disk, whatever happens next; a file
 * is never overwritten, except one that is damaged by the bytes it should have.
 */
@Service
public class FileStore {

    /** The folder of drawn pages below the data folder. */
    static final String PAGES = "pages";

    /** The folder of stored files below the data folder. */
    static final String FILES = "files";

    /** How the name ends of a file that is being written. */
    static final String PART = ".part";

    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);

    /** What is written at once: a larger piece would be copied outside the heap as a whole. */
    private static final int PIECE = 64 << 10;

    /** Makes the entries of a folder survive a loss of power. */
    interface FolderForce {
        void force(Path folder) throws IOException;
    }

    private final Path folder;
    private final Path pages;
    private final StoredFileRepository repository;
    private final Clock clock;
    private final FolderForce folders;
    private final Set<Path> durable = ConcurrentHashMap.newKeySet();
    private final Set<String> damaged = ConcurrentHashMap.newKeySet();

    @Autowired
    FileStore(@Value("${gopy.data}") Path data, StoredFileRepository repository, Clock clock) {
        this(data, repository, clock, FileStore::forceFolder);
    }

    FileStore(Path data, StoredFileRepository repository, Clock clock, FolderForce folders) {
        this.folder = data.resolve(FILES);
        this.pages = data.resolve(PAGES);
        this.repository = repository;
        this.clock = clock;
        this.folders = folders;
    }

    /** Stores the bytes, then their row in the running transaction; gives the hash. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String store(byte[] content) {
        String sha256 = Sha256.of(content);
        repository.lock(sha256);
        try {
            write(sha256, content);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot store a file of " + content.length + " bytes", failed);
        }
        repository.add(sha256, content.length, clock.instant());
        return sha256;
    }

    /**
     * The stored bytes; a file whose bytes no longer have their hash is not given out.
     *
     * @throws Refusal {@code FILE_DAMAGED} when it is missing or damaged
     */
    public byte[] read(String sha256) {
        try {
            byte[] content = Files.readAllBytes(path(sha256));
            requireWhole(sha256, Sha256.of(content));
            return content;
        } catch (IOException failed) {
            throw unreadable(sha256, failed);
        }
    }

    /**
     * The stored file, to be sent on without being held in memory; its bytes have been looked at.
     *
     * @throws Refusal {@code FILE_DAMAGED} when it is missing or damaged
     */
    public Resource open(String sha256) {
        try {
            requireWhole(sha256, hashOf(path(sha256)));
            return new FileSystemResource(path(sha256));
        } catch (IOException failed) {
            throw unreadable(sha256, failed);
        }
    }

    /** How many stored files were found missing or damaged since the start and have not been mended. */
    int damaged() {
        return damaged.size();
    }

    /**
     * Removes the bytes at once and for good, with their row: for what may not be kept. Copies in backups stay, and so
     * does everything while another document has the same bytes.
     *
     * @return whether they are gone
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean erase(String sha256) {
        boolean gone = remove(sha256, null);
        if (!gone) {
            LOG.warn("The stored file {} was not erased: another document has the same bytes", sha256);
        }
        return gone;
    }

    /** Removes bytes that nothing names, unless their row was made, or made anew, since then; whether they are gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean eraseLeft(String sha256, Instant since) {
        return remove(sha256, since);
    }

    private boolean remove(String sha256, @Nullable Instant before) {
        repository.lock(sha256);
        if (!repository.removeUnused(sha256, before)) {
            return false;
        }
        try {
            Files.deleteIfExists(path(sha256));
            erasePictures(sha256);
            return true;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void erasePictures(String sha256) throws IOException {
        Path pictures = pages.resolve(sha256);
        if (Files.isDirectory(pictures)) {
            try (Stream<Path> drawn = Files.list(pictures)) {
                for (Path picture : drawn.toList()) {
                    Files.deleteIfExists(picture);
                }
            }
            Files.deleteIfExists(pictures);
        }
    }

    /** The size in bytes. */
    public long size(String sha256) {
        return repository.size(sha256);
    }

    private void requireWhole(String sha256, String found) throws IOException {
        if (!found.equals(sha256)) {
            throw new IOException("its bytes have changed");
        }
        damaged.remove(sha256);
    }

    private Refusal unreadable(String sha256, IOException failed) {
        damaged.add(sha256);
        String what = failed instanceof NoSuchFileException ? "is missing" : "is damaged: " + failed.getMessage();
        LOG.error("The stored file {} {}; bring it back from a backup of files/", sha256, what);
        return new Refusal(Refusal.Kind.DAMAGED, "FILE_DAMAGED");
    }

    private static String hashOf(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return Sha256.of(content);
        }
    }

    private void write(String sha256, byte[] content) throws IOException {
        Path target = path(sha256);
        if (Files.exists(target) && hashOf(target).equals(sha256)) {
            return;
        }
        Path home = Objects.requireNonNull(target.getParent());
        Files.createDirectories(home);
        Path temporary = Files.createTempFile(home, "incoming", PART);
        try {
            writeDurably(temporary, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            folders.force(home);
            forceAbove(home);
            damaged.remove(sha256);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void writeDurably(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer all = ByteBuffer.wrap(content);
            while (all.hasRemaining()) {
                ByteBuffer piece = all.slice(all.position(), Math.min(PIECE, all.remaining()));
                all.position(all.position() + channel.write(piece));
            }
            channel.force(true);
        }
    }

    /** A folder made for this file is itself an entry of the one above it. */
    private void forceAbove(Path made) throws IOException {
        if (!durable.contains(made)) {
            folders.force(folder);
            folders.force(Objects.requireNonNull(folder.toAbsolutePath().getParent()));
            durable.add(made);
        }
    }

    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
