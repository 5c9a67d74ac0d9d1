package vn.gopy.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Another PostgreSQL server, named by {@code GOPY_DB_URL}, used instead of the embedded one. */
public final class ExternalDatabase {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** SQLSTATE class 28: invalid authorization; 3D: no such database. Waiting does not mend these. */
    private static final String AUTHORISATION = "28";

    private static final String NO_SUCH_DATABASE = "3D";

    private ExternalDatabase() {}

    /**
     * The server named by {@code GOPY_DB_URL} ({@code jdbc:postgresql://…} or {@code postgresql://…}) with
     * {@code GOPY_DB_USER} and {@code GOPY_DB_PASSWORD}; tables belong to {@code GOPY_DB_OWNER_USER} when that is
     * given, else to the same user. Empty when no address is given.
     */
    public static Optional<DatabaseAccess> in(Map<String, String> environment) {
        var url = environment.getOrDefault("GOPY_DB_URL", "").strip();
        if (url.isEmpty()) {
            return Optional.empty();
        }
        var application = user(environment, "GOPY_DB_USER", "GOPY_DB_PASSWORD", new DatabaseUser("gopy", ""));
        var owner = user(environment, "GOPY_DB_OWNER_USER", "GOPY_DB_OWNER_PASSWORD", application);
        return Optional.of(new DatabaseAccess(url.startsWith("jdbc:") ? url : "jdbc:" + url, owner, application));
    }

    /** Returns when both users can sign in; waits up to 15 seconds for a server that is itself still starting. */
    public static DatabaseAccess reached(DatabaseAccess access) {
        return reached(access, PATIENCE);
    }

    static DatabaseAccess reached(DatabaseAccess access, Duration patience) {
        reach(access, access.owner(), patience);
        reach(access, access.application(), patience);
        return access;
    }

    private static DatabaseUser user(
            Map<String, String> environment, String name, String password, DatabaseUser otherwise) {
        var given = environment.getOrDefault(name, "").strip();
        return given.isEmpty() ? otherwise : new DatabaseUser(given, environment.getOrDefault(password, ""));
    }

    private static void reach(DatabaseAccess access, DatabaseUser user, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (true) {
            try (Connection connection = access.connect(user)) {
                connection.isValid(5);
                return;
            } catch (SQLException failure) {
                judge(access, user, failure, System.nanoTime() > end);
            }
            Pause.of(Duration.ofMillis(500));
        }
    }

    private static void judge(DatabaseAccess access, DatabaseUser user, SQLException failure, boolean late) {
        var state = Optional.ofNullable(failure.getSQLState()).orElse("");
        if (state.startsWith(AUTHORISATION) || state.startsWith(NO_SUCH_DATABASE)) {
            throw StartFailure.refused(shown(access), user.name(), failure);
        }
        if (late) {
            throw StartFailure.unreachable(shown(access), failure);
        }
    }

    /** An address may carry a password among its parameters: these are not shown. */
    private static String shown(DatabaseAccess access) {
        return access.url().replaceAll("\\?.*", "");
    }
}
