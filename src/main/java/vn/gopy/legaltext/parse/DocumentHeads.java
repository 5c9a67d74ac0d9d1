package vn.gopy.legaltext.parse;

import java.util.BitSet;
import java.util.List;
import vn.gopy.legaltext.head.HeaderData;
import vn.gopy.vietnamese.Folding;

/**
 * The heads of documents in a file: Quốc hiệu or the name of the Party with a number, a date and the name of a kind of
 * document around it, or whom a letter is addressed to.
 */
final class DocumentHeads {

    /** How far before Quốc hiệu the issuer and the number stand where the left half of the page is read first. */
    private static final int BEFORE = 6;

    private static final int BEHIND = 12;

    private final List<Line> lines;
    private final BitSet heads = new BitSet();
    private final BitSet filled = new BitSet();

    private DocumentHeads(List<Line> lines) {
        this.lines = lines;
    }

    static DocumentHeads of(List<Line> lines, boolean[] quoted) {
        var found = new DocumentHeads(lines);
        int last = -BEHIND;
        for (int i = 0; i < lines.size(); i++) {
            // Quốc hiệu and the name of the Party can stand in one head
            if (!quoted[i] && i - last >= BEFORE && isName(lines.get(i)) && found.look(i)) {
                last = i;
            }
        }
        return found;
    }

    private static boolean isName(Line line) {
        return Cues.isNation(line) || Cues.isParty(line);
    }

    private boolean look(int at) {
        boolean number = false;
        boolean numbered = false;
        boolean date = false;
        boolean dated = false;
        boolean kind = false;
        for (int i = Math.max(0, at - BEFORE); i < Math.min(lines.size(), at + BEHIND) && !kind; i++) {
            Line line = lines.get(i);
            number |= HeaderData.isNumberLine(line.text());
            numbered |= HeaderData.isNumbered(line);
            date |= i > at && HeaderData.isDateLine(line.text());
            dated |= i > at && HeaderData.isDated(line.text());
            kind = i > at && number && date && saysWhatItIs(line);
        }
        heads.set(at, kind);
        filled.set(at, kind && numbered && dated);
        return kind;
    }

    private static boolean saysWhatItIs(Line line) {
        return Cues.typeLine(line).isPresent() || Folding.startsWith(line.text(), "kinh gui");
    }

    /** Whether a head with a number, a date and a kind, perhaps blank, has its Quốc hiệu on this line. */
    boolean isHead(int i) {
        return heads.get(i);
    }

    /** The same with nothing left blank. */
    boolean isFilled(int i) {
        return filled.get(i);
    }

    /** Whether the file holds more than one head that is filled in. */
    boolean areSeveral() {
        return filled.cardinality() > 1;
    }

    /** The first line of the head with its Quốc hiệu at {@code at}: the issuer and the number may stand above. */
    int from(int at, int start) {
        int from = at;
        for (int i = at - 1; i > start && i >= at - BEFORE && mayStandAbove(lines.get(i)); i--) {
            from = isIssuer(lines.get(i))
                            || HeaderData.isNumberLine(lines.get(i).text())
                    ? i
                    : from;
        }
        return from;
    }

    private static boolean isIssuer(Line line) {
        return Division.isIssuerLine(line);
    }

    private static boolean mayStandAbove(Line line) {
        String text = line.text();
        boolean subject = Folding.startsWith(text, "v/v") || Folding.startsWith(text, "ve viec");
        boolean part =
                !Words.hasWord(line.shown()) || HeaderData.isNumberLine(text) || subject || Words.isCapitals(text);
        return part && !line.isTable() && !Cues.isPost(text) && !Cues.isSignature(text);
    }
}
