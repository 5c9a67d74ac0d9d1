package vn.gopy.legaltext.parse;

import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.parse.Marker.Style;

/** Gives lines without a number, quotations and tables to the provision that they belong to. */
final class UnnumberedText {

    private final OpenProvisions provisions;
    private final MarkersAhead ahead;
    private final Enclosed enclosed;
    private final Titles titles;

    UnnumberedText(OpenProvisions provisions, MarkersAhead ahead, Enclosed enclosed, Titles titles) {
        this.provisions = provisions;
        this.ahead = ahead;
        this.enclosed = enclosed;
        this.titles = titles;
    }

    void table(Line line) {
        titles.close();
        Node parent = provisions.holder();
        Node table = new Node(Level.TABLE, null);
        table.rows = line.rows();
        parent.children.add(table);
        provisions.lastText = new StringBuilder();
    }

    void quotation(Line line) {
        titles.close();
        Node top = provisions.top();
        StringBuilder text = top == provisions.root ? OpenProvisions.paragraphUnder(provisions.root).text : textOf(top);
        text.append(text.isEmpty() ? "" : "\n").append(line.shown());
        provisions.lastText = text;
    }

    void paragraph(Line line, int index) {
        String shown = line.shown();
        if (!Words.hasWord(shown)) {
            return;
        }
        titles.close();
        if (continuesSentence(line)) {
            provisions.lastText.append(' ').append(shown);
            return;
        }
        Node owner = ownerOfUnnumbered(index);
        if (owner != provisions.root && owner.isEmpty()) {
            owner.opening(line);
            provisions.lastText = owner.openingText();
        } else {
            Node paragraph = OpenProvisions.paragraphUnder(owner);
            paragraph.look = line.look();
            paragraph.text.append(shown);
            provisions.lastText = paragraph.text;
        }
    }

    /** Where more text of a provision goes: after its last unnumbered paragraph, if it has one. */
    private static StringBuilder textOf(Node node) {
        if (node.children.isEmpty()) {
            return node.text;
        }
        Node last = node.children.getLast();
        return last.level == Level.PARAGRAPH ? last.text : node.text;
    }

    /** A paragraph mark in mid-sentence (and a title on two lines). */
    private boolean continuesSentence(Line line) {
        if (!line.auto().isEmpty() || !Words.startsLower(line.text()) || provisions.lastText.isEmpty()) {
            return false;
        }
        char mark = Words.lastMark(tail(provisions.lastText));
        return Character.isLetterOrDigit(mark) || mark == ',' || mark == '-' || mark == '(';
    }

    /** The provision that unnumbered text belongs to. */
    private Node ownerOfUnnumbered(int index) {
        int at = provisions.last();
        while (at > 0 && provisions.at(at).level == Level.BULLET) {
            at--;
        }
        Node node = provisions.at(at);
        boolean lettered = node.style == Style.LETTER || node.style == Style.PAREN || node.style == Style.ENCLOSED;
        if (lettered && at > 1 && (node.left || !holdsMore(node) && !goesOn(node, index))) {
            node.left = true;
            // after the last điểm a paragraph speaks of the whole khoản again
            return provisions.at(at - 1);
        }
        return node;
    }

    private boolean goesOn(Node node, int index) {
        return node.marker != null && node.style == Style.ENCLOSED
                ? enclosed.goesOn(node.marker.ordinal(), index)
                : ahead.goesOn(node, index);
    }

    /** A điểm that is a bare title, or a lead-in whose sentence is not finished, owns what follows it. */
    private boolean holdsMore(Node node) {
        String opening = tail(node.openingText());
        boolean leadIn = opening.endsWith(":");
        boolean finished =
                !provisions.lastText.isEmpty() && ".!?".indexOf(Words.lastMark(tail(provisions.lastText))) >= 0;
        return node.isEmpty() || (leadIn ? !finished : !Words.endsSentence(opening));
    }

    private static String tail(StringBuilder text) {
        return text.substring(Math.max(0, text.length() - 4));
    }
}
