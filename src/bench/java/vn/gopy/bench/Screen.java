package vn.gopy.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The screens of somebody who has signed in, asked for as the browser asks for them. */
final class Screen {

    private static final int LEAST_BYTES = 2_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final SignedIn person;

    Screen(String product, String username) throws IOException, InterruptedException {
        person = new SignedIn(product, username);
    }

    /** @param millis from the navigation to the last byte of the screen */
    record Shown(double millis, int bytes) {}

    Shown open(String route) throws IOException, InterruptedException {
        HttpResponse<String> begun = person.http().send(
                person.request("/?v-r=init&location=" + URLEncoder.encode(route, StandardCharsets.UTF_8) + "&query=")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        JsonNode config = JSON.readTree(begun.body()).path("appConfig");
        String key = config.path("uidl").path("Vaadin-Security-Key").asString();
        String ui = config.path("v-uiId").asString();
        Map<String, Object> navigation = new LinkedHashMap<>();
        navigation.put("type", "event");
        navigation.put("node", 1);
        navigation.put("event", "ui-navigate");
        navigation.put(
                "data", Map.of("route", route, "query", "", "appShellTitle", "", "historyState", "", "trigger", ""));
        String body = JSON.writeValueAsString(
                Map.of("csrfToken", key, "rpc", List.of(navigation), "syncId", 0, "clientId", 0));
        long began = System.nanoTime();
        HttpResponse<String> answer = person.http().send(
                person.request("/?v-r=uidl&v-uiId=" + ui)
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        double millis = (System.nanoTime() - began) / 1e6;
        if (answer.statusCode() != 200 || answer.body().length() < LEAST_BYTES) {
            throw new IOException("/" + route + ": " + answer.statusCode() + " "
                    + answer.body().substring(0, Math.min(300, answer.body().length())));
        }
        return new Shown(millis, answer.body().length());
    }
}
