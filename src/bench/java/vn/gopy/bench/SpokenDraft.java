package vn.gopy.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The draft of the example that is being spoken of, over the API: its clauses, and opinions on them that are sent at once. */
final class SpokenDraft {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String product;
    private final String authorization;

    /** @param account "name:password" */
    SpokenDraft(String product, String account) {
        this.product = product;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
    }

    String version() throws IOException, InterruptedException {
        String dossier = named(get("/api/v1/dossiers").path("items"), "code", "HS-01");
        return named(get("/api/v1/dossiers/" + dossier).path("versions"), "ordinal", "2");
    }

    List<String> clauses() throws IOException, InterruptedException {
        var found = new ArrayList<String>();
        for (JsonNode node : get("/api/v1/versions/" + version() + "/outline").findParents("level")) {
            if (node.path("level").asString().equals("CLAUSE")) {
                found.add(node.path("id").asString());
            }
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("no clauses in the draft");
        }
        return found;
    }

    /** Sends an opinion and gives its id. */
    String say(String clause, String words) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("kind", "OTHER", "text", words, "send", true));
        HttpResponse<String> answer = http.send(
                request("/api/v1/provisions/" + clause + "/comments")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).path("id").asString();
    }

    private static String named(JsonNode list, String field, String value) {
        for (JsonNode one : list) {
            if (one.path(field).asString().equals(value)) {
                return one.path("id").asString();
            }
        }
        throw new IllegalStateException(field + " " + value);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(product + path)).header("Authorization", authorization);
    }
}
