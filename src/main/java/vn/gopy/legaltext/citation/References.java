package vn.gopy.legaltext.citation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Annex;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Place;
import vn.gopy.legaltext.Provision;
import vn.gopy.legaltext.Sentence;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;
import vn.gopy.legaltext.citation.CitedPlaces.Entry;
import vn.gopy.legaltext.citation.CitedUnit.Kind;
import vn.gopy.legaltext.parse.TextAt;
import vn.gopy.vietnamese.Folding;

/**
 * The citations of a document in their places, and what they point to. A citation of the document itself that finds
 * nothing is told ({@link Reference#missing}) only where it cannot mean another text: not inside quotation marks, not in
 * an amending article, not behind another document in the same sentence.
 */
public final class References {

    private final Outline outline;
    private final CitedPlaces places;
    private final List<Reference> references = new ArrayList<>();

    private References(Outline outline) {
        this.outline = outline;
        this.places = new CitedPlaces(outline);
    }

    /** All citations of the outline in reading order: headings and texts of provisions and annexes, title, căn cứ, rows. */
    public static List<Reference> of(Outline outline) {
        var references = new References(outline);
        outline.bodies().forEach(references::body);
        references.places.annexes().forEach(references::annex);
        return List.copyOf(references.references);
    }

    /**
     * What the outline's readers should know: citations of its own places that are not there. An annex that is not in the
     * file is told once, where it is cited first.
     */
    public static List<Warning> dangling(Outline outline) {
        var warnings = new LinkedHashSet<Warning>();
        var annexes = new HashSet<CitedUnit>();
        for (Reference reference : of(outline)) {
            if (reference.missing() != null
                    && (reference.missing().wording() != Wording.ANNEX_NOT_IN_FILE
                            || annexes.add(reference.citation().units().getFirst()))) {
                warnings.add(new Warning(Warning.Code.DANGLING_REFERENCE, reference.place(), reference.missing()));
            }
        }
        return List.copyOf(warnings);
    }

    private void body(Body body) {
        Entry root = places.body(body.code());
        for (Place place : body.places()) {
            boolean opening = switch (place.kind()) {
                case TITLE, GROUND, ENACTING -> true;
                default -> false;
            };
            if (opening) {
                read(root, place.path(), false, place.text(), Context.NONE);
            }
        }
        root.children.forEach(entry -> provision(entry, Context.NONE));
    }

    private void annex(Entry root) {
        Annex annex = Objects.requireNonNull(root.annex);
        read(root, root.path, true, annex.heading(), Context.NONE);
        read(root, root.path, false, annex.text(), Context.NONE);
        root.children.forEach(entry -> provision(entry, Context.NONE));
        annex.places().forEach(row -> read(root, row.path(), false, row.text(), Context.NONE));
    }

    /** @param context what the provisions above say about other documents */
    private void provision(Entry entry, Context context) {
        Provision provision = Objects.requireNonNull(entry.provision);
        int first = references.size();
        read(entry, entry.path, true, provision.heading(), context);
        Context own = context.within(provision.heading(), references.subList(first, references.size()));
        int second = references.size();
        read(entry, entry.path, false, provision.text(), own);
        Context below = own.within(provision.text(), references.subList(second, references.size()));
        entry.children.forEach(child -> provision(child, below));
    }

