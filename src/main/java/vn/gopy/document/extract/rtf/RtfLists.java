package vn.gopy.document.extract.rtf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.gopy.document.extract.ListNumber;

/**
 * The lists of a file. It holds the drawn numbers as well, but where paragraphs are left out of the wanted text those of the
 * list no longer follow each other: then they are counted again.
 */
final class RtfLists {

    private static final int LEVELS = 9;
    private static final Map<Integer, String> FORMATS = Map.of(
            0,
            "decimal",
            1,
            "upperRoman",
            2,
            "lowerRoman",
            3,
            "upperLetter",
            4,
            "lowerLetter",
            22,
            "decimalZero",
            255,
            "none");
    private static final int BULLET = 23;

    private static final class Level {
        int format;
        int start = 1;
        final StringBuilder text = new StringBuilder();
    }

    private static final class Definition {
        final List<Level> levels = new ArrayList<>();
        final int[] counts = new int[LEVELS];
        final boolean[] begun = new boolean[LEVELS];
    }

    private final Map<Integer, Definition> byId = new HashMap<>();
    private final Map<Integer, Integer> idOfNumber = new HashMap<>();
    private final Set<Definition> leftOut = new HashSet<>();
    private Definition definition = new Definition();
    private int overridden;

    /** Takes over one word of the tables. */
    void word(String word, int value) {
        switch (word) {
            // what an override says about levels is not about those of the list before it
            case "list", "listoverride" -> definition = new Definition();
            case "listlevel" -> definition.levels.add(new Level());
            case "levelnfc", "levelnfcn" -> level().format = value;
            case "levelstartat" -> level().start = value;
            // stands in both tables, in the second one for the list that is meant
            case "listid" -> {
                byId.putIfAbsent(value, definition);
                overridden = value;
            }
            case "ls" -> idOfNumber.put(value, overridden);
            default -> {}
        }
    }

    private Level level() {
        if (definition.levels.isEmpty()) {
            definition.levels.add(new Level());
        }
        return definition.levels.getLast();
    }

    /** The next letter of what is drawn, the first of which is its length; a small number stands for that of a level. */
    void text(String letters) {
        level().text.append(letters);
    }

    /** The number of a paragraph that the wanted text has, which the file draws like this. */
    String label(int list, int level, String drawn) {
        Definition own = byId.get(idOfNumber.getOrDefault(list, 0));
        if (own == null || level < 0 || level >= own.levels.size() || level >= LEVELS) {
            return drawn;
        }
        count(own, level);
        return leftOut.contains(own) || drawn.isEmpty() ? drawn(own, level, drawn) : drawn;
    }

    /** A paragraph of the list is not in the wanted text. */
    void leaveOut(int list) {
        Definition own = byId.get(idOfNumber.getOrDefault(list, 0));
        if (own != null) {
            leftOut.add(own);
        }
    }

    private static void count(Definition list, int level) {
        list.counts[level] = list.begun[level] ? list.counts[level] + 1 : list.levels.get(level).start;
        list.begun[level] = true;
        for (int i = level + 1; i < LEVELS; i++) {
            list.begun[i] = false;
        }
    }

    private static String drawn(Definition list, int at, String otherwise) {
        Level level = list.levels.get(at);
        if (level.format == BULLET || level.text.isEmpty()) {
            return otherwise;
        }
        var out = new StringBuilder();
        int length = Math.min(level.text.charAt(0), level.text.length() - 1);
        for (char c : level.text.substring(1, 1 + length).toCharArray()) {
            if (c < LEVELS && c < list.levels.size()) {
                Level other = list.levels.get(c);
                int count = list.begun[c] ? list.counts[c] : other.start;
                out.append(ListNumber.format(count, FORMATS.getOrDefault(other.format, "decimal")));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
