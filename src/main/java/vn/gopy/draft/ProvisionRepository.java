package vn.gopy.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.draft.place.SamePlaces;
import vn.gopy.shared.SqlParameters;

@Repository
class ProvisionRepository {

    private static final String COLUMNS = """
            p.id, p.lineage_id, p.version_id, p.position, p.kind, p.body, p.path, p.parent_id, p.number, p.label,
            p.heading, p.text, p.depth, p.rows""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final JsonMapper json;

    ProvisionRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** Makes these the places of a version whose structure is being checked. */
    void replace(VersionId version, List<PlacedProvision> provisions) {
        List<PlacedProvision> before = of(version);
        write(Replacing.of(before, provisions, SamePlaces.byPath(before, provisions)));
    }

    /** Writes what has to be written. */
    void write(Replacing replacing) {
        jdbc.sql("DELETE FROM provision WHERE id = ANY (:gone::uuid[])")
                .paramSource(SqlParameters.of("gone", replacing.goneIds()))
                .update();
        // paths may be exchanged, and are unique at every moment
        jdbc.sql("UPDATE provision SET path = path || ' ' || id WHERE id = ANY (:changed::uuid[])")
                .paramSource(SqlParameters.of(
                        "changed",
                        replacing.changed().stream().map(PlacedProvision::id).toList()))
                .update();
        batches.batchUpdate("""
                INSERT INTO provision (id, version_id, position, kind, body, path, parent_id, number, label, heading,
                                       text, depth, rows)
                VALUES (:id, :version, :position, :kind, :body, :path, :parent, :number, :label, :heading,
                        :text, :depth, :rows::jsonb)
                """, parameters(replacing.added()));
        batches.batchUpdate("""
                UPDATE provision SET position = :position, kind = :kind, body = :body, path = :path, parent_id = :parent,
                       number = :number, label = :label, heading = :heading, text = :text, depth = :depth,
                       rows = :rows::jsonb
                WHERE id = :id
                """, parameters(replacing.changed()));
        move(replacing.moved());
    }

    private SqlParameterSource[] parameters(List<PlacedProvision> provisions) {
        return provisions.stream().map(this::parameters).toArray(SqlParameterSource[]::new);
    }

    private void move(List<PlacedProvision> moved) {
        if (moved.isEmpty()) {
            return;
        }
        String pairs = json.writeValueAsString(moved.stream()
                .map(place -> Map.of("id", place.id().toString(), "at", place.position()))
                .toList());
        jdbc.sql("""
                UPDATE provision p SET position = (pair ->> 'at')::int
                FROM jsonb_array_elements(:pairs::jsonb) AS pair WHERE p.id = (pair ->> 'id')::uuid
                """).paramSource(SqlParameters.of("pairs", pairs)).update();
    }

    private SqlParameters parameters(PlacedProvision provision) {
        return SqlParameters.of("id", provision.id())
                .and("version", provision.versionId())
                .and("position", provision.position())
                .and("kind", provision.kind())
                .and("body", provision.body())
                .and("path", provision.path())
                .and("parent", provision.parent())
                .and("number", provision.number())
                .and("label", provision.label())
                .and("heading", provision.heading())
                .and("text", provision.text())
                .and("depth", provision.depth())
                .and("rows", provision.rows() == null ? null : json.writeValueAsString(provision.rows()));
    }

    List<PlacedProvision> of(VersionId version) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM provision p WHERE p.version_id = :version ORDER BY p.position")
                .paramSource(SqlParameters.of("version", version))
                .query((row, n) -> provision(row))
                .list();
    }

    /** The places with these paths, whatever their body. */
    List<PlacedProvision> at(Map<VersionId, Set<String>> paths) {
        List<VersionId> versions = new ArrayList<>();
        List<String> wanted = new ArrayList<>();
        paths.forEach((version, all) -> all.forEach(path -> {
            versions.add(version);
            wanted.add(path);
        }));
        return jdbc.sql("SELECT " + COLUMNS + """
                 FROM unnest(:versions::uuid[], :paths::text[]) AS wanted (version_id, path)
                     JOIN provision p ON p.version_id = wanted.version_id AND p.path = wanted.path
                """)
                .paramSource(SqlParameters.of("versions", versions).and("paths", wanted))
                .query((row, n) -> provision(row))
                .list();
    }

    /** Chapters and articles of each version, counted. */
    Map<VersionId, Drafts.Extent> extents(Collection<VersionId> versions) {
        Map<VersionId, Drafts.Extent> extents = new HashMap<>();
        jdbc.sql("""
                SELECT version_id, count(*) FILTER (WHERE kind = 'CHAPTER') AS chapters,
                       count(*) FILTER (WHERE kind = 'ARTICLE') AS articles
                FROM provision WHERE version_id = ANY (:versions::uuid[]) GROUP BY version_id
                """).paramSource(SqlParameters.of("versions", versions)).query(row -> {
            extents.put(
                    new VersionId(row.getObject("version_id", UUID.class)),
                    new Drafts.Extent(row.getInt("chapters"), row.getInt("articles")));
        });
        return extents;
    }

    /** The places directly under these, in order. */
    List<PlacedProvision> below(Collection<ProvisionId> parents) {
        return parents.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT " + COLUMNS
                                + " FROM provision p WHERE p.parent_id = ANY (:parents::uuid[]) ORDER BY p.position")
                        .paramSource(SqlParameters.of("parents", parents))
                        .query((row, n) -> provision(row))
                        .list();
    }

    Optional<PlacedProvision> byId(ProvisionId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM provision p WHERE p.id = :id")
                .paramSource(SqlParameters.of("id", id))
                .query((row, n) -> provision(row))
                .optional();
    }

    List<PlacedProvision> among(Collection<ProvisionId> ids) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM provision p WHERE p.id = ANY (:ids::uuid[]) ORDER BY p.position")
                .paramSource(SqlParameters.of("ids", ids))
                .query((row, n) -> provision(row))
                .list();
    }

    private PlacedProvision provision(ResultSet row) throws SQLException {
        UUID lineage = row.getObject("lineage_id", UUID.class);
        UUID parent = row.getObject("parent_id", UUID.class);
        return new PlacedProvision(
                new ProvisionId(row.getObject("id", UUID.class)),
                lineage == null ? null : new LineageId(lineage),
                new VersionId(row.getObject("version_id", UUID.class)),
                row.getInt("position"),
                PlaceKind.valueOf(row.getString("kind")),
                row.getString("body"),
                row.getString("path"),
                parent == null ? null : new ProvisionId(parent),
                row.getString("number"),
                row.getString("label"),
                row.getString("heading"),
                row.getString("text"),
                row.getObject("depth", Integer.class),
                rows(row.getString("rows")));
    }

    private @Nullable List<List<String>> rows(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, new TypeReference<>() {});
    }
}
