package vn.gopy.consolidation.cut;

import java.util.Arrays;

/** Which characters of a text stand between quotation marks. */
final class Quotes {

    /** No quotation goes on for longer: what is behind an opening mark that is never closed is no quotation. */
    private static final int LONGEST = 1500;

    private final boolean[] inside;

    Quotes(String text) {
        inside = new boolean[text.length()];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int end = c == '“' ? text.indexOf('”', i) : c == '"' ? text.indexOf('"', i + 1) : -1;
            if (end > i && end - i <= LONGEST && text.substring(i, end).indexOf('\n') < 0) {
                Arrays.fill(inside, i, end + 1, true);
                i = end;
            }
        }
    }

    boolean at(int offset) {
        return inside[offset];
    }
}
