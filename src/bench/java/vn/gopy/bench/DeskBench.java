package vn.gopy.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The half of {@code bin/gopy bench consolidation} that needs the running product: points that come in over the API, 10,000 in one
 * call, beside plain inserts of the very rows that they left, row by row in one transaction into tables with the same indexes,
 * checks, references and triggers; then answering, putting 500 together and opening the desk, in a small round and in one of
 * 10,000 points.
 */
final class DeskBench {

    private static final int SMALL = 100;
    private static final int LARGE = 10_000;
    private static final int GROUPED = 500;
    private static final int PAGE = 100;
    private static final int INTAKES = 3;
    private static final int LAPS = 30;
    private static final double ANSWER_LIMIT_MS = 50;
    private static final double OPEN_LIMIT_MS = 1_000;
    private static final double INTAKE_LIMIT = 0.5;

    /** What refers to others comes behind them. */
    private static final List<String> ORDER = List.of("issue_group", "point", "point_source", "point_place");

    private static final JsonMapper JSON = new JsonMapper();

    private final RunningExample example;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Double> figures = new LinkedHashMap<>();

    private DeskBench(RunningExample example) {
        this.example = example;
    }

    public static void main(String[] args) throws Exception {
        new DeskBench(RunningExample.of(args)).run();
        System.exit(0);
    }