    /**
     * What stands above a provision about other documents.
     *
     * @param amended the document whose units are meant by bare citations below: "Sửa đổi, bổ sung một số điều của Luật
     *     …", "các điều, khoản sau đây của Bộ luật …"; null for none
     * @param article of that document which is being amended, such as {@code dieu-4}; null for none
     * @param others whether any other document is cited above
     */
    private record Context(
            @Nullable CitedText amended, @Nullable String article, boolean others) {

        static final Context NONE = new Context(null, null, false);
        private static final int LONGEST = 2_000;
        private static final List<String> ORDERS = List.of(
                "sua doi",
                "bo sung",
                "bai bo",
                "thay the",
                "thay cum tu",
                "bo cum tu",
                "huy bo",
                "dinh chinh",
                "sau day");

        Context within(@Nullable String words, List<Reference> cited) {
            if (cited.isEmpty()) {
                return this;
            }
            Reference other = null;
            for (int i = 0; i < cited.size() && other == null; i++) {
                other = cited.get(i).text() instanceof CitedText.Other ? cited.get(i) : null;
            }
            if (words == null || other == null) {
                return this;
            }
            String folded = Folding.fold(words.length() > LONGEST ? words.substring(0, LONGEST) : words);
            boolean orders = ORDERS.stream().anyMatch(folded::contains);
            return orders
                    ? new Context(other.text(), article(other, article), true)
                    : new Context(amended, article, true);
        }

        private static @Nullable String article(Reference cited, @Nullable String before) {
            String first = cited.path().split("/")[0];
            return first.startsWith("dieu-") ? first : cited.path().isEmpty() ? null : before;
        }

        /** What a quotation means that follows "Sửa đổi, bổ sung khoản 7 Điều 49 như sau:". */
        Context behind(Reference cited) {
            return cited.text().equals(amended) ? new Context(amended, article(cited, article), others) : this;
        }

        /** "khoản 3" and "khoản 3 Điều này" below "Sửa đổi, bổ sung một số khoản của Điều 4". */
        String path(Citation citation, CitedText text) {
            String path = citation.path();
            if (article == null || citation.units().isEmpty() || !text.equals(amended)) {
                return path;
            }
            CitedUnit greatest = citation.units().getFirst();
            boolean below = greatest.kind().compareTo(Kind.ARTICLE) < 0 && !greatest.isThis();
            boolean self = greatest.kind() == Kind.ARTICLE && greatest.isThis();
            return below
                    ? article + "/" + path
                    : self ? article + path.substring(Kind.ARTICLE.segment().length()) : path;
        }
    }

    private void read(Entry from, String place, boolean heading, @Nullable String words, Context context) {
        List<Citation> citations = words == null || words.isEmpty() ? List.of() : CitationScan.in(words);
        if (citations.isEmpty()) {
            return;
        }
        boolean[] quoted = quoted(Objects.requireNonNull(words), citations);
        boolean[] mixed = besideOthers(words, citations);
        Context now = context;
        for (int i = 0; i < citations.size(); i++) {
            boolean alone = !mixed[i] && !context.others();
            Reference reference = printed(words, placed(from, place, heading, citations.get(i), now, quoted[i], alone));
            references.add(reference);
            now = quoted[i] ? now : now.behind(reference);
        }
    }

    /** For each citation whether its sentence cites another document too. */
    private static boolean[] besideOthers(String words, List<Citation> citations) {
        var beside = new boolean[citations.size()];
        int first = 0;
        for (int i = 0; i < beside.length; i++) {
            if (i > 0
                    && !sameSentence(
                            words, citations.get(i - 1).end(), citations.get(i).start())) {
                first = i;
            }
            boolean other = isOther(citations.get(i).text());
            beside[i] = other || i > first && beside[i - 1];
            for (int k = i - 1; other && k >= first && !beside[k]; k--) {
                beside[k] = true;
            }
        }
        return beside;
    }

    /** An annex that is missing is named as it is printed, mostly with a Roman number. */
    private static Reference printed(String words, Reference reference) {
        Sentence missing = reference.missing();
        if (missing == null || missing.wording() != Wording.ANNEX_NOT_IN_FILE) {
            return reference;
        }
        Citation citation = reference.citation();
        String cited = words.substring(citation.start(), citation.end());
        int named = Folding.fold(cited).indexOf("phu luc");
        return reference.withMissing(Sentence.of(
                Wording.ANNEX_NOT_IN_FILE, named >= 0 ? cited.substring(named) : Kind.ANNEX.word() + " " + cited));
    }

    private static boolean isOther(CitedText text) {
        return text instanceof CitedText.Other || text instanceof CitedText.Unknown;
    }

    private Reference placed(
            Entry from,
            String place,
            boolean heading,
            Citation citation,
            Context context,
            boolean quoted,
            boolean alone) {
        CitedText text = citation.text();
        CitedText amended = context.amended();
        boolean bare =
                text instanceof CitedText.Here && !(citation.units().getFirst().isThis());
        if (quoted && !(text instanceof CitedText.Other)) {
            text = amended == null ? new CitedText.Unknown() : amended;
        } else if (bare && amended != null) {
            text = amended;
        }
        Entry root = root(text, from);
        var found = root == null || citation.units().isEmpty() ? Search.NOTHING : new Search(from, root).all(citation);
        boolean sure = !bare || alone && from.annex == null;
        Sentence missing =
                sure && found.missing != null && root != null && tellable(found, root) ? found.missing : null;
        return new Reference(
                from.body,
                place,
                heading,
                citation,
                text,
                context.path(citation, text),
                found.entries.isEmpty() ? null : found.entries.getFirst().body,
                paths(found.entries),
                missing);
    }

