package vn.gopy.legaltext.citation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Annex;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Provision;
import vn.gopy.legaltext.citation.CitedUnit.Kind;

/** The places of a document, to be found by the units of a citation. */
final class CitedPlaces {

    /** How far below a heading a unit is looked for: "mục 2 Phần III" may leave a level out. */
    private static final int DEEPEST = 3;

    /** One place in the tree; the root of a body or an annex has no provision. */
    static final class Entry {

        final @Nullable Entry parent;
        final @Nullable Provision provision;
        final String body;
        final String path;
        final @Nullable Annex annex;
        List<Entry> children = List.of();

        Entry(@Nullable Entry parent, @Nullable Provision provision, String body, String path, @Nullable Annex annex) {
            this.parent = parent;
            this.provision = provision;
            this.body = body;
            this.path = path;
            this.annex = annex;
        }

        @Nullable
        Level level() {
            return provision == null ? null : provision.level();
        }

        /** The number in the path: {@code 5a} of {@code dieu-5a}, {@code 2.1} of {@code muc-2/2.1}. */
        String number() {
            String segment = path.substring(path.lastIndexOf('/') + 1);
            int repeat = segment.indexOf('~');
            String first = repeat < 0 ? segment : segment.substring(0, repeat);
            return first.substring(first.lastIndexOf('-') + 1);
        }

        Entry root() {
            Entry at = this;
            while (at.parent != null) {
                at = at.parent;
            }
            return at;
        }

        @Nullable
        Entry enclosing(Predicate<Entry> wanted) {
            Entry at = this;
            while (at != null && !wanted.test(at)) {
                at = at.parent;
            }
            return at;
        }
    }

    private final Outline outline;
    private final Map<String, Entry> bodies = new HashMap<>();
    private final List<Entry> annexes = new ArrayList<>();
    private final Map<Entry, Map<String, List<Entry>>> articles = new HashMap<>();

    CitedPlaces(Outline outline) {
        this.outline = outline;
        outline.bodies().forEach(body -> bodies.put(body.code(), root(body.code(), "", null, body.provisions())));
        outline.annexes()
                .forEach(annex -> annexes.add(
                        root(Objects.requireNonNullElse(annex.body(), ""), annex.path(), annex, annex.provisions())));
    }

    private Entry root(String body, String path, @Nullable Annex annex, List<Provision> provisions) {
        Entry root = new Entry(null, null, body, path, annex);
        var byNumber = new HashMap<String, List<Entry>>();
        addAll(root, provisions, byNumber);
        articles.put(root, byNumber);
        return root;
    }

    private static void addAll(Entry parent, List<Provision> provisions, Map<String, List<Entry>> byNumber) {
        if (provisions.isEmpty()) {
            return;
        }
        parent.children = new ArrayList<>(provisions.size());
        for (Provision provision : provisions) {
            Entry entry = new Entry(parent, provision, parent.body, provision.path(), parent.annex);
            parent.children.add(entry);
            if (provision.level() == Level.ARTICLE) {
                byNumber.computeIfAbsent(entry.number(), number -> new ArrayList<>(1))
                        .add(entry);
            }
            addAll(entry, provision.children(), byNumber);
        }
    }

    List<Entry> annexes() {
        return annexes;
    }

    Entry body(String code) {
        return Objects.requireNonNull(bodies.get(code));
    }

    /**
     * The body of that kind; null for none. Of several in one file the one that the words stand in, else the last before
     * it, which a regulation is issued with, else the next.
     */
    @Nullable
    Entry bodyOfType(String type, String from) {
        Body best = null;
        boolean passed = false;
        for (Body body : outline.bodies()) {
            boolean own = body.code().equals(from);
            passed |= own;
            if (body.type() != null
                    && LawNames.plain(body.type()).equals(LawNames.plain(type))
                    && (best == null || own || !passed)) {
                best = body;
            }
        }
        return best == null ? null : bodies.get(best.code());
    }

    boolean hasArticles(Entry root) {
        return !articles.getOrDefault(root, Map.of()).isEmpty();
    }

    /** The greatest number of an article below the root; 0 for none. */
    int greatestArticle(Entry root) {
        return articles.getOrDefault(root, Map.of()).keySet().stream()
                .mapToInt(number -> CitedHead.order(number) / 320)
                .max()
                .orElse(0);
    }

