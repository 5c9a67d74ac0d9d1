package vn.gopy.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.bench.Window.Line;
import vn.gopy.bench.Window.Opening;

/**
 * {@code bin/gopy bench screens}: how soon a screen is there in a browser, with an empty cache and with a filled one, on
 * this machine's own line and on a weak one, and what it costs in requests and bytes. Each is held against its limit and
 * printed beside the figures that were kept last; the median of the rounds counts.
 */
final class ScreensBench {

    private static final int ROUNDS = 3;
    private static final String PERSON = "thanhvien";

    /** Reads everybody's opinions. */
    private static final String SECRETARY = "thuky";

    private static final int CROWD = 200;
    private static final int OPINIONS = 5_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TEXT = "gopy-reader .sec .tx";
    private static final String OPINION = "gopy-reader .margin [data-thread]";
    private static final String DRAFT_LINK = "main a[href*='/du-thao/1']";

    /** The name of a way to a screen, and the milliseconds it may take; 0 where nothing is asked. */
    private enum Way {
        SIGN_IN("sign-in page", 1000, 0),
        DESK_COLD("desk from the press on sign-in, cold", 0, 3000),
        DESK_WARM("desk, warm", 1500, 0),
        LAW_COLD("689 articles to the first clause, cold", 0, 0),
        LAW_WARM("689 articles to the first clause", 800, 3000),
        CROWD_TEXT("300 places with 5,000 opinions, from the press", 1000, 0),
        CROWD_OPINIONS("the same until opinions stand beside it", 0, 0);

        final String words;
        final Map<Line, Integer> limits;

        Way(String words, int local, int weak) {
            this.words = words;
            this.limits = Map.of(Line.LOCAL, local, Line.WEAK, weak);
        }
    }

    private final String product;
    private final String law;
    private final Map<String, List<Opening>> openings = new LinkedHashMap<>();
    private int nodes;

    private ScreensBench(String product, String law) {
        this.product = product;
        this.law = law;
    }

