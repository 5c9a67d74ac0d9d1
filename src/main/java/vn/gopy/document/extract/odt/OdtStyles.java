package vn.gopy.document.extract.odt;

import static vn.gopy.document.extract.Elements.attribute;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

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
        String font;

        @Nullable
        String align;
    }

    private final Map<String, Style> styles = new HashMap<>();
    private Style current = new Style();

    /** Takes over one element of the definitions. */
    void element(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "style" -> {
                current = new Style();
                current.parent = attribute(xml, "parent-style-name");
                styles.put(attribute(xml, "name"), current);
            }
            case "text-properties" -> textProperties(xml);
            case "paragraph-properties" -> {
                String align = attribute(xml, "text-align");
                current.align = align.isEmpty() ? current.align : align;
            }
            default -> {}
        }
    }

    private void textProperties(XMLStreamReader xml) {
        String weight = attribute(xml, "font-weight");
        String slant = attribute(xml, "font-style");
        String font = attribute(xml, "font-name");
        String family = attribute(xml, "font-family");
        current.bold = weight.isEmpty() ? current.bold : Boolean.valueOf(weight.equals("bold"));
        current.italic = slant.isEmpty() ? current.italic : Boolean.valueOf(slant.equals("italic"));
        if (!font.isEmpty() || !family.isEmpty()) {
            current.font = font.isEmpty() ? family.replace("'", "") : font;
        }
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
        both.font = upper.font == null ? lower.font : upper.font;
        both.align = upper.align == null ? lower.align : upper.align;
        return both;
    }
}
