package vn.gopy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;

/** All that can be read from the product by an address, as text: the API, the calls of the screens, plain pages and files. */
@Lazy
@Component
public class ReadRoutes {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** What does not end, and what begins a process of its own for a Word or PDF file. */
    private static final Predicate<String> LONG = route -> route.matches(".*/(live|merged|repaired|pages)\\b.*");

    private final ApiFixture api;

    ReadRoutes(ApiFixture api) {
        this.api = api;
    }

    /** The addresses that can be asked with these names in their places; who names less is given fewer. */
    public static List<String> with(Map<String, String> names) {
        return RouteTable.read().rows().stream()
                .filter(row -> row.method().equals("GET"))
                .map(RouteTable.Row::route)
                .filter(LONG.negate())
                .filter(route -> PLACE.matcher(route).results().allMatch(place -> names.containsKey(place.group(1))))
                .map(route -> PLACE.matcher(route).replaceAll(place -> names.getOrDefault(place.group(1), "")))
                .distinct()
                .toList();
    }

    /** Whether it gives a file to be handed on. */
    public static boolean isFile(String address) {
        return address.matches(".*\\.(docx|xlsx|pdf|zip|json|xml).*|.*/(letter|signed|files/.*|file|merged)");
    }

    /** What the person is given there, whatever kind of file it is; nothing where it is refused. */
    public String text(@Nullable Person person, String address) {
        var answer = api.as(person).get(address);
        return answer.status() == 200 ? text(answer.response().getContentAsByteArray()) : "";
    }

    private static String text(byte[] bytes) {
        try {
            String head = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
            return head.startsWith("PK")
                    ? zip(bytes)
                    : head.equals("%PDF") ? pdf(bytes) : new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String zip(byte[] bytes) throws IOException {
        StringBuilder all = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(entry.getName()).append('\n').append(text(zip.readAllBytes()));
            }
        }
        return all.toString();
    }

    /** A word that goes on in the next line of a narrow column is one word. */
    private static String pdf(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
    }
}
