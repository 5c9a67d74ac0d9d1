package vn.gopy.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bin/gopy bench rounds}: 121 units asked in each of five open rounds with 10,000 opinions together, beside the example.
 * Measured is what the server takes to make a screen, from the navigation to the last byte of its answer; then 200 replies are
 * sent at the same moment, of which none may be lost or fail.
 */
final class RoundsBench {

    private static final int UNITS = 121;
    private static final int ROUNDS = 5;
    private static final int OPINIONS = 10_000;
    private static final int SENT_AT_ONCE = 200;
    private static final int WARM = 5;
    private static final int LAPS = 40;
    private static final double LIMIT_MS = 300;
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningExample example;
    private final Map<String, Figures> screens = new LinkedHashMap<>();

    private RoundsBench(RunningExample example) {
        this.example = example;
    }

    public static void main(String[] args) throws Exception {
        new RoundsBench(RunningExample.of(args)).run();
        System.exit(0);
    }

    /**
     * What a screen takes.
     *
     * @param work of the processors of program and database together
     * @param plain median of counting, by one statement over a bare connection, the rows that the screen shows
     */
    private record Figures(double median, double p95, double work, double plain, int bytes) {}

    private void run() throws Exception {
        try (Connection database = example.database()) {
            List<String> rounds = new Crowd(UNITS, ROUNDS, UNITS - SENT_AT_ONCE / ROUNDS, OPINIONS, "d.number IN (1, 2) AND v.ordinal = 2")
                    .fill(database);
            String first = rounds.getFirst();
            Screen secretary = new Screen(example.address(), "thuky");
            String all = "title LIKE 'Đợt đo %'";
            String one = "id = '" + first + "'";
            measure("desk", secretary, "", database, all);
            measure("rounds", secretary, "dot", database, all);
            measure("board", secretary, "dot/" + first, database, one);
            measure("reply", new Screen(example.address(), "bench1"), "dot/" + first + "/tra-loi", database, one);
            long began = System.nanoTime();
            Map<Integer, Long> answers = sendAtOnce(rounds);
            double seconds = (System.nanoTime() - began) / 1e9;
            long stored = RunningExample.number(database, """
                    SELECT count(*) FROM reply rp JOIN person p ON p.id = rp.sent_by
                    WHERE rp.state = 'SENT' AND p.username LIKE 'bench%' AND rp.entered_by IS NULL AND rp.note = 'bench'
                    """);
            System.out.printf(
                    Locale.ROOT, "%d replies at once: answers %s, %d stored, %.1f s%n", SENT_AT_ONCE, answers, stored, seconds);
            System.out.println(JSON.writeValueAsString(report(stored)));
            if (stored != SENT_AT_ONCE || !answers.equals(Map.of(200, (long) SENT_AT_ONCE))) {
                throw new IllegalStateException("of " + SENT_AT_ONCE + " replies " + stored + " are stored: " + answers);
            }
        }
    }

    private Map<String, Object> report(long stored) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("bench", "rounds");
        report.put("ratios", each(one -> Math.round(one.p95() / LIMIT_MS * 100) / 100.0));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("medianMs", each(one -> (double) Math.round(one.median())));
        figures.put("p95Ms", each(one -> (double) Math.round(one.p95())));
        figures.put("workMs", each(one -> (double) Math.round(one.work())));
        figures.put("screenVsPlainCount", each(one -> (double) Math.round(one.median() / one.plain())));
        figures.put("sentAtOnce", SENT_AT_ONCE);
        figures.put("stored", stored);
        report.put("figures", figures);
        report.put("machine", Map.of("cores", Runtime.getRuntime().availableProcessors()));
        return report;
    }

    private Map<String, Double> each(ToDoubleFunction<Figures> figure) {
        Map<String, Double> all = new LinkedHashMap<>();
        screens.forEach((name, one) -> all.put(name, figure.applyAsDouble(one)));
        return all;
    }

    /** @param shown the rounds whose rows the screen shows or counts, as a condition */
    private void measure(String name, Screen screen, String route, Connection database, String shown) throws Exception {
        String count = """
                SELECT count(*) FROM round r JOIN invitee i ON i.round_id = r.id LEFT JOIN reply rp ON rp.invitee_id = i.id
                       LEFT JOIN reply_position x ON x.reply_id = rp.id LEFT JOIN (
                           SELECT c.round_id, c.unit_id, count(*) AS said FROM comment c GROUP BY 1, 2) s
                       ON s.round_id = r.id AND s.unit_id = i.unit_id WHERE r.""" + shown;
        List<Double> laps = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        int bytes = 0;
        Duration before = Duration.ZERO;
        for (int n = 0; n < WARM + LAPS; n++) {
            if (n == WARM) {
                before = example.work();
            }
            Screen.Shown seen = screen.open(route);
            bytes = seen.bytes();
            if (n >= WARM) {
                laps.add(seen.millis());
            }
        }
        double work = example.work().minus(before).toNanos() / 1e6 / LAPS;
        for (int n = 0; n < WARM + LAPS; n++) {
            long began = System.nanoTime();
            RunningExample.number(database, count);
            if (n >= WARM) {
                plain.add((System.nanoTime() - began) / 1e6);
            }
        }
        Collections.sort(laps);
        Collections.sort(plain);
        Figures one = new Figures(
                laps.get(laps.size() / 2),
                laps.get((int) Math.ceil(laps.size() * 0.95) - 1),
                work,
                plain.get(plain.size() / 2),
                bytes);
        screens.put(name, one);
        System.out.printf(
                Locale.ROOT,
                "%-8s median %4.0f ms, p95 %4.0f ms, %4.0f ms of processors, %d KB; counting its rows alone %.1f ms%n",
                name,
                one.median(),
                one.p95(),
                one.work(),
                bytes / 1024,
                one.plain());
    }

    // ---- replies at once

    /** How often each status came. */
    private Map<Integer, Long> sendAtOnce(List<String> rounds) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        CountDownLatch begin = new CountDownLatch(1);
        List<Future<Integer>> running = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < SENT_AT_ONCE; n++) {
                int unit = UNITS - n / ROUNDS;
                String round = rounds.get(n % ROUNDS);
                HttpRequest request = send(round, unit);
                running.add(threads.submit(() -> {
                    begin.await();
                    return http.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode();
                }));
            }
            begin.countDown();
            Map<Integer, Long> answers = new TreeMap<>();
            for (Future<Integer> one : running) {
                answers.merge(one.get(), 1L, Long::sum);
            }
            return answers;
        }
    }

    private HttpRequest send(String round, int unit) {
        String account = Base64.getEncoder().encodeToString(("bench" + unit + ":demo").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(example.address() + "/api/v1/rounds/" + round + "/replies/BENCH" + unit + "/send"))
                .header("Authorization", "Basic " + account)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
    }
}
