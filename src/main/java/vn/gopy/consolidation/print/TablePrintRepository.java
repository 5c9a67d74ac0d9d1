package vn.gopy.consolidation.print;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.PersonId;
import vn.gopy.consolidation.print.TablePrint.State;
import vn.gopy.round.RoundId;
import vn.gopy.shared.SqlParameters;

@Repository
class TablePrintRepository {

    private static final String PRINT = "SELECT sha256, round_id, name, state, written, said FROM table_print ";

    private final JdbcClient jdbc;

    TablePrintRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One transaction at a time decides what is begun; taken before anything of the prints is read. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('table_print', 29))")
                .query()
                .singleRow();
    }

    Optional<TablePrint> byHash(String sha256) {
        return jdbc.sql(PRINT + "WHERE sha256 = :sha256")
                .param("sha256", sha256)
                .query((row, n) -> print(row))
                .optional();
    }

    /** What somebody has asked for. */
    Optional<TablePrint> of(PersonId reader, RoundId round, String sha256) {
        return jdbc.sql(PRINT + """
                WHERE sha256 = :sha256 AND round_id = :round AND EXISTS (
                    SELECT FROM table_print_reader r WHERE r.sha256 = table_print.sha256 AND r.person_id = :reader)
                """)
                .paramSource(
                        SqlParameters.of("sha256", sha256).and("round", round).and("reader", reader))
                .query((row, n) -> print(row))
                .optional();
    }

    void add(TablePrint print, String content, Instant now) {
        jdbc.sql("""
                INSERT INTO table_print (sha256, round_id, name, content, state, said, asked_at)
                VALUES (:sha256, :round, :name, :content, 'WAITING', :said, :now)
                """)
                .paramSource(SqlParameters.of("sha256", print.sha256())
                        .and("round", print.round())
                        .and("name", print.name())
                        .and("content", content)
                        .and("said", print.said())
                        .and("now", now))
                .update();
    }

    /** The same person may ask as often as wanted. */
    void readBy(String sha256, PersonId reader, Instant now) {
        jdbc.sql("""
                INSERT INTO table_print_reader (sha256, person_id) VALUES (:sha256, :reader) ON CONFLICT DO NOTHING
                """)
                .paramSource(SqlParameters.of("sha256", sha256).and("reader", reader))
                .update();
        jdbc.sql("UPDATE table_print SET asked_at = :now WHERE sha256 = :sha256")
                .paramSource(SqlParameters.of("sha256", sha256).and("now", now))
                .update();
    }

    /** How many are not written yet. */
    int waiting() {
        return jdbc.sql("SELECT count(*) FROM table_print WHERE state = 'WAITING'")
                .query(Integer.class)
                .single();
    }

    /** What is to be written; nothing where it is written already. */
    Optional<String> content(String sha256) {
        return jdbc.sql("SELECT content FROM table_print WHERE sha256 = :sha256 AND state = 'WAITING'")
                .param("sha256", sha256)
                .query(String.class)
                .optional();
    }

    /** Of what another has finished meanwhile nothing more is told. */
    void advance(String sha256, int written) {
        jdbc.sql("UPDATE table_print SET written = :written WHERE sha256 = :sha256 AND state = 'WAITING'")
                .param("sha256", sha256)
                .param("written", written)
                .update();
    }

    void finish(String sha256, byte[] file) {
        jdbc.sql("""
                UPDATE table_print SET state = 'DONE', file = :file, content = '', written = said
                WHERE sha256 = :sha256 AND state = 'WAITING'
                """).param("sha256", sha256).param("file", file).update();
    }

    /** From waiting to given up, and back when somebody asks again. */
    void move(String sha256, State from, State to) {
        jdbc.sql("UPDATE table_print SET state = :to, written = 0 WHERE sha256 = :sha256 AND state = :from")
                .paramSource(
                        SqlParameters.of("sha256", sha256).and("from", from).and("to", to))
                .update();
    }

    Optional<byte[]> file(String sha256) {
        return jdbc.sql("SELECT file FROM table_print WHERE sha256 = :sha256 AND state = 'DONE'")
                .param("sha256", sha256)
                .query(byte[].class)
                .optional();
    }

    /** Those for which nobody has asked since, and of the others all but the latest; what still waits stays. */
    void forget(Instant before, int most) {
        jdbc.sql("""
                DELETE FROM table_print WHERE state <> 'WAITING' AND (asked_at < :before OR sha256 NOT IN (
                    SELECT sha256 FROM table_print WHERE state <> 'WAITING' ORDER BY asked_at DESC, sha256 LIMIT :most))
                """)
                .paramSource(SqlParameters.of("before", before).and("most", most))
                .update();
    }

    private static TablePrint print(ResultSet row) throws SQLException {
        return new TablePrint(
                row.getString("sha256"),
                new RoundId(row.getObject("round_id", UUID.class)),
                row.getString("name"),
                State.valueOf(row.getString("state")),
                row.getInt("written"),
                row.getInt("said"));
    }
}
