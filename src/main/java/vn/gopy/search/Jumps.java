package vn.gopy.search;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.draft.inside.AccessTokens;
import vn.gopy.search.Passage.Fragment;
import vn.gopy.search.engine.AnalyzedToken;
import vn.gopy.search.engine.EngineAnswer.Found;
import vn.gopy.search.engine.EngineQuery;
import vn.gopy.search.engine.EngineQuery.Order;
import vn.gopy.search.engine.Match;
import vn.gopy.search.engine.Match.KeyField;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.TextField;
import vn.gopy.search.engine.TextField.Grain;
import vn.gopy.search.engine.TextField.Part;
import vn.gopy.search.hit.VisibleHits;
import vn.gopy.search.question.Terms;
import vn.gopy.search.question.TypedNumber;

/**
 * Where somebody who is still typing may want to go: names of documents, document numbers and headings of the latest
 * drafts. The last word counts by its beginning and without marks, since on a Vietnamese keyboard its marks come last.
 */
@Service
public class Jumps {

    /** From so many letters and digits on something is offered. */
    public static final int LEAST_CHARACTERS = 3;

    private static final int MOST = 8;
    private static final int MOST_OF_DOCUMENTS = 3;
    private static final int CANDIDATES = 40;
    private static final int MOST_WORDS = 8;
    private static final int MOST_CHARACTERS = 100;

    /** What the beginning of a word weighs beside a whole one. */
    private static final float BEGINNING = 0.1f;

    /** Above what words reach, so that a number typed stands first. */
    private static final float NUMBER = 40f;

    private static final TextField MARKED = new TextField(Part.TITLE, Grain.SYLLABLE, false);
    private static final TextField FOLDED = new TextField(Part.TITLE, Grain.SYLLABLE, true);
    private static final TextField PAIRS = new TextField(Part.TITLE, Grain.PAIR, true);

    private final SearchEngine engine;
    private final Terms terms;
    private final VisibleHits visible;
    private final Clock clock;

    Jumps(SearchEngine engine, VisibleHits visible, Clock clock) {
        this.engine = engine;
        this.terms = new Terms(engine);
        this.visible = visible;
        this.clock = clock;
    }

    /** What a person has typed so far: whole words, and the one that may go on. */
    private record Typed(List<String> marked, List<String> folded, String last, String number) {}

    /**
     * At most eight documents and headings that the asker may see now, documents first; their titles with what was typed
     * marked. Nothing for less than {@link #LEAST_CHARACTERS} letters and digits.
     */
    @Transactional(readOnly = true)
    public List<SearchHit> of(Person asker, String typed) {
        String words = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        long letters = words.codePoints().filter(Character::isLetterOrDigit).count();
        if (letters < LEAST_CHARACTERS || words.length() > MOST_CHARACTERS) {
            return List.of();
        }
        Typed read = read(words, typed.endsWith(" "));
        if (read.last().isEmpty() || read.marked().size() > MOST_WORDS) {
            return List.of();
        }
        Instant now = clock.instant();
        Set<String> dossiers = visible.dossiers(asker);
        List<Found> found = engine.search(query(read, asker, dossiers)).hits();
        return chosen(visible.shown(found, asker, now, ids -> titles(ids, read)));
    }

    private Typed read(String words, boolean finished) {
        List<String> marked = terms.of(words, Grain.SYLLABLE, false);
        List<String> folded = terms.of(words, Grain.SYLLABLE, true);
        String last = folded.isEmpty() ? "" : folded.getLast();
        int whole = finished ? marked.size() : Math.max(0, marked.size() - 1);
        return new Typed(marked.subList(0, whole), folded.subList(0, whole), last, TypedNumber.startOfKey(words));
    }

    private EngineQuery query(Typed typed, Person asker, Set<String> dossiers) {
        return new EngineQuery(
                scoring(typed),
                List.of(condition(typed)),
                List.of(),
                Map.of(
                        Facet.TYPE, Set.of(HitType.DOCUMENT.name(), HitType.PROVISION.name(), HitType.LETTER.name()),
                        Facet.DRAFT, Set.of("LATEST")),
                Map.of(Facet.DOSSIER, dossiers),
                AccessTokens.of(asker),
                Order.RELEVANCE,
                0,
                CANDIDATES,
                false);
    }