    private static List<String> paths(List<Entry> entries) {
        return switch (entries.size()) {
            case 0 -> List.of();
            case 1 -> List.of(entries.getFirst().path);
            default -> entries.stream().map(entry -> entry.path).distinct().toList();
        };
    }

    /** Where the cited text stands in this document; null for another one. */
    private @Nullable Entry root(CitedText text, Entry from) {
        return switch (text) {
            case CitedText.Here here -> from.root();
            case CitedText.Itself itself -> itself(itself.type(), from);
            case CitedText.Draft draft ->
                draft.type() == null ? from.root() : places.bodyOfType(draft.type(), from.body);
            case CitedText.Other _, CitedText.Unknown _ -> null;
        };
    }

    private @Nullable Entry itself(String type, Entry from) {
        Entry named = places.bodyOfType(type, from.body);
        if (named != null) {
            return named;
        }
        boolean alone =
                outline.bodies().size() == 1 && outline.bodies().getFirst().type() == null;
        return alone && from.annex == null ? from.root() : null;
    }

    /** Whether what is missing is missing in the text, and not only in what was read of it. */
    private boolean tellable(Search.Result found, Entry root) {
        CitedUnit unit = Objects.requireNonNull(found.unit);
        return switch (unit.kind()) {
            case ARTICLE -> places.hasArticles(root) && complete(root, unit);
            case CLAUSE, POINT -> found.scope != null && legible(found.scope, unit);
            case CHAPTER -> root.children.stream().anyMatch(entry -> entry.level() == Level.CHAPTER);
            case ANNEX -> places.lacksAnnex(unit);
            default -> false;
        };
    }

    /** A part of a law cites articles of its other parts: only a text with an end has no more of them. */
    private boolean complete(Entry root, CitedUnit unit) {
        boolean beyond = CitedHead.order(Objects.requireNonNull(unit.number())) / 320 > places.greatestArticle(root);
        boolean ends = outline.bodies().stream()
                .filter(body -> body.code().equals(root.body))
                .flatMap(body -> body.places().stream())
                .anyMatch(place -> place.kind() == Place.Kind.SIGNATURE || place.kind() == Place.Kind.RECIPIENT);
        boolean gap = outline.warnings().stream().anyMatch(warning -> warning.code() == Warning.Code.NUMBER_GAP);
        return beyond ? ends : !gap;
    }

    /** The units below the place were read so well that one of them cannot have been overlooked. */
    private static boolean legible(Entry scope, CitedUnit unit) {
        boolean numbered = scope.level() == Level.ARTICLE || scope.level() == Level.CLAUSE;
        return numbered
                && CitedPlaces.sound(scope, unit.kind() == Kind.CLAUSE ? Level.CLAUSE : Level.POINT)
                && !printed(scope, Objects.requireNonNull(unit.number()));
    }

    /** The marker stands at the beginning of a line of unnumbered text: the reading left it there. */
    private static boolean printed(Entry scope, String number) {
        Provision provision = Objects.requireNonNull(scope.provision);
        return starts(provision.text(), number)
                || provision.children().stream()
                        .anyMatch(child -> child.level() == Level.TABLE || starts(child.text(), number));
    }

    private static boolean starts(String text, String label) {
        String lines = "\n" + text.toLowerCase(java.util.Locale.ROOT);
        return List.of(".", ")", "-", "/", " ").stream().anyMatch(sign -> lines.contains("\n" + label + sign));
    }

