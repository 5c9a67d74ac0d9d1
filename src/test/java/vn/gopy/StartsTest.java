package vn.gopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application comes up on an empty database, as the role that may not rewrite the trail. */
@IntegrationTest
class StartsTest {

    @Autowired
    JdbcClient sql;

    @Test
    void theApplicationIsNotTheOwnerOfItsTables() {
        assertThat(sql.sql("SELECT current_user").query(String.class).single()).isEqualTo("gopy_app");
        assertThat(sql.sql("SELECT tableowner FROM pg_tables WHERE tablename = 'person'")
                        .query(String.class)
                        .single())
                .isEqualTo("gopy_owner");
    }

    @Test
    void theTrailCanBeAppendedToButNeverRewritten() {
        assertThatThrownBy(() -> sql.sql("DELETE FROM audit_entry").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> sql.sql("TRUNCATE audit_entry").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
