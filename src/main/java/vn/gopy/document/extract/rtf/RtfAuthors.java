package vn.gopy.document.extract.rtf;

import java.util.ArrayList;
import java.util.List;

/** The table of those who made tracked changes. */
final class RtfAuthors {

    private final List<StringBuilder> names = new ArrayList<>();

    /** Reads on: one group per author, each ends with a semicolon. */
    void add(String text) {
        for (char c : text.toCharArray()) {
            if (names.isEmpty()) {
                names.add(new StringBuilder());
            }
            if (c == ';') {
                names.add(new StringBuilder());
            } else {
                names.getLast().append(c);
            }
        }
    }

    /** The name of an author; empty for an unknown number. */
    String name(int number) {
        return number >= 0 && number < names.size()
                ? names.get(number).toString().strip()
                : "";
    }
}
