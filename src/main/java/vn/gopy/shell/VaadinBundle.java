package vn.gopy.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** The modules of Vaadin's build with which every screen starts, found from its page by their imports of one another. */
final class VaadinBundle {

    private static final String ROOT = "META-INF/VAADIN/webapp/";
    private static final String BUILD = "VAADIN/build/";
    private static final Pattern ENTRY = Pattern.compile("src=\"\\./" + BUILD + "([\\w.-]+\\.js)\"");
    private static final Pattern NEEDED = Pattern.compile("(?:from|import)\\s*[\"']\\./([\\w.-]+\\.js)[\"']");
    private static final Pattern ASKED_FOR = Pattern.compile("import\\(\\s*[\"'`]\\./([\\w.-]+\\.js)[\"'`]");

    private VaadinBundle() {}

    /** Addresses from the root of the server; empty where no bundle was built, as in tests. */
    static List<String> files() {
        return Found.FILES;
    }

    /** The page starts with the entry, which asks for its parts; what those ask for later is for single screens. */
    private static List<String> start() {
        Set<String> known = new LinkedHashSet<>();
        Matcher entry = ENTRY.matcher(text(ROOT + "index.html"));
        while (entry.find()) {
            with(entry.group(1), known);
            Matcher parts = ASKED_FOR.matcher(text(ROOT + BUILD + entry.group(1)));
            while (parts.find()) {
                with(parts.group(1), known);
            }
        }
        return known.stream().map(file -> "/" + BUILD + file).toList();
    }

    /** The module and what it cannot do without. */
    private static void with(String file, Set<String> known) {
        if (known.add(file)) {
            Matcher needed = NEEDED.matcher(text(ROOT + BUILD + file));
            while (needed.find()) {
                with(needed.group(1), known);
            }
        }
    }

    private static String text(String path) {
        var resource = new ClassPathResource(path);
        try {
            return resource.exists() ? resource.getContentAsString(StandardCharsets.UTF_8) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Found {
        static final List<String> FILES = start();
    }
}
