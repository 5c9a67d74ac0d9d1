package vn.gopy.document;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;
import vn.gopy.document.extract.ExtractMain;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Readings;
import vn.gopy.legaltext.SecondReading;

/** A child that reads files, one after the other. */
final class ReadingChild implements AutoCloseable {

    /** Several are held at the same time, and weigh more once they are read. */
    private static final int LARGEST_ANSWER =
            (int) Math.min(64 << 20, Runtime.getRuntime().maxMemory() / 32);

    private final Child child;
    private int filesRead;

    private ReadingChild(Child child) {
        this.child = child;
    }

    static ReadingChild start(ChildReader.Settings settings, Path folder) throws IOException {
        return new ReadingChild(Child.start(settings, folder, ExtractMain.class));
    }

    /** The reading of one file, or why there is none. */
    Reading read(byte[] content, String fileName, Changes changes) {
        return ask(content, fileName, changes.ordinal(), Readings::decode, problem -> Reading.failed(null, problem));
    }

    /** The same for the comparison of two readings; a child that fails has compared nothing. */
    SecondReading compare(byte[] content, String fileName) {
        return ask(content, fileName, ExtractMain.COMPARE, SecondReading::decode, problem -> SecondReading.none());
    }

    private <T> T ask(
            byte[] content, String fileName, int task, Function<byte[], T> decode, Function<Problem, T> without) {
        filesRead++;
        try {
            return decode.apply(child.ask((requests, answers) -> {
                send(requests, content, fileName, task);
                return answers.next(LARGEST_ANSWER);
            }));
        } catch (Child.Silence none) {
            return without.apply(none.problem());
        } catch (IllegalArgumentException nonsense) {
            child.fail();
            return without.apply(Problem.CRASH);
        }
    }

    private static void send(DataOutputStream requests, byte[] content, String fileName, int task) throws IOException {
        byte[] name = fileName.getBytes(StandardCharsets.UTF_8);
        int from = Math.max(0, name.length - 1000);
        requests.writeInt(name.length - from);
        requests.write(name, from, name.length - from);
        requests.writeByte(task);
        requests.writeInt(content.length);
        requests.write(content);
        requests.flush();
    }

    boolean isWell() {
        return child.isWell();
    }

    int filesRead() {
        return filesRead;
    }

    @Override
    public void close() {
        child.close();
    }
}
