package vn.gopy.document.extract.html;

import java.util.Set;
import org.jsoup.nodes.Element;
import vn.gopy.document.extract.Face;

/**
 * How words of a page look.
 *
 * @param heading level of the heading that they are in; 0 outside
 * @param kept whether lines and spaces stay as they are
 */
record HtmlFont(Face face, boolean centred, int heading, boolean kept) {

    static final HtmlFont PLAIN = new HtmlFont(Face.PLAIN, false, 0, false);

    private static final Set<String> PRE = Set.of("pre", "listing", "plaintext", "xmp");

    /** How an element looks within another. */
    static HtmlFont of(Element element, String name, String style, HtmlFont outer) {
        boolean heading = name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
        boolean aligned = style.contains("text-align:") || element.hasAttr("align");
        boolean centred = aligned
                ? style.contains("text-align:center") || element.attr("align").equalsIgnoreCase("center")
                : outer.centred() || name.equals("center");
        String spaces = HtmlStyles.value(element, "white-space");
        boolean kept = spaces.isEmpty() ? outer.kept() || PRE.contains(name) : spaces.startsWith("pre");
        return new HtmlFont(
                look(element, name, style, outer.face(), heading),
                centred,
                heading ? name.charAt(1) - '0' : outer.heading(),
                kept);
    }

    private static Face look(Element element, String name, String style, Face outer, boolean heading) {
        boolean bold = outer.bold()
                || name.equals("b")
                || name.equals("strong")
                || heading
                || style.contains("font-weight:bold")
                || style.contains("font-weight:700");
        if (style.contains("font-weight:normal")) {
            bold = false;
        }
        boolean italic = outer.italic() || name.equals("i") || name.equals("em") || style.contains("font-style:italic");
        String transform = HtmlStyles.value(element, "text-transform");
        boolean capitals = transform.isEmpty()
                ? outer.capitals() || style.contains("font-variant:small-caps")
                : transform.equals("uppercase");
        boolean struck = outer.struck()
                || name.equals("s")
                || name.equals("strike")
                || HtmlStyles.value(element, "text-decoration").contains("line-through")
                || HtmlStyles.value(element, "text-decoration-line").contains("line-through");
        boolean raised = outer.raised() || name.equals("sup") || style.contains("vertical-align:super");
        return new Face(face(element, style, outer), bold, italic, capitals, struck, raised);
    }

    private static String face(Element element, String style, Face outer) {
        if (element.hasAttr("face")) {
            return element.attr("face").split(",")[0].strip();
        }
        int at = style.indexOf("font-family:");
        if (at < 0) {
            return outer.font();
        }
        String rest = style.substring(at + "font-family:".length());
        return rest.split("[;,]")[0].replace("\"", "").replace("'", "");
    }
}
