package vn.gopy.document.extract.html;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import vn.gopy.document.extract.ListNumber;

/** The numbers that a browser draws before the items of a list. */
final class HtmlLists {

    private static final String BULLET = "•";
    private static final Set<String> BULLETS = Set.of("disc", "circle", "square");
    private static final Set<String> LETTERS = Set.of("a", "lower-alpha", "lower-latin");
    private static final Set<String> KINDS = Set.of(
            "a",
            "A",
            "i",
            "I",
            "1",
            "decimal",
            "decimal-leading-zero",
            "lower-alpha",
            "lower-latin",
            "lower-roman",
            "upper-alpha",
            "upper-latin",
            "upper-roman");

    /** Whoever typed the number did not want a second one. */
    private static final Pattern TYPED =
            Pattern.compile("^\\s*(\\d{1,3}(\\.\\d+)*[.)]|[a-zđ]\\))\\s.*", Pattern.DOTALL);

    private final Set<String> undrawn = new LinkedHashSet<>();

    /** Kinds that occurred and are drawn in plain digits instead. */
    Set<String> undrawn() {
        return undrawn;
    }

    /** What is drawn before the item; empty for nothing. */
    String label(Element item) {
        Element list = item.parent();
        boolean ordered = list != null && list.normalName().equals("ol");
        String kind = kind(item, ordered ? "1" : "disc");
        if (kind.equals("none") || TYPED.matcher(item.text() + " ").matches()) {
            return "";
        }
        if (kind.startsWith("\"") || kind.startsWith("'")) {
            return kind.substring(1, Math.max(1, kind.length() - 1)).strip();
        }
        if (list == null || BULLETS.contains(kind) || !ordered && !KINDS.contains(kind)) {
            return BULLET;
        }
        if (!KINDS.contains(kind)) {
            undrawn.add(kind);
        }
        return ListNumber.format(number(item, list), kind) + (LETTERS.contains(kind) ? ")" : ".");
    }

    /** The item's own word goes before that of its list, a style before an attribute. */
    private static String kind(Element item, String otherwise) {
        for (Element one : item.parent() == null ? List.of(item) : List.of(item, item.parent())) {
            String style = HtmlStyles.value(one, "list-style-type");
            style = style.isEmpty() ? firstKind(HtmlStyles.value(one, "list-style")) : style;
            if (!style.isEmpty()) {
                return style;
            }
            if (!one.attr("type").isBlank()) {
                return one.attr("type").strip();
            }
        }
        return otherwise;
    }

    /** The short form names a place and a picture as well. */
    private static String firstKind(String style) {
        for (String word : style.split("\\s+(?=[^\"']*$)")) {
            if (!word.isEmpty() && !word.equals("inside") && !word.equals("outside") && !word.startsWith("url(")) {
                return word;
            }
        }
        return "";
    }

    private static int number(Element item, Element list) {
        List<Element> items = list.children().stream()
                .filter(child -> child.normalName().equals("li"))
                .toList();
        boolean reversed = list.hasAttr("reversed");
        int number = number(list.attr("start"), reversed ? items.size() : 1);
        for (Element one : items) {
            number = number(one.attr("value"), number);
            if (one == item) {
                return number;
            }
            number += reversed ? -1 : 1;
        }
        return number;
    }

    private static int number(String text, int otherwise) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }
}
