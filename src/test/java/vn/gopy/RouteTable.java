package vn.gopy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** Which role gets which status on each route: one table for the test and for docs/security.md. */
public record RouteTable(List<String> roles, List<Row> rows) {

    /** One route with a request that would be in order, and the status that each role gets. */
    record Row(String method, String route, String body, Map<String, Integer> statuses) {

        /** The route as the product declares it, whatever the names of its variables and what it is asked. */
        String pattern() {
            return method + " " + route.replaceAll("\\?.*", "").replaceAll("\\{\\w+}", "{}");
        }
    }

    public static RouteTable read() {
        try {
            String text =
                    new ClassPathResource("routes.tsv", RouteTable.class).getContentAsString(StandardCharsets.UTF_8);
            List<String> lines = text.lines().toList();
            List<String> roles =
                    Arrays.stream(lines.getFirst().split("\t")).skip(3).toList();
            return new RouteTable(
                    roles, lines.stream().skip(1).map(line -> row(line, roles)).toList());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Row row(String line, List<String> roles) {
        String[] cells = line.split("\t");
        Map<String, Integer> statuses = new LinkedHashMap<>();
        for (int n = 0; n < roles.size(); n++) {
            statuses.put(roles.get(n), Integer.valueOf(cells[n + 3]));
        }
        return new Row(cells[0], cells[1], cells[2], statuses);
    }

    /** The table as it stands in docs/security.md. */
    String markdown() {
        String head = "| route | " + String.join(" | ", roles) + " |\n|---" + "|---".repeat(roles.size()) + "|\n";
        return head
                + rows.stream()
                        .map(row -> "| `" + row.method() + " " + row.route() + "` | "
                                + row.statuses().values().stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(" | "))
                                + " |\n")
                        .collect(Collectors.joining());
    }
}
