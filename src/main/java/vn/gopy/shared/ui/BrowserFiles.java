package vn.gopy.shared.ui;

import com.vaadin.flow.component.Component;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.gopy.shared.Sha256;

/**
 * The files that browsers fetch from {@code frontend/}. All stand below one folder whose name changes when any of them
 * does, so a browser keeps them for good and is never served an old one; each file has just this one address. The style
 * sheets are served as a single one.
 */
public final class BrowserFiles {

    /** Where they stand on the class path. */
    public static final String CLASS_PATH = "META-INF/resources/app/";

    /** The one sheet that all screens share. */
    public static final String STYLE = "style.css";

    /** The one sheet of the pages without script. */
    public static final String PLAIN_STYLE = "plain.css";

    private static final String TOKENS = "tokens.css";

    /** Where the templates of boxes that hold a state stand: the only files that are not ours, below our folder like the rest. */
    private static final String TEMPLATES = "lit/";

    /** What the boxes use of lit-html, and what that takes from the rest of it. */
    private static final List<String> LIT_FILES = List.of(
            "lit-html.js",
            "directive.js",
            "directive-helpers.js",
            "directives/guard.js",
            "directives/keyed.js",
            "directives/live.js",
            "directives/repeat.js");

    private static final String LIT = "META-INF/resources/webjars/lit-html/%s/%s";
    private static final String LIT_RELEASE = "META-INF/maven/org.webjars.npm/lit-html/pom.properties";

    /** In this order: what comes later may use and refine what came before. */
    private static final List<String> SHEETS = List.of(
            TOKENS,
            "fonts.css",
            "gopy.css",
            "search/search.css",
            "answering/answering.css",
            "consolidation/consolidation.css",
            "checker/checker.css",
            "align/align.css",
            "compare/compare.css",
            "reader/reader.css");

    private static final Pattern IMPORT = Pattern.compile("(?m)^@import [^;]*;\\s*");
    private static final int LENGTH = 12;
    private static final String FOLDER = "/app/" + fingerprint() + "/";

    private BrowserFiles() {}

    /** The address of the folder, from the root of the server, ending in a slash. */
    public static String folder() {
        return FOLDER;
    }

    /** The address of a file, from the root of the server, as in {@code at("icons.svg")}. */
    public static String at(String file) {
        return FOLDER + file;
    }

    /** Has the page load a module as soon as the component is on it. */
    public static void module(Component component, String file) {
        component.addAttachListener(attached -> attached.getUI().getPage().addJsModule("context:/" + at(file)));
    }

    /** The content of a script that is written into each page, with the address of our folder in it. */
    public static String inline(String file) {
        return text(file).replace("{app}", FOLDER);
    }

    /** The content of {@link #STYLE}, UTF-8. */
    public static byte[] style() {
        var all = new ByteArrayOutputStream();
        for (String sheet : SHEETS) {
            String rules = text(sheet);
            all.writeBytes(IMPORT.matcher(rules).replaceAll("").getBytes(StandardCharsets.UTF_8));
            all.write('\n');
        }
        String old = "@supports not (color: light-dark(red, red)) {\n" + PlainTokens.of(text(TOKENS)) + "}\n";
        all.writeBytes(old.getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    /** The content of {@link #PLAIN_STYLE}, UTF-8: for browsers that do not know the colours of the tokens as well. */
    public static byte[] plainStyle() {
        String sheet = PlainTokens.of(text(TOKENS)) + text("fonts.css") + text("plain/plain.css");
        return sheet.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String file) {
        return new String(bytes(new ClassPathResource(CLASS_PATH + file)), StandardCharsets.UTF_8);
    }

    /** The files of lit-html by their names below our folder, each as it was published. */
    public static Map<String, byte[]> templates() {
        var release = new Properties();
        try (Reader about =
                new StringReader(new String(bytes(new ClassPathResource(LIT_RELEASE)), StandardCharsets.UTF_8))) {
            release.load(about);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var files = new TreeMap<String, byte[]>();
        for (String file : LIT_FILES) {
            files.put(
                    TEMPLATES + file,
                    bytes(new ClassPathResource(LIT.formatted(release.getProperty("version"), file))));
        }
        return files;
    }

    private static String fingerprint() {
        var files = new TreeMap<String, byte[]>(templates());
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + CLASS_PATH + "**/*.*")) {
                String address = file.getURL().toString();
                String name = address.substring(address.lastIndexOf(CLASS_PATH) + CLASS_PATH.length());
                files.put(name, bytes(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var all = new ByteArrayOutputStream();
        files.forEach((name, content) -> {
            all.writeBytes(name.getBytes(StandardCharsets.UTF_8));
            all.writeBytes(content);
        });
        return Sha256.of(all.toByteArray()).substring(0, LENGTH);
    }

    private static byte[] bytes(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
