package vn.gopy.embedded;

import java.sql.Connection;
import java.sql.SQLException;

/** Makes the two roles and a database of the embedded server; each step may be repeated after a crash in between. */
record Roles(AccessFile users) {

    void ensure(DatabaseAccess maintenance, String database) throws SQLException {
        try (var connection = maintenance.connect(users.superuser())) {
            role(connection, users.owner());
            role(connection, users.application());
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                execute(
                        connection,
                        "CREATE DATABASE %s OWNER %s"
                                .formatted(database, users.owner().name()));
            }
            execute(connection, "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(database));
            execute(
                    connection,
                    "GRANT CONNECT ON DATABASE %s TO %s"
                            .formatted(database, users.application().name()));
        }
    }

    private static void role(Connection connection, DatabaseUser user) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", user.name())) {
            // Passwords are our own base64url text, so they need no quoting.
            execute(connection, "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(user.name(), user.password()));
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
