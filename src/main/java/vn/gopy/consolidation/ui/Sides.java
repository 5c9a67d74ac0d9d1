package vn.gopy.consolidation.ui;

import java.util.List;

/** The sides of a matter by their letters. */
final class Sides {

    private static final List<String> ALL = List.of("A", "B", "C", "D");

    private Sides() {}

    static String at(int n) {
        return ALL.get(n);
    }

    /** The one after it; after the last none, and after none the first. */
    static String after(String side) {
        int next = ALL.indexOf(side) + 1;
        return next == ALL.size() ? "" : ALL.get(next);
    }
}
