package vn.gopy.journeys;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where the dossiers and rounds of the example are; journeys that are not about finding them start there. */
final class Example {

    private Example() {}

    /** The path of a dossier's page, by its code such as {@code HS-01}. */
    static String dossier(String code) {
        List<String> ids = JsonPath.read(answer("/api/v1/dossiers"), "$.items[?(@.code == '%s')].id".formatted(code));
        return "/ho-so/" + ids.getFirst();
    }

    /** The path of a draft in the reader. */
    static String draft(String code, int ordinal) {
        return dossier(code) + "/du-thao/" + ordinal;
    }

    /** The path of two drafts beside each other. */
    static String comparison(String code, int older, int newer) {
        return dossier(code) + "/so-sanh/" + older + "/" + newer;
    }

    private static String answer(String path) {
        var credentials = Base64.getEncoder().encodeToString("thuky:demo".getBytes(StandardCharsets.UTF_8));
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(Product.shared().page(path)))
                    .header("Authorization", "Basic " + credentials)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
