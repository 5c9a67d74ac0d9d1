package vn.gopy.document;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.gopy.document.extract.PagesMain;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Turns;

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

    /** As long as a person may still be looking at the empty page. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final FileStore files;
    private final Path folder;
    private final Turns children;
    private final List<Turns> ofFiles;

    @Autowired
    PageImages(FileStore files, @Value("${gopy.data}") Path data) {
        this(files, data, Math.max(1, Runtime.getRuntime().availableProcessors()), LONGEST_WAIT);
    }

    PageImages(FileStore files, Path data, int children, Duration longestWait) {
        this.files = files;
        this.folder = data.resolve(FileStore.PAGES);
        this.children = new Turns(children, longestWait);
        this.ofFiles =
                Stream.generate(() -> new Turns(1, longestWait)).limit(LOCKS).toList();
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
        try (Turns.Turn turn =
                ofFiles.get(Math.floorMod(sha256.hashCode(), LOCKS)).take()) {
            if (!Files.exists(path(sha256, page))) {
                draw(sha256, page - (page - 1) % TOGETHER);
            }
            byte[] picture = Files.readAllBytes(path(sha256, page));
            return picture.length == 0 ? Optional.empty() : Optional.of(picture);
        } catch (IOException failed) {
            return Optional.empty();
        }
    }

    private Path path(String sha256, int page) {
        return folder.resolve(sha256).resolve(page + ".png");
    }

    private void draw(String sha256, int first) throws IOException {
        try (Turns.Turn turn = children.take()) {
            List<byte[]> pictures = drawn(files.read(sha256), first);
            for (int i = 0; i < pictures.size(); i++) {
                keep(path(sha256, first + i), pictures.get(i));
            }
        }
    }

    /** What the child drew before it ended or its time was over. */
    private static List<byte[]> drawn(byte[] content, int first) throws IOException {
        var settings = ChildReader.Settings.standard().withAotCache(null);
        List<byte[]> pictures = new CopyOnWriteArrayList<>();
        try (WorkFolder work = WorkFolder.in(settings.workFolder());
                Child child = Child.start(settings, work.path(), PagesMain.class)) {
            child.ask((requests, answers) -> {
                send(requests, content, first);
                for (int i = 0; i < TOGETHER; i++) {
                    pictures.add(answers.next(LARGEST_PICTURE));
                }
                return pictures;
            });
        } catch (Child.Silence ended) {
            // what is there is used
        }
        return List.copyOf(pictures);
    }

    private static void send(DataOutputStream requests, byte[] content, int first) throws IOException {
        requests.writeInt(first);
        requests.writeInt(TOGETHER);
        requests.writeInt(content.length);
        requests.write(content);
        requests.flush();
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
