package vn.gopy.command.measure;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The last line of a measurement: one JSON object with ratios, which say something on any machine, and figures. */
final class Report {

    private final String bench;
    private final Map<String, Double> ratios = new LinkedHashMap<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();

    Report(String bench) {
        this.bench = bench;
    }

    void ratio(String name, double ratio) {
        ratios.put(name, rounded(ratio));
    }

    void figure(String name, double value) {
        figures.put(name, rounded(value));
    }

    /** Milliseconds. */
    void laps(String name, Laps laps) {
        Map<String, Double> times = new LinkedHashMap<>();
        times.put("p50Ms", rounded(laps.percentile(0.5)));
        times.put("p95Ms", rounded(laps.percentile(0.95)));
        times.put("p99Ms", rounded(laps.percentile(0.99)));
        figures.put(name, times);
    }

    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("bench", bench);
        all.put("ratios", ratios);
        all.put("figures", figures);
        all.put("machine", Map.of("cores", Runtime.getRuntime().availableProcessors()));
        return JsonMapper.shared().writeValueAsString(all);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
