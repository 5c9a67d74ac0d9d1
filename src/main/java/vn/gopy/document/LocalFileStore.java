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
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
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
 * Keeps files in the data folder. What comes is written beside the files, forced to the disk and only then given its name,
 * so that a file is either whole or not there.
 */
@Service
class LocalFileStore implements FileStore {

    /** The folder of stored files below the data folder. */
    static final String FILES = "files";

    /** How the name ends of a file that is being written. */
    static final String PART = ".part";

    private static final Logger LOG = LoggerFactory.getLogger(LocalFileStore.class);

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
    LocalFileStore(@Value("${gopy.data}") Path data, StoredFileRepository repository, Clock clock) {
        this(data, repository, clock, LocalFileStore::forceFolder);
    }

    LocalFileStore(Path data, StoredFileRepository repository, Clock clock, FolderForce folders) {
        this.folder = data.resolve(FILES);
        this.pages = data.resolve(PAGES);
        this.repository = repository;
        this.clock = clock;
        this.folders = folders;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String put(InputStream content, long most) {
        Path incoming = null;
        try {
            Files.createDirectories(folder);
            incoming = Files.createTempFile(folder, "incoming", PART);
            Written written = writeDurably(incoming, content, most);
            repository.lock(written.sha256());
            keep(incoming, written.sha256());
            repository.add(written.sha256(), written.size(), clock.instant());
            return written.sha256();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot store a file", failed);
        } finally {
            forget(incoming);
        }
    }

    private record Written(String sha256, long size) {}

    @Override
    public byte[] read(String sha256) {
        try {
            byte[] content = Files.readAllBytes(path(sha256));
            requireWhole(sha256, Sha256.of(content));
            return content;
        } catch (IOException failed) {
            throw unreadable(sha256, failed);
        }
    }

    @Override
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

    @Override
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

    private void keep(Path incoming, String sha256) throws IOException {
        Path target = path(sha256);
        if (Files.exists(target) && hashOf(target).equals(sha256)) {
            return;
        }
        Path home = Objects.requireNonNull(target.getParent());
        Files.createDirectories(home);
        Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE);
        folders.force(home);
        forceAbove(home);
        damaged.remove(sha256);
    }

    private static Written writeDurably(Path file, InputStream content, long most) throws IOException {
        MessageDigest digest = Sha256.digest();
        long size = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] piece = new byte[PIECE];
            for (int length = content.read(piece); length >= 0; length = content.read(piece)) {
                size += length;
                if (size > most) {
                    throw new Refusal(Refusal.Kind.TOO_LARGE, "TOO_LARGE", most >> 20);
                }
                digest.update(piece, 0, length);
                ByteBuffer part = ByteBuffer.wrap(piece, 0, length);
                while (part.hasRemaining()) {
                    channel.write(part);
                }
            }
            channel.force(true);
        }
        return new Written(HexFormat.of().formatHex(digest.digest()), size);
    }

    /** What was begun and has no name: the daily sweep finds what cannot be removed now. */
    private static void forget(@Nullable Path incoming) {
        try {
            if (incoming != null) {
                Files.deleteIfExists(incoming);
            }
        } catch (IOException failed) {
            LOG.warn("{} could not be removed", incoming, failed);
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
