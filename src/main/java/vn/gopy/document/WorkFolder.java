package vn.gopy.document;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A folder that only this process and its children read and write, gone when it is closed. One whose process was killed
 * is removed when the next is made: the owner holds a lock that ends with it.
 */
final class WorkFolder implements AutoCloseable {

    private static final String PREFIX = "gopy-reading-";
    private static final String OWNER = ".owner";

    /** Somebody may be about to take the lock of a new one. */
    private static final Duration NEW = Duration.ofMinutes(1);

    /**
     * Folders of this process. The system drops a process's lock when any of its descriptors of that file is closed, so
     * the owner's file must not even be opened from inside.
     */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel owner;

    private WorkFolder(Path path, FileChannel owner) {
        this.path = path;
        this.owner = owner;
    }

    static WorkFolder in(Path parent) throws IOException {
        removeAbandoned(parent);
        Path path = Files.createTempDirectory(
                parent, PREFIX, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        OWN.add(path);
        FileChannel owner =
                FileChannel.open(path.resolve(OWNER), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        owner.lock();
        return new WorkFolder(path, owner);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try (owner) {
            delete(path);
        } finally {
            OWN.remove(path);
        }
    }

    private static void removeAbandoned(Path parent) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (!OWN.contains(folder) && isAbandoned(folder)) {
                    delete(folder);
                }
            }
        } catch (IOException notOurs) {
            // of another user, or gone meanwhile: nothing to be done
        }
    }

    private static boolean isAbandoned(Path folder) throws IOException {
        Path lock = folder.resolve(OWNER);
        if (!Files.exists(lock)) {
            return Files.getLastModifiedTime(folder)
                    .toInstant()
                    .isBefore(Instant.now().minus(NEW));
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free != null;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
