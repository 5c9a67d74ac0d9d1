package vn.gopy.document.extract.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/**
 * What the page's own style sheet says about its words, written to the elements it is about, before what these say
 * themselves; only of the properties that change what a reader sees as text.
 */
final class HtmlStyles {

    private static final int MOST_RULES = 300;
    private static final int MOST_CHARACTERS = 200_000;
    private static final Set<String> TAKEN = Set.of(
            "list-style-type",
            "list-style",
            "text-transform",
            "text-decoration",
            "text-decoration-line",
            "white-space");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    /** Comments, and rules for printers and other occasions. */
    private static final Pattern ASIDE = Pattern.compile(
            "/\\*.*?\\*/|<!--|-->|@[^{};]*+\\{(?:[^{}]*+\\{[^{}]*+\\})*+[^{}]*+\\}|@[^{};]*+;", Pattern.DOTALL);

    private HtmlStyles() {}

    /** Writes the rules to their elements. */
    static void apply(Document page) {
        int rules = 0;
        for (Element sheet : page.select("style")) {
            String css = sheet.data();
            if (css.length() > MOST_CHARACTERS) {
                continue;
            }
            Matcher rule = RULE.matcher(ASIDE.matcher(css).replaceAll(" "));
            while (rule.find() && rules < MOST_RULES) {
                String taken = taken(rule.group(2));
                if (!taken.isEmpty() && !rule.group(1).contains(":")) {
                    rules++;
                    apply(page, rule.group(1).strip(), taken);
                }
            }
        }
    }

    private static String taken(String declarations) {
        var taken = new StringBuilder();
        for (String declaration : declarations.split(";")) {
            int colon = declaration.indexOf(':');
            if (colon > 0
                    && TAKEN.contains(declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT))) {
                taken.append(declaration.strip().replace("!important", "")).append(';');
            }
        }
        return taken.toString();
    }

    private static void apply(Document page, String selector, String declarations) {
        try {
            for (Element element : page.select(selector)) {
                String before = element.attr(SHEET);
                element.attr(SHEET, before + declarations);
            }
        } catch (Selector.SelectorParseException | IllegalArgumentException unknown) {
            // a rule that only browsers understand
        }
    }

    /** Holds the rules, so that the element's own style stays as it was. */
    private static final String SHEET = "data-of-the-sheet";

    /** What holds for the element itself; empty where nothing is said. */
    static String value(Element element, String property) {
        String own = value(element.attr("style"), property);
        return own.isEmpty() ? value(element.attr(SHEET), property) : own;
    }

    private static String value(String style, String property) {
        String value = "";
        for (String declaration : style.split(";")) {
            int colon = declaration.indexOf(':');
            if (colon > 0 && declaration.substring(0, colon).strip().equalsIgnoreCase(property)) {
                value = declaration.substring(colon + 1).strip();
            }
        }
        return value;
    }
}
