package vn.gopy.document;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.gopy.document.extract.PagesMain;
import vn.gopy.shared.Refusal;

/**
 * Pages of stored PDF files as pictures. A page is drawn when somebody first looks at it, with its neighbours, by a child
 * JVM with the limits of the readers; then it is kept in the data folder, from which it may be deleted at any time.
 */
@Service
public class PageImages {

    /** A page is drawn with its neighbours: 1 to 3, 4 to 6, and so on. */
    private static final int TOGETHER = 3;

    private static final int MOST_PAGES = 5_000;
    private static final int LARGEST_PICTURE = 32 << 20;
    private static final int LOCKS = 64;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** As long as a person may still be looking at the empty page. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final FileStore files;
    private final Path folder;
    private final Semaphore children;
    private final Duration longestWait;
    private final List<Lock> locks =
            Stream.generate(() -> (Lock) new ReentrantLock(true)).limit(LOCKS).toList();

    @Autowired
    PageImages(FileStore files, @Value("${gopy.data}") Path data) {
        this(files, data, Math.max(1, Runtime.getRuntime().availableProcessors()), LONGEST_WAIT);
    }

    PageImages(FileStore files, Path data, int children, Duration longestWait) {
        this.files = files;
        this.folder = data.resolve(FileStore.PAGES);
        this.children = new Semaphore(children, true);
        this.longestWait = longestWait;
    }

    /**
     * The page, counted from 1, as PNG; empty where there is none or it cannot be drawn.
     *
     * @throws Refusal when too many others wait for pages
     */
    public Optional<byte[]> page(String sha256, int page) {
        if (page < 1 || page > MOST_PAGES) {
            return Optional.empty();
        }
        Lock lock = locks.get(Math.floorMod(sha256.hashCode(), LOCKS));
        require(() -> lock.tryLock(longestWait.toMillis(), TimeUnit.MILLISECONDS));
        try {
            if (!Files.exists(path(sha256, page))) {
                draw(sha256, page - (page - 1) % TOGETHER);
            }
            byte[] picture = Files.readAllBytes(path(sha256, page));
            return picture.length == 0 ? Optional.empty() : Optional.of(picture);
        } catch (IOException failed) {
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private interface Attempt {
        boolean succeeds() throws InterruptedException;
    }

    private static void require(Attempt attempt) {
        try {
            if (attempt.succeeds()) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal(Refusal.Kind.BUSY, "HTTP_503");
    }

    private Path path(String sha256, int page) {
        return folder.resolve(sha256).resolve(page + ".png");
    }

    private void draw(String sha256, int first) throws IOException {
        require(() -> children.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS));
        try {
            byte[] content = files.read(sha256);
            Path work = Files.createTempDirectory("gopy-pages-");
            try {
                List<byte[]> pictures = drawn(content, first, work);
                for (int i = 0; i < pictures.size(); i++) {
                    keep(path(sha256, first + i), pictures.get(i));
                }
            } finally {
                try (Stream<Path> left = Files.walk(work)) {
                    left.sorted(Comparator.reverseOrder())
                            .forEach(one -> one.toFile().delete());
                }
            }
        } finally {
            children.release();
        }
    }

    /** What the child drew before it ended or its time was over. */
    private static List<byte[]> drawn(byte[] content, int page, Path work) throws IOException {
        Process child = start(work);
        List<byte[]> pictures = new ArrayList<>();
        Thread clock = Thread.ofVirtual().start(() -> endAfter(child));
        Thread sender = Thread.ofVirtual().start(() -> send(child, content, page));
        try (var answers = new DataInputStream(child.getInputStream())) {
            for (int i = 0; i < TOGETHER; i++) {
                int length = answers.readInt();
                if (length < 0 || length > LARGEST_PICTURE) {
                    break;
                }
                byte[] picture = answers.readNBytes(length);
                if (picture.length == length) {
                    pictures.add(picture);
                }
            }
        } catch (IOException ended) {
            // what is there is used
        } finally {
            child.descendants().forEach(ProcessHandle::destroyForcibly);
            child.destroyForcibly();
            clock.interrupt();
            sender.interrupt();
        }
        return pictures;
    }

    private static Process start(Path work) throws IOException {
        List<String> command = new ArrayList<>(Sandbox.prefix());
        command.addAll(Child.java(ChildReader.Settings.standard().withAotCache(null), work, PagesMain.class));
        var builder = new ProcessBuilder(command).directory(work.toFile());
        builder.environment().clear();
        builder.environment().put("LANG", "C.UTF-8");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    private static void endAfter(Process child) {
        try {
            Thread.sleep(LONGEST);
            child.destroyForcibly();
        } catch (InterruptedException done) {
            // ended in time
        }
    }

    private static void send(Process child, byte[] content, int page) {
        try (var requests = new DataOutputStream(child.getOutputStream())) {
            requests.writeInt(page);
            requests.writeInt(TOGETHER);
            requests.writeInt(content.length);
            requests.write(content);
        } catch (IOException ended) {
            // its answers, or their absence, say the rest
        }
    }

    private static void keep(Path target, byte[] picture) {
        try {
            Files.createDirectories(target.getParent());
            Path temporary = Files.createTempFile(target.getParent(), "drawn", ".part");
            Files.write(temporary, picture);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
