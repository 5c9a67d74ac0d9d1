package vn.gopy.legaltext.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.BlockRole;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.Warning;

/**
 * Grows the provisions of one body or annex, line by line. The open provisions form a stack; a numbering sign is believed
 * when it continues an open list or begins a new one, and is text otherwise.
 */
final class Tree {

    private static final int FEWEST_ARTICLES = 4;

    private final List<Line> lines;
    private final @Nullable Marker[] markers;
    private final boolean[] quoted;
    private final Titles titles;
    private final OpenProvisions provisions;
    private final PendingWarnings warnings = new PendingWarnings();
    private final HeadingRules headings;
    private final ListRules lists;
    private final Enclosed enclosed;
    private final UnnumberedText text;

    /** @param end the first line that is no longer part of this tree */
    Tree(List<Line> lines, @Nullable Marker[] markers, boolean[] quoted, int end, List<Dropped> dropped) {
        this.lines = lines;
        this.markers = markers;
        this.quoted = quoted;
        titles = new Titles(dropped);
        provisions = new OpenProvisions(titles);
        var ahead = new MarkersAhead(markers, quoted, end);
        headings = new HeadingRules(provisions, ahead, titles, warnings, lines, dropped);
        lists = new ListRules(provisions, ahead, warnings, lines);
        enclosed = new Enclosed(provisions, lines, markers, quoted, end);
        text = new UnnumberedText(provisions, ahead, enclosed, titles);
    }

    /** Takes the next line. */
    void add(int index) {
        Line line = lines.get(index);
        if (line.isTable()) {
            text.table(line);
        } else if (line.role() == BlockRole.HEADING) {
            heading(line);
        } else if (line.opensByRepair()) {
            open(line, Objects.requireNonNull(markers[index]));
        } else if (quoted[index]) {
            text.quotation(line);
        } else if (!titles.takes(line, markers[index]) && !titles.repeats(line)) {
            Marker marker = markers[index];
            if (!(marker == null ? enclosed.listed(index) : opened(marker, index))) {
                text.paragraph(line, index);
            }
        }
    }

    private boolean opened(Marker marker, int index) {
        return switch (marker.style()) {
            case PART, CHAPTER, SECTION, SUBSECTION -> headings.grouping(marker, index);
            case ARTICLE -> headings.article(marker, index);
            case ALTERNATIVE -> headings.alternative(marker, index);
            case BULLET -> lists.bullet(marker, index);
            case DOTTED -> lists.dotted(marker, index);
            case ROMAN -> lists.roman(marker, index);
            default -> lists.listed(marker, index);
        };
    }

    private void heading(Line line) {
        titles.close();
        if (provisions.top() == provisions.root) {
            OpenProvisions.paragraphUnder(provisions.root).text.append(line.shown());
        } else {
            provisions.top().title(line.shown());
        }
        provisions.lastText = new StringBuilder();
    }

    /** Opens a provision of the level that a person chose, under the innermost that can hold it. */
    private void open(Line line, Marker marker) {
        BlockRole role = Objects.requireNonNull(line.role());
        int parent = provisions.last();
        while (parent > 0 && !holds(provisions.at(parent), role)) {
            parent--;
        }
        Node node = provisions.push(parent, Objects.requireNonNull(role.level()), marker, line);
        if (marker.style().isGrouping()) {
            titles.begin(node, marker.rest());
            provisions.lastText = new StringBuilder();
        } else {
            node.opening(line, marker.rest());
            provisions.lastText = node.openingText();
            provisions.lastArticle = role == BlockRole.ARTICLE ? node : provisions.lastArticle;
        }
    }

    private static boolean holds(Node node, BlockRole role) {
        boolean wider = OpenProvisions.isGroup(node) || role != BlockRole.ARTICLE && node.level == Level.ALTERNATIVE;
        return switch (role) {
            case PART, CHAPTER, SECTION, SUBSECTION ->
                OpenProvisions.isGroup(node) && node.level.compareTo(role.level()) < 0;
            case ARTICLE -> wider;
            case CLAUSE -> wider || node.level == Level.ARTICLE;
            case POINT ->
                wider || node.level == Level.ARTICLE || node.level == Level.CLAUSE || node.level == Level.OUTLINE;
            case BULLET -> node.level != Level.BULLET;
            default -> wider || node.level == Level.OUTLINE && node.depth != null && node.depth < role.depth();
        };
    }

    /** The finished tree: titles told from sentences, paths given. */
    Node finish(String prefix) {
        provisions.root.settle();
        entitle();
        Paths.give(provisions.root, prefix);
        return provisions.root;
    }

    /** Where nearly all Điều have titles, a short line with a full stop above the khoản is one too. */
    private void entitle() {
        var articles = new ArrayList<Node>();
        collectArticles(provisions.root, articles);
        long titled = articles.stream().filter(it -> it.heading != null).count();
        if (articles.size() >= FEWEST_ARTICLES && titled * 4 >= articles.size() * 3L) {
            articles.forEach(Node::entitle);
        }
    }

    private static void collectArticles(Node node, List<Node> articles) {
        for (Node child : node.children) {
            if (child.level == Level.ARTICLE) {
                articles.add(child);
            } else if (OpenProvisions.isGroup(child)) {
                collectArticles(child, articles);
            }
        }
    }

    List<Warning> warnings() {
        return warnings.list();
    }
}
