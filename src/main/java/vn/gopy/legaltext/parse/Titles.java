package vn.gopy.legaltext.parse;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.parse.Marker.Style;

/** The titles of Phần, Chương, Mục that go on over the lines below their number. */
final class Titles {

    private static final int LONGEST_TITLE = 300;
    private static final int MOST_TITLE_LINES = 5;

    private final List<Dropped> dropped;
    private @Nullable Node titleOf;
    private int titleLines;
    private boolean titleProminent;
    private @Nullable Node repeated;

    /** @param dropped receives the lines that only repeat a title */
    Titles(List<Dropped> dropped) {
        this.dropped = dropped;
    }

    /** A heading begins with these words; the lines below may go on with them. */
    void begin(Node node, String words) {
        node.heading = words;
        titleOf = node;
        titleLines = words.isEmpty() ? 0 : 1;
        titleProminent = false;
    }

    /** The heading of a provision is repeated, on a new page for one. */
    void repeat(Node node) {
        repeated = node;
    }

    /** What comes next belongs to no title. */
    void close() {
        titleOf = null;
        repeated = null;
    }

    /** Takes a line that belongs to the title; false for any other. */
    boolean takes(Line line, @Nullable Marker marker) {
        Node node = titleOf;
        if (node == null) {
            return false;
        }
        boolean empty = node.heading == null || node.heading.isEmpty();
        boolean may = marker == null
                || (empty
                        && Words.isCapitals(line.text())
                        && !marker.style().isGrouping()
                        && marker.style() != Style.ARTICLE
                        && marker.style() != Style.ROMAN
                        && marker.style() != Style.ARABIC);
        if (!may || !Words.hasWord(line.shown()) || line.text().length() > LONGEST_TITLE) {
            return false;
        }
        String title = Objects.requireNonNullElse(node.heading, "");
        boolean goesOn = empty
                ? !(line.text().length() > 120 && Words.endsSentence(line.text()))
                : titleLines < MOST_TITLE_LINES
                        && (Words.isCapitals(line.text()) && Words.isCapitals(title)
                                || Words.startsLower(line.text()) && !Words.endsSentence(title)
                                || titleProminent
                                        && line.look().centred()
                                        && line.look().bold());
        if (goesOn) {
            node.heading = empty ? line.shown() : node.heading + " " + line.shown();
            titleProminent = line.look().centred() && line.look().bold();
            titleLines++;
        }
        return goesOn;
    }

    /** Leaves out a line that repeats the title under a repeated heading; false for any other. */
    boolean repeats(Line line) {
        if (repeated == null || repeated.heading == null) {
            return false;
        }
        boolean same =
                repeated.heading.toUpperCase(Locale.ROOT).contains(line.text().toUpperCase(Locale.ROOT));
        if (same && !line.text().isEmpty()) {
            dropped.add(new Dropped(line.shown(), Dropped.Why.RUNNING_HEADER));
        }
        return same;
    }
}
