package vn.gopy.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder given by {@code --data}, held by exactly one process at a time.
 *
 * <p>The hold is a lock of the operating system, so it ends with its owner however that dies; the text in the lock file
 * (process, its start, state) only serves messages and the decision how long to wait.
 */
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = "owner.lock";
    private static final String STOPPING = "stopping";
    private static final long NEEDED_BYTES = 200L << 20;

    /** An owner that says it is stopping gets this long. */
    private static final Duration WHILE_STOPPING = Duration.ofSeconds(30);

    /** A signal may have been sent a moment ago, before its owner could write that it is stopping. */
    private static final Duration WHILE_RUNNING = Duration.ofSeconds(3);

    /**
     * Folders held by this process. POSIX drops a process's lock when any of its descriptors of that file is closed, so
     * a second look from inside must not even open the file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Creates the folder when it is absent and takes hold of it, waiting up to 30 seconds for an owner that is stopping.
     *
     * @throws StartFailure when another process holds it, it cannot be written, or its disk is full
     */
    public static DataFolder open(Path folder) {
        var path = folder.toAbsolutePath().normalize();
        if (!HELD.add(path)) {
            throw StartFailure.inUse(path, "pid " + ProcessHandle.current().pid());
        }
        try {
            return opened(path);
        } catch (StartFailure failure) {
            HELD.remove(path);
            throw failure;
        }
    }

    private static DataFolder opened(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
            var channel = FileChannel.open(
                    path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                return locked(path, channel);
            } catch (StartFailure failure) {
                channel.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw explained(path, failure);
        }
    }

    /** The process that holds the folder now, in words; empty when nobody does. */
    public static Optional<String> ownerOf(Path folder) {
        var path = folder.toAbsolutePath().normalize();
        var file = path.resolve(LOCK);
        if (HELD.contains(path)) {
            return Optional.of("pid " + ProcessHandle.current().pid());
        }
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return tryLock(channel).isPresent() ? Optional.empty() : Optional.of(owner(channel));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    public Path path() {
        return path;
    }

    /** Tells who waits for the folder that this process is on its way out. */
    public void announceStopping() {
        try {
            write(STOPPING);
        } catch (IOException ignored) {
            // Only the waiting of others depends on it; the lock itself is what protects the folder.
        }
    }

    @Override
    public void close() {
        try (channel) {
            channel.truncate(0);
            lock.release();
        } catch (IOException ignored) {
            // The operating system releases the lock at the latest when this process ends.
        } finally {
            HELD.remove(path);
        }
    }

    private static DataFolder locked(Path path, FileChannel channel) throws IOException {
        var begin = System.nanoTime();
        while (true) {
            var lock = tryLock(channel);
            if (lock.isPresent()) {
                return held(path, channel, lock.get());
            }
            var patience = read(channel).contains(STOPPING) ? WHILE_STOPPING : WHILE_RUNNING;
            if (System.nanoTime() - begin > patience.toNanos()) {
                throw StartFailure.inUse(path, owner(channel));
            }
            Pause.of(Duration.ofMillis(100));
        }
    }

    private static DataFolder held(Path path, FileChannel channel, FileLock lock) throws IOException {
        var folder = new DataFolder(path, channel, lock);
        try {
            folder.write("running");
        } catch (IOException failure) {
            folder.close();
            throw failure;
        }
        if (Files.getFileStore(path).getUsableSpace() < NEEDED_BYTES) {
            folder.close();
            throw StartFailure.noRoom(path, null);
        }
        return folder;
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException sameProcess) {
            return Optional.empty();
        }
    }

    private void write(String state) throws IOException {
        var self = ProcessHandle.current();
        var start = self.info().startInstant().map(Object::toString).orElse("?");
        var text = "pid %d, %s, %s%n".formatted(self.pid(), start, state);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static String owner(FileChannel channel) throws IOException {
        var text = read(channel).strip();
        return text.isEmpty() ? "pid ?" : text;
    }

    private static String read(FileChannel channel) throws IOException {
        var buffer = ByteBuffer.allocate(200);
        channel.read(buffer, 0);
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    }

    static StartFailure explained(Path path, IOException failure) {
        var full = Optional.ofNullable(failure.getMessage()).orElse("").contains("No space left");
        return full ? StartFailure.noRoom(path, failure) : StartFailure.notWritable(path, failure);
    }
}
