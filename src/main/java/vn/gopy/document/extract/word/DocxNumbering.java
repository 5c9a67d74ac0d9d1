package vn.gopy.document.extract.word;

import static vn.gopy.document.extract.Elements.attribute;
import static vn.gopy.document.extract.Elements.number;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.ListNumber;

/** The automatic numbers of a Word file, drawn in reading order. */
final class DocxNumbering {

    private static final int LEVELS = 9;

    private static final class LevelFormat {
        int start = 1;
        String format = "decimal";
        String text = "";
        boolean legal;
        int restartAfter = -1;
        boolean symbolFont;
    }

    private static final class Definition {
        final LevelFormat[] levels = new LevelFormat[LEVELS];
        final int[] counters = new int[LEVELS];

        @Nullable
        String styleLink;

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

    private final Map<String, Definition> definitions = new HashMap<>();
    private final Map<Integer, Instance> instances = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    static DocxNumbering read(@Nullable XMLStreamReader xml) throws XMLStreamException {
        var numbering = new DocxNumbering();
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
                case "numFmt" -> level.format = attribute(xml, "val");
                case "lvlText" -> level.text = attribute(xml, "val");
                case "isLgl" -> level.legal = true;
                case "lvlRestart" -> {
                    Integer after = number(attribute(xml, "val"));
                    level.restartAfter = after == null ? -1 : after;
                }
                case "rFonts" -> {
                    String font = attribute(xml, "ascii") + attribute(xml, "hAnsi");
                    level.symbolFont = font.contains("Symbol") || font.contains("Wingdings");
                }
                default -> {}
            }
        }
    }

    private static int bounded(String level) {
        Integer number = number(level);
        return number == null ? 0 : Math.clamp(number, 0, LEVELS - 1);
    }

    /** Counts one paragraph of a list and gives what Word draws before it; empty for no list. */
    String next(int numId, int level) {
        Instance instance = instances.get(numId);
        Definition definition = instance == null ? null : definitions.get(instance.definition);
        if (numId == 0 || instance == null || definition == null) {
            return "";
        }
        int at = Math.clamp(level, 0, LEVELS - 1);
        count(numId, at, instance, definition);
        LevelFormat format = format(instance, definition, at);
        if (format.format.equals("bullet")) {
            return format.symbolFont || format.text.isBlank() ? "•" : format.text;
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

    private static String draw(LevelFormat format, int at, Instance instance, Definition definition) {
        var out = new StringBuilder();
        for (int i = 0; i < format.text.length(); i++) {
            char c = format.text.charAt(i);
            char next = i + 1 < format.text.length() ? format.text.charAt(i + 1) : ' ';
            if (c == '%' && next >= '1' && next <= '9') {
                int level = next - '1';
                String style = format.legal && level < at ? "decimal" : format(instance, definition, level).format;
                int value = definition.counters[level];
                out.append(ListNumber.format(value == Integer.MIN_VALUE ? 1 : value, style));
                i++;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
