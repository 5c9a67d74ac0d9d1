package vn.gopy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an installation has kept from older versions of the product is as it would be if it were made now. */
class OlderDatabaseTest {

    private static final String BODY = """
            INSERT INTO person (id, name, created_at) VALUES (:owner, 'Người lập', now());
            INSERT INTO unit (id, code, name, kind, created_at) VALUES (:unit, 'CQ', 'Sở lập bảng', 'DEPARTMENT', now());
            INSERT INTO stored_file (sha256, size, created_at) VALUES ('x', 1, now());
            """;

    private final UUID owner = UUID.randomUUID();
    private final UUID unit = UUID.randomUUID();
    private FluentConfiguration flyway;
    private JdbcClient jdbc;

    @BeforeEach
    void anEmptyDatabase() {
        Map<String, Object> access = Map.copyOf(
                TestPostgres.shared().database(TestPostgres.freshName()).springProperties());
        String url = access.get("spring.flyway.url").toString();
        String user = access.get("spring.flyway.user").toString();
        String password = access.get("spring.flyway.password").toString();
        flyway = Flyway.configure()
                .dataSource(url, user, password)
                .placeholders(Map.of(
                        "appRole",
                        access.get("spring.flyway.placeholders.appRole").toString()));
        jdbc = JdbcClient.create(new DriverManagerDataSource(url, user, password));
    }

    private UUID dossier(int number) {
        UUID dossier = UUID.randomUUID();
        run("""
                INSERT INTO dossier (id, number, title, kind, audience, discussion, owner_id, created_at)
                VALUES (:dossier, :number, 'Quy chế', 'QC', 'INVITED', 'SEALED', :owner, now())
                """, Map.of("dossier", dossier, "number", number, "owner", owner));
        run(
                "INSERT INTO series (id, dossier_id, role, ordinal) VALUES (:dossier, :dossier, 'MAIN', 1)",
                Map.of("dossier", dossier));
        run("""
                INSERT INTO draft_version (id, dossier_id, series_id, ordinal, state, file_sha256, file_name, media_type,
                                           uploaded_by, uploaded_at)
                VALUES (:dossier, :dossier, :dossier, 1, 'PUBLISHED', 'x', 'x.txt', 'text/plain', :owner, now())
                """, Map.of("dossier", dossier, "owner", owner));
        return dossier;
    }

    private UUID round(UUID dossier) {
        UUID round = UUID.randomUUID();
        run("""
                INSERT INTO round (id, title, opens_at, closes_at, visibility, consolidator_id, created_by, created_at)
                VALUES (:round, 'Đợt', now(), now() + interval '9 days', 'SEALED', :unit, :owner, now())
                """, Map.of("round", round, "unit", unit, "owner", owner));
        run(
                "INSERT INTO round_draft (round_id, version_id, ordinal) VALUES (:round, :dossier, 1)",
                Map.of("round", round, "dossier", dossier));
        return round;
    }

    private void run(String sql, Map<String, Object> values) {
        jdbc.sql(sql).params(values).update();
    }

    private void migrate(String until) {
        flyway.target(until).load().migrate();
    }

    @Test
    void whoApprovesTheTableOfAnOlderRoundReadsItsDraftsButForDossiersThatHaveEnded() {
        migrate("14");
        for (String statement : BODY.strip().split("\n")) {
            jdbc.sql(statement).param("owner", owner).param("unit", unit).update();
        }
        UUID open = dossier(1);
        UUID ended = dossier(2);
        UUID round = round(open);
        round(ended);
        migrate("25");
        run("UPDATE dossier SET state = 'PROMULGATED' WHERE id = :ended", Map.of("ended", ended));

        migrate("latest");

        assertThat(jdbc.sql("SELECT dossier_id FROM dossier_grant WHERE unit_id = :unit AND source_id = :round")
                        .param("unit", unit)
                        .param("round", round)
                        .query(UUID.class)
                        .list())
                .containsExactly(open);
        assertThat(jdbc.sql("SELECT count(*) FROM dossier_grant")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT id FROM index_outbox WHERE entity = 'DOSSIER'")
                        .query(UUID.class)
                        .list())
                .as("found by searching, too")
                .containsExactly(open);
    }
}
