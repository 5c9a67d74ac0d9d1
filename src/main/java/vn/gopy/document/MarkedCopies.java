package vn.gopy.document;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.gopy.document.rewrite.Marking;
import vn.gopy.document.rewrite.RewriteMain;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Turns;

/**
 * Copies of stored Word files with tracked changes and comments in the margin, made by a child JVM with the limits of the
 * readers. The stored file stays as it is.
 */
@Service
public class MarkedCopies {

    private static final int LARGEST_FILE = 60 << 20;
    private static final int LARGEST_LIST = 1 << 20;

    /** As long as a person may still be waiting for the file. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final FileStore files;
    private final Turns children = new Turns(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), LONGEST_WAIT);

    MarkedCopies(FileStore files) {
        this.files = files;
    }

    /**
     * A marked copy.
     *
     * @param changes indexes of the changes that could be written
     * @param remarks indexes of the comments that could be written
     */
    public record Marked(byte[] file, Set<Integer> changes, Set<Integer> remarks) {}

    /**
     * Writes into a copy of the stored file.
     *
     * @throws Refusal {@code NOT_A_WORD_FILE} when it cannot be written into; when too many others wait
     */
    public Marked of(String sha256, Marking marking) {
        try (Turns.Turn turn = children.take()) {
            return marked(files.read(sha256), marking);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Marked marked(byte[] content, Marking marking) throws IOException {
        var settings = ChildReader.Settings.standard().withAotCache(null);
        try (WorkFolder work = WorkFolder.in(settings.workFolder());
                Child child = Child.start(settings, work.path(), RewriteMain.class)) {
            Marked marked = child.ask((requests, answers) -> {
                send(requests, content, marking);
                return new Marked(
                        answers.next(LARGEST_FILE),
                        indexes(answers.next(LARGEST_LIST)),
                        indexes(answers.next(LARGEST_LIST)));
            });
            if (marked.file().length == 0) {
                throw Refusal.conflict("NOT_A_WORD_FILE");
            }
            return marked;
        } catch (Child.Silence ended) {
            throw Refusal.conflict("NOT_A_WORD_FILE");
        }
    }

    private static void send(DataOutputStream requests, byte[] content, Marking marking) throws IOException {
        requests.writeInt(content.length);
        requests.write(content);
        marking.write(requests);
        requests.flush();
    }

    private static Set<Integer> indexes(byte[] list) {
        Set<Integer> indexes = new HashSet<>();
        ByteBuffer numbers = ByteBuffer.wrap(list);
        while (numbers.remaining() >= Integer.BYTES) {
            indexes.add(numbers.getInt());
        }
        return Set.copyOf(indexes);
    }
}
