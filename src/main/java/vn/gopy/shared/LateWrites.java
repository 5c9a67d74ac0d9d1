package vn.gopy.shared;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreatorFactory;
import org.springframework.jdbc.core.SqlParameter;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ConcurrentLruCache;

/**
 * Writes whose rows nothing in their transaction reads again. They wait for the end of the use case and go to the database
 * together, in their order, with one message and one answer instead of one of each; {@link DeedTransactions} sends them
 * before it commits. A refusal of the database is thrown then, as the use case ends.
 */
@Component
public class LateWrites {

    /** Longer ones would be texts of their own in the database's memory for every length. */
    private static final int MOST_TOGETHER = 16;

    private static final int KEPT_STATEMENTS = 256;

    private final JdbcTemplate jdbc;
    private final ConcurrentLruCache<String, ParsedSql> parsed =
            new ConcurrentLruCache<>(KEPT_STATEMENTS, NamedParameterUtils::parseSqlStatement);

    LateWrites(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Write(String sql, SqlParameters parameters) {}

    /** What waits in one transaction: put aside and taken up again with it. */
    private static final class Waiting implements TransactionSynchronization {

        private final List<Write> writes = new ArrayList<>();
    }

    /** Writes at the end of the running use case; at once where no transaction runs. */
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

    /** Writes now what waits, for somebody who is about to read it. */
    public void send() {
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
