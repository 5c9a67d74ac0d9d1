package vn.gopy.document.extract.word;

import static vn.gopy.document.extract.Elements.attribute;
import static vn.gopy.document.extract.Elements.number;
import static vn.gopy.document.extract.Elements.skip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The styles of a Word file, each with what it inherits. */
final class DocxStyles {

    private static final int DEEPEST = 20;

    /** What a style or a run says; null where it says nothing. */
    static final class Style {
        String name = "";

        /** Its id and those that it inherits from, nearest first. */
        List<String> chain = List.of();

        @Nullable
        String basedOn;

        @Nullable
        Boolean bold;

        @Nullable
        Boolean italic;

        @Nullable
        Boolean hidden;

        @Nullable
        Boolean capitals;

        @Nullable
        Boolean struck;

        @Nullable
        Boolean raised;

        @Nullable
        String font;

        @Nullable
        String justify;

        @Nullable
        Integer numId;

        @Nullable
        Integer numLevel;

        @Nullable
        Integer outlineLevel;

        void inherit(Style parent) {
            bold = bold == null ? parent.bold : bold;
            italic = italic == null ? parent.italic : italic;
            hidden = hidden == null ? parent.hidden : hidden;
            capitals = capitals == null ? parent.capitals : capitals;
            struck = struck == null ? parent.struck : struck;
            raised = raised == null ? parent.raised : raised;
            font = font == null ? parent.font : font;
            justify = justify == null ? parent.justify : justify;
            numId = numId == null ? parent.numId : numId;
            numLevel = numLevel == null ? parent.numLevel : numLevel;
            outlineLevel = outlineLevel == null ? parent.outlineLevel : outlineLevel;
        }
    }

    private final Map<String, Style> styles = new HashMap<>();
    private final Map<String, Style> resolved = new HashMap<>();
    private final Style defaults = new Style();
    private String defaultParagraph = "";

    static DocxStyles read(@Nullable XMLStreamReader xml) throws XMLStreamException {
        var styles = new DocxStyles();
        if (xml != null) {
            styles.fill(xml);
        }
        return styles;
    }

    private void fill(XMLStreamReader xml) throws XMLStreamException {
        Style current = defaults;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("style")) {
                    current = new Style();
                    String id = attribute(xml, "styleId");
                    styles.put(id, current);
                    if (attribute(xml, "type").equals("paragraph") && isOn(attribute(xml, "default"))) {
                        defaultParagraph = id;
                    }
                } else if (xml.getLocalName().equals("tblStylePr")) {
                    skip(xml);
                } else {
                    property(xml, current);
                }
            }
        }
    }

    private static boolean isOn(String value) {
        return value.equals("1") || value.equals("true") || value.equals("on");
    }

    /** Takes over one property element, of a style, a paragraph or a run. */
    static void property(XMLStreamReader xml, Style style) {
        switch (xml.getLocalName()) {
            case "name" -> style.name = attribute(xml, "val");
            case "basedOn" -> style.basedOn = attribute(xml, "val");
            case "b" -> style.bold = toggle(xml);
            case "i" -> style.italic = toggle(xml);
            case "vanish" -> style.hidden = toggle(xml);
            case "caps", "smallCaps" -> style.capitals = toggle(xml) || Boolean.TRUE.equals(style.capitals);
            case "strike", "dstrike" -> style.struck = toggle(xml) || Boolean.TRUE.equals(style.struck);
            case "vertAlign" -> style.raised = attribute(xml, "val").equals("superscript");
            case "rFonts" -> style.font = font(xml, style.font);
            case "jc" -> style.justify = attribute(xml, "val");
            case "numId" -> style.numId = number(attribute(xml, "val"));
            case "ilvl" -> style.numLevel = number(attribute(xml, "val"));
            case "outlineLvl" -> style.outlineLevel = number(attribute(xml, "val"));
            default -> {}
        }
    }

    private static @Nullable String font(XMLStreamReader xml, @Nullable String before) {
        String ascii = attribute(xml, "ascii");
        String high = attribute(xml, "hAnsi");
        String font = high.isEmpty() ? ascii : high;
        return font.isEmpty() ? before : font;
    }

    /** Whether a property that is there is on. */
    static boolean toggle(XMLStreamReader xml) {
        String value = attribute(xml, "val");
        return value.isEmpty() || isOn(value);
    }

    /** A style by its id, with everything it inherits; the default paragraph style for an empty id. */
    Style style(String id) {
        return resolved.computeIfAbsent(id.isEmpty() ? defaultParagraph : id, this::resolve);
    }

    private Style resolve(String id) {
        var all = new Style();
        Style style = styles.get(id);
        all.name = style == null ? "" : style.name;
        var chain = new ArrayList<String>();
        String next = id;
        for (int depth = 0; style != null && depth < DEEPEST; depth++) {
            all.inherit(style);
            chain.add(next);
            next = style.basedOn == null ? "" : style.basedOn;
            style = styles.get(next);
        }
        all.chain = chain;
        all.inherit(defaults);
        return all;
    }

    /** A character style without document defaults, so that it does not hide what the paragraph says. */
    Style character(String id) {
        var all = new Style();
        Style style = styles.get(id);
        for (int depth = 0; style != null && depth < DEEPEST; depth++) {
            all.inherit(style);
            style = style.basedOn == null ? null : styles.get(style.basedOn);
        }
        return all;
    }

    /** Reads the properties of a run to their end, with the character style they name. */
    void run(XMLStreamReader xml, Style own) throws XMLStreamException {
        String character = "";
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (xml.getLocalName().equals("rStyle")) {
                    character = attribute(xml, "val");
                } else if (xml.getLocalName().equals("rPrChange")) {
                    skip(xml);
                    depth--;
                } else {
                    property(xml, own);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        if (!character.isEmpty()) {
            own.inherit(character(character));
        }
    }
}
