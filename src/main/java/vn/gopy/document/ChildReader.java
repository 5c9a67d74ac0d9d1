package vn.gopy.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.FileKind;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.SecondReading;

/**
 * Reads every file in a JVM of its own, with limits on memory, time and output, a cleared environment and, where the
 * system allows, no network. By default a child reads one file and ends; a pool lets it read up to 200, and replaces it
 * after any failure. Safe for many threads; more than {@link Settings#children()} at once wait.
 */
public final class ChildReader implements DocumentReader, SecondReader, AutoCloseable {

    private static final int MOST_FILES_PER_CHILD = 200;

    /**
     * How children run.
     *
     * @param javaHome the JDK or JRE they use
     * @param classPath what {@link ChildClassPath} finds, or a fixed one
     * @param heapMegabytes their {@code -Xmx}
     * @param timeLimit for one file, start of the child included
     * @param largestFile in bytes; larger ones are refused unread
     * @param workFolder where each gets its own folder, readable by nobody else
     * @param children how many may run at once
     * @param pooled true lets one child read up to 200 files
     * @param aotCache made by a training run of the build, or null
     * @param arguments what the child is told besides; none for reading
     */
    public record Settings(
            Path javaHome,
            String classPath,
            int heapMegabytes,
            Duration timeLimit,
            int largestFile,
            Path workFolder,
            int children,
            boolean pooled,
            @Nullable Path aotCache,
            List<String> arguments) {

        /**
         * One child per file, as many as there are cores, 448 MB, 60 seconds, files up to 50 MB, with the ahead-of-time
         * cache that the system property {@code gopy.reader.aot-cache} names.
         */
        public static Settings standard() {
            Path memory = Path.of("/dev/shm");
            Path folder = Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
            return new Settings(
                    Path.of(System.getProperty("java.home")),
                    ChildClassPath.find(),
                    448,
                    Duration.ofSeconds(60),
                    50 << 20,
                    folder,
                    Math.max(1, Runtime.getRuntime().availableProcessors()),
                    false,
                    Optional.ofNullable(System.getProperty("gopy.reader.aot-cache"))
                            .map(Path::of)
                            .orElse(null),
                    List.of());
        }

        /** The same, with children that read many files. */
        public Settings asPool() {
            return new Settings(
                    javaHome,
                    classPath,
                    heapMegabytes,
                    timeLimit,
                    largestFile,
                    workFolder,
                    children,
                    true,
                    aotCache,
                    arguments);
        }

        /** The same, with another time limit for one file. */
        public Settings withTimeLimit(Duration limit) {
            return new Settings(
                    javaHome,
                    classPath,
                    heapMegabytes,
                    limit,
                    largestFile,
                    workFolder,
                    children,
                    pooled,
                    aotCache,
                    arguments);
        }

        /** The same, with an ahead-of-time cache. */
        public Settings withAotCache(@Nullable Path cache) {
            return new Settings(
                    javaHome,
                    classPath,
                    heapMegabytes,
                    timeLimit,
                    largestFile,
                    workFolder,
                    children,
                    pooled,
                    cache,
                    arguments);
        }

        /** The same, with another {@code -Xmx}. */
        public Settings withHeapMegabytes(int megabytes) {
            return new Settings(
                    javaHome,
                    classPath,
                    megabytes,
                    timeLimit,
                    largestFile,
                    workFolder,
                    children,
                    pooled,
                    aotCache,
                    arguments);
        }

        /** The same, with arguments for the child. */
        public Settings withArguments(List<String> told) {
            return new Settings(
                    javaHome,
                    classPath,
                    heapMegabytes,
                    timeLimit,
                    largestFile,
                    workFolder,
                    children,
                    pooled,
                    aotCache,
                    List.copyOf(told));
        }

        /** The same, with another number of children at once. */
        public Settings withChildren(int most) {
            return new Settings(
                    javaHome,
                    classPath,
                    heapMegabytes,
                    timeLimit,
                    largestFile,
                    workFolder,
                    most,
                    pooled,
                    aotCache,
                    arguments);
        }
    }

    private final Settings settings;
    private final WorkFolder folder;
    private final Semaphore places;
    private final BlockingQueue<ReadingChild> idle = new LinkedBlockingQueue<>();
    private final boolean ready;
    private volatile boolean closed;

    /** @throws IOException when the work folder cannot be made */
    public ChildReader(Settings settings) throws IOException {
        this(settings, false);
    }

    /**
     * @param ready whether one child is always started before it is wanted: an upload then waits for its reading alone
     * @throws IOException when the work folder cannot be made
     */
    ChildReader(Settings settings, boolean ready) throws IOException {
        this.settings = settings;
        this.ready = ready;
        this.places = new Semaphore(settings.children(), true);
        this.folder = WorkFolder.in(settings.workFolder());
        prepare();
    }

    /** Starts the child for the next file, unless one waits or none is to. */
    private synchronized void prepare() {
        if (!ready || !idle.isEmpty() || closed) {
            return;
        }
        try {
            idle.add(ReadingChild.start(settings, folder.path()));
        } catch (IOException cannotStart) {
            // the next file starts its own, and tells
        }
    }

    @Override
    public Reading read(byte[] content, String fileName, Changes changes) {
        if (content.length > settings.largestFile()) {
            return Reading.failed(null, Problem.TOO_LARGE);
        }
        if (!FileKind.isReadable(fileName)) {
            return Reading.failed(null, Problem.TYPE_NOT_ALLOWED);
        }
        if (content.length == 0) {
            return Reading.failed(null, Problem.EMPTY);
        }
        return inChild(child -> child.read(content, fileName, changes), () -> Reading.failed(null, Problem.CRASH));
    }

    @Override
    public SecondReading compare(byte[] content, String fileName) {
        return content.length > settings.largestFile()
                ? SecondReading.none()
                : inChild(child -> child.compare(content, fileName), SecondReading::none);
    }

    private <T> T inChild(Function<ReadingChild, T> task, Supplier<T> noChild) {
        places.acquireUninterruptibly();
        try {
            return released(child(), task);
        } catch (IOException cannotStart) {
            return noChild.get();
        } finally {
            places.release();
        }
    }

    private ReadingChild child() throws IOException {
        for (ReadingChild child = idle.poll(); child != null; child = idle.poll()) {
            if (child.isWell()) {
                return child;
            }
            child.close();
        }
        return ReadingChild.start(settings, folder.path());
    }

    private <T> T released(ReadingChild child, Function<ReadingChild, T> task) {
        T answer = task.apply(child);
        boolean goesOn = settings.pooled() && child.isWell() && child.filesRead() < MOST_FILES_PER_CHILD && !closed;
        if (goesOn) {
            idle.add(child);
        } else {
            child.close();
            // whoever waits for the answer waits for no other child
            Thread.ofVirtual().start(this::prepare);
        }
        return answer;
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (ReadingChild child = idle.poll(); child != null; child = idle.poll()) {
            child.close();
        }
        try {
            folder.close();
        } catch (IOException leftBehind) {
            // removed by the next start
        }
    }
}
