package vn.gopy.document.extract.word;

import java.util.ArrayDeque;
import java.util.Deque;

/** The fields that are open: of a field the page shows the result, and nothing of what stands in its code. */
final class WordFields {

    /** For each open field whether its code is still being read. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    /** A mark of a field: its begin, the end of its code, its end. */
    void mark(String type) {
        switch (type) {
            case "begin" -> open.push(true);
            case "separate" -> {
                if (!open.isEmpty()) {
                    open.pop();
                    open.push(false);
                }
            }
            case "end" -> open.poll();
            default -> {}
        }
    }

    /** Whether what is read now is code, of this field or of one around it. */
    boolean inCode() {
        return open.contains(true);
    }

    /** The same as they are now. */
    WordFields copy() {
        var copy = new WordFields();
        copy.open.addAll(open);
        return copy;
    }

    /** Codes end within their paragraph: a broken one must not swallow the text after it. */
    void endParagraph() {
        if (inCode()) {
            open.clear();
        }
    }
}