    /** The places with that unit, as seen from the citing place, in the text under that root. */
    List<Entry> first(CitedUnit unit, Entry from, Entry root) {
        if (unit.isThis()) {
            Entry self = from.enclosing(entry -> matches(entry, unit.kind(), null));
            return self == null ? List.of() : List.of(self);
        }
        return switch (unit.kind()) {
            case ARTICLE -> articles.getOrDefault(root, Map.of()).getOrDefault(unit.number(), List.of());
            case CLAUSE, PARAGRAPH, BULLET -> below(from.enclosing(CitedPlaces::holdsClauses), unit);
            case POINT, SUBPOINT -> below(from.enclosing(entry -> entry.level() == Level.CLAUSE), unit);
            case SECTION, SUBSECTION -> nearest(unit, from, root);
            case CHAPTER, PART -> below(root, unit);
            case ANNEX -> annexes.stream().filter(annex -> isAnnex(annex, unit)).toList();
            case FORM -> annexes.stream().filter(annex -> isForm(annex, unit)).toList();
            case SENTENCE, LINE, PAGE -> List.of();
        };
    }

    private static boolean holdsClauses(Entry entry) {
        return entry.level() == Level.ARTICLE || entry.level() == Level.OUTLINE && !entry.children.isEmpty();
    }

