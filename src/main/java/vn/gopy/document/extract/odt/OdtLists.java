package vn.gopy.document.extract.odt;

import static vn.gopy.document.extract.Elements.attribute;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.Elements;
import vn.gopy.document.extract.ListNumber;
import vn.gopy.document.extract.SymbolFonts;

/**
 * The automatic numbers of an OpenDocument text, drawn in reading order: those of lists, and those that headings have by
 * their level.
 */
final class OdtLists {

    private static final int LEVELS = 10;
    private static final String OUTLINE = "\0outline";

    private static final class LevelFormat {
        String prefix = "";
        String format = "";
        String suffix = "";
        /** The whole label with its numbers as %1%; empty where the parts tell. */
        String pattern = "";

        int show = 1;
        int start = 1;
        boolean bullet;
        String font = "";
    }

    /** How far a list has counted; lists that go on share it. */
    private static final class Counts {
        final int[] now = new int[LEVELS];
        /** Of each level before it began anew. */
        final int[] before = new int[LEVELS];
    }

    /** A list that is not yet closed, with its level from 0. */
    private static final class OpenList {
        final String style;
        final int level;
        final Counts counts;
        /** Whether its present item waits for its first paragraph, with which it is counted. */
        boolean waits;

        @Nullable
        Integer start;

        OpenList(String style, int level, Counts counts) {
            this.style = style;
            this.level = level;
            this.counts = counts;
        }
    }

    private final OdtStyles styles;
    private final Map<String, LevelFormat[]> formats = new HashMap<>();
    private final Map<String, Counts> byId = new HashMap<>();
    private final Map<String, Counts> byStyle = new HashMap<>();
    private final Set<String> undrawn = new LinkedHashSet<>();
    private Deque<OpenList> open = new ArrayDeque<>();
    private LevelFormat[] current = new LevelFormat[LEVELS];
    private @Nullable LevelFormat level;

    OdtLists(OdtStyles styles) {
        this.styles = styles;
    }

