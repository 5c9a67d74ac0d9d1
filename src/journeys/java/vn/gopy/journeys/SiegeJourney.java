package vn.gopy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The product with a heap of 512 MB, while people who are not signed in and people who are send it more than it can hold:
 * it answers throughout, and serves an honest person at the end.
 */
@Tag("journey")
class SiegeJourney {

    private static final Duration SIEGE = Duration.ofSeconds(20);
    private static final int MB = 1 << 20;
    private static final String NOBODY = "";

    /** Statuses by attack, for those attacks that got an answer before the line was cut. */
    private final Map<String, Map<Integer, Integer>> answers = new ConcurrentHashMap<>();

    /** Lines that are open; cut when the siege is over. */
    private static final Set<Socket> LINES = ConcurrentHashMap.newKeySet();

    private static Product product;
    private static URI address;

    @BeforeAll
    static void start() {
        product = Product.withHeapOf(512);
        address = URI.create(product.page("/"));
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void nobodyCanStopIt() throws Exception {
        String dossier = dossier();
        long end = System.nanoTime() + SIEGE.toNanos();
        int unanswered = 0;
        try (ExecutorService attackers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10; i++) {
                String path = List.of("/dang-nhap", "/", "/bat-dau/x", dossier + "/versions", "/?v-r=uidl")
                        .get(i % 5);
                attack(attackers, end, "flood", () -> upload(NOBODY, path, 49 * MB));
            }
            for (int i = 0; i < 2; i++) {
                attack(attackers, end, "json", () -> json("thanhvien", 300 * MB, false));
                attack(attackers, end, "chunked", () -> json("thanhvien2", 300 * MB, true));
            }
            for (String person : List.of("thuky", "thuky", "thuky", "thanhvien", "thanhvien", "thanhvien2")) {
                attack(attackers, end, "upload", () -> upload(person, dossier + "/versions", 49 * MB));
            }
            for (int i = 0; i < 200; i++) {
                stalled();
            }
            while (System.nanoTime() < end) {
                unanswered += product.healthy() ? 0 : 1;
                TimeUnit.SECONDS.sleep(1);
            }
            for (Socket line : LINES) {
                line.close();
            }
        }
        assertThat(unanswered).as("looks at its health without an answer").isZero();
        assertThat(product.healthy()).isTrue();
        assertThat(upload("thuky", dossier + "/papers?role=REPORT", 0)).isEqualTo(202);
        assertThat(answers.getOrDefault("flood", Map.of()).keySet()).isSubsetOf(401, 415, -1);
        assertThat(answers.getOrDefault("json", Map.of()).keySet()).isSubsetOf(413, -1);
        assertThat(answers.getOrDefault("chunked", Map.of()).keySet()).isSubsetOf(413, 429, 503, -1);
        assertThat(answers.getOrDefault("upload", Map.of()).keySet()).isSubsetOf(202, 404, 429, 503, -1);
    }

    private interface Attack {
        int status() throws IOException;
    }

    private void attack(ExecutorService attackers, long end, String name, Attack attack) {
        attackers.submit(() -> {
            while (System.nanoTime() < end) {
                int status = status(attack);
                answers.computeIfAbsent(name, key -> new ConcurrentHashMap<>()).merge(status, 1, Integer::sum);
            }
        });
    }

    /** -1 where the line was cut before an answer came, by the product or at the end of the siege. */
    private static int status(Attack attack) {
        try {
            return attack.status();
        } catch (IOException cut) {
            return -1;
        }
    }

    /** The address of a new dossier of the secretariat. */
    private static String dossier() throws IOException {
        byte[] body = "{\"title\":\"Bao vây\",\"kind\":\"QC\"}".getBytes(StandardCharsets.UTF_8);
        try (Socket socket = socket()) {
            head(socket, "thuky", "/api/v1/dossiers", "application/json", "Content-Length: " + body.length);
            socket.getOutputStream().write(body);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String id = JsonPath.read(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1), "$.id");
            return "/api/v1/dossiers/" + id;
        }
    }

    /** A file that looks like a PDF of that size; none of a readable text. */
    private static int upload(String person, String path, int size) throws IOException {
        String name = size == 0 ? "a.txt" : "a.pdf";
        byte[] begin = ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n"
                        + (size == 0 ? "Báo cáo " : "%PDF-1.4 ")
                        + System.nanoTime())
                .getBytes(StandardCharsets.UTF_8);
        byte[] last = "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);
        try (Socket socket = socket()) {
            head(
                    socket,
                    person,
                    path,
                    "multipart/form-data; boundary=x",
                    "Content-Length: " + (begin.length + (long) size + last.length));
            OutputStream out = socket.getOutputStream();
            out.write(begin);
            zeros(out, size);
            out.write(last);
            out.flush();
            return answered(socket);
        }
    }

    private static int json(String person, int size, boolean chunked) throws IOException {
        try (Socket socket = socket()) {
            head(
                    socket,
                    person,
                    "/api/v1/comments/send",
                    "application/json",
                    (chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + size) + "\r\nIdempotency-Key: "
                            + System.nanoTime());
            OutputStream out = socket.getOutputStream();
            if (chunked) {
                for (int sent = 0; sent < size; sent += MB) {
                    out.write("100000\r\n".getBytes(StandardCharsets.US_ASCII));
                    zeros(out, MB);
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            } else {
                zeros(out, size);
            }
            return answered(socket);
        }
    }

    /** A signed-in body that says a megabyte and stops after the first bytes. */
    private static void stalled() throws IOException {
        Socket socket = socket();
        head(socket, "tuvan", "/api/v1/comments/send", "application/json", "Content-Length: 1000000");
        socket.getOutputStream().write("{\"ids\":[".getBytes(StandardCharsets.US_ASCII));
    }

    private static Socket socket() throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(60_000);
        LINES.add(socket);
        return socket;
    }

    private static void head(Socket socket, String person, String path, String type, String more) throws IOException {
        String credentials = Base64.getEncoder().encodeToString((person + ":demo").getBytes(StandardCharsets.UTF_8));
        String authorization = person.isEmpty() ? "" : "Authorization: Basic " + credentials + "\r\n";
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nConnection: close\r\n"
                                + authorization + "Content-Type: " + type + "\r\n" + more + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void zeros(OutputStream out, int size) throws IOException {
        byte[] piece = new byte[64 << 10];
        for (int left = size; left > 0; left -= piece.length) {
            out.write(piece, 0, Math.min(left, piece.length));
        }
    }

    private static int answered(Socket socket) throws IOException {
        String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
        if (line == null) {
            throw new IOException("closed without an answer");
        }
        return Integer.parseInt(line.split(" ")[1]);
    }
}