    /** Mục numbers start again in each Chương: the one beside the citing place is meant. */
    private List<Entry> nearest(CitedUnit unit, Entry from, Entry root) {
        for (Entry at = from.root() == root ? from : root; at != null; at = at.parent) {
            List<Entry> found = at.level() == Level.CHAPTER || at == root ? below(at, unit) : List.of();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private boolean isAnnex(Entry annex, CitedUnit unit) {
        return unit.number() != null && unit.number().isEmpty()
                ? annexes.size() == 1
                : annex.path.startsWith("phu-luc-") && annex.number().equals(unit.number());
    }

    /** Whether an annex that was not found cannot be one of those in the file: all have their numbers, or there are none. */
    boolean lacksAnnex(CitedUnit unit) {
        boolean numbered = !Objects.requireNonNullElse(unit.number(), "").isEmpty();
        return annexes.stream().allMatch(annex -> numbered && annex.path.startsWith("phu-luc-"));
    }

    private static boolean isForm(Entry annex, CitedUnit unit) {
        String label =
                Objects.requireNonNullElse(Objects.requireNonNull(annex.annex).label(), "");
        String name = LawNames.plain(label + " " + Objects.requireNonNullElse(annex.annex.heading(), "")) + " ";
        for (String word : List.of("mau so ", "bieu so ", "mau ")) {
            if (name.startsWith(word)
                    && (name.startsWith(unit.number() + " ", word.length())
                            || name.startsWith("0" + unit.number() + " ", word.length()))) {
                return true;
            }
        }
        return false;
    }

    /** The places with that unit below the scope, on the highest level that has one. */
    List<Entry> below(@Nullable Entry scope, CitedUnit unit) {
        if (scope == null) {
            return List.of();
        }
        if (unit.kind() == Kind.ARTICLE) {
            return articles.getOrDefault(scope.root(), Map.of()).getOrDefault(unit.number(), List.of());
        }
        List<Entry> exact = search(scope, unit);
        return exact.isEmpty() ? glued(scope, unit) : exact;
    }

    /** "điểm 5b Mục I" of old texts: the letter b under 5. */
    private List<Entry> glued(Entry scope, CitedUnit unit) {
        String number = Objects.requireNonNullElse(unit.number(), "");
        int letter = number.length() - 1;
        boolean both = unit.kind() == Kind.POINT
                && letter > 0
                && Character.isDigit(number.charAt(0))
                && Character.isLetter(number.charAt(letter));
        if (!both) {
            return List.of();
        }
        CitedUnit last = new CitedUnit(Kind.POINT, number.substring(letter));
        return search(scope, new CitedUnit(Kind.POINT, number.substring(0, letter))).stream()
                .flatMap(above -> search(above, last).stream())
                .toList();
    }

    private static List<Entry> search(Entry scope, CitedUnit unit) {
        List<Entry> level = scope.children;
        for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
            var found = new ArrayList<Entry>(1);
            var next = new ArrayList<Entry>();
            for (Entry entry : level) {
                if (matches(entry, unit.kind(), unit.number())) {
                    found.add(entry);
                } else if (opens(entry, unit.kind())) {
                    next.addAll(entry.children);
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
            level = next;
        }
        return List.of();
    }

    /** A khoản is not looked for in the Điều of a chapter, nor a điểm in a khoản that was not named unless it is the only one. */
    private static boolean opens(Entry entry, Kind kind) {
        return switch (kind) {
            case CLAUSE -> entry.level() != Level.ARTICLE && entry.level() != Level.CLAUSE;
            case POINT -> entry.level() != Level.CLAUSE || entry.parent != null && onlyClause(entry.parent);
            case PARAGRAPH, BULLET, SUBPOINT -> entry.level() != Level.ARTICLE;
            default -> entry.level() != Level.ARTICLE && entry.level() != Level.CLAUSE;
        };
    }

    private static boolean onlyClause(Entry parent) {
        return parent.children.stream()
                        .filter(child -> child.level() == Level.CLAUSE)
                        .count()
                == 1;
    }

    private static boolean matches(Entry entry, Kind kind, @Nullable String number) {
        Level level = entry.level();
        boolean fits = switch (kind) {
            case ARTICLE -> level == Level.ARTICLE;
            case CLAUSE -> level == Level.CLAUSE || level == Level.OUTLINE && number != null;
            // of old texts: "điểm 8 Điều 91" is its khoản 8
            case POINT -> level == Level.POINT || (level == Level.OUTLINE || level == Level.CLAUSE) && number != null;
            case SUBPOINT -> level == Level.POINT || level == Level.OUTLINE;
            case SUBSECTION -> level == Level.SUBSECTION || level == Level.OUTLINE && number != null;
            case SECTION -> level == Level.SECTION || level == Level.OUTLINE && (number != null || isRoman(entry));
            case CHAPTER -> level == Level.CHAPTER;
            case PART -> level == Level.PART || level == Level.OUTLINE && (number != null || isGreatest(entry));
            case BULLET -> level == Level.BULLET;
            case PARAGRAPH -> level == Level.PARAGRAPH;
            case ANNEX -> entry.parent == null && entry.annex != null;
            case SENTENCE, FORM, PAGE, LINE -> false;
        };
        return fits && (number == null || entry.number().equals(number));
    }

    private static boolean isRoman(Entry entry) {
        return entry.path.substring(entry.path.lastIndexOf('/') + 1).startsWith("muc-");
    }

    private static boolean isGreatest(Entry entry) {
        return entry.parent != null && entry.parent.parent == null;
    }

    /**
     * Whether the numbers below a place can be trusted: from the first on without a gap or a repeat. Else what seems to
     * be missing may only have been read wrongly.
     */
    static boolean sound(Entry scope, Level wanted) {
        List<Entry> numbered =
                scope.children.stream().filter(child -> child.level() == wanted).toList();
        if (numbered.isEmpty()) {
            return scope.children.size() < 2;
        }
        int before = 0;
        for (Entry entry : numbered) {
            int order = CitedHead.order(entry.number());
            int step = wanted == Level.CLAUSE ? order / 320 - before / 320 : stepOfLetters(before, order);
            if (entry.path.indexOf('~') >= 0 || step < 0 || step > 1 || order <= before) {
                return false;
            }
            before = order;
        }
        return true;
    }

    /** 1 for the next letter of the Vietnamese order. */
    private static int stepOfLetters(int before, int order) {
        return order / 10 - before / 10;
    }

    /** The places from one to another of the same parent, what was inserted between them included. */
    static List<Entry> through(Entry first, Entry last) {
        if (first.parent == null || first.level() == Level.ARTICLE) {
            return List.of(first, last);
        }
        List<Entry> siblings = first.parent.children;
        int from = siblings.indexOf(first);
        int to = siblings.indexOf(last);
        return from < 0 || to < from
                ? List.of(first, last)
                : siblings.subList(from, to + 1).stream()
                        .filter(entry -> entry.level() == first.level())
                        .toList();
    }

    /** The articles from one to another, wherever their chapters end. */
    List<Entry> articles(Entry first, Entry last) {
        int from = CitedHead.order(first.number());
        int to = CitedHead.order(last.number());
        return articles.getOrDefault(first.root(), Map.of()).entrySet().stream()
                .filter(entry -> CitedHead.order(entry.getKey()) >= from && CitedHead.order(entry.getKey()) <= to)
                .sorted((one, other) -> CitedHead.order(one.getKey()) - CitedHead.order(other.getKey()))
                .map(entry -> entry.getValue().getFirst())
                .toList();
    }
}
