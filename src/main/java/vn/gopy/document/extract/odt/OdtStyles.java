package vn.gopy.document.extract.odt;

import static vn.gopy.document.extract.Elements.attribute;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.Face;

/** The styles of an OpenDocument text, each with what it inherits. */
final class OdtStyles {

    /** What a style says; null where it says nothing. */
    static final class Style {
        @Nullable
        String parent;

        @Nullable
        Boolean bold;

        @Nullable
        Boolean italic;

        @Nullable
        Boolean capitals;

        @Nullable
        Boolean struck;

        @Nullable
        Boolean raised;

        @Nullable
        Boolean hidden;

        @Nullable
        String font;

        @Nullable
        String align;

        /** Empty when it takes the numbers of an inherited list away. */
        @Nullable
        String list;

        /** How its letters look. */
        Face face() {
            return new Face(
                    Objects.requireNonNullElse(font, ""),
                    Boolean.TRUE.equals(bold),
                    Boolean.TRUE.equals(italic),
                    Boolean.TRUE.equals(capitals),
                    Boolean.TRUE.equals(struck),
                    Boolean.TRUE.equals(raised));
        }
    }

    private final Map<String, Style> styles = new HashMap<>();
    private final Map<String, String> families = new HashMap<>();
    private Style current = new Style();

    /** Takes over one element of the definitions. */
    void element(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "style" -> {
                current = new Style();
                current.parent = attribute(xml, "parent-style-name");
                current.list = stated(xml, "list-style-name");
                styles.put(attribute(xml, "name"), current);
            }
            // what stands in these is about no style of words
            case "list-style", "outline-style", "default-style", "page-layout", "notes-configuration" ->
                current = new Style();
            case "font-face" ->
                families.put(
                        attribute(xml, "name"), attribute(xml, "font-family").replace("'", ""));
            case "text-properties" -> textProperties(xml);
            case "paragraph-properties" -> {
                String align = attribute(xml, "text-align");
                current.align = align.isEmpty() ? current.align : align;
            }
            default -> {}
        }
    }

    private static @Nullable String stated(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private void textProperties(XMLStreamReader xml) {
        String weight = attribute(xml, "font-weight");
        String slant = attribute(xml, "font-style");
        String transform = attribute(xml, "text-transform");
        String variant = attribute(xml, "font-variant");
        String line = attribute(xml, "text-line-through-style") + attribute(xml, "text-line-through-type");
        String position = attribute(xml, "text-position");
        String display = attribute(xml, "display");
        current.bold = weight.isEmpty() ? current.bold : Boolean.valueOf(weight.equals("bold"));
        current.italic = slant.isEmpty() ? current.italic : Boolean.valueOf(slant.equals("italic"));
        current.capitals = (transform + variant).isEmpty()
                ? current.capitals
                : Boolean.valueOf(transform.equals("uppercase") || variant.equals("small-caps"));
        current.struck = line.isEmpty() ? current.struck : Boolean.valueOf(!line.contains("none"));
        current.raised = position.isEmpty() ? current.raised : Boolean.valueOf(isRaised(position));
        current.hidden = display.isEmpty() ? current.hidden : Boolean.valueOf(display.equals("none"));
        String font = font(xml);
        current.font = font.isEmpty() ? current.font : font;
    }

    private static boolean isRaised(String position) {
        return position.startsWith("super")
                || !position.startsWith("sub") && !position.startsWith("-") && !position.startsWith("0");
    }

    /** The font that the properties name, as it is called outside the file. */
    String font(XMLStreamReader xml) {
        String name = attribute(xml, "font-name");
        String family = families.getOrDefault(name, "");
        return name.isEmpty() ? attribute(xml, "font-family").replace("'", "") : family.isEmpty() ? name : family;
    }

    /** A style with everything it inherits. */
    Style resolved(String name) {
        var all = new Style();
        String next = name;
        for (int depth = 0; next != null && !next.isEmpty() && depth < 20; depth++) {
            Style style = styles.get(next);
            if (style == null) {
                break;
            }
            all = over(all, style);
            next = style.parent;
        }
        return all;
    }

    /** What the upper one says, and the lower where that says nothing. */
    static Style over(Style upper, Style lower) {
        var both = new Style();
        both.bold = upper.bold == null ? lower.bold : upper.bold;
        both.italic = upper.italic == null ? lower.italic : upper.italic;
        both.capitals = upper.capitals == null ? lower.capitals : upper.capitals;
        both.struck = upper.struck == null ? lower.struck : upper.struck;
        both.raised = upper.raised == null ? lower.raised : upper.raised;
        both.hidden = upper.hidden == null ? lower.hidden : upper.hidden;
        both.font = upper.font == null ? lower.font : upper.font;
        both.align = upper.align == null ? lower.align : upper.align;
        both.list = upper.list == null ? lower.list : upper.list;
        return both;
    }
}
