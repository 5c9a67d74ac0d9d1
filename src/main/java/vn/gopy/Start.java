package vn.gopy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import vn.gopy.embedded.DataFolder;
import vn.gopy.embedded.DatabaseAccess;
import vn.gopy.embedded.EmbeddedPostgres;
import vn.gopy.embedded.ExternalDatabase;
import vn.gopy.embedded.StartFailure;
import vn.gopy.search.SearchIndexes;

/**
 * Brings up the data folder, the database and the application, in this order, and takes them down in the opposite order
 * however the process is asked to end.
 *
 * <p>Settings known before Spring reads its own: {@code gopy.data} (folder, default {@code data}), {@code gopy.home}
 * (installation, default beside the program), {@code server.port} (default 8080), {@code gopy.import.folder} (nothing is
 * announced to people then), and those of {@link ExternalDatabase}.
 */
final class Start {

    private static final String DEFAULT_PORT = "8080";
    private static final int LAST_PORT = 65_535;

    private final String[] args;
    private final StandardEnvironment settings = new StandardEnvironment();

    Start(String[] args) {
        this.args = args;
        settings.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
    }

    /** Returns when the application is up; ends the process with status 1 when it cannot come up. */
    void run() {
        var application = prepared();
        try {
            application.run(args);
        } catch (RuntimeException toldBySpring) {
            System.exit(1);
        }
    }

    /** The application with its folder and its database; the reason why there is none is told in words. */
    private SpringApplication prepared() {
        try {
            var port = port(settings.getProperty("server.port", DEFAULT_PORT));
            var folder = open(Path.of(settings.getProperty("gopy.data", "data")));
            requireFree(folder, port);
            return application(folder, database(folder));
        } catch (StartFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
            throw failure;
        } catch (RuntimeException unforeseen) {
            unforeseen.printStackTrace();
            System.exit(1);
            throw unforeseen;
        }
    }

    private static DataFolder open(Path path) {
        var folder = DataFolder.open(path);
        Runtime.getRuntime().addShutdownHook(new Thread(folder::announceStopping));
        return folder;
    }

    private DatabaseAccess database(DataFolder folder) {
        var external = ExternalDatabase.in(System.getenv());
        if (external.isPresent()) {
            afterApplication(folder::close);
            return ExternalDatabase.reached(external.get()).ofThisProgram();
        }
        var embedded = new EmbeddedPostgres(folder, home().resolve("pg"));
        afterApplication(() -> {
            embedded.close();
            folder.close();
        });
        return embedded.start().ofThisProgram();
    }

    /** Registered before the thing to be stopped is started: a signal may come at any moment. */
    private static void afterApplication(Runnable stop) {
        SpringApplication.getShutdownHandlers().add(stop);
    }

    private SpringApplication application(DataFolder folder, DatabaseAccess database) {
        Map<String, Object> found = new HashMap<>(database.springProperties());
        found.put("gopy.data", folder.path().toString());
        found.put("gopy.announce", !settings.containsProperty("gopy.import.folder"));
        var application = new SpringApplication(GopyApplication.class);
        application.addInitializers(context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("start", found)));
        return application;
    }

    private Path home() {
        var given = settings.getProperty("gopy.home");
        return given != null ? Path.of(given) : beside(new ApplicationHome(Start.class));
    }

    /** The folder that holds the jar or the folder of classes. */
    private static Path beside(ApplicationHome application) {
        var source = application.getSource();
        return (source == null ? application.getDir() : source.getParentFile()).toPath();
    }

    private static int port(String given) {
        try {
            var port = Integer.parseInt(given.strip());
            if (port >= 0 && port <= LAST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw StartFailure.portUnknown(given);
    }

    /** Gives the folder back when the product cannot start on it. */
    private static void requireFree(DataFolder folder, int port) {
        try {
            requireFree(folder.path().resolve("index"));
            requireFree(port);
        } catch (StartFailure taken) {
            folder.close();
            throw taken;
        }
    }

    private static void requireFree(Path index) {
        if (SearchIndexes.inUse(index)) {
            throw StartFailure.indexInUse(index);
        }
    }

    private static void requireFree(int port) {
        if (port == 0) {
            return;
        }
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        } catch (IOException taken) {
            throw StartFailure.portTaken(port);
        }
    }
}
