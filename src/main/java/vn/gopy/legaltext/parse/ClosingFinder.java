package vn.gopy.legaltext.parse;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.parse.Marker.Style;

/** Finds where the provisions of a body end and its signatures and recipients begin. */
final class ClosingFinder {

    private final List<Line> lines;
    private final @Nullable Marker[] markers;
    private final boolean[] quoted;
    private final int contentFrom;
    private final int end;
    private final Optional<Cues.Type> type;

    /** @param contentFrom the first line of the provisions */
    ClosingFinder(
            List<Line> lines,
            @Nullable Marker[] markers,
            boolean[] quoted,
            int contentFrom,
            int end,
            Optional<Cues.Type> type) {
        this.lines = lines;
        this.markers = markers;
        this.quoted = quoted;
        this.contentFrom = contentFrom;
        this.end = end;
        this.type = type;
    }

    /** The first line of the closing; the end of the body where there is none. */
    int find(boolean articles) {
        int from = Math.max(articles ? lastArticle() : contentFrom, lastOpenedByRepair() + 1);
        var numbers = new OpenNumbers();
        for (int i = Math.max(from, contentFrom); i < end; i++) {
            if (quoted[i] || lines.get(i).isTable()) {
                continue;
            }
            int closing = closingAt(i, from);
            if (closing >= 0 && (articles || !numbers.goOn(lines, markers, quoted, i, end))) {
                return articles ? closing : withLastWords(closing);
            }
            numbers.pass(markers[i]);
        }
        return Math.max(contentFrom, end);
    }

    private int lastOpenedByRepair() {
        int at = end - 1;
        while (at >= contentFrom && !lines.get(at).opensByRepair()) {
            at--;
        }
        return at;
    }

    /** The last article of the chain of numbers. */
    private int lastArticle() {
        Marker last = null;
        int at = contentFrom;
        for (int i = contentFrom; i < end; i++) {
            Marker marker = quoted[i] ? null : markers[i];
            if (marker == null || marker.style() != Style.ARTICLE) {
                continue;
            }
            boolean chained = last == null
                    || Sequence.follows(last, marker)
                    || marker.ordinal() > last.ordinal() && marker.ordinal() < last.ordinal() + 4;
            boolean signed = marker.separator() != ' ' || marker.rest().isEmpty();
            if (chained && signed || last != null && Sequence.follows(last, marker)) {
                last = marker;
                at = i;
            }
        }
        return at;
    }

    /** Where the closing begins if this line announces it, else -1. */
    private int closingAt(int i, int from) {
        String text = lines.get(i).text();
        boolean plain = markers[i] == null && i > from && !Division.isUnitTitle(lines, markers, i);
        boolean post = plain && i > from + 1 && Cues.isPost(text);
        boolean adopted = plain
                && Cues.isAdoption(text)
                && type.filter(it -> it.isLaw() || it.symbol().equals("NQ")).isPresent();
        boolean certified = plain && Cues.isCertification(text);
        if (Cues.isEndMark(text) && !adopted) {
            return i + 1;
        }
        return Cues.isRecipients(text) || Cues.isSignature(text) || post || adopted || certified ? i : -1;
    }

    /** "Trên đây là Kế hoạch …, đề nghị các cơ quan thực hiện./." speaks of the whole text, not of its last heading. */
    private int withLastWords(int closing) {
        int at = closing - 1;
        while (at > contentFrom && !Words.hasWord(lines.get(at).shown())) {
            at--;
        }
        boolean last = at > contentFrom && markers[at] == null && !lines.get(at).isTable() && !quoted[at];
        return last && lines.get(at).text().startsWith("Trên đây là ") ? at : closing;
    }
}
