package vn.gopy.document;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.gopy.legaltext.Problem;

/**
 * One JVM behind walls, whatever it is asked to do with a file: memory, processor time and output are limited, its
 * environment is empty and, where the system allows, there is no network. What it does not answer in time it answers
 * never: it is ended then, with all that it has started.
 */
final class Child implements AutoCloseable {

    private static final int OUT_OF_MEMORY_EXIT = 3;

    /** A talk with a child: writes what is asked, reads what is answered. */
    interface Talk<T> {
        T with(DataOutputStream requests, Answers answers) throws IOException;
    }

    /** What a child answers, in pieces that say their length first. */
    static final class Answers {

        private final DataInputStream in;

        private Answers(DataInputStream in) {
            this.in = in;
        }

        /** @throws IOException when it ends before, or would be longer than that */
        byte[] next(int longest) throws IOException {
            int length = in.readInt();
            if (length < 0 || length > longest) {
                throw new IOException("An answer of " + length + " bytes");
            }
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException();
            }
            return bytes;
        }
    }

    /** The child has not answered, and has ended. */
    static final class Silence extends Exception {

        private final Problem problem;

        private Silence(Problem problem) {
            super(problem.name());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    private final Process process;
    private final ChildReader.Settings settings;
    private final DataOutputStream requests;
    private final Answers answers;
    private boolean well = true;

    private Child(Process process, ChildReader.Settings settings) {
        this.process = process;
        this.settings = settings;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.answers = new Answers(new DataInputStream(process.getInputStream()));
    }

    /** @param folder the only one it needs to write to */
    static Child start(ChildReader.Settings settings, Path folder, Class<?> main) throws IOException {
        var command = new ArrayList<String>(Sandbox.prefix());
        command.addAll(java(settings, folder, main));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("LANG", "C.UTF-8");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new Child(builder.start(), settings);
    }

    /** The command of a child, without the walls around it. */
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

    /**
     * Talks with the child, at most as long as its settings allow.
     *
     * @throws Silence when the time is over or the child has ended; it is not to be used again
     */
    <T> T ask(Talk<T> talk) throws Silence {
        var answer = new CompletableFuture<T>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(talk.with(requests, answers));
            } catch (IOException | RuntimeException broken) {
                answer.completeExceptionally(broken);
            }
        });
        try {
            return answer.get(settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            throw ended(Problem.TIMEOUT);
        } catch (ExecutionException broken) {
            throw ended(causeOfDeath().orElse(Problem.CRASH));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ended(Problem.TIMEOUT);
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

    private Silence ended(Problem problem) {
        fail();
        return new Silence(problem);
    }

    /** Ends a child whose answer was none: one that has failed once is not used again. */
    void fail() {
        well = false;
        close();
    }

    /** False after any failure. */
    boolean isWell() {
        return well && process.isAlive();
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
