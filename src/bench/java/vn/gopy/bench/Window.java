package vn.gopy.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.HashSet;
import java.util.Set;

/** One window of a browser that remembers nothing of others, on the line it is given, and what went over that line. */
final class Window implements AutoCloseable {

    /** A line as the browser can feign it. */
    enum Line {
        LOCAL,
        /** Of a commune's office: 300 ms there and back, 1.5 Mbit a second. */
        WEAK
    }

    private static final int WEAK_LATENCY_MS = 300;
    private static final double WEAK_BYTES_PER_SECOND = 1.5e6 / 8;

    /** What was opened: milliseconds until it was there, answers and bytes that came over the line until all was quiet. */
    record Opening(long millis, int requests, long kilobytes) {}

    /** Asked before each frame the browser paints; the driver's own waiting looks again only after up to half a second. */
    private static final String SEEN = "what => document.querySelector(what)?.checkVisibility()";

    private final BrowserContext context;
    private final Page page;
    private final Set<String> kept = new HashSet<>();
    private int requests;
    private long bytes;

    Window(Browser browser, Line line) {
        context = browser.newContext(
                new Browser.NewContextOptions().setLocale("vi-VN").setViewportSize(1366, 768));
        page = context.newPage();
        CDPSession devtools = context.newCDPSession(page);
        devtools.on("Network.requestServedFromCache", event -> kept.add(id(event)));
        devtools.on("Network.responseReceived", event -> {
            JsonObject answer = event.getAsJsonObject("response");
            if (is(answer, "fromDiskCache") || is(answer, "fromPrefetchCache")) {
                kept.add(id(event));
            }
        });
        devtools.on("Network.loadingFinished", event -> {
            if (!kept.contains(id(event))) {
                requests++;
                bytes += event.get("encodedDataLength").getAsLong();
            }
        });
        devtools.send("Network.enable");
        if (line == Line.WEAK) {
            devtools.send("Network.emulateNetworkConditions", weak());
        }
    }

    private static JsonObject weak() {
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", WEAK_LATENCY_MS);
        conditions.addProperty("downloadThroughput", WEAK_BYTES_PER_SECOND);
        conditions.addProperty("uploadThroughput", WEAK_BYTES_PER_SECOND);
        return conditions;
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }

    private static boolean is(JsonObject answer, String name) {
        return answer.has(name) && answer.get(name).getAsBoolean();
    }

    Page page() {
        return page;
    }

    /** Goes to the address and waits for nothing yet. */
    void go(String address) {
        page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    }

    /** Does that and waits until the first element of those is seen; then, off the clock, until nothing more comes. */
    Opening open(Runnable deed, String seen) {
        requests = 0;
        bytes = 0;
        long begin = System.nanoTime();
        deed.run();
        page.waitForFunction(SEEN, seen);
        long millis = (System.nanoTime() - begin) / 1_000_000;
        quiet();
        return new Opening(millis, requests, bytes / 1024);
    }

    /** Push keeps one request open for ever, so the browser's own idea of a quiet network never comes. */
    private void quiet() {
        int before;
        do {
            before = requests;
            page.waitForTimeout(1500);
        } while (before != requests);
    }

    @Override
    public void close() {
        context.close();
    }
}