    private void run() throws Exception {
        try (Connection database = example.database()) {
            List<Double> ratios = new ArrayList<>();
            String large = "";
            for (int n = 0; n < INTAKES; n++) {
                large = round(database, "Đợt đo bàn " + n);
                ratios.add(intake(database, large));
            }
            String small = round(database, "Đợt đo bàn nhỏ");
            enter(small, SMALL);
            work("small", small, SMALL);
            work("large", large, LARGE);
            double intake = ratios.stream().sorted().toList().get(INTAKES / 2);
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("bench", "desk");
            report.put(
                    "ratios",
                    Map.of(
                            "intake_vs_plain_inserts", rounded(intake),
                            "answer_p95_vs_limit", rounded(figures.get("largeAnswerP95Ms") / ANSWER_LIMIT_MS),
                            "answer_large_vs_small",
                                    rounded(figures.get("largeAnswerMs") / figures.get("smallAnswerMs")),
                            "open_p95_vs_limit", rounded(figures.get("largeOpenP95Ms") / OPEN_LIMIT_MS)));
            report.put("figures", figures);
            report.put("limits", Map.of("intake_vs_plain_inserts", INTAKE_LIMIT));
            report.put("machine", Map.of("cores", Runtime.getRuntime().availableProcessors()));
            System.out.println(JSON.writeValueAsString(report));
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    // ---- taking in

    /** How fast 10,000 points come in, as a share of how fast their rows are inserted plainly. */
    private double intake(Connection database, String round) throws Exception {
        long since = RunningExample.number(database, "SELECT txid_current()");
        long began = System.nanoTime();
        enter(round, LARGE);
        double ours = (System.nanoTime() - began) / 1e9;
        // Numbers follow in a transaction of their own, so the points stand under that one.
        List<CopiedRows.Row> rows = CopiedRows.since(database, since).values().stream()
                .flatMap(List::stream)
                .filter(row -> ORDER.contains(row.table().name()))
                .sorted(Comparator.comparingInt(row -> ORDER.indexOf(row.table().name())))
                .toList();
        if (rows.size() != ORDER.size() * LARGE) {
            throw new IllegalStateException(rows.size() + " rows of " + LARGE + " points");
        }
        double plain;
        try (Connection writer = example.database()) {
            CopiedRows.emptyTables(writer, List.of(rows));
            writer.setAutoCommit(false);
            Map<String, PreparedStatement> kept = new HashMap<>();
            began = System.nanoTime();
            CopiedRows.insert(writer, kept, rows);
            writer.commit();
            plain = (System.nanoTime() - began) / 1e9;
        }
        System.out.printf(
                Locale.ROOT,
                "%d points over the API in %.2f s; plain inserts of their %d rows %.2f s%n",
                LARGE,
                ours,
                rows.size(),
                plain);
        figures.merge("intakeSeconds", rounded(ours), Math::min);
        figures.merge("plainSeconds", rounded(plain), Math::min);
        return plain / ours;
    }

    private void enter(String round, int many) throws Exception {
        List<String> lineages = lineages(round);
        List<Map<String, Object>> points = new ArrayList<>();
        for (int n = 0; n < many; n++) {
            points.add(Map.of(
                    "provisionLineage", lineages.get(n % lineages.size()),
                    "unit", "STC",
                    "kind", "EDIT",
                    "text", "Đề nghị rà soát lại nội dung này cho phù hợp với thực tế của địa phương, lần " + n + ".",
                    "source", n + "/STC-VP"));
        }
        send("POST", "/api/v1/points/bulk", null, Map.of("round", round, "points", points), 201);
    }

    private List<String> lineages(String round) throws Exception {
        List<String> found = new ArrayList<>();
        try (Connection database = example.database();
                Statement statement = database.createStatement();
                var rows = statement.executeQuery("SELECT p.lineage_id FROM provision p JOIN round_draft d ON d.version_id = p.version_id "
                        + "WHERE p.lineage_id IS NOT NULL AND p.kind IN ('ARTICLE', 'CLAUSE') AND d.round_id = '" + round
                        + "' ORDER BY p.position")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    // ---- the work at the desk

    private void work(String size, String round, int many) throws Exception {
        Screen desk = new Screen(example.address(), "thuky");
        double[] opened = laps(() -> desk.open("dot/" + round + "/tong-hop").millis());
        List<JsonNode> page = page(round, "");
        List<JsonNode> left = new ArrayList<>(page);
        double[] answered = laps(() -> answer(left.removeLast()));
        List<String> ids = new ArrayList<>();
        String after = "";
        while (ids.size() < Math.min(GROUPED, many)) {
            List<JsonNode> next = page(round, after);
            next.forEach(point -> ids.add(point.path("id").asString()));
            after = "&after=" + ids.getLast();
        }
        double grouping = timed(() -> send(
                "POST",
                "/api/v1/rounds/" + round + "/groups",
                null,
                Map.of("title", "Vấn đề", "points", ids, "keep", page.getLast().path("id").asString()),
                201));
        System.out.printf(
                Locale.ROOT,
                "%6d points: desk opens in %.0f ms (p95 %.0f), an answer takes %.1f ms (p95 %.1f), putting %d together %.0f ms%n",
                many,
                median(opened),
                p95(opened),
                median(answered),
                p95(answered),
                ids.size(),
                grouping);
        figures.put(size + "OpenMs", rounded(median(opened)));
        figures.put(size + "OpenP95Ms", rounded(p95(opened)));
        figures.put(size + "AnswerMs", rounded(median(answered)));
        figures.put(size + "AnswerP95Ms", rounded(p95(answered)));
        figures.put(size + "GroupingMs", rounded(grouping));
    }

    private List<JsonNode> page(String round, String after) throws Exception {
        List<JsonNode> points = new ArrayList<>();
        send("GET", "/api/v1/rounds/" + round + "/points?size=" + PAGE + after, null, null, 200)
                .path("items")
                .forEach(points::add);
        return points;
    }

    private double answer(JsonNode point) throws Exception {
        return timed(() -> send(
                "PATCH",
                "/api/v1/points/" + point.path("id").asString(),
                point.path("version").asString(),
                Map.of("outcome", "KEEP", "answer", "Giữ như dự thảo, vì quy định này đã được thống nhất."),
                200));
    }

    private static double timed(Callable<JsonNode> work) throws Exception {
        long began = System.nanoTime();
        work.call();
        return (System.nanoTime() - began) / 1e6;
    }

    /** Those of the first third are for warming up. */
    private static double[] laps(Callable<Double> lap) throws Exception {
        double[] times = new double[LAPS];
        for (int n = -LAPS / 3; n < LAPS; n++) {
            double taken = lap.call();
            if (n >= 0) {
                times[n] = taken;
            }
        }
        Arrays.sort(times);
        return times;
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static double p95(double[] sorted) {
        return sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
    }

    private JsonNode send(String method, String path, String version, Object body, int wanted)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(example.address() + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("thuky:demo".getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (version != null) {
            request.header("If-Match", '"' + version + '"');
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != wanted) {
            throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private static String round(Connection database, String title) throws SQLException {
        try (PreparedStatement made = database.prepareStatement("""
                WITH made AS (
                    INSERT INTO round (id, title, opens_at, closes_at, visibility, created_by, created_at)
                    SELECT gen_random_uuid(), ?, now() - interval '3 days', now() + interval '10 days', 'SEALED', id, now()
                    FROM person WHERE username = 'thuky' RETURNING id),
                about AS (
                    INSERT INTO round_draft (round_id, version_id, ordinal)
                    SELECT made.id, v.id, 1 FROM made, draft_version v JOIN dossier d ON d.id = v.dossier_id
                    WHERE d.number = 1 AND v.ordinal = 2)
                SELECT id FROM made
                """)) {
            made.setString(1, title);
            try (var rows = made.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
