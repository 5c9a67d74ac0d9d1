package vn.gopy.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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

    Connection connect(DatabaseUser user) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user.name());
        properties.setProperty("password", user.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "120");
        return DriverManager.getConnection(url, properties);
    }
}
