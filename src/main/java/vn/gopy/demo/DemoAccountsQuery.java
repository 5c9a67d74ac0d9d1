package vn.gopy.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The example's accounts, as they are shown in the terminal to who tries the product. */
@Profile("demo")
@Repository
public class DemoAccountsQuery {

    /**
     * @param roles codes of what the person is in the Committee's work, separated by commas; null when nothing
     * @param units role and code of each unit, separated by commas; null when in none
     */
    public record DemoAccount(
            String username,
            String who,
            String post,
            @Nullable String roles,
            @Nullable String units) {}

    private final JdbcClient sql;

    DemoAccountsQuery(JdbcClient sql) {
        this.sql = sql;
    }

    /** Everybody who may sign in, as the table at the terminal shows them. */
    public List<DemoAccount> all() {
        return sql.sql("""
                SELECT username, trim(salutation || ' ' || name) AS who, post,
                       (SELECT string_agg(role, ',' ORDER BY role) FROM person_role WHERE person_id = person.id) AS roles,
                       (SELECT string_agg(m.role || ' ' || unit.code, ',' ORDER BY unit.code)
                          FROM unit_membership m JOIN unit ON unit.id = m.unit_id
                         WHERE m.person_id = person.id) AS units
                  FROM person
                 WHERE username IS NOT NULL AND password_hash IS NOT NULL AND disabled_at IS NULL
                 ORDER BY created_at, username
                """).query(DemoAccount.class).list();
    }
}