    /** Takes over one element of the definitions. */
    void element(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "list-style" -> define(attribute(xml, "name"));
            case "outline-style" -> define(OUTLINE);
            case "list-level-style-number", "list-level-style-bullet", "outline-level-style" -> levelStyle(xml);
            case "list-level-style-image" -> {
                LevelFormat image = levelStyle(xml);
                image.bullet = true;
            }
            case "text-properties" -> {
                if (level != null) {
                    level.font = styles.font(xml);
                }
            }
            case "style" -> level = null;
            default -> {}
        }
    }

    private void define(String name) {
        current = new LevelFormat[LEVELS];
        formats.put(name, current);
        level = null;
    }

    private LevelFormat levelStyle(XMLStreamReader xml) {
        Integer number = Elements.number(attribute(xml, "level"));
        Integer show = Elements.number(attribute(xml, "display-levels"));
        Integer start = Elements.number(attribute(xml, "start-value"));
        var read = new LevelFormat();
        read.bullet = xml.getLocalName().endsWith("bullet");
        read.prefix = read.bullet ? attribute(xml, "bullet-char") : attribute(xml, "num-prefix");
        read.format = attribute(xml, "num-format").split(",")[0].strip();
        read.suffix = attribute(xml, "num-suffix");
        read.pattern = attribute(xml, "num-list-format");
        read.show = show == null ? 1 : show;
        read.start = start == null ? 1 : start;
        current[number == null ? 0 : Math.clamp(number - 1, 0, LEVELS - 1)] = read;
        level = read;
        return read;
    }

    /** Formats that occurred and are drawn in plain digits instead. */
    Set<String> undrawn() {
        return undrawn;
    }

    /** Opens a list inside those that are open. */
    void begin(XMLStreamReader xml) {
        String name = attribute(xml, "style-name");
        OpenList outer = open.peek();
        boolean goesOn = attribute(xml, "continue-numbering").equals("true");
        if (outer != null) {
            int at = Math.min(outer.level + 1, LEVELS - 1);
            Counts counts = outer.counts;
            counts.now[at] = goesOn ? Math.max(counts.now[at], counts.before[at]) : counts.now[at];
            open.push(new OpenList(name.isEmpty() ? outer.style : name, at, counts));
            return;
        }
        Counts counts = byId.get(attribute(xml, "continue-list"));
        if (counts == null) {
            counts = goesOn ? byStyle.getOrDefault(name, new Counts()) : new Counts();
        }
        byStyle.put(name, counts);
        String id = attribute(xml, "id");
        if (!id.isEmpty()) {
            byId.put(id, counts);
        }
        open.push(new OpenList(name, 0, counts));
    }

    /** Closes the innermost list. */
    void end() {
        open.pop();
    }

    /** A paragraph with a number of its own begins, which says the list and the level itself. */
    void beginNumbered(XMLStreamReader xml) {
        Integer number = Elements.number(attribute(xml, "level"));
        String name = attribute(xml, "style-name");
        Counts counts = byId.computeIfAbsent(
                attribute(xml, "list-id").isEmpty() ? name : attribute(xml, "list-id"), any -> new Counts());
        open.push(new OpenList(name, number == null ? 0 : Math.clamp(number - 1, 0, LEVELS - 1), counts));
        beginItem(xml);
    }

    /** An item of the innermost list begins; its number is for its first own paragraph, without one it is not counted. */
    void beginItem(XMLStreamReader xml) {
        OpenList innermost = open.peek();
        if (innermost != null) {
            innermost.waits = !xml.getLocalName().equals("list-header");
            innermost.start = Elements.number(attribute(xml, "start-value"));
        }
    }

    /** The item ends, with or without a paragraph. */
    void endItem() {
        OpenList innermost = open.peek();
        if (innermost != null) {
            innermost.waits = false;
        }
    }

    /** The number of the item, once; null when the paragraph has none. */
    @Nullable
    String takeLabel() {
        OpenList innermost = open.peek();
        if (innermost == null || !innermost.waits) {
            return null;
        }
        innermost.waits = false;
        return label(innermost.style, innermost.level, innermost.counts, innermost.start);
    }

    /** Draws, when it is asked, the number that a heading outside lists has by its level; null when it has none. */
    Supplier<@Nullable String> heading(XMLStreamReader xml, OdtStyles.Style style) {
        Integer number = Elements.number(attribute(xml, "outline-level"));
        boolean none = attribute(xml, "is-list-header").equals("true") || "".equals(style.list);
        if (number == null || none || !open.isEmpty()) {
            return () -> null;
        }
        Integer start = Elements.number(attribute(xml, "start-value"));
        boolean anew = attribute(xml, "restart-numbering").equals("true");
        int at = Math.clamp(number - 1, 0, LEVELS - 1);
        return () -> heading(at, anew, start);
    }

    private @Nullable String heading(int at, boolean anew, @Nullable Integer start) {
        Counts counts = byStyle.computeIfAbsent(OUTLINE, any -> new Counts());
        if (anew && start == null) {
            counts.now[at] = 0;
        }
        String label = label(OUTLINE, at, counts, start);
        return label == null || label.isBlank() ? null : label;
    }

    /** Forgets the open lists, as for a table or a note among them; {@link #reopen} brings them back. */
    Deque<OpenList> aside() {
        Deque<OpenList> before = open;
        open = new ArrayDeque<>();
        return before;
    }

    /** Makes these the open lists again. */
    void reopen(Deque<OpenList> lists) {
        open = lists;
    }

    private @Nullable String label(String style, int at, Counts counts, @Nullable Integer start) {
        LevelFormat[] levels = formats.get(style);
        LevelFormat format = levels == null ? null : levels[at];
        if (levels == null || format == null) {
            return null;
        }
        int[] now = counts.now;
        now[at] = start != null ? start : now[at] == 0 ? format.start : now[at] + 1;
        counts.before[at] = now[at];
        Arrays.fill(now, Math.min(at + 1, LEVELS), LEVELS, 0);
        if (format.bullet) {
            return SymbolFonts.bullet(format.prefix, format.font);
        }
        if (format.format.isEmpty()) {
            return format.prefix + format.suffix;
        }
        return format.pattern.isEmpty() ? joined(levels, at, now) : filled(format.pattern, levels, now);
    }

    private String joined(LevelFormat[] levels, int at, int[] now) {
        LevelFormat format = levels[at];
        var out = new StringBuilder(format.prefix);
        for (int i = Math.max(0, at - format.show + 1); i <= at; i++) {
            String number = number(levels[i], now[i]);
            out.append(number).append(i < at && !number.isEmpty() ? "." : "");
        }
        return out + format.suffix;
    }

    private String filled(String pattern, LevelFormat[] levels, int[] now) {
        String out = pattern;
        for (int i = 0; i < LEVELS; i++) {
            String place = "%" + (i + 1) + "%";
            if (out.contains(place)) {
                out = out.replace(place, number(levels[i], now[i]));
            }
        }
        return out;
    }

    private String number(@Nullable LevelFormat format, int count) {
        String how = format == null ? "1" : format.format;
        if (!ListNumber.draws(how)) {
            undrawn.add(how);
        }
        int value = count == 0 && format != null ? format.start : count;
        return ListNumber.format(value, how);
    }
}
