package vn.gopy.search.engine.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.search.engine.IndexInUseException;

/** The folder with the generations, held by one process, and the note which of them answers. */
final class IndexFolder implements AutoCloseable {

    private static final String ACTIVE = "active";
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel channel;

    private IndexFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static IndexFolder take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new IndexInUseException(folder);
            }
            return new IndexFolder(folder, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException held) {
            return null;
        }
    }

    Path generation(String name) {
        return folder.resolve(name);
    }

    Optional<String> active() {
        try {
            String name = Files.readString(folder.resolve(ACTIVE)).strip();
            return Optional.of(name).filter(this::exists);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean exists(String name) {
        return !name.isEmpty() && Files.isDirectory(generation(name));
    }

    /** The name is on disk before the old note is replaced, so that a crash leaves one of the two. */
    void setActive(String name) {
        try {
            Path fresh = folder.resolve(ACTIVE + ".new");
            try (FileChannel out = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)));
                out.force(true);
            }
            Files.move(fresh, folder.resolve(ACTIVE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> generations() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String name) {
        Path generation = generation(name);
        if (!Files.isDirectory(generation)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(generation)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long bytes(String name) {
        try (Stream<Path> entries = Files.walk(generation(name))) {
            return entries.filter(Files::isRegularFile)
                    .mapToLong(entry -> entry.toFile().length())
                    .sum();
        } catch (IOException | UncheckedIOException vanishing) {
            return 0;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