    private static boolean sameSentence(String words, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = words.charAt(i);
            if (c == '\n' || c == '.' && i + 1 < to && TextAt.isSpace(words.charAt(i + 1))) {
                return false;
            }
        }
        return true;
    }

    /** For each citation whether it stands inside quotation marks. */
    private static boolean[] quoted(String words, List<Citation> citations) {
        var quoted = new boolean[citations.size()];
        int depth = 0;
        boolean straight = false;
        int at = 0;
        for (int i = 0; i < quoted.length; i++) {
            for (; at < citations.get(i).start(); at++) {
                char c = words.charAt(at);
                depth += c == '“' || c == '«' ? 1 : (c == '”' || c == '»') && depth > 0 ? -1 : 0;
                straight ^= c == '"';
            }
            quoted[i] = depth > 0 || straight;
        }
        return quoted;
    }

    /** Looks for the units of a citation one after the other. */
    private final class Search {

        /** @param scope where the unit is missing; null for the whole text */
        record Result(
                List<Entry> entries,
                @Nullable Sentence missing,
                @Nullable CitedUnit unit,
                @Nullable Entry scope) {}

        static final Result NOTHING = new Result(List.of(), null, null, null);

        private final Entry from;
        private final Entry root;

        Search(Entry from, Entry root) {
            this.from = from;
            this.root = root;
        }

        Result all(Citation citation) {
            List<CitedUnit> units = citation.units();
            Result first = one(units);
            if (citation.last() == null || first.entries().isEmpty()) {
                return first;
            }
            var end = new ArrayList<>(units.subList(0, units.size() - 1));
            end.add(citation.last());
            Result last = one(end);
            if (last.entries().isEmpty()) {
                return last;
            }
            Entry begin = first.entries().getFirst();
            List<Entry> through = begin.level() == Level.ARTICLE
                    ? places.articles(begin, last.entries().getFirst())
                    : CitedPlaces.through(begin, last.entries().getFirst());
            return new Result(through, null, null, null);
        }

        private Result one(List<CitedUnit> units) {
            List<CitedUnit> wanted = withoutHeadings(units);
            CitedUnit greatest = wanted.getFirst();
            List<Entry> found = places.first(greatest, from, root);
            if (found.isEmpty()) {
                boolean absolute = !greatest.isThis() && greatest.kind().compareTo(Kind.ARTICLE) >= 0;
                return absolute ? missing(greatest, null) : NOTHING;
            }
            for (CitedUnit unit : wanted.subList(1, wanted.size())) {
                List<Entry> scopes = found;
                found = scopes.size() == 1
                        ? places.below(scopes.getFirst(), unit)
                        : scopes.stream()
                                .flatMap(scope -> places.below(scope, unit).stream())
                                .toList();
                if (found.isEmpty()) {
                    return exact(unit) ? missing(unit, scopes.getFirst()) : new Result(scopes, null, null, null);
                }
            }
            return new Result(found.subList(0, 1), null, null, null);
        }

        /** Sentences and paragraphs lead to the provision that holds them. */
        private static boolean exact(CitedUnit unit) {
            return unit.kind().compareTo(Kind.SUBPOINT) > 0;
        }

        /** The chapter of an article is told for the reader's ease. */
        private static List<CitedUnit> withoutHeadings(List<CitedUnit> units) {
            for (int i = 0; i < units.size(); i++) {
                if (units.get(i).kind() == Kind.ARTICLE && units.getFirst().kind() != Kind.ANNEX) {
                    return units.subList(i, units.size());
                }
            }
            return units;
        }

        private Result missing(CitedUnit unit, @Nullable Entry scope) {
            if (unit.kind() == Kind.ANNEX) {
                return new Result(List.of(), Sentence.of(Wording.ANNEX_NOT_IN_FILE, unit.words()), unit, scope);
            }
            Sentence missing = scope == null || scope.provision == null
                    ? Sentence.of(Wording.CITED_MISSING_IN_TEXT, unit.words())
                    : Sentence.of(Wording.CITED_MISSING, name(scope), unit.words());
            return new Result(List.of(), missing, unit, scope);
        }

        private static String name(Entry scope) {
            String own = switch (scope.level()) {
                case ARTICLE -> Kind.ARTICLE.word() + " " + scope.number();
                case CLAUSE -> Kind.CLAUSE.word() + " " + scope.number();
                case CHAPTER ->
                    "Chương " + Objects.requireNonNull(scope.provision).number();
                case null, default ->
                    "mục " + Objects.requireNonNull(scope.provision).number();
            };
            Entry article = scope.level() == Level.CLAUSE ? scope.enclosing(at -> at.level() == Level.ARTICLE) : null;
            return article == null ? own : own + " " + name(article);
        }
    }
}
