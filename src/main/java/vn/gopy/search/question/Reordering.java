package vn.gopy.search.question;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.search.engine.EngineAnswer;
import vn.gopy.search.engine.EngineAnswer.Found;
import vn.gopy.search.engine.EngineQuery;
import vn.gopy.search.engine.EngineQuery.Order;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.StoredText;
import vn.gopy.search.ranking.SecondLook;
import vn.gopy.search.ranking.SecondLook.Looked;
import vn.gopy.search.ranking.Words;

/**
 * Brings the best hits of a question into the order of the {@link SecondLook}. Only provisions change places, among the
 * places that provisions hold; totals, facets and what is found stay. Where it cannot be done, the first order stands.
 */
public final class Reordering {

    private static final Logger log = LoggerFactory.getLogger(Reordering.class);

    /** So many slow questions one after the other are no chance. */
    private static final int SLOW = 20;

    /** Of fewer words the second look knows no more than the first. */
    private static final int LEAST_WORDS = 4;

    private final Supplier<? extends @Nullable SecondLook> look;
    private final Predicate<String> provisions;
    private final Duration patience;
    private final Consumer<Skipped> skipped;
    private final AtomicInteger slowInARow = new AtomicInteger();

    /** Why the first order stands though the second look was wanted. */
    public enum Skipped {
        /** Nothing that was learned can be used, or it is not read yet. */
        ABSENT,
        /** The first stage, or the second look, took so long that nobody should wait longer. */
        SLOW,
        /** The second look failed. */
        FAILED
    }

    /** An answer with the reasons of those hits, by id, that were looked at again. */
    record Ordered(EngineAnswer answer, Map<String, Looked> reasons) {}

    /**
     * Reorders by this look.
     *
     * @param look gives null when there is none, or none yet
     * @param provisions which ids are provisions
     * @param patience how long the first stage may take, and the second look
     * @param skipped told each time that the first order stands
     */
    public Reordering(
            Supplier<? extends @Nullable SecondLook> look,
            Predicate<String> provisions,
            Duration patience,
            Consumer<Skipped> skipped) {
        this.look = look;
        this.provisions = provisions;
        this.patience = patience;
        this.skipped = skipped;
    }

    /** Leaves everything as it was found. */
    public static Reordering none() {
        return new Reordering(() -> null, id -> false, Duration.ZERO, reason -> {});
    }

    /** Whether there is something to look with. */
    public boolean isReady() {
        return look.get() != null;
    }

    /** Whether all of the last questions took too long for it. */
    public boolean isSlow() {
        return slowInARow.get() >= SLOW;
    }

    private void skip(Skipped reason) {
        skipped.accept(reason);
        if (reason == Skipped.SLOW) {
            slowInARow.incrementAndGet();
        }
    }

    /** Asks, with the hits in their last order. */
    Ordered search(SearchEngine engine, EngineQuery query, Question question, boolean folded) {
        if (!concerns(query, question)) {
            return new Ordered(engine.search(query), Map.of());
        }
        SecondLook current = look.get();
        if (current == null) {
            skip(Skipped.ABSENT);
            return new Ordered(engine.search(query), Map.of());
        }
        int end = query.from() + query.size();
        long start = System.nanoTime();
        EngineAnswer first = engine.search(query.page(0, Math.max(end, SecondLook.WINDOW)));
        boolean slow = System.nanoTime() - start > patience.toNanos();
        if (slow) {
            skip(Skipped.SLOW);
        }
        Map<String, Looked> reasons = new HashMap<>();
        List<Found> hits = slow
                ? first.hits()
                : ordered(first.hits(), texts(engine, first.hits()), question, folded, current, reasons);
        List<Found> page = hits.subList(Math.min(query.from(), hits.size()), Math.min(end, hits.size()));
        return new Ordered(
                new EngineAnswer(first.total(), List.copyOf(page), first.facets(), first.complete()), reasons);
    }

    private static boolean concerns(EngineQuery query, Question question) {
        return query.order() == Order.RELEVANCE
                && query.size() > 0
                && query.from() < SecondLook.WINDOW
                && question.phrases().isEmpty()
                && question.numbers().isEmpty()
                && question.places().isEmpty()
                && Words.of(question.words()).length() >= LEAST_WORDS;
    }

    private Map<String, StoredText> texts(SearchEngine engine, List<Found> hits) {
        List<String> ids = hits.stream()
                .limit(SecondLook.WINDOW)
                .map(Found::id)
                .filter(provisions)
                .toList();
        return ids.parallelStream()
                .flatMap(id -> engine.read(List.of(id)).stream())
                .collect(Collectors.toMap(StoredText::id, Function.identity()));
    }

    private List<Found> ordered(
            List<Found> hits,
            Map<String, StoredText> texts,
            Question question,
            boolean folded,
            SecondLook current,
            Map<String, Looked> reasons) {
        List<Integer> places = new ArrayList<>();
        List<SecondLook.Hit> candidates = new ArrayList<>();
        for (int place = 0; place < Math.min(SecondLook.WINDOW, hits.size()); place++) {
            Found hit = hits.get(place);
            StoredText text = texts.get(hit.id());
            if (text != null) {
                places.add(place);
                candidates.add(new SecondLook.Hit(
                        new SecondLook.Article(text.title(), text.context(), text.text()), hit.score()));
            }
        }
        Optional<List<Looked>> looked = look(current, question.words(), folded, candidates);
        List<Found> reordered = new ArrayList<>(hits);
        for (int i = 0; looked.isPresent() && i < places.size(); i++) {
            Looked one = looked.get().get(i);
            Found hit = hits.get(places.get(one.before()));
            reordered.set(places.get(i), hit);
            reasons.put(hit.id(), one);
        }
        return reordered;
    }

    /** Nothing that goes wrong here may cost the answer. */
    private Optional<List<Looked>> look(
            SecondLook current, String words, boolean folded, List<SecondLook.Hit> candidates) {
        try {
            Optional<List<Looked>> looked = current.order(words, folded, candidates, patience);
            if (looked.isEmpty()) {
                skip(Skipped.SLOW);
            } else {
                slowInARow.set(0);
            }
            return looked;
        } catch (RuntimeException e) {
            log.warn("The second look at the hits of a search failed", e);
            skip(Skipped.FAILED);
            return Optional.empty();
        }
    }
}
