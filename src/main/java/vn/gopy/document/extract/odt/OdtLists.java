package vn.gopy.document.extract.odt;

import static vn.gopy.document.extract.Elements.attribute;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.gopy.document.extract.Elements;
import vn.gopy.document.extract.ListNumber;

/** The automatic numbers of an OpenDocument text, drawn in reading order. */
final class OdtLists {

    private static final int LEVELS = 10;

    private record LevelFormat(String prefix, String format, String suffix, int show, int start, boolean bullet) {}

    /** A list that is not yet closed, with its level from 0. */
    record OpenList(String style, int level) {}

    private final Map<String, LevelFormat[]> formats = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    private final Deque<OpenList> open = new ArrayDeque<>();
    private LevelFormat[] current = new LevelFormat[LEVELS];
    private @Nullable String pendingLabel;

    /** Takes over one element of the definitions. */
    void element(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "list-style" -> {
                current = new LevelFormat[LEVELS];
                formats.put(attribute(xml, "name"), current);
            }
            case "list-level-style-number", "list-level-style-bullet" -> levelStyle(xml);
            default -> {}
        }
    }

    private void levelStyle(XMLStreamReader xml) {
        Integer level = Elements.number(attribute(xml, "level"));
        int at = level == null ? 0 : Math.clamp(level - 1, 0, LEVELS - 1);
        Integer show = Elements.number(attribute(xml, "display-levels"));
        Integer start = Elements.number(attribute(xml, "start-value"));
        boolean bullet = xml.getLocalName().endsWith("bullet");
        current[at] = new LevelFormat(
                bullet ? attribute(xml, "bullet-char") : attribute(xml, "num-prefix"),
                attribute(xml, "num-format"),
                attribute(xml, "num-suffix"),
                show == null ? 1 : show,
                start == null ? 1 : start,
                bullet);
    }

    /** Opens a list inside those that are open. */
    void begin(XMLStreamReader xml) {
        String name = attribute(xml, "style-name");
        OpenList outer = open.peek();
        int level = outer == null ? 0 : Math.min(outer.level() + 1, LEVELS - 1);
        String style = name.isEmpty() && outer != null ? outer.style() : name;
        if (level == 0
                && !attribute(xml, "continue-numbering").equals("true")
                && attribute(xml, "continue-list").isEmpty()) {
            counters.remove(style);
        }
        open.push(new OpenList(style, level));
    }

    /** Closes the innermost list. */
    void end() {
        open.pop();
    }

    /** An item of the innermost list begins; its number is for the first paragraph. */
    void beginItem(XMLStreamReader xml) {
        OpenList innermost = open.peek();
        if (innermost != null && xml.getLocalName().equals("list-item")) {
            Integer start = Elements.number(attribute(xml, "start-value"));
            pendingLabel = label(innermost, start);
        }
    }

    /** The item ends, with or without a paragraph. */
    void endItem() {
        pendingLabel = null;
    }

    /** The number of the item, once; null when the paragraph has none. */
    @Nullable
    String takeLabel() {
        String label = pendingLabel;
        pendingLabel = null;
        return label;
    }

    /** The lists that are open, to come back to. */
    Deque<OpenList> open() {
        return new ArrayDeque<>(open);
    }

    /** Makes these the open lists again. */
    void reopen(Deque<OpenList> lists) {
        open.clear();
        open.addAll(lists);
    }

    private @Nullable String label(OpenList list, @Nullable Integer start) {
        LevelFormat[] levels = formats.get(list.style());
        LevelFormat format = levels == null ? null : levels[list.level()];
        if (levels == null || format == null) {
            return null;
        }
        int[] counts = counters.computeIfAbsent(list.style(), any -> new int[LEVELS]);
        counts[list.level()] =
                start != null ? start : counts[list.level()] == 0 ? format.start() : counts[list.level()] + 1;
        java.util.Arrays.fill(counts, Math.min(list.level() + 1, LEVELS), LEVELS, 0);
        if (format.bullet()) {
            return format.prefix().isBlank() ? "•" : format.prefix();
        }
        var out = new StringBuilder(format.prefix());
        for (int i = Math.max(0, list.level() - format.show() + 1); i <= list.level(); i++) {
            LevelFormat each = levels[i];
            out.append(ListNumber.format(Math.max(1, counts[i]), each == null ? "1" : each.format()));
            out.append(i < list.level() ? "." : "");
        }
        return format.format().isEmpty() ? format.prefix() + format.suffix() : out + format.suffix();
    }
}
