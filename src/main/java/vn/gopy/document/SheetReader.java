package vn.gopy.document;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.gopy.document.extract.SheetMain;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Turns;

/** Reads the first sheet of an Excel file (.xlsx), in a child JVM with the limits of the readers; one at a time. */
@Service
public class SheetReader {

    /** A list of a thousand people is a tenth of it. */
    public static final int LARGEST = 5 << 20;

    private static final int LARGEST_ANSWER = 16 << 20;
    private static final int MOST = 10_000;
    private static final Duration TIME = Duration.ofSeconds(20);

    private final Turns one = new Turns(1, TIME);

    /**
     * A row that holds something.
     *
     * @param number as the sheet counts it, from 1
     * @param cells as text; what a formula would make is not computed
     */
    public record Row(int number, List<String> cells) {}

    /**
     * The rows from top to bottom.
     *
     * @throws Refusal SHEET_TOO_LARGE; SHEET_UNREADABLE, also for what takes too long or too much memory; HTTP_503 when
     *     others are being read
     */
    public List<Row> read(byte[] content) {
        if (content.length > LARGEST) {
            throw Refusal.unprocessable("SHEET_TOO_LARGE");
        }
        var settings = ChildReader.Settings.standard().withAotCache(null).withTimeLimit(TIME);
        try (Turns.Turn turn = one.take();
                WorkFolder work = WorkFolder.in(settings.workFolder());
                Child child = Child.start(settings, work.path(), SheetMain.class)) {
            byte[] answer = child.ask((requests, answers) -> {
                requests.writeInt(content.length);
                requests.write(content);
                requests.flush();
                return answers.next(LARGEST_ANSWER);
            });
            return rows(answer);
        } catch (IOException | Child.Silence unreadable) {
            throw Refusal.unprocessable("SHEET_UNREADABLE");
        }
    }

    /** What the child says is not believed: it has read what somebody has sent. */
    private static List<Row> rows(byte[] answer) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(answer));
        String problem = in.readUTF();
        if (!problem.isEmpty()) {
            throw Refusal.unprocessable(problem.equals("TOO_LARGE") ? "SHEET_TOO_LARGE" : "SHEET_UNREADABLE");
        }
        List<Row> rows = new ArrayList<>();
        for (int n = bounded(in.readInt()); n > 0; n--) {
            int number = in.readInt();
            List<String> cells = new ArrayList<>();
            for (int cell = bounded(in.readInt()); cell > 0; cell--) {
                cells.add(new String(in.readNBytes(Math.max(0, in.readInt())), StandardCharsets.UTF_8));
            }
            rows.add(new Row(number, List.copyOf(cells)));
        }
        return rows;
    }

    private static int bounded(int count) throws IOException {
        if (count < 0 || count > MOST) {
            throw new IOException("a count of " + count);
        }
        return count;
    }
}
