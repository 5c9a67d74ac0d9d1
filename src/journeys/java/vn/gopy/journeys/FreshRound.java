package vn.gopy.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A dossier of its own with a checked draft, {@link OfficialDraft}, and a round about it that the secretariat opened: for
 * journeys that change what others count.
 */
final class FreshRound {

    private static final String SECRETARY =
            "Basic " + Base64.getEncoder().encodeToString("thuky:demo".getBytes(StandardCharsets.UTF_8));

    private final APIRequestContext requests;
    private final String dossier;
    private final String draft;
    private final String round;

    private FreshRound(APIRequestContext requests, String title) {
        this.requests = requests;
        dossier = made("/api/v1/dossiers", Map.of("title", title, "kind", "QUY_CHE"));
        var file = FormData.create().set("file", OfficialDraft.written("Quy che kho tu lieu.docx"));
        draft = id(sent("/api/v1/dossiers/" + dossier + "/versions", RequestOptions.create().setMultipart(file)));
        awaitReading();
        sent("/api/v1/versions/" + draft + "/publish", RequestOptions.create());
        round = made(
                "/api/v1/dossiers/" + dossier + "/rounds",
                Map.of(
                        "versionId", draft,
                        "title", title,
                        "opensAt", OffsetDateTime.now().minusDays(1).toString(),
                        "closesAt", OffsetDateTime.now().plusDays(5).toString(),
                        "invitees", List.of("STC", "SNV")));
    }

    /** Asked for beside the browsers of the journeys, whose sessions it leaves alone. */
    static FreshRound open(String title) {
        return new FreshRound(Chromium.shared().newContext().request(), title);
    }

    /** What a body said in a letter of a place of the draft, such as {@code dieu-2/khoan-1}. */
    record Said(String unit, String path, String words) {}

    /** Enters points in one call. */
    FreshRound saying(Said... all) {
        var outline = asked("/api/v1/versions/" + draft + "/outline");
        var points = Arrays.stream(all)
                .map(one -> Map.of(
                        "provisionLineage", lineage(outline, one.path()),
                        "unit", one.unit(),
                        "kind", "EDIT",
                        "text", one.words(),
                        "source", "12/CV"))
                .toList();
        sent("/api/v1/points/bulk", RequestOptions.create().setData(Map.of("round", round, "points", points)));
        return this;
    }

    private static String lineage(String outline, String path) {
        List<String> found = JsonPath.read(outline, "$..[?(@.path == '%s')].lineage".formatted(path));
        return found.getFirst();
    }

    /** The path of its desk. */
    String desk() {
        return "/dot/" + round + "/tong-hop";
    }

    /** The path of the page of its editions. */
    String editions() {
        return "/dot/" + round + "/ban-tong-hop";
    }

    /** The path of its dossier. */
    String dossier() {
        return "/ho-so/" + dossier;
    }

    private void awaitReading() {
        for (var looks = 0; looks < 600; looks++) {
            if (JsonPath.read(asked("/api/v1/versions/" + draft), "$.state").equals("REVIEW")) {
                return;
            }
            Product.pause();
        }
        throw new AssertionError("the draft was not read");
    }

    private String made(String path, Map<String, ?> body) {
        return id(sent(path, RequestOptions.create().setData(body)));
    }

    private static String id(String body) {
        return JsonPath.read(body, "$.id");
    }

    private String sent(String path, RequestOptions options) {
        return body(requests.post(
                Journey.at(path),
                options.setHeader("Authorization", SECRETARY)
                        .setHeader("Idempotency-Key", UUID.randomUUID().toString())));
    }

    private String asked(String path) {
        return body(requests.get(Journey.at(path), RequestOptions.create().setHeader("Authorization", SECRETARY)));
    }

    private static String body(APIResponse response) {
        assertThat(response.ok()).as(response.status() + " " + response.text()).isTrue();
        return response.text();
    }
}
