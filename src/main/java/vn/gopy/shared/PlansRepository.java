package vn.gopy.shared;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the database plans what a transaction asks. */
@Repository
public class PlansRepository {

    private final JdbcClient jdbc;

    PlansRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is asked often is not planned anew for the values of the moment, until the running transaction ends: for statements
     * that look up some rows by their ids, where planning takes longer than looking. Nothing to be done for lists, whose
     * best plan depends on what is asked for.
     */
    public void keep() {
        jdbc.sql("SET LOCAL plan_cache_mode = force_generic_plan").update();
    }
}
