package vn.gopy.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows that the product has written, read back so that the same can be inserted plainly beside it. */
final class CopiedRows {

    private CopiedRows() {}

    /** One row of a table, every value as PostgreSQL writes it. */
    record Row(Table table, List<String> values) {

        String value(String column) {
            return values.get(table.columns().indexOf('"' + column + '"'));
        }
    }

    record Table(String name, List<String> columns, List<String> types) {}

    /** All rows of the product that were last written since that transaction, by the transaction that wrote them. */
    static Map<String, List<Row>> since(Connection database, long transaction) throws SQLException {
        Map<String, List<Row>> byTransaction = new LinkedHashMap<>();
        for (Table table : tables(database)) {
            String columns = String.join("::text, ", table.columns()) + "::text";
            String query =
                    "SELECT xmin::text, " + columns + " FROM " + table.name() + " WHERE xmin::text::bigint >= " + transaction;
            try (Statement statement = database.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    List<String> values = new ArrayList<>();
                    for (int n = 0; n < table.columns().size(); n++) {
                        values.add(rows.getString(n + 2));
                    }
                    byTransaction
                            .computeIfAbsent(rows.getString(1), none -> new ArrayList<>())
                            .add(new Row(table, values));
                }
            }
        }
        return byTransaction;
    }

    private static List<Table> tables(Connection database) throws SQLException {
        Map<String, Table> tables = new LinkedHashMap<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_class c
                               JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
                        WHERE n.nspname = 'public' AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
                          AND a.attgenerated = '' AND has_table_privilege(c.oid, 'SELECT')
                        ORDER BY c.relname, a.attnum
                        """)) {
            while (rows.next()) {
                Table table = tables.computeIfAbsent(
                        rows.getString(1), name -> new Table(name, new ArrayList<>(), new ArrayList<>()));
                table.columns().add('"' + rows.getString(2) + '"');
                table.types().add(rows.getString(3));
            }
        }
        return List.copyOf(tables.values());
    }

    /** Makes empty tables for them, in a schema beside, that ask of a row what the product's own ask. */
    static void emptyTables(Connection database, Collection<List<Row>> copied) throws SQLException {
        List<String> names = copied.stream()
                .flatMap(List::stream)
                .map(row -> row.table().name())
                .distinct()
                .toList();
        try (Statement statement = database.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS bench CASCADE");
            statement.execute("CREATE SCHEMA bench");
            for (String name : names) {
                statement.execute("CREATE TABLE bench." + name + " (LIKE public." + name + " INCLUDING ALL)");
            }
            // A reference finds the table of the same name that has the same rows, else the product's.
            List<String> asked = new ArrayList<>();
            for (String name : names) {
                asked.addAll(texts(database, """
                        SELECT 'ALTER TABLE bench.%1$s ADD ' || pg_get_constraintdef(oid) FROM pg_constraint
                        WHERE conrelid = 'public.%1$s'::regclass AND contype = 'f' AND conparentid = 0
                        UNION ALL
                        SELECT replace(pg_get_triggerdef(oid), ' ON public.', ' ON bench.') FROM pg_trigger
                        WHERE tgrelid = 'public.%1$s'::regclass AND NOT tgisinternal
                        """.formatted(name)));
            }
            statement.execute("SET search_path = bench, public");
            for (String one : asked) {
                statement.execute(one);
            }
        }
    }

    private static List<String> texts(Connection database, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** Inserts them one after the other by the statements that are kept for this connection. */
    static void insert(Connection database, Map<String, PreparedStatement> kept, List<Row> rows) throws SQLException {
        for (Row row : rows) {
            PreparedStatement insert = kept.get(row.table().name());
            if (insert == null) {
                insert = database.prepareStatement(insert(row.table()));
                kept.put(row.table().name(), insert);
            }
            for (int i = 0; i < row.values().size(); i++) {
                insert.setString(i + 1, row.values().get(i));
            }
            insert.executeUpdate();
        }
    }

    private static String insert(Table table) {
        var values = table.types().stream().map(type -> "?::text::" + type).toList();
        return "INSERT INTO bench." + table.name() + " (" + String.join(", ", table.columns()) + ") VALUES ("
                + String.join(", ", values) + ")";
    }
}
