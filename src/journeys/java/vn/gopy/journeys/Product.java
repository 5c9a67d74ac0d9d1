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
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** The packaged product with its filled example, started by {@code bin/gopy demo} on a free port and a folder of its own. */
final class Product {

    /** Making and filling the example takes part of this; a warm start is much quicker. */
    private static final Duration START = Duration.ofMinutes(4);

    private static final Duration STOP = Duration.ofSeconds(30);

    private final Path data;
    private final Process process;
    private final URI address;

    private Product(Path data, Process process, URI address) {
        this.data = data;
        this.process = process;
        this.address = address;
    }

    /** The one product that all journeys of this run share; stopped and deleted at the end. */
    static Product shared() {
        return Shared.PRODUCT;
    }

    /** The address of a page, as in {@code page("/login")}. */
    String page(String path) {
        return address.resolve(path).toString();
    }

    private static Product started() {
        try {
            var data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "journeys")), "data-");
            var port = freePort();
            var process = new ProcessBuilder("bin/gopy", "demo", "--port", "" + port, "--data", data.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "journeys", "product.log").toFile())
                    .start();
            var product = new Product(data, process, URI.create("http://127.0.0.1:%d/".formatted(port)));
            Runtime.getRuntime().addShutdownHook(new Thread(product::stop));
            return product.awaited();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Product awaited() {
        var end = System.nanoTime() + START.toNanos();
        while (!healthy()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("bin/gopy demo did not come up, see target/journeys/product.log");
            }
            pause();
        }
        return this;
    }

    private boolean healthy() {
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

    private void stop() {
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

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static final class Shared {
        static final Product PRODUCT = started();
    }
}
