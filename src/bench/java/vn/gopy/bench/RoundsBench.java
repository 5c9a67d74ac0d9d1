package vn.gopy.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
            List<String> rounds = fill(database);
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

    // ---- the database

    /** Units with a head each, five rounds about the drafts of the example, a reply for each invitee, and the opinions. */
    private static List<String> fill(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String sql : FILLING.formatted(UNITS, ROUNDS, UNITS - SENT_AT_ONCE / ROUNDS, OPINIONS).split(";\\s*\n")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
            List<String> rounds = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SELECT id FROM round WHERE title LIKE 'Đợt đo %' ORDER BY title")) {
                while (rows.next()) {
                    rounds.add(rows.getString(1));
                }
            }
            return rounds;
        }
    }

    private static final String FILLING = """
            INSERT INTO unit (id, code, name, kind, created_at)
            SELECT gen_random_uuid(), 'BENCH' || n, 'Cơ quan đo thứ ' || n, 'DEPARTMENT', now() FROM generate_series(1, %1$d) n;
            INSERT INTO person (id, username, name, password_hash, created_at)
            SELECT gen_random_uuid(), 'bench' || n, 'Người đo ' || n,
                   (SELECT password_hash FROM person WHERE username = 'thuky'), now() FROM generate_series(1, %1$d) n;
            INSERT INTO unit_membership (id, person_id, unit_id, role, post, valid_from)
            SELECT gen_random_uuid(), p.id, u.id, 'HEAD', 'Giám đốc', '2020-01-01'
            FROM unit u JOIN person p ON p.username = lower(u.code) WHERE u.code LIKE 'BENCH%%';
            INSERT INTO round (id, title, opens_at, closes_at, visibility, created_by, created_at)
            SELECT gen_random_uuid(), 'Đợt đo ' || n, now() - interval '3 days', now() + interval '10 days', 'SEALED',
                   (SELECT id FROM person WHERE username = 'thuky'), now() FROM generate_series(1, %2$d) n;
            INSERT INTO round_draft (round_id, version_id, ordinal)
            SELECT r.id, v.id, d.number FROM round r, draft_version v JOIN dossier d ON d.id = v.dossier_id
            WHERE r.title LIKE 'Đợt đo %%' AND d.number IN (1, 2) AND v.ordinal = 2;
            INSERT INTO invitee (id, round_id, unit_id, name, person_group, ordinal, opened_at)
            SELECT gen_random_uuid(), r.id, u.id, u.name, 'UNIT', substr(u.code, 6)::int, now()
            FROM round r, unit u WHERE r.title LIKE 'Đợt đo %%' AND u.code LIKE 'BENCH%%';
            INSERT INTO dossier_grant (dossier_id, unit_id, source_id, valid_from)
            SELECT v.dossier_id, i.unit_id, i.round_id, now() - interval '3 days'
            FROM invitee i JOIN round r ON r.id = i.round_id JOIN round_draft rd ON rd.round_id = r.id
                 JOIN draft_version v ON v.id = rd.version_id WHERE r.title LIKE 'Đợt đo %%';
            INSERT INTO reply (id, invitee_id, state, capacity, note, sent_by, sent_at)
            SELECT gen_random_uuid(), i.id, CASE WHEN i.ordinal <= %3$d THEN 'SENT' ELSE 'PREPARING' END, 'UNIT',
                   CASE WHEN i.ordinal <= %3$d THEN '' ELSE 'bench' END,
                   CASE WHEN i.ordinal <= %3$d THEN p.id END, CASE WHEN i.ordinal <= %3$d THEN now() - interval '1 day' END
            FROM invitee i JOIN round r ON r.id = i.round_id JOIN person p ON p.username = 'bench' || i.ordinal
            WHERE r.title LIKE 'Đợt đo %%';
            INSERT INTO reply_for (reply_id, invitee_id)
            SELECT rp.id, rp.invitee_id FROM reply rp JOIN invitee i ON i.id = rp.invitee_id JOIN round r ON r.id = i.round_id
            WHERE r.title LIKE 'Đợt đo %%';
            INSERT INTO reply_position (reply_id, version_id, position)
            SELECT rp.id, rd.version_id, 'AGREE' FROM reply rp JOIN invitee i ON i.id = rp.invitee_id
                   JOIN round r ON r.id = i.round_id JOIN round_draft rd ON rd.round_id = r.id WHERE r.title LIKE 'Đợt đo %%';
            CREATE TEMP TABLE made AS
            SELECT gen_random_uuid() AS id, gen_random_uuid() AS point, gen_random_uuid() AS grouped, r.id AS round_id,
                   v.id AS version_id, v.dossier_id, u.id AS unit_id, u.name AS unit_name, p.id AS person_id, p.name,
                   places.id AS provision_id, row_number() OVER (PARTITION BY r.id ORDER BY n) AS number
            FROM generate_series(1, %4$d) n
                 JOIN round r ON r.title = 'Đợt đo ' || (n %% %2$d + 1)
                 JOIN draft_version v ON v.id = (SELECT rd.version_id FROM round_draft rd
                                                WHERE rd.round_id = r.id ORDER BY rd.ordinal LIMIT 1)
                 JOIN unit u ON u.code = 'BENCH' || (n %% %3$d + 1)
                 JOIN person p ON p.username = 'bench' || (n %% %3$d + 1)
                 JOIN LATERAL (SELECT id, row_number() OVER (ORDER BY position) AS k, count(*) OVER () AS c
                               FROM provision WHERE version_id = v.id) places ON places.k = n %% places.c + 1;
            INSERT INTO comment (id, dossier_id, version_id, provision_id, root_id, round_id, kind, text, author_id, author_name,
                                 capacity, unit_id, unit_name, state, visibility, created_at, sent_at)
            SELECT id, dossier_id, version_id, provision_id, id, round_id, 'EDIT',
                   'Đề nghị rà soát lại nội dung này cho phù hợp với thực tế.', person_id, name, 'UNIT', unit_id, unit_name,
                   'SENT', 'SEALED', now() - interval '1 day', now() - interval '1 day' FROM made;
            INSERT INTO issue_group (id, round_id) SELECT grouped, round_id FROM made;
            INSERT INTO point (id, round_id, version_id, number, group_id, unit_id, who, kind, text, created_at)
            SELECT point, round_id, version_id, number, grouped, unit_id, unit_name, 'EDIT',
                   'Đề nghị rà soát lại nội dung này cho phù hợp với thực tế.', now() - interval '1 day' FROM made;
            INSERT INTO point_source (point_id, kind, comment_id) SELECT point, 'COMMENT', id FROM made;
            INSERT INTO point_place (point_id, provision_id, main, ordinal) SELECT point, provision_id, true, 1 FROM made;
            ANALYZE
            """;
}
