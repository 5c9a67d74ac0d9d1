package vn.gopy.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody of the example who has signed in as a browser does, with a session of their own. */
final class SignedIn {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String product;

    SignedIn(String product, String username) throws IOException, InterruptedException {
        this.product = product;
        String form = http.send(request("/dang-nhap").build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher csrf = CSRF.matcher(form);
        String fields = "username=" + username + "&password=demo"
                + (csrf.find() ? "&_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8) : "");
        HttpResponse<String> signedIn = http.send(
                request("/dang-nhap")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(fields))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String to = signedIn.headers().firstValue("location").orElse("");
        if (signedIn.statusCode() != 302 || to.contains("dang-nhap")) {
            throw new IOException("signing in as " + username + ": " + signedIn.statusCode() + " " + to);
        }
    }

    HttpClient http() {
        return http;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(product + path));
    }
}
