package vn.gopy.document.extract.word;

import static vn.gopy.document.extract.Elements.attribute;
import static vn.gopy.document.extract.Elements.number;
import static vn.gopy.document.extract.Elements.skip;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.ListNumber;
import vn.gopy.document.extract.SymbolFonts;

/** The automatic numbers of a Word file, drawn in reading order. */
final class DocxNumbering {

    private static final int LEVELS = 9;

    private static final class LevelFormat {
        int start = 1;
        String format = "decimal";
        String text = "";
        boolean legal;
        int restartAfter = -1;
        String font = "";
        String style = "";
    }

    private static final class Definition {
        final LevelFormat[] levels = new LevelFormat[LEVELS];
        final int[] counters = new int[LEVELS];

        /** The style whose levels this is. */
        String styleLink = "";

        /** The style that has the levels instead of this. */
        String numStyleLink = "";

        Definition() {
            Arrays.setAll(levels, i -> new LevelFormat());
            Arrays.fill(counters, Integer.MIN_VALUE);
        }
    }

    private static final class Instance {
        String definition = "";
        final Map<Integer, Integer> starts = new HashMap<>();
        final Map<Integer, LevelFormat> levels = new HashMap<>();
    }

    private static final int DEEPEST = 10;

    private final DocxStyles styles;
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final Map<Integer, Instance> instances = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    private final Set<String> undrawn = new LinkedHashSet<>();

    private DocxNumbering(DocxStyles styles) {
        this.styles = styles;
    }

    static DocxNumbering read(@Nullable XMLStreamReader xml, DocxStyles styles) throws XMLStreamException {
        var numbering = new DocxNumbering(styles);
        if (xml != null) {
            numbering.fill(xml);
        }
        return numbering;
    }

