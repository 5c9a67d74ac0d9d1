package vn.gopy.legaltext.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Level;

/** A place while it is being aligned. Belongs to one run, on one thread. */
final class Unit {

    /** Only places of one family become each other. */
    enum Family {
        BODY,
        ANNEX,
        TITLE,
        GROUND,
        ENACTING,
        /** Phần, Chương, Mục, Tiểu mục: what holds articles together. */
        GROUPING,
        ARTICLE,
        /** Khoản, điểm and all else below articles, and the headings of texts without them. */
        INNER,
        TABLE,
        ROW
    }

    /** The words at the beginning that say what a text without heading is about, such as a term that is defined. */
    private static final int LEAD = 6;

    private final Family family;
    private final TiedPlace place;
    private final String number;
    private final String heading;
    private final @Nullable Unit parent;
    private final List<Unit> children = new ArrayList<>();
    private final int[] ownBag;
    private final int[] lead;
    private final int order;
    private int[] bag;
    private long even;
    private String whole;
    private double weight = -1;
    private @Nullable Unit partner;
    private boolean chosen;
    private final List<Unit> shares = new ArrayList<>();

    /**
     * @param number as printed; empty for none
     * @param heading empty for none
     * @param order in reading order on its side
     */
    Unit(
            Family family,
            TiedPlace place,
            String number,
            String heading,
            @Nullable Unit parent,
            int order,
            Vocabulary vocabulary) {
        this.family = family;
        this.place = place;
        this.number = number.toLowerCase(Locale.ROOT);
        this.heading = Spelling.bare(heading);
        this.parent = parent;
        this.order = order;
        this.whole = Spelling.oneSpaced(place.words());
        int[] words = vocabulary.words(place.words());
        this.even = Arrays.hashCode(words) * 0x9E3779B97F4A7C15L + words.length;
        for (int word : words) {
            even = even * 1_000_003L + word + 1;
        }
        this.ownBag = vocabulary.bag(words);
        this.lead = Arrays.copyOf(words, Math.min(words.length, LEAD));
        this.bag = ownBag;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    /** Takes in the words of what stands below, once all of that is complete. */
    void close() {
        if (isGrouping() || children.isEmpty()) {
            return;
        }
        var text = new StringBuilder(whole);
        var bags = new ArrayList<int[]>(List.of(ownBag));
        for (Unit child : children) {
            bags.add(child.bag);
            even = even * 31 + child.even;
            text.append('\n').append(child.whole);
        }
        bag = Bag.sum(bags);
        whole = text.toString();
    }

    /** A heading over other places, which counts by its own words alone. */
    boolean isGrouping() {
        return family == Family.GROUPING
                || family == Family.BODY
                || (place.level() == Level.OUTLINE && children.stream().anyMatch(it -> it.level() == Level.OUTLINE));
    }

    Family family() {
        return family;
    }

    TiedPlace place() {
        return place;
    }

    @Nullable
    Level level() {
        return place.level();
    }

    /** In small letters; empty for none. */
    String number() {
        return number;
    }

    /** In one spelling without blanks; empty for none. */
    String heading() {
        return heading;
    }

    /** How many words both begin with, at most six. */
    int commonLead(Unit other) {
        int common = 0;
        while (common < lead.length && common < other.lead.length && lead[common] == other.lead[common]) {
            common++;
        }
        return common;
    }

    @Nullable
    Unit parent() {
        return parent;
    }

    List<Unit> children() {
        return children;
    }

    int order() {
        return order;
    }

    /** Its own words and pairs. */
    int[] ownBag() {
        return ownBag;
    }

    /** The words and pairs of all its text. */
    int[] bag() {
        return bag;
    }

    double weight(Weights weights) {
        if (weight < 0) {
            weight = weights.of(bag);
        }
        return weight;
    }

    /** A number for its words in one spelling: equal words give equal numbers. */
    long even() {
        return even;
    }

    boolean hasWords() {
        return bag.length > 0;
    }

    /** All its text as written, with single blanks. */
    String whole() {
        return whole;
    }

    /** The place of the other side that it is tied to. */
    @Nullable
    Unit partner() {
        return partner;
    }

    boolean isFree() {
        return partner == null;
    }

    /** Whether it may still be tied: a person may have said that it is not. */
    boolean isOpen() {
        return partner == null && !chosen;
    }

    /** Whether a person has said what became of it, so that nothing is added to that. */
    boolean isChosen() {
        return chosen;
    }

    void choose() {
        chosen = true;
    }

    /** The further places of the other side among which its words were shared out. */
    List<Unit> shares() {
        return shares;
    }

    static void tie(Unit old, Unit fresh) {
        old.partner = fresh;
        fresh.partner = old;
    }

    /** The words of the first were shared out between its partner and this free place too. */
    static void share(Unit whole, Unit part) {
        whole.shares.add(part);
        part.partner = whole;
    }

    /** Whether they have become each other, perhaps with others. */
    boolean isTiedTo(Unit other) {
        return partner == other || shares.contains(other) || other.shares.contains(this);
    }
}
