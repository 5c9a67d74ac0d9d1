package vn.gopy.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged product with its filled example, started by {@code bin/gopy demo} on a free port and a folder of its own.
 * Who writes journeys can start it once by hand and name it in GOPY_JOURNEYS_AT, as in {@code http://127.0.0.1:8080/}.
 */
final class Product implements AutoCloseable {

    private static final Optional<String> RUNNING = Optional.ofNullable(System.getenv("GOPY_JOURNEYS_AT"));

    /** A data folder with the example as the build has filled it; where there is none, the product fills its own. */
    private static final Optional<Path> EXAMPLE =
            Optional.ofNullable(System.getenv("GOPY_JOURNEYS_EXAMPLE")).map(Path::of);

    /** Making and filling the example takes part of this; a warm start is much quicker. */
    private static final Duration START = Duration.ofMinutes(4);

    private static final Duration STOP = Duration.ofSeconds(30);

    private final URI address;
    private final Runnable stop;

    private Product(URI address) {
        this(address, () -> {});
    }

    private Product(URI address, Runnable stop) {
        this.address = address;
        this.stop = stop;
    }

    /** The one product that all journeys of this run share; stopped and deleted at the end. */
    static Product shared() {
        return Shared.PRODUCT;
    }

    /** Another one, with so little memory, for a test that tries to bring it down; its caller closes it. */
    static Product withHeapOf(int megabytes) {
        return Optional.ofNullable(System.getenv("GOPY_SIEGE_AT"))
                .map(URI::create)
                .map(Product::new)
                .orElseGet(() -> started("small", Map.of("GOPY_JAVA_OPTS", "-Xmx" + megabytes + "m")));
    }

    /** What the shared one has said; nothing where it was started by hand. */
    static Stream<String> said() {
        try {
            return RUNNING.isPresent() ? Stream.of() : Files.readAllLines(log("product")).stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path log(String name) {
        return Path.of("target", "journeys", name + ".log");
    }

    @Override
    public void close() {
        stop.run();
    }

    /** The address of a page, as in {@code page("/login")}. */
    String page(String path) {
        return address.resolve(path).toString();
    }

    private static Product started(String name, Map<String, String> environment) {
        try {
            var data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "journeys")), "data-");
            fill(data);
            var port = freePort();
            var builder = new ProcessBuilder("bin/gopy", "demo", "--port", "" + port, "--data", data.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log(name).toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            Runnable stop = () -> stop(process, data);
            Runtime.getRuntime().addShutdownHook(new Thread(stop));
            return new Product(URI.create("http://127.0.0.1:%d/".formatted(port)), stop).awaited(process, name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** PostgreSQL wants the rights of its folders as they were. */
    private static void fill(Path data) throws IOException {
        if (EXAMPLE.filter(Files::isDirectory).isEmpty()) {
            return;
        }
        try {
            var copying = new ProcessBuilder("cp", "-a", EXAMPLE.get() + "/.", data.toString())
                    .inheritIO()
                    .start();
            if (copying.waitFor() != 0) {
                throw new IOException("The example could not be copied");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Product awaited(Process process, String name) {
        var end = System.nanoTime() + START.toNanos();
        while (!healthy()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("bin/gopy demo did not come up, see target/journeys/%s.log".formatted(name));
            }
            pause();
        }
        return this;
    }

    /** Whether it answers that it can work. */
    boolean healthy() {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address.resolve("/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void stop(Process process, Path data) {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        FileSystemUtils.deleteRecursively(data.toFile());
    }

    /** A tenth of a second between two looks. */
    static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** None of those that Linux lends to outgoing connections: a question asked too early could meet itself there. */
    private static int freePort() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // another one
            }
        }
    }

    private static final class Shared {
        static final Product PRODUCT =
                RUNNING.map(URI::create).map(Product::new).orElseGet(() -> started("product", Map.of()));
    }
}
