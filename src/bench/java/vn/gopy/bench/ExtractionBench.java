package vn.gopy.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.document.ChildReader;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Outlines;
import vn.gopy.legaltext.Reading;

/**
 * {@code bin/gopy bench extraction}: how many files a second the reading children read, beside plain Tika in one process
 * on the same files in the same run, with as many threads as there are children; and both readings with their comparison. Rounds take turns; the first of each is
 * for warming up; medians count.
 */
final class ExtractionBench {

    private static final int ROUNDS = 5;
    private static final int FILES_FOR_MEMORY = 1000;

    private record Document(Path path, byte[] content) {

        String name() {
            return path.getFileName().toString();
        }
    }

    private final List<Document> documents;
    private final int workers = Math.max(1, Runtime.getRuntime().availableProcessors());
    private final Map<String, Object> figures = new LinkedHashMap<>();

    private ExtractionBench(List<Document> documents) {
        this.documents = documents;
    }

    public static void main(String[] args) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        Path made = Files.createTempDirectory("gopy-bench-");
        try {
            new ExtractionBench(documents(options.get("--files"), made)).run(options.get("--product"));
        } finally {
            delete(made);
        }
        System.exit(0);
    }

    private static List<Document> documents(String folder, Path made) throws IOException {
        var documents = new ArrayList<Document>();
        try (Stream<Path> paths =
                folder == null ? MadeFiles.into(made).stream() : Files.walk(Path.of(folder)).sorted()) {
            for (Path path : paths.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches("(?i).*\\.(docx|doc|rtf|pdf|odt|html?|txt)"))
                    .toList()) {
                documents.add(new Document(path, Files.readAllBytes(path)));
            }
        }
        if (documents.isEmpty()) {
            throw new IOException("no documents in " + folder);
        }
        return documents;
    }

    private void run(String product) throws Exception {
        figures.put("files", documents.size());
        figures.put("megabytes", mega(documents.stream().mapToLong(it -> it.content().length).sum()));
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        var twice = new ArrayList<Double>();
        var readings = new ArrayList<Reading>();
        System.out.printf("%d files, %d workers each%n", documents.size(), workers);
        try (var reader = new ChildReader(children())) {
            documents.forEach(it -> readings.add(reader.read(it.content(), it.name())));
            var tika = new TikaPeer();
            for (int round = 0; round <= ROUNDS; round++) {
                double gopy = seconds(it -> reader.read(it.content(), it.name()));
                double peer = seconds(it -> tika.read(it.content(), it.name()));
                double both = seconds(it -> reader.compare(it.content(), it.name()));
                System.out.printf(Locale.ROOT, "round %d%s: Góp Ý %.2f s, Tika %.2f s, both readings %.2f s%n", round,
                        round == 0 ? " (warm-up)" : "", gopy, peer, both);
                if (round > 0) {
                    ours.add(gopy);
                    theirs.add(peer);
                    twice.add(both);
                }
            }
            memory(reader);
        }
        parser(readings);
        if (product != null) {
            upload(product);
        }
        report(median(ratios(theirs, ours)), median(ratios(theirs, twice)), median(ours), median(theirs));
    }

    /** As the product has them: what the peer needs of Tika is no part of their class path. */
    private ChildReader.Settings children() {
        var standard = ChildReader.Settings.standard();
        String product = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith("gopy.jar"))
                .map(jar -> Path.of(jar).toAbsolutePath().getParent().toString())
                .findFirst()
                .orElseThrow();
        String own = Stream.of(standard.classPath().split(File.pathSeparator))
                .filter(entry -> entry.startsWith(product))
                .collect(Collectors.joining(File.pathSeparator));
        return new ChildReader.Settings(
                standard.javaHome(),
                own,
                standard.heapMegabytes(),
                standard.timeLimit(),
                standard.largestFile(),
                standard.workFolder(),
                workers,
                true,
                standard.aotCache(),
                standard.arguments());
    }

    /** Of each round: what else runs on the machine slows both of a round. */
    private static List<Double> ratios(List<Double> theirs, List<Double> ours) {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(theirs.get(i) / ours.get(i));
        }
        return ratios;
    }

    private double seconds(Consumer<Document> read) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(workers)) {
            var running = new ArrayList<Future<?>>();
            for (Document document : documents) {
                running.add(threads.submit(() -> read.accept(document)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** What this process, which only asks the children and computes outlines, holds after many files. */
    private void memory(ChildReader reader) throws InterruptedException, ExecutionException {
        double before = heap();
        int left = FILES_FOR_MEMORY;
        while (left > 0) {
            seconds(it -> Outlines.of(reader.read(it.content(), it.name()), it.name(), null));
            left -= documents.size();
        }
        figures.put("heapMbBefore1000Files", round(before));
        figures.put("heapMbAfter1000Files", round(heap()));
    }

    private static double heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }

    /** From blocks to the outline, in bytes of text per second of processor time: on one core that nobody else uses. */
    private void parser(List<Reading> readings) {
        long bytes = 0;
        for (Reading reading : readings) {
            for (Block block : reading.blocks()) {
                bytes += block.shown().getBytes(StandardCharsets.UTF_8).length + 1;
            }
        }
        var threads = ManagementFactory.getThreadMXBean();
        var speeds = new ArrayList<Double>();
        for (int round = 0; round <= ROUNDS + 2; round++) {
            long begin = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < readings.size(); i++) {
                Outlines.of(readings.get(i), documents.get(i).name(), null);
            }
            if (round > 2) {
                speeds.add(bytes / 1e6 / ((threads.getCurrentThreadCpuTime() - begin) / 1e9));
            }
        }
        figures.put("textMegabytes", mega(bytes));
        figures.put("parserMegabytesPerSecondPerCore", round(median(speeds)));
    }

    private void upload(String product) throws IOException, InterruptedException {
        byte[] code = documents.stream()
                .filter(it -> it.name().startsWith("bl-91-2015") && it.name().endsWith(".docx"))
                .map(Document::content)
                .findFirst()
                .orElse(null);
        figures.put("uploadOf", code == null ? "made code of 689 articles" : "Bộ luật Dân sự, 689 articles");
        byte[] content = code == null ? MadeFiles.code() : code;
        var upload = new Upload(product);
        figures.put("firstUploadToReadableMs", upload.readable(content));
        var times = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            times.add((double) upload.readable(content));
        }
        figures.put("uploadToReadableMs", Math.round(median(times)));
    }

    private void report(double ratio, double both, double ours, double theirs) {
        figures.put("filesPerSecond", round(documents.size() / ours));
        figures.put("tikaFilesPerSecond", round(documents.size() / theirs));
        figures.put("workers", workers);
        var json = new StringBuilder("{\"bench\":\"extraction\",\"ratios\":{\"throughput_vs_tika\":")
                .append(String.format(Locale.ROOT, "%.2f,\"both_readings_vs_tika\":%.2f", ratio, both))
                .append("},\"figures\":{");
        String comma = "";
        for (var figure : figures.entrySet()) {
            json.append(comma).append('"').append(figure.getKey()).append("\":");
            json.append(figure.getValue() instanceof String text ? "\"" + text + "\"" : figure.getValue());
            comma = ",";
        }
        System.out.println(json.append("},\"machine\":{\"cores\":").append(workers).append("}}"));
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }

    private static double mega(long bytes) {
        return round(bytes / 1e6);
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
    }
}
