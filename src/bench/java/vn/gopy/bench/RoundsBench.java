package vn.gopy.bench;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
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

    private final String product;
    private final Path data;

    private RoundsBench(String product, Path data) {
        this.product = product;
        this.data = data;
    }

    public static void main(String[] args) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        new RoundsBench(options.get("--product"), Path.of(options.get("--data"))).run();
        System.exit(0);
    }

    private void run() throws Exception {
        List<String> rounds;
        try (Connection database = connection()) {
            rounds = fill(database);
        }
        Map<String, Double> p95 = new LinkedHashMap<>();
        Map<String, Double> medians = new LinkedHashMap<>();
        Screen secretary = new Screen("thuky");
        measure("desk", secretary, "", p95, medians);
        measure("rounds", secretary, "dot", p95, medians);
        measure("board", secretary, "dot/" + rounds.getFirst(), p95, medians);
        measure("reply", new Screen("bench1"), "dot/" + rounds.getFirst() + "/tra-loi", p95, medians);
        long began = System.nanoTime();
        Map<Integer, Long> answers = sendAtOnce(rounds);
        double seconds = (System.nanoTime() - began) / 1e9;
        long stored;
        try (Connection database = connection()) {
            stored = number(database, """
                    SELECT count(*) FROM reply rp JOIN person p ON p.id = rp.sent_by
                    WHERE rp.state = 'SENT' AND p.username LIKE 'bench%' AND rp.entered_by IS NULL AND rp.note = 'bench'
                    """);
        }
        System.out.printf(
                Locale.ROOT, "%d replies at once: answers %s, %d stored, %.1f s%n", SENT_AT_ONCE, answers, stored, seconds);
        boolean whole = stored == SENT_AT_ONCE && answers.equals(Map.of(200, (long) SENT_AT_ONCE));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("bench", "rounds");
        report.put(
                "ratios",
                p95.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                one -> Math.round(one.getValue() / LIMIT_MS * 100) / 100.0,
                                (one, same) -> one,
                                LinkedHashMap::new)));
        report.put("figures", Map.of("p95Ms", p95, "medianMs", medians, "sentAtOnce", SENT_AT_ONCE, "stored", stored));
        report.put("machine", Map.of("cores", Runtime.getRuntime().availableProcessors()));
        System.out.println(JSON.writeValueAsString(report));
        if (!whole) {
            throw new IllegalStateException("of " + SENT_AT_ONCE + " replies " + stored + " are stored: " + answers);
        }
    }

    private static void measure(
            String name, Screen screen, String route, Map<String, Double> p95, Map<String, Double> medians)
            throws Exception {
        List<Double> laps = new ArrayList<>();
        int bytes = 0;
        for (int n = 0; n < WARM + LAPS; n++) {
            Screen.Shown shown = screen.open(route);
            bytes = shown.bytes();
            if (n >= WARM) {
                laps.add(shown.millis());
            }
        }
        Collections.sort(laps);
        double median = laps.get(laps.size() / 2);
        double worst = laps.get((int) Math.ceil(laps.size() * 0.95) - 1);
        medians.put(name, (double) Math.round(median));
        p95.put(name, (double) Math.round(worst));
        System.out.printf(Locale.ROOT, "%-8s median %4.0f ms, p95 %4.0f ms, %d KB%n", name, median, worst, bytes / 1024);
    }

    // ---- screens, as the browser asks for them

    /** Somebody who has signed in. */
    private final class Screen {

        private final SignedIn person;

        /** @param millis from the navigation to the last byte of the screen */
        record Shown(double millis, int bytes) {}

        Screen(String username) throws IOException, InterruptedException {
            person = new SignedIn(product, username);
        }

        Shown open(String route) throws IOException, InterruptedException {
            HttpResponse<String> begun = person.http().send(
                    person.request("/?v-r=init&location=" + URLEncoder.encode(route, StandardCharsets.UTF_8) + "&query=")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            JsonNode config = JSON.readTree(begun.body()).path("appConfig");
            String key = config.path("uidl").path("Vaadin-Security-Key").asString();
            String ui = config.path("v-uiId").asString();
            Map<String, Object> navigation = new LinkedHashMap<>();
            navigation.put("type", "event");
            navigation.put("node", 1);
            navigation.put("event", "ui-navigate");
            navigation.put(
                    "data", Map.of("route", route, "query", "", "appShellTitle", "", "historyState", "", "trigger", ""));
            String body = JSON.writeValueAsString(
                    Map.of("csrfToken", key, "rpc", List.of(navigation), "syncId", 0, "clientId", 0));
            long began = System.nanoTime();
            HttpResponse<String> answer = person.http().send(
                    person.request("/?v-r=uidl&v-uiId=" + ui)
                            .header("Content-Type", "application/json; charset=UTF-8")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            double millis = (System.nanoTime() - began) / 1e6;
            if (answer.statusCode() != 200 || answer.body().length() < 2_000) {
                throw new IOException("/" + route + ": " + answer.statusCode() + " "
                        + answer.body().substring(0, Math.min(300, answer.body().length())));
            }
            return new Shown(millis, answer.body().length());
        }
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
        return HttpRequest.newBuilder(URI.create(product + "/api/v1/rounds/" + round + "/replies/BENCH" + unit + "/send"))
                .header("Authorization", "Basic " + account)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
    }

    // ---- the database

    private Connection connection() throws IOException, SQLException {
        var users = new Properties();
        try (Reader file = Files.newBufferedReader(data.resolve("postgres-access.properties"))) {
            users.load(file);
        }
        List<String> postmaster = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
        String url = "jdbc:postgresql://127.0.0.1:" + postmaster.get(3).strip() + "/gopy";
        return DriverManager.getConnection(url, "gopy_owner", users.getProperty("gopy_owner"));
    }

    private static long number(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

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