    private void fill(XMLStreamReader xml) throws XMLStreamException {
        Definition definition = new Definition();
        Instance instance = new Instance();
        LevelFormat level = new LevelFormat();
        boolean inInstance = false;
        int override = 0;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "abstractNum" -> {
                    definition = new Definition();
                    definitions.put(attribute(xml, "abstractNumId"), definition);
                    inInstance = false;
                }
                case "num" -> {
                    instance = new Instance();
                    Integer id = number(attribute(xml, "numId"));
                    instances.put(id == null ? -1 : id, instance);
                    inInstance = true;
                }
                case "abstractNumId" -> instance.definition = attribute(xml, "val");
                case "lvlOverride" -> override = bounded(attribute(xml, "ilvl"));
                case "startOverride" -> {
                    Integer start = number(attribute(xml, "val"));
                    instance.starts.put(override, start == null ? 1 : start);
                }
                case "lvl" -> {
                    level = new LevelFormat();
                    int at = bounded(attribute(xml, "ilvl"));
                    if (inInstance) {
                        instance.levels.put(at, level);
                    } else {
                        definition.levels[at] = level;
                    }
                }
                case "start" -> {
                    Integer start = number(attribute(xml, "val"));
                    level.start = start == null ? 1 : start;
                }
                case "numFmt" -> level.format = numberFormat(xml);
                // what stands there for programs that do not know the choice before it
                case "Fallback" -> skip(xml);
                case "styleLink" -> definition.styleLink = attribute(xml, "val");
                case "numStyleLink" -> definition.numStyleLink = attribute(xml, "val");
                case "pStyle" -> level.style = attribute(xml, "val");
                case "lvlText" -> level.text = attribute(xml, "val");
                case "isLgl" -> level.legal = true;
                case "lvlRestart" -> {
                    Integer after = number(attribute(xml, "val"));
                    level.restartAfter = after == null ? -1 : after;
                }
                case "rFonts" -> {
                    String high = attribute(xml, "hAnsi");
                    level.font = high.isEmpty() ? attribute(xml, "ascii") : high;
                }
                default -> {}
            }
        }
    }

    private static int bounded(String level) {
        Integer number = number(level);
        return number == null ? 0 : Math.clamp(number, 0, LEVELS - 1);
    }

    /** A format of the file's own is an example of how the first numbers look. */
    private static String numberFormat(XMLStreamReader xml) {
        String custom = attribute(xml, "format");
        return custom.isEmpty() ? attribute(xml, "val") : custom.split(",")[0].strip();
    }

    /** The levels that count: where a style of lists has them, those of the style. */
    private @Nullable Definition definition(Instance instance) {
        Definition definition = definitions.get(instance.definition);
        for (int depth = 0; depth < DEEPEST && definition != null && !definition.numStyleLink.isEmpty(); depth++) {
            Definition linked = linked(definition.numStyleLink);
            if (linked == null || linked == definition) {
                return definition;
            }
            definition = linked;
        }
        return definition;
    }

    private @Nullable Definition linked(String style) {
        for (Definition one : definitions.values()) {
            if (one.styleLink.equals(style)) {
                return one;
            }
        }
        Integer number = styles.style(style).numId;
        Instance instance = number == null ? null : instances.get(number);
        return instance == null ? null : definitions.get(instance.definition);
    }

    /** The level that is bound to a paragraph style; else the one that the style names itself. */
    int level(int numId, DocxStyles.Style style) {
        Instance instance = instances.get(numId);
        Definition definition = instance == null ? null : definition(instance);
        for (String name : style.chain) {
            for (int i = 0; instance != null && definition != null && i < LEVELS; i++) {
                if (format(instance, definition, i).style.equals(name)) {
                    return i;
                }
            }
        }
        return style.numLevel == null ? 0 : style.numLevel;
    }

    /** Formats that occurred and are drawn in plain digits instead. */
    Set<String> undrawn() {
        return undrawn;
    }

    /** Counts one paragraph of a list and gives what Word draws before it; empty for no list. */
    String next(int numId, int level) {
        Instance instance = instances.get(numId);
        Definition definition = instance == null ? null : definition(instance);
        if (numId == 0 || instance == null || definition == null) {
            return "";
        }
        int at = Math.clamp(level, 0, LEVELS - 1);
        count(numId, at, instance, definition);
        LevelFormat format = format(instance, definition, at);
        if (format.format.equals("bullet")) {
            return SymbolFonts.bullet(format.text, format.font);
        }
        return draw(format, at, instance, definition);
    }

    private void count(int numId, int at, Instance instance, Definition definition) {
        int[] counters = definition.counters;
        Integer restart = instance.starts.get(at);
        if (restart != null && begun.add(numId + "/" + at)) {
            counters[at] = restart;
        } else if (counters[at] == Integer.MIN_VALUE) {
            counters[at] = format(instance, definition, at).start;
        } else {
            counters[at]++;
        }
        for (int i = 0; i < at; i++) {
            if (counters[i] == Integer.MIN_VALUE) {
                counters[i] = format(instance, definition, i).start;
            }
        }
        for (int i = at + 1; i < LEVELS; i++) {
            int after = format(instance, definition, i).restartAfter;
            if (after != 0 && (after < 0 || at < after)) {
                counters[i] = Integer.MIN_VALUE;
            }
        }
    }

    private static LevelFormat format(Instance instance, Definition definition, int level) {
        LevelFormat own = instance.levels.get(level);
        return own == null ? definition.levels[level] : own;
    }

    private String draw(LevelFormat format, int at, Instance instance, Definition definition) {
        var out = new StringBuilder();
        for (int i = 0; i < format.text.length(); i++) {
            char c = format.text.charAt(i);
            char next = i + 1 < format.text.length() ? format.text.charAt(i + 1) : ' ';
            if (c == '%' && next >= '1' && next <= '9') {
                int level = next - '1';
                String style = format.legal && level < at ? "decimal" : format(instance, definition, level).format;
                int value = definition.counters[level];
                if (!ListNumber.draws(style)) {
                    undrawn.add(style);
                }
                out.append(ListNumber.format(value == Integer.MIN_VALUE ? 1 : value, style));
                i++;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
