package vn.gopy.legaltext.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.Provision;

/** A provision while the tree grows. */
final class Node {

    final Level level;
    final Marker.@Nullable Style style;
    final @Nullable Marker marker;
    final List<Node> children = new ArrayList<>();
    private final Map<String, Integer> counters = new HashMap<>();

    @Nullable
    String heading;

    final StringBuilder text = new StringBuilder();
    String path = "";

    @Nullable
    Integer depth;

    @Nullable
    List<List<String>> rows;

    Block.Look look = Block.Look.PLAIN;
    char sign;

    /** Text after it already belonged to its parent: what comes later cannot go back. */
    boolean left;

    @Nullable
    StringBuilder opening;

    private static final int LONGEST_SENTENCE = 130;

    private boolean titled;
    private Block.Look openingLook = Block.Look.PLAIN;

    Node(Level level, @Nullable Marker marker) {
        this.level = level;
        this.marker = marker;
        this.style = marker == null ? null : marker.style();
    }

    /** 1 for the first of its kind under this node. */
    int next(String kind) {
        return counters.merge(kind, 1, Integer::sum);
    }

    void append(String more) {
        if (!text.isEmpty() && !more.isEmpty()) {
            text.append('\n');
        }
        text.append(more);
    }

    /** The words on the line of the number: a title or already the text, which {@link #settle} decides at the end. */
    void opening(Line line, String words) {
        if (!words.isEmpty()) {
            opening = new StringBuilder(words);
            openingLook = line.look();
        }
    }

    void opening(Line line) {
        opening(line, line.shown());
    }

    /** More words of the title, where a person said so. */
    void title(String words) {
        titled = hasOpening();
        if (titled) {
            openingText().append(' ').append(words);
        } else {
            heading = heading == null || heading.isEmpty() ? words : heading + " " + words;
        }
    }

    StringBuilder openingText() {
        if (opening == null) {
            opening = new StringBuilder();
        }
        return opening;
    }

    boolean hasOpening() {
        return opening != null && !opening.isEmpty();
    }

    boolean endsWithColon() {
        StringBuilder last = text.isEmpty() ? openingText() : text;
        return !last.isEmpty() && last.charAt(last.length() - 1) == ':';
    }

    boolean isEmpty() {
        return text.isEmpty() && heading == null && children.isEmpty() && !hasOpening();
    }

    /** Decides for this provision and all below it which openings are titles. */
    void settle() {
        children.forEach(Node::settle);
        if (!hasOpening()) {
            return;
        }
        String words = String.valueOf(opening);
        boolean more = !text.isEmpty() || !children.isEmpty();
        if (titled || more && isTitle(words)) {
            heading = words;
        } else {
            text.insert(0, text.isEmpty() ? words : words + "\n");
        }
        if (heading != null && text.isEmpty() && !children.isEmpty()) {
            takeFirstParagraph();
        }
    }

    /** Makes a short opening sentence the title when there is more below it. */
    void entitle() {
        if (heading != null || opening == null || opening.length() > LONGEST_SENTENCE) {
            return;
        }
        String words = opening.toString();
        boolean alone = children.isEmpty() && text.length() == words.length();
        if (!alone && isOpenedBy(words) && Words.lastMark(words) == '.' && !words.contains(" này ")) {
            heading = words;
            text.delete(0, Math.min(text.length(), words.length() + 1));
            if (text.isEmpty() && !children.isEmpty()) {
                takeFirstParagraph();
            }
        }
    }

    private boolean isOpenedBy(String words) {
        return text.length() >= words.length()
                && text.substring(0, words.length()).equals(words);
    }

    /** Under a title the first unnumbered paragraph is the provision's own text. */
    private void takeFirstParagraph() {
        Node first = children.getFirst();
        if (first.level == Level.PARAGRAPH && first.children.isEmpty()) {
            text.append(first.text);
            children.removeFirst();
        }
    }

    private boolean isTitle(String words) {
        if (words.length() > 400 || words.indexOf('\n') >= 0) {
            return false;
        }
        char mark = Words.lastMark(words);
        boolean bold = openingLook.bold() || openingLook.outlineLevel() > 0;
        return switch (level) {
            case ARTICLE -> mark == '.' || mark == ':' ? bold && words.length() < 250 : mark != ';' && mark != ',';
            case OUTLINE ->
                Words.isCapitals(words)
                        || (mark != '.' && mark != ';' && mark != ',' && mark != ':')
                        || bold && mark != ';';
            default -> false;
        };
    }

    Provision provision() {
        String number = marker == null || marker.number().isEmpty() ? null : marker.number();
        String label = marker == null || marker.label().isEmpty() ? null : marker.label();
        return new Provision(
                level,
                number,
                label,
                heading == null || heading.isEmpty() ? null : heading,
                text.toString(),
                path,
                depth,
                rows,
                children.stream().map(Node::provision).toList());
    }
}
