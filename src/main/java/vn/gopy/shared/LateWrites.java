package vn.gopy.shared;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreatorFactory;
import org.springframework.jdbc.core.SqlParameter;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ConcurrentLruCache;

/**
 * Writes that wait for each other: they go to the database together, in their order, with one message and one answer instead
 * of one of each. They are sent before anything else is asked of the database in their transaction, so that whoever looks
 * finds them, and as their use case ends, by {@link DeedTransactions}. A refusal of the database is thrown then.
 */
@Component
public class LateWrites {

    /** Longer ones would be texts of their own in the database's memory for every length. */
    private static final int MOST_TOGETHER = 16;

    private static final int KEPT_STATEMENTS = 256;

    private final JdbcTemplate jdbc;
    private final ConcurrentLruCache<String, ParsedSql> parsed =
            new ConcurrentLruCache<>(KEPT_STATEMENTS, NamedParameterUtils::parseSqlStatement);

    LateWrites(DataSource source, SQLExceptionTranslator failures) {
        this.jdbc = new JdbcTemplate(source);
        jdbc.setExceptionTranslator(failures);
    }

    /** What everything else is asked through: it sends what waits first. */
    JdbcTemplate behind(DataSource source, SQLExceptionTranslator failures) {
        JdbcTemplate everything = new JdbcTemplate(source) {
            @Override
            protected DataSource obtainDataSource() {
                send();
                return super.obtainDataSource();
            }
        };
        everything.setExceptionTranslator(failures);
        return everything;
    }

    private record Write(String sql, SqlParameters parameters) {}

    /** What waits in one transaction: put aside and taken up again with it. */
    private static final class Waiting implements TransactionSynchronization {

        private final List<Write> writes = new ArrayList<>();
    }

    /** Writes with the others of the running use case; at once where no transaction runs. */
    public void add(String sql, SqlParameters parameters) {
        Write write = new Write(sql, parameters);
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            write(List.of(write));
            return;
        }
        Waiting waiting = waiting().orElseGet(() -> {
            Waiting first = new Waiting();
            TransactionSynchronizationManager.registerSynchronization(first);
            return first;
        });
        waiting.writes.add(write);
        if (waiting.writes.size() == MOST_TOGETHER) {
            send();
        }
    }

    /** Writes now what waits. */
    void send() {
        waiting().filter(one -> !one.writes.isEmpty()).ifPresent(one -> {
            List<Write> writes = List.copyOf(one.writes);
            one.writes.clear();
            write(writes);
        });
    }

    /** What waits is not written: what it belongs to was undone. */
    void drop() {
        waiting().ifPresent(one -> one.writes.clear());
    }

    private static Optional<Waiting> waiting() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? TransactionSynchronizationManager.getSynchronizations().stream()
                        .filter(Waiting.class::isInstance)
                        .map(Waiting.class::cast)
                        .findFirst()
                : Optional.empty();
    }

    private void write(List<Write> writes) {
        StringBuilder text = new StringBuilder();
        List<SqlParameter> declared = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (Write write : writes) {
            ParsedSql sql = parsed.get(write.sql);
            text.append(text.isEmpty() ? "" : ";\n")
                    .append(NamedParameterUtils.substituteNamedParameters(sql, write.parameters));
            declared.addAll(NamedParameterUtils.buildSqlParameterList(sql, write.parameters));
            for (Object value : NamedParameterUtils.buildValueArray(sql, write.parameters, null)) {
                values.add(value);
            }
        }
        var statement = new PreparedStatementCreatorFactory(text.toString(), declared);
        jdbc.execute(statement.newPreparedStatementCreator(values), PreparedStatement::execute);
    }
}
