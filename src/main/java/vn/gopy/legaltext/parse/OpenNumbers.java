package vn.gopy.legaltext.parse;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last number of each kind of list that was met. A signature block or "Nơi nhận" after which the lists go on is an
 * example inside the text (a guide about the form of documents shows many), not the end of it.
 */
final class OpenNumbers {

    private static final int REACH = 300;

    private final Map<Marker.Style, Marker> last = new EnumMap<>(Marker.Style.class);

    void pass(@Nullable Marker marker) {
        if (marker != null && marker.style() != Marker.Style.BULLET) {
            last.put(marker.style(), marker);
        }
    }

    /** Whether a list that is open continues after the line, before another one of its kind begins. */
    boolean goOn(List<Line> lines, @Nullable Marker[] markers, boolean[] quoted, int index, int end) {
        var begunAgain = EnumSet.noneOf(Marker.Style.class);
        for (int i = index + 1; i < Math.min(end, index + REACH); i++) {
            Marker marker = quoted[i] || lines.get(i).isTable() ? null : markers[i];
            if (marker == null || marker.style() == Marker.Style.BULLET || begunAgain.contains(marker.style())) {
                continue;
            }
            Marker before = last.get(marker.style());
            if (before != null && Sequence.follows(before, marker) && Words.startsUpper(marker.rest())) {
                return true;
            }
            begunAgain.add(marker.style());
        }
        return false;
    }
}
