package vn.gopy.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.shared.Sha256;

/**
 * Keeps bytes under the name of their SHA-256. What {@link #store} has returned is on disk, whatever happens next; a file
 * is never overwritten.
 */
@Service
public class FileStore {

    /** The folder of drawn pages below the data folder. */
    static final String PAGES = "pages";

    private final Path folder;
    private final Path pages;
    private final StoredFileRepository repository;
    private final Clock clock;

    FileStore(@Value("${gopy.data}") Path data, StoredFileRepository repository, Clock clock) {
        this.folder = data.resolve("files");
        this.pages = data.resolve(PAGES);
        this.repository = repository;
        this.clock = clock;
    }

    /** Stores the bytes, then their row in the running transaction; gives the hash. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String store(byte[] content) {
        String sha256 = Sha256.of(content);
        try {
            write(sha256, content);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot store a file of " + content.length + " bytes", failed);
        }
        repository.add(sha256, content.length, clock.instant());
        return sha256;
    }

    /** The stored bytes; a file whose bytes no longer have their hash is not given out. */
    public byte[] read(String sha256) {
        try {
            byte[] content = Files.readAllBytes(path(sha256));
            if (!Sha256.of(content).equals(sha256)) {
                throw new IOException("the stored file " + sha256 + " is damaged");
            }
            return content;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Removes the bytes at once and for good, and their row where nothing names it any more: for what may not be kept.
     * Copies in backups stay.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String sha256) {
        repository.removeUnused(sha256);
        try {
            Files.deleteIfExists(path(sha256));
            erasePictures(sha256);
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

    private void write(String sha256, byte[] content) throws IOException {
        Path target = path(sha256);
        if (Files.exists(target)) {
            return;
        }
        Files.createDirectories(target.getParent());
        Path temporary = Files.createTempFile(target.getParent(), "incoming", ".part");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(target.getParent());
        } finally {
            Files.deleteIfExists(temporary);
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
