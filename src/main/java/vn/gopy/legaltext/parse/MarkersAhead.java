package vn.gopy.legaltext.parse;

import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.parse.Marker.Style;

/** What the numbers on later lines say about a doubtful one. */
final class MarkersAhead {

    /** How far a doubtful number looks for the one that would follow it. */
    private static final int LOOK_AHEAD = 200;

    private final @Nullable Marker[] markers;
    private final boolean[] quoted;
    private final int end;

    /** @param end the first line that is no longer looked at */
    MarkersAhead(@Nullable Marker[] markers, boolean[] quoted, int end) {
        this.markers = markers;
        this.quoted = quoted;
        this.end = end;
    }

    /** Whether a later line continues the list that this provision is in. */
    boolean goesOn(Node node, int index) {
        int last = Math.min(end, index + LOOK_AHEAD);
        for (int i = index + 1; i < last; i++) {
            Marker marker = quoted[i] ? null : markers[i];
            if (marker == null || marker.style() == Style.BULLET) {
                continue;
            }
            return marker.style() == node.style && node.marker != null && Sequence.follows(node.marker, marker);
        }
        return false;
    }

    /** Whether the number that follows this one comes soon. */
    boolean hasNext(Marker marker, int index) {
        int last = Math.min(end, index + LOOK_AHEAD);
        for (int i = index + 1; i < last; i++) {
            Marker next = quoted[i] ? null : markers[i];
            if (next == null) {
                continue;
            }
            if (next.style() == Style.ARTICLE || next.style().isGrouping()) {
                return false;
            }
            if (next.style() == marker.style() && Sequence.follows(marker, next)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an article with this number comes later in this tree. */
    boolean hasArticle(int index, int ordinal) {
        int seen = 0;
        for (int i = index + 1; i < end && seen < 6; i++) {
            Marker marker = quoted[i] ? null : markers[i];
            if (marker != null && marker.style() == Style.ARTICLE) {
                if (marker.ordinal() == ordinal) {
                    return true;
                }
                seen++;
            }
        }
        return false;
    }

    /** "1. Phương án 1: …" is a khoản in two options, when a line "Phương án 2: …" follows it. */
    @Nullable
    Marker firstOption(Marker marker, int index) {
        Marker option = marker.rest().startsWith("P") ? Marker.ofTyped(marker.rest()) : null;
        if (option == null || option.style() != Style.ALTERNATIVE || option.ordinal() != 1) {
            return null;
        }
        for (int i = index + 1; i < Math.min(end, index + LOOK_AHEAD); i++) {
            Marker later = quoted[i] ? null : markers[i];
            if (later != null && (later.style() == Style.ARTICLE || later.style() == marker.style())) {
                return null;
            }
            if (later != null && later.style() == Style.ALTERNATIVE && later.ordinal() == 2) {
                return option;
            }
        }
        return null;
    }

    @Nullable
    Style nextStyle(int index) {
        for (int i = index + 1; i < Math.min(end, index + 4); i++) {
            if (markers[i] != null && !quoted[i]) {
                return markers[i].style();
            }
        }
        return null;
    }

    /** "I. Nhiệm vụ" directly above "1. …", without a "II." to come. */
    boolean opensList(Marker marker, int index) {
        Marker next = index + 1 < end && !quoted[index + 1] ? markers[index + 1] : null;
        return next != null && Words.startsUpper(marker.rest()) && next.style() == Style.ARABIC && next.ordinal() == 1;
    }
}
