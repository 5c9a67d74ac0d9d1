package vn.gopy.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bin/gopy bench live}: a hundred readers have one draft open, and somebody speaks. How long it takes from the press to
 * the moment at which the last of them holds the opinion: each is told by its own line, asks what is different, and has read the
 * answer. Then the same with readers to whom no stream gets through and who ask one question after the other. With it the bytes
 * that go to one reader for one opinion, and the program's processor time.
 */
final class LiveBench {

    private static final int READERS = 100;

    /** A session has at most 24 lines. */
    private static final int IN_A_SESSION = 20;

    private static final int WARM_UP = 20;
    private static final int OPINIONS = 60;
    private static final long LIMIT_MILLIS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PEOPLE = List.of("tuvan", "thanhvien2", "thuky");
    private static final JsonMapper JSON = new JsonMapper();

    private final String product;
    private final ProcessHandle program;

    /** Of the opinion that is waited for. */
    private volatile Awaited awaited = new Awaited("", new CountDownLatch(0));

    private final AtomicLong bytes = new AtomicLong();

    private record Awaited(String words, CountDownLatch missing) {}

    private LiveBench(String product, ProcessHandle program) {
        this.product = product;
        this.program = program;
    }

    public static void main(String[] args) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        ProcessHandle program = ProcessHandle.of(Long.parseLong(System.getenv("GOPY_BENCH_PID"))).orElseThrow();
        new LiveBench(options.get("--product"), program).run();
        System.exit(0);
    }

    private void run() throws Exception {
        SpokenDraft draft = new SpokenDraft(product, "thanhvien:demo");
        String version = draft.version();
        List<String> clauses = draft.clauses();
        Figures streams = measured("streams", draft, clauses, open(version, Reader::streaming));
        Figures questions = measured("questions", draft, clauses, open(version, Reader::asking));
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"live\",\"ratios\":{\"p95_vs_limit\":%.2f,\"p95_vs_limit_questions\":%.2f},\"figures\":{\"readers\":%d,"
                        + "\"streams\":%s,\"questions\":%s},\"limits\":{\"p95_vs_limit\":1.0,\"p95_vs_limit_questions\":1.0},"
                        + "\"machine\":{\"cores\":%d}}%n",
                streams.p95 / LIMIT_MILLIS,
                questions.p95 / LIMIT_MILLIS,
                READERS,
                streams.json(),
                questions.json(),
                Runtime.getRuntime().availableProcessors());
    }

    // ---- measuring

    /**
     * Times in milliseconds until the last reader has an opinion.
     *
     * @param bytesEach to one reader for one opinion
     * @param cpuEach milliseconds of the program for one opinion to all
     */
    private record Figures(double p50, double p95, double bytesEach, double cpuEach) {

        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"p50Ms\":%.0f,\"p95Ms\":%.0f,\"bytesPerReader\":%.0f,\"cpuMsPerOpinion\":%.0f}",
                    p50,
                    p95,
                    bytesEach,
                    cpuEach);
        }
    }

    private Figures measured(String how, SpokenDraft draft, List<String> clauses, List<Reader> readers) throws Exception {
        try {
            for (int n = 0; n < WARM_UP; n++) {
                said(draft, clauses.get(n % clauses.size()), how + " w" + n);
            }
            double[] millis = new double[OPINIONS];
            long sent = bytes.get();
            Duration busy = busy();
            for (int n = 0; n < OPINIONS; n++) {
                millis[n] = said(draft, clauses.get(n % clauses.size()), how + " " + n);
            }
            double cpu = busy().minus(busy).toNanos() / 1e6 / OPINIONS;
            double each = (bytes.get() - sent) / (double) OPINIONS / READERS;
            Arrays.sort(millis);
            Figures figures =
                    new Figures(millis[OPINIONS / 2], millis[(int) Math.ceil(OPINIONS * 0.95) - 1], each, cpu);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d readers, until the last has it p50 %.0f ms, p95 %.0f ms; %.0f bytes a reader, %.0f ms of the processor%n",
                    how,
                    READERS,
                    figures.p50,
                    figures.p95,
                    each,
                    cpu);
            return figures;
        } finally {
            readers.forEach(Reader::close);
        }
    }

    private Duration busy() {
        return program.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Milliseconds from the press until every reader holds it. */
    private double said(SpokenDraft draft, String clause, String mark) throws Exception {
        String words = "Đề nghị làm rõ thời hạn [" + mark + "]";
        Awaited one = new Awaited(words, new CountDownLatch(READERS));
        awaited = one;
        long began = System.nanoTime();
        draft.say(clause, words);
        if (!one.missing.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException(one.missing.getCount() + " readers have not got: " + words);
        }
        return (System.nanoTime() - began) / 1e6;
    }

    // ---- readers

    private interface Way {

        void of(Reader reader) throws Exception;
    }

    private List<Reader> open(String version, Way way) throws Exception {
        List<Reader> readers = new ArrayList<>();
        SignedIn session = null;
        for (int n = 0; n < READERS; n++) {
            if (n % IN_A_SESSION == 0) {
                session = new SignedIn(product, PEOPLE.get(n / IN_A_SESSION % PEOPLE.size()));
            }
            readers.add(new Reader(session, "/app-api/versions/" + version, way));
        }
        for (Reader reader : readers) {
            if (!reader.ready.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("a reader has not opened its page");
            }
        }
        return readers;
    }

    /** An open page: it knows what it has read, and asks for what is different. */
    private final class Reader {

        private final SignedIn session;
        private final String path;
        private final CountDownLatch ready = new CountDownLatch(1);
        private final Thread work;
        private volatile boolean open = true;
        private String mark = "";
        private Awaited had = awaited;

        Reader(SignedIn session, String path, Way way) {
            this.session = session;
            this.path = path;
            this.work = Thread.ofVirtual().start(() -> {
                try {
                    way.of(this);
                } catch (Exception ended) {
                    if (open) {
                        ended.printStackTrace();
                    }
                }
            });
        }

        /** Told by a line that stays open. */
        void streaming() throws IOException, InterruptedException {
            var line = session.http()
                    .send(session.request(path + "/live").build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var events = new BufferedReader(new InputStreamReader(line.body(), StandardCharsets.UTF_8))) {
                for (String said = events.readLine(); open && said != null; said = events.readLine()) {
                    bytes.addAndGet(said.length() + 1L);
                    if (said.equals("event:hello") || said.equals("event:threads")) {
                        read();
                        ready.countDown();
                    }
                }
            }
        }

        /** Asks one question after the other. */
        void asking() throws IOException, InterruptedException {
            read();
            ready.countDown();
            while (open) {
                if (get("/live/next?since=" + encoded(mark)).path("event").asString().equals("threads")) {
                    read();
                }
            }
        }

        private void read() throws IOException, InterruptedException {
            JsonNode answer = get("/threads" + (mark.isEmpty() ? "" : "?since=" + encoded(mark)));
            mark = answer.path("mark").asString();
            Awaited one = awaited;
            if (had != one && answer.path("items").findValuesAsString("text").contains(one.words())) {
                had = one;
                one.missing().countDown();
            }
        }

        private JsonNode get(String rest) throws IOException, InterruptedException {
            HttpResponse<byte[]> answer = session.http()
                    .send(session.request(path + rest).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException(path + rest + ": " + answer.statusCode());
            }
            bytes.addAndGet(answer.body().length);
            return JSON.readTree(answer.body());
        }

        private static String encoded(String words) {
            return URLEncoder.encode(words, StandardCharsets.UTF_8);
        }

        void close() {
            open = false;
            work.interrupt();
        }
    }
}
