package vn.gopy.command.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.bench.RunningExample;
import vn.gopy.search.engine.IndexDocument;

/**
 * The running product, asked over its API by a person who may read seven of eight dossiers: signing in by each call, the
 * dossiers that may be read now, both looks at the index, the rights of each hit asked for once more in the database, the
 * words shown of it, and what nearly fits. Each law is a dossier.
 */
final class ServedSearch implements Contender {

    private static final String ASKER = "tuvan";
    private static final String PASSWORD = "demo";
    private static final String KEEPER = "admin";
    private static final int CLOSED_EVERY = 4;
    private static final int INVITED_EVERY = 8;
    private static final int FIRST_NUMBER = 10_000;
    private static final int BATCH = 500;
    private static final long PATIENCE_MS = 900_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningExample example;
    private final Laps inside = new Laps();
    private final HttpClient http = HttpClient.newHttpClient();

    ServedSearch(RunningExample example) {
        this.example = example;
    }

    @Override
    public String name() {
        return "Góp Ý served";
    }

    /** Writes the articles as published drafts and has the index made anew. */
    @Override
    public void index(MeasuredArticles articles) {
        try (Connection database = example.database()) {
            database.setAutoCommit(false);
            Map<String, UUID> versions = new HashMap<>();
            try (PreparedStatement row = database.prepareStatement("""
                    INSERT INTO provision (id, version_id, position, kind, body, path, heading, text)
                    VALUES (gen_random_uuid(), ?, ?, 'ARTICLE', 'main', ?, ?, ?)
                    """)) {
                for (int number = 0; number < articles.size(); number++) {
                    IndexDocument article = articles.get(number);
                    UUID version = versions.get(article.context());
                    if (version == null) {
                        version = dossier(database, versions.size(), article.context());
                        versions.put(article.context(), version);
                    }
                    row.setObject(1, version);
                    row.setInt(2, number);
                    row.setString(3, "dieu-" + number);
                    row.setString(4, article.title());
                    row.setString(5, article.text());
                    row.addBatch();
                    if (number % BATCH == 0) {
                        row.executeBatch();
                    }
                }
                row.executeBatch();
            }
            database.commit();
            database.setAutoCommit(true);
            try (Statement statement = database.createStatement()) {
                statement.execute("ANALYZE");
            }
            rebuild();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives the one published version of a dossier of this title. */
    private static UUID dossier(Connection database, int number, String title) throws SQLException {
        UUID dossier = UUID.randomUUID();
        UUID series = UUID.randomUUID();
        UUID version = UUID.randomUUID();
        boolean closed = number % CLOSED_EVERY == 0;
        change(
                database,
                "INSERT INTO dossier (id, number, title, kind, audience, discussion, owner_id, created_at) "
                        + "SELECT ?, ?, ?, 'L', ?, 'SEALED', id, now() FROM person WHERE username = 'thuky'",
                dossier,
                FIRST_NUMBER + number,
                title.substring(0, Math.min(500, title.length())),
                closed ? "INVITED" : "EVERYONE");
        if (closed && number % INVITED_EVERY == 0) {
            change(
                    database,
                    "INSERT INTO dossier_grant (dossier_id, person_id, source_id, valid_from) "
                            + "SELECT ?, id, ?, now() - interval '1 day' FROM person WHERE username = ?",
                    dossier,
                    dossier,
                    ASKER);
        }
        change(database, "INSERT INTO series (id, dossier_id, role, ordinal) VALUES (?, ?, 'MAIN', 0)", series, dossier);
        change(
                database,
                "INSERT INTO draft_version (id, dossier_id, series_id, ordinal, state, file_sha256, file_name, media_type, "
                        + "uploaded_by, uploaded_at, published_by, published_at) SELECT ?, ?, ?, 1, 'PUBLISHED', "
                        + "(SELECT min(sha256) FROM stored_file), 'luat.docx', 'application/msword', id, now(), id, now() "
                        + "FROM person WHERE username = 'thuky'",
                version,
                dossier,
                series);
        return version;
    }

    private static void change(Connection database, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private void rebuild() throws IOException {
        require(send(request("/api/v1/index/rebuild", KEEPER).POST(HttpRequest.BodyPublishers.noBody())), 202);
        long end = System.currentTimeMillis() + PATIENCE_MS;
        while (!status().path("rebuild").path("state").asString().equals("DONE")) {
            if (System.currentTimeMillis() > end) {
                throw new IOException("the index is not ready: " + status());
            }
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    private JsonNode status() throws IOException {
        return JSON.readTree(require(send(request("/api/v1/index", KEEPER).GET()), 200));
    }

    @Override
    public long search(String question, Wish wish) {
        try {
            String path = "/api/v1/search?size=10&q=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
            JsonNode answer = JSON.readTree(require(send(request(path, ASKER).GET()), 200));
            inside.add(Duration.ofMillis(answer.path("tookMs").asLong()));
            return answer.path("total").asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the product itself says that its searches took: without signing in, JSON and the way over the wire. */
    Laps inside() {
        return inside;
    }

    private HttpRequest.Builder request(String path, String account) {
        String basic = Base64.getEncoder().encodeToString((account + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(example.address() + path)).header("Authorization", "Basic " + basic);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String require(HttpResponse<String> answer, int status) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    @Override
    public long bytes() {
        try {
            return status().path("bytes").asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