    public static void main(String[] args) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        String product = options.get("--product");
        var upload = new Upload(product);
        upload.readable(code(options.get("--files")));
        var crowded = new Upload(product);
        crowded(RunningExample.of(args), crowded.published(MadeFiles.draft()));
        var bench = new ScreensBench(product, upload.path());
        try (var playwright = Playwright.create();
                Browser browser = playwright.chromium().launch(chromium())) {
            for (int round = 0; round <= ROUNDS; round++) {
                for (Line line : Line.values()) {
                    bench.round(browser, line, round > 0);
                }
                bench.crowd(browser, crowded, round > 0);
            }
        }
        bench.report(Path.of(options.get("--kept")), Path.of(options.get("--into")));
        System.exit(0);
    }

    /** A closed circle of units that have said very much about one draft. */
    private static void crowded(RunningExample example, String version) throws Exception {
        try (Connection database = example.database()) {
            new Crowd(CROWD, 1, CROWD, OPINIONS, "v.id = '" + version + "'").fill(database);
        }
    }

    /** The Civil Code where the sample documents are at hand, else an invented text with as many articles. */
    private static byte[] code(String folder) throws IOException {
        if (folder == null) {
            return MadeFiles.code();
        }
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            var found = files.filter(it -> it.getFileName().toString().matches("bl-91-2015.*\\.docx")).findFirst();
            return found.isPresent() ? Files.readAllBytes(found.get()) : MadeFiles.code();
        }
    }

    private static BrowserType.LaunchOptions chromium() {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no Chromium in /usr/bin")))
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync"));
    }

    private void round(Browser browser, Line line, boolean counts) {
        var seen = new LinkedHashMap<Way, Opening>();
        try (var window = new Window(browser, line)) {
            Page page = window.page();
            seen.put(Way.SIGN_IN, window.open(() -> window.go(product + "/dang-nhap"), "input[name=username]"));
            enter(page, PERSON);
            seen.put(Way.DESK_COLD, window.open(() -> page.locator("button[type=submit]").click(), "main h1"));
            seen.put(Way.DESK_WARM, window.open(() -> window.go(product + "/"), "main h1"));
            seen.put(Way.LAW_COLD, window.open(() -> window.go(product + law), TEXT));
            nodes = (Integer) page.evaluate("document.querySelectorAll('*').length");
            page.navigate("about:blank");
            seen.put(Way.LAW_WARM, window.open(() -> window.go(product + law), TEXT));
        }
        keep(seen, line, counts);
    }

    private static void enter(Page page, String person) {
        page.fill("input[name=username]", person);
        page.fill("input[name=password]", "demo");
    }

    private void keep(Map<Way, Opening> seen, Line line, boolean counts) {
        if (counts) {
            seen.forEach((way, opening) ->
                    openings.computeIfAbsent(name(way, line), none -> new ArrayList<>()).add(opening));
        }
    }

    /** Who reads everything presses on the draft in its dossier. */
    private void crowd(Browser browser, Upload crowded, boolean counts) {
        var seen = new LinkedHashMap<Way, Opening>();
        try (var window = new Window(browser, Line.LOCAL)) {
            Page page = window.page();
            window.open(() -> window.go(product + "/dang-nhap"), "input[name=username]");
            enter(page, SECRETARY);
            window.open(() -> page.locator("button[type=submit]").click(), "main h1");
            for (Way way : List.of(Way.CROWD_TEXT, Way.CROWD_OPINIONS)) {
                window.open(() -> window.go(product + crowded.home()), DRAFT_LINK);
                seen.put(way, window.open(() -> page.locator(DRAFT_LINK).first().click(), way == Way.CROWD_TEXT ? TEXT : OPINION));
            }
        }
        keep(seen, Line.LOCAL, counts);
    }

    private static String name(Way way, Line line) {
        return (way.name() + "." + line.name()).toLowerCase(Locale.ROOT);
    }

    private void report(Path kept, Path into) throws IOException {
        JsonNode last = Files.isRegularFile(kept) ? JSON.readTree(Files.readString(kept)).path("figures") : JSON.readTree("{}");
        var ratios = new LinkedHashMap<String, Double>();
        var figures = new LinkedHashMap<String, Object>();
        System.out.printf("%-48s %-6s %8s %8s %8s %9s %9s %7s %7s%n", "", "line", "ms", "last", "limit", "requests", "last", "KB", "last");
        for (Way way : Way.values()) {
            for (Line line : Line.values()) {
                if (openings.containsKey(name(way, line))) {
                    row(way, line, last, ratios, figures);
                }
            }
        }
        figures.put("law_nodes", nodes);
        System.out.printf("%d elements with 689 articles, last %s%n", nodes, last.path("law_nodes").asString("–"));
        String json = JSON.writeValueAsString(Map.of("bench", "screens", "ratios", ratios, "figures", figures));
        Files.writeString(into, json + "\n");
        System.out.println(json);
    }

    private void row(Way way, Line line, JsonNode last, Map<String, Double> ratios, Map<String, Object> figures) {
        String name = name(way, line);
        Opening now = median(openings.get(name));
        JsonNode before = last.path(name);
        int limit = way.limits.get(line);
        System.out.printf("%-48s %-6s %8d %8s %8s %9d %9s %7d %7s%n", way.words, line.name().toLowerCase(Locale.ROOT), now.millis(),
                before.path("millis").asString("–"), limit == 0 ? "–" : limit, now.requests(),
                before.path("requests").asString("–"), now.kilobytes(), before.path("kilobytes").asString("–"));
        figures.put(name, now);
        if (limit > 0) {
            ratios.put(name + "_vs_limit", Math.round(100.0 * now.millis() / limit) / 100.0);
        }
    }

    private static Opening median(List<Opening> all) {
        return all.stream()
                .sorted((one, other) -> Long.compare(one.millis(), other.millis()))
                .toList()
                .get((all.size() - 1) / 2);
    }
}