    private static Match condition(Typed typed) {
        List<Match> inTitle = new ArrayList<>();
        for (int i = 0; i < typed.marked().size(); i++) {
            String folded = typed.folded().get(i);
            boolean plain = folded.equals(typed.marked().get(i));
            inTitle.add(
                    plain
                            ? new Match.Term(FOLDED, folded, 1)
                            : new Match.Term(MARKED, typed.marked().get(i), 1));
        }
        // One letter begins so many words that it tells nothing beside whole ones.
        if (inTitle.isEmpty() || typed.last().length() > 1) {
            inTitle.add(new Match.Starting(FOLDED, typed.last(), 1));
        }
        Match title = new Match.AllOf(inTitle);
        return typed.number().isEmpty()
                ? title
                : new Match.AnyOf(List.of(title, new Match.KeyStarting(KeyField.NUMBER, typed.number(), 1)), 1);
    }

    /** Whole words rank by how rare they are, and better still next to each other; the last one better when complete. */
    private static List<Match> scoring(Typed typed) {
        List<Match> leaves = new ArrayList<>();
        List<String> all = new ArrayList<>(typed.folded());
        all.add(typed.last());
        all.forEach(word -> leaves.add(new Match.Term(FOLDED, word, 1)));
        for (int i = 0; i + 1 < all.size(); i++) {
            leaves.add(new Match.Term(PAIRS, all.get(i) + " " + all.get(i + 1), 1));
        }
        if (typed.folded().isEmpty()) {
            leaves.add(new Match.Starting(FOLDED, typed.last(), BEGINNING));
        }
        if (!typed.number().isEmpty()) {
            leaves.add(new Match.KeyStarting(KeyField.NUMBER, typed.number(), NUMBER));
        }
        return leaves;
    }

    private List<Passage> titles(List<String> ids, Typed typed) {
        return engine.read(ids).stream()
                .map(stored -> new Passage(stored.id(), null, null, marked(stored.title(), typed), List.of()))
                .toList();
    }

    private List<Fragment> marked(String title, Typed typed) {
        List<Fragment> fragments = new ArrayList<>();
        int done = 0;
        for (Span span : spans(engine.analyze(FOLDED, title), typed)) {
            if (done < span.start()) {
                fragments.add(new Fragment(title.substring(done, span.start()), false));
            }
            fragments.add(new Fragment(title.substring(span.start(), span.end()), true));
            done = span.end();
        }
        if (done < title.length()) {
            fragments.add(new Fragment(title.substring(done), false));
        }
        return fragments;
    }

    private record Span(int start, int end) {}

    /** Whole words, and beginnings of the last one: behind the word before it, where there is such a place. */
    private static List<Span> spans(List<AnalyzedToken> tokens, Typed typed) {
        String before = typed.folded().isEmpty() ? "" : typed.folded().getLast();
        boolean[] begins = new boolean[tokens.size()];
        boolean anyBehind = false;
        for (int i = 0; i < begins.length; i++) {
            begins[i] = tokens.get(i).term().startsWith(typed.last());
            anyBehind |= begins[i] && behind(tokens, i, before);
        }
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < begins.length; i++) {
            AnalyzedToken token = tokens.get(i);
            if (begins[i] && (!anyBehind || behind(tokens, i, before))) {
                spans.add(new Span(token.start(), beginning(token, typed.last())));
            } else if (typed.folded().contains(token.term())) {
                spans.add(new Span(token.start(), token.end()));
            }
        }
        return spans;
    }

    private static boolean behind(List<AnalyzedToken> tokens, int i, String before) {
        return i > 0 && tokens.get(i - 1).term().equals(before);
    }

    /** Where as many letters end as were typed; the whole word where folding changed their number. */
    private static int beginning(AnalyzedToken token, String typed) {
        boolean sameLength = token.end() - token.start() == token.term().length();
        return sameLength ? token.start() + typed.length() : token.end();
    }

    private static List<SearchHit> chosen(List<SearchHit> found) {
        List<SearchHit> documents = found.stream()
                .filter(hit -> hit.type() == HitType.LETTER || hit.type() == HitType.DOCUMENT)
                .sorted(Comparator.comparing(SearchHit::main).reversed())
                .limit(MOST_OF_DOCUMENTS)
                .toList();
        List<SearchHit> chosen = new ArrayList<>(documents);
        found.stream()
                .filter(hit -> hit.type() == HitType.PROVISION)
                .sorted(Comparator.comparing(SearchHit::main).reversed())
                .limit(MOST - documents.size())
                .forEach(chosen::add);
        return chosen;
    }
}
