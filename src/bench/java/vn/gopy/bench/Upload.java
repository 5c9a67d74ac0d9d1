package vn.gopy.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person of the example who hands a draft in and waits until it can be read, through the product's own interface. */
final class Upload {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BOUNDARY = "gopy-bench-7d1f";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String product;
    private final String dossier;

    /** @param product the address of a running example */
    Upload(String product) throws IOException, InterruptedException {
        this.product = product;
        this.dossier = json(post("/api/v1/dossiers", "application/json", """
                {"title":"Đo thời gian đọc","kind":"OTHER","audience":"INVITED"}""".getBytes(StandardCharsets.UTF_8)))
                .get("id")
                .asString();
    }

    /** Milliseconds from the first byte sent to the first whole outline received. */
    long readable(byte[] content) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        await(received(content), begin);
        return (System.nanoTime() - begin) / 1_000_000;
    }

    /** The id of that version when its check is finished. */
    String published(byte[] content) throws IOException, InterruptedException {
        String version = received(content);
        await(version, System.nanoTime());
        post("/api/v1/versions/" + version + "/publish", "application/json", new byte[0]);
        return version;
    }

    private String received(byte[] content) throws IOException, InterruptedException {
        return json(post(
                        "/api/v1/dossiers/" + dossier + "/versions",
                        "multipart/form-data; boundary=" + BOUNDARY,
                        form(content)))
                .get("id")
                .asString();
    }

    private void await(String version, long begin) throws IOException, InterruptedException {
        String outline = "/api/v1/versions/" + version + "/outline";
        while (send(request(outline).GET().build()).statusCode() != 200) {
            if (System.nanoTime() - begin > 60_000_000_000L) {
                throw new IOException("not readable after a minute");
            }
            Thread.sleep(20);
        }
    }

    /** The page of the dossier. */
    String home() {
        return "/ho-so/" + dossier;
    }

    /** The address at which the first of them is read. */
    String path() {
        return home() + "/du-thao/1";
    }

    private static byte[] form(byte[] content) {
        var form = new ByteArrayOutputStream();
        form.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"code.docx\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(content);
        form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }

    private HttpResponse<String> post(String path, String type, byte[] body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        String proof = Base64.getEncoder().encodeToString("thanhvien:demo".getBytes(StandardCharsets.US_ASCII));
        return HttpRequest.newBuilder(URI.create(product + path)).header("Authorization", "Basic " + proof);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
