package vn.gopy.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;

/**
 * Where the database is and who uses it.
 *
 * @param url a JDBC address
 * @param owner owns the tables and runs the migrations
 * @param application reads and writes data; it may not change or delete what may only be appended
 */
public record DatabaseAccess(String url, DatabaseUser owner, DatabaseUser application) {

    /** The settings by which Spring Boot connects: the application's user for data, the owner for migrations. */
    public Map<String, Object> springProperties() {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", application.name(),
                "spring.datasource.password", application.password(),
                "spring.flyway.url", url,
                "spring.flyway.user", owner.name(),
                "spring.flyway.password", owner.password(),
                "spring.flyway.placeholders.appRole", '"' + application.name() + '"');
    }

    /**
     * The same, when the tables in it, if there are any, can be brought up to date by the migrations of this program.
     *
     * @throws StartFailure when a build before the first release made them
     */
    public DatabaseAccess ofThisProgram() {
        try (Connection connection = connect(owner);
                Statement statement = connection.createStatement();
                ResultSet known = statement.executeQuery("SELECT to_regclass('flyway_schema_history') IS NOT NULL")) {
            if (known.next() && known.getBoolean(1) && isOfEarlierBuild(statement)) {
                throw StartFailure.schemaOfEarlierBuild();
            }
            return this;
        } catch (SQLException failure) {
            throw StartFailure.unreachable(url, failure);
        }
    }

    /** The trial builds began with another first migration. */
    private static boolean isOfEarlierBuild(Statement statement) throws SQLException {
        try (ResultSet begun = statement.executeQuery(
                "SELECT EXISTS (SELECT FROM flyway_schema_history WHERE version = '1' AND script <> 'V1__schema.sql')")) {
            return begun.next() && begun.getBoolean(1);
        }
    }

    Connection connect(DatabaseUser user) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user.name());
        properties.setProperty("password", user.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "120");
        return DriverManager.getConnection(url, properties);
    }
}
