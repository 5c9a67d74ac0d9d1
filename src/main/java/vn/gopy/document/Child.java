package vn.gopy.document;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import vn.gopy.document.extract.ExtractMain;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Readings;
import vn.gopy.legaltext.SecondReading;

/** One running reading JVM. */
final class Child implements AutoCloseable {

    /** Several are held at the same time, and weigh more once they are read. */
    private static final long LARGEST_ANSWER =
            Math.min(64 << 20, Runtime.getRuntime().maxMemory() / 32);

    private static final int OUT_OF_MEMORY_EXIT = 3;

    private final Process process;
    private final ChildReader.Settings settings;
    private final DataOutputStream requests;
    private final DataInputStream answers;
    private boolean well = true;
    private int filesRead;

    private Child(Process process, ChildReader.Settings settings) {
        this.process = process;
        this.settings = settings;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.answers = new DataInputStream(process.getInputStream());
    }

    static Child start(ChildReader.Settings settings, Path folder) throws IOException {
        var command = new ArrayList<String>(Sandbox.prefix());
        command.addAll(java(settings, folder));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("LANG", "C.UTF-8");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new Child(builder.start(), settings);
    }

    /** The command of a child, without the walls around it. */
    static List<String> java(ChildReader.Settings settings, Path folder) {
        return java(settings, folder, ExtractMain.class);
    }

    /** The same for another main class. */
    static List<String> java(ChildReader.Settings settings, Path folder, Class<?> main) {
        var command = new ArrayList<String>();
        command.add(settings.javaHome().resolve("bin/java").toString());
        command.add("-Xmx" + settings.heapMegabytes() + "m");
        command.addAll(List.of(
                "-Xss1m",
                "-XX:+UseSerialGC",
                // a child ends before the second compiler would have earned what it costs
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                // the JVM's own warnings, of a stale cache for one, would stand between the frames
                "-Xlog:disable",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + folder,
                // what the PDF library remembers of this machine's fonts
                "-Dpdfbox.fontcache=" + folder,
                "-Duser.home=" + folder,
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
                "-Dorg.apache.logging.log4j.simplelog.level=OFF",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog"));
        if (settings.aotCache() != null && Files.isReadable(settings.aotCache())) {
            command.add("-XX:AOTCache=" + settings.aotCache());
        }
        command.addAll(List.of("-cp", settings.classPath(), main.getName()));
        command.addAll(settings.arguments());
        return command;
    }

    /** Sends one file and waits for its reading, at most as long as the settings allow; then the child is killed. */
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
        var answer = new CompletableFuture<byte[]>();
        Thread.ofVirtual().start(() -> exchange(content, fileName, task, answer));
        try {
            byte[] bytes = answer.get(settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
            return decode.apply(bytes);
        } catch (TimeoutException tooSlow) {
            return without.apply(failed(Problem.TIMEOUT));
        } catch (ExecutionException | IllegalArgumentException broken) {
            return without.apply(failed(causeOfDeath().orElse(Problem.CRASH)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return without.apply(failed(Problem.TIMEOUT));
        }
    }

    private void exchange(byte[] content, String fileName, int task, CompletableFuture<byte[]> answer) {
        try {
            byte[] name = fileName.getBytes(StandardCharsets.UTF_8);
            int from = Math.max(0, name.length - 1000);
            requests.writeInt(name.length - from);
            requests.write(name, from, name.length - from);
            requests.writeByte(task);
            requests.writeInt(content.length);
            requests.write(content);
            requests.flush();
            int length = answers.readInt();
            if (length < 0 || length > LARGEST_ANSWER) {
                throw new IOException("An answer of " + length + " bytes");
            }
            byte[] bytes = answers.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException();
            }
            answer.complete(bytes);
        } catch (IOException | RuntimeException broken) {
            answer.completeExceptionally(broken);
        }
    }

    private Optional<Problem> causeOfDeath() {
        try {
            if (process.waitFor(2, TimeUnit.SECONDS) && process.exitValue() == OUT_OF_MEMORY_EXIT) {
                return Optional.of(Problem.OUT_OF_MEMORY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private Problem failed(Problem problem) {
        well = false;
        close();
        return problem;
    }

    /** False after any failure: a child that has failed once is not used again. */
    boolean isWell() {
        return well && process.isAlive();
    }

    int filesRead() {
        return filesRead;
    }

    /** Ends the child and all its descendants at once. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
