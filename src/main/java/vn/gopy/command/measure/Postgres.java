package vn.gopy.command.measure;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.gopy.embedded.DataFolder;
import vn.gopy.embedded.DatabaseAccess;
import vn.gopy.embedded.EmbeddedPostgres;
import vn.gopy.search.Facet;
import vn.gopy.search.engine.IndexDocument;

/**
 * PostgreSQL's full text search: configuration {@code simple} behind {@code unaccent}, a GIN index, {@code ts_rank}, any of
 * the words. It gets more memory than the product gives its database, and statistics. It knows no rights either.
 */
final class Postgres implements Contender {

    private static final List<String> SETTINGS = List.of(
            "shared_buffers=768MB", "work_mem=64MB", "maintenance_work_mem=256MB", "jit=off", "synchronous_commit=off");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final String FACETS = java.util.Arrays.stream(Facet.values())
            .map(facet -> "facet_" + facet.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    private static final String EACH_FACET = java.util.Arrays.stream(FACETS.split(", "))
            .map(name -> "(" + name + ")")
            .collect(Collectors.joining(", "));

    private static final List<String> BEFORE = List.of(
            "CREATE EXTENSION IF NOT EXISTS unaccent",
            "CREATE TEXT SEARCH CONFIGURATION vietnamese (COPY = simple)",
            "ALTER TEXT SEARCH CONFIGURATION vietnamese ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple",
            "CREATE TABLE article (id text PRIMARY KEY, title text, context text, body text, words tsvector, "
                    + FACETS.replace(",", " text,") + " text)");
    private static final List<String> AFTER =
            List.of("CREATE INDEX article_words ON article USING gin (words)", "VACUUM ANALYZE article");
    private static final int PAGE_OF_ROWS = 500;

    private static final String BEST =
            " SELECT id, ts_rank(words, asked) AS score FROM article, to_tsquery('vietnamese', ?) asked WHERE words @@ asked"
                    + " ORDER BY score DESC, id LIMIT 10";
    private static final String WITH_FACETS = "WITH hits AS MATERIALIZED (SELECT id, ts_rank(words, asked) AS score, "
            + FACETS + " FROM article, to_tsquery('vietnamese', ?) asked WHERE words @@ asked)"
            + " (SELECT 0 AS counted, id, score, " + FACETS.replaceAll("facet_\\w+", "NULL::text")
            + " FROM hits ORDER BY score DESC, id LIMIT 10) UNION ALL"
            + " SELECT count(*), NULL, NULL, " + FACETS + " FROM hits GROUP BY GROUPING SETS ((), " + EACH_FACET + ")";

    private final DataFolder folder;
    private final EmbeddedPostgres server;
    private final Connection connection;

    Postgres(Path data, Path installation) throws SQLException {
        folder = DataFolder.open(data);
        server = new EmbeddedPostgres(folder, installation, SETTINGS);
        DatabaseAccess access = server.start();
        connection = DriverManager.getConnection(
                access.url(), access.owner().name(), access.owner().password());
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    /** How it is set, for the report. */
    String settings() {
        return "GIN, ANALYZE, simple + unaccent, ts_rank, any of the words; " + String.join(", ", SETTINGS);
    }

    @Override
    public void index(MeasuredArticles articles) {
        try {
            run(BEFORE);
            fill(articles);
            run(AFTER);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void fill(MeasuredArticles articles) throws SQLException {
        String values = "?, ".repeat(Facet.values().length);
        String insert = "INSERT INTO article (id, title, context, body, " + FACETS + ", words) VALUES (?, ?, ?, ?, "
                + values + "to_tsvector('vietnamese', ?))";
        connection.setAutoCommit(false);
        try (PreparedStatement row = connection.prepareStatement(insert)) {
            for (int number = 0; number < articles.size(); number++) {
                fill(row, articles.get(number));
                row.addBatch();
                if (number % PAGE_OF_ROWS == 0) {
                    row.executeBatch();
                }
            }
            row.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void fill(PreparedStatement row, IndexDocument article) throws SQLException {
        int column = 1;
        for (String text : List.of(article.id(), article.title(), article.context(), article.text())) {
            row.setString(column++, text);
        }
        for (Facet facet : Facet.values()) {
            row.setString(
                    column++,
                    article.facets().getOrDefault(facet, Set.of()).stream()
                            .findFirst()
                            .orElse(null));
        }
        row.setString(column, String.join("\n", article.title(), article.context(), article.text()));
    }

    @Override
    public long search(String question, Wish wish) {
        String any = WORD
                .matcher(question)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .collect(Collectors.joining(" | "));
        boolean facets = wish == Wish.PAGE_WITH_FACETS;
        try (PreparedStatement statement = connection.prepareStatement(facets ? WITH_FACETS : BEST)) {
            statement.setString(1, any);
            long most = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    most = facets ? Math.max(most, rows.getLong(1)) : most + 1;
                }
            }
            return most;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long bytes() {
        try (Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery("SELECT pg_total_relation_size('article')")) {
            size.next();
            return size.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (folder;
                server) {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
