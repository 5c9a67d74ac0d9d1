package vn.gopy.shared;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * Named SQL parameters that take instants, enums and ids as they are. A collection becomes a {@code text[]}: write
 * {@code = ANY (:codes)}, or {@code = ANY (:ids::uuid[])} for ids.
 */
public final class SqlParameters extends MapSqlParameterSource {

    private SqlParameters() {}

    /** The first parameter; go on with {@link #and}. */
    public static SqlParameters of(String name, @Nullable Object value) {
        return new SqlParameters().and(name, value);
    }

    /** One more parameter; a record with one component counts as that component. */
    public SqlParameters and(String name, @Nullable Object value) {
        switch (value) {
            case null -> addValue(name, null);
            case Instant instant -> addValue(name, instant.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            case LocalDate date -> addValue(name, date, Types.DATE);
            case Enum<?> constant -> addValue(name, constant.name());
            case Id id -> addValue(name, id.value());
            case Collection<?> many ->
                addValue(name, many.stream().map(SqlParameters::plain).toArray(String[]::new));
            default -> addValue(name, value);
        }
        return this;
    }

    private static String plain(Object value) {
        return switch (value) {
            case Enum<?> constant -> constant.name();
            case Id id -> id.value().toString();
            default -> value.toString();
        };
    }
}
