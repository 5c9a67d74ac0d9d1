package vn.gopy.legaltext.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.parse.Marker.Style;

/** The provisions that are open at a line, from the root to the innermost. */
final class OpenProvisions {

    /** No real text nests deeper; hostile ones must not make the tree's walkers call themselves without end. */
    private static final int DEEPEST = 40;

    private final Titles titles;
    private final List<Node> stack = new ArrayList<>();

    /** What all hang on. */
    final Node root = new Node(Level.PARAGRAPH, null);

    /** The text that a sentence in the middle goes on with. */
    StringBuilder lastText = root.text;

    @Nullable
    Node lastArticle;

    OpenProvisions(Titles titles) {
        this.titles = titles;
        stack.add(root);
    }

    /** The open one at this place; the root at 0. */
    Node at(int place) {
        return stack.get(place);
    }

    /** The place of the innermost. */
    int last() {
        return stack.size() - 1;
    }

    Node top() {
        return stack.getLast();
    }

    /** The innermost open provision that is no dash line. */
    int holderIndex() {
        int at = stack.size() - 1;
        while (at > 0 && stack.get(at).level == Level.BULLET) {
            at--;
        }
        return at;
    }

    Node holder() {
        return stack.get(holderIndex());
    }

    /** Opens a provision under the open one at this place, or under the deepest that may hold more. */
    Node push(int parent, Level level, Marker marker, Line line) {
        titles.close();
        while (stack.size() - 1 > Math.min(parent, DEEPEST)) {
            stack.removeLast();
        }
        Node node = new Node(level, marker);
        node.look = line.look();
        stack.getLast().children.add(node);
        stack.add(node);
        if (level == Level.OUTLINE) {
            node.depth = 1
                    + (int) stack.stream()
                            .filter(it -> it != node && it.level == Level.OUTLINE)
                            .count();
        }
        return node;
    }

    void openOption(int parent, Marker marker, Line line) {
        Node node = push(parent, Level.ALTERNATIVE, marker, line);
        node.text.append(marker.rest());
        lastText = node.text;
    }

    static Node paragraphUnder(Node owner) {
        Node paragraph = new Node(Level.PARAGRAPH, null);
        owner.children.add(paragraph);
        return paragraph;
    }

    /** The place of the innermost of a style, -1 where none is open; inside an article, what stands outside is none. */
    int openOf(Style style, boolean insideArticle) {
        for (int i = stack.size() - 1; i > 0; i--) {
            if (insideArticle && isBarrier(stack.get(i))) {
                return -1;
            }
            if (stack.get(i).style == style) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a number continues the list of the open one at this place. */
    boolean follows(int at, Marker marker) {
        Marker last = stack.get(at).marker;
        return last != null && Sequence.follows(last, marker);
    }

    /** The last one in the same list before a provision that was just opened; null where it is the first. */
    @Nullable
    Node siblingBefore(Node node) {
        Node parent = stack.get(stack.size() - 2);
        for (int i = parent.children.size() - 2; i >= 0; i--) {
            if (parent.children.get(i).style == node.style) {
                return parent.children.get(i);
            }
        }
        return null;
    }

    Level levelUnder(int parent, Marker marker) {
        boolean inArticle = false;
        boolean underPoint = false;
        boolean underClause = false;
        for (int i = 1; i <= parent; i++) {
            inArticle |= stack.get(i).level == Level.ARTICLE;
            underPoint |= stack.get(i).level == Level.POINT;
            underClause |= stack.get(i).level == Level.CLAUSE;
        }
        if (marker.style() == Style.LETTER) {
            return Level.POINT;
        }
        if (!inArticle || marker.style() == Style.ROMAN || marker.style() == Style.UPPER) {
            return Level.OUTLINE;
        }
        if (marker.style() == Style.ARABIC) {
            return underPoint || underClause ? Level.OUTLINE : Level.CLAUSE;
        }
        return underPoint || underClause ? Level.POINT : Level.CLAUSE;
    }

    /** Lists never run on across these. */
    static boolean isBarrier(Node node) {
        return node.style == Style.ALTERNATIVE || isHardBarrier(node);
    }

    static boolean isHardBarrier(Node node) {
        return node.style == Style.ARTICLE || isGroup(node);
    }

    static boolean isGroup(Node node) {
        return node.style != null && node.style.isGrouping();
    }
}
