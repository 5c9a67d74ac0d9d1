package vn.gopy.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Units with a head each, open rounds that ask all of them, a reply for each invitee, and opinions of the units that have
 * answered, written into the database of a running example.
 *
 * @param replied units whose replies are sent; those of the others are being written
 * @param opinions of all rounds together, spread over units and places of the first draft of their round
 * @param drafts condition on versions {@code v} and their dossiers {@code d}: what each round asks about
 */
record Crowd(int units, int rounds, int replied, int opinions, String drafts) {

    /** Gives the rounds. */
    List<String> fill(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String sql : FILLING.formatted(units, rounds, replied, opinions, drafts).split(";\\s*\n")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
            List<String> made = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SELECT id FROM round WHERE title LIKE 'Đợt đo %' ORDER BY title")) {
                while (rows.next()) {
                    made.add(rows.getString(1));
                }
            }
            return made;
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
            WHERE r.title LIKE 'Đợt đo %%' AND %5$s;
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
