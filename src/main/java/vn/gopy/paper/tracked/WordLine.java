package vn.gopy.paper.tracked;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of the text: a paragraph, or what stands in it between two soft breaks. */
final class WordLine {

    /**
     * Somebody's tracked change that came before ours.
     *
     * @param tag as it is written
     * @param name of its element
     */
    record Change(String tag, String name) {}

    /**
     * A stretch of letters that look alike.
     *
     * @param start where its tag begins
     * @param inside behind its tag
     * @param end behind it
     * @param properties their element as it is written; empty for none
     * @param change that stands directly around it; words of another hand part it
     * @param closed whether words may not come here: a change is further around it
     */
    record Run(
            int start,
            int inside,
            int end,
            String properties,
            @Nullable Change change,
            boolean closed) {}

    /**
     * Letters within a run.
     *
     * @param start where the element begins that has them
     * @param end behind it
     * @param letters whether that element is a text; else it is one sign
     * @param at where they begin in the text of the line
     */
    record Piece(Run run, int start, int end, String text, boolean letters, int at) {

        int until() {
            return at + text.length();
        }
    }

    /**
     * The paragraph that ends with the line.
     *
     * @param inside behind its tag
     * @param from where its properties begin
     * @param to behind them; the same place for none
     * @param end behind it
     * @param whole whether no other line belongs to it
     */
    record Ending(int inside, int from, int to, int end, boolean whole) {}

    final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /** Null for a line that a soft break ends. */
    @Nullable
    Ending ending;

    void add(Run run, int start, int end, String words, boolean letters) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(run, start, end, words, letters, text.length()));
            text.append(words);
        }
    }

    String text() {
        return text.toString();
    }

    int length() {
        return text.length();
    }

    /** The piece that has the letter. */
    Piece pieceOf(int letter) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pieces.get(middle).until() > letter) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return pieces.get(low);
    }
}
