package vn.gopy.search.question;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import vn.gopy.search.engine.EngineAnswer.Found;
import vn.gopy.search.engine.EngineQuery;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.UnfinishedSearchException;
import vn.gopy.search.question.QueryPlanner.MarkReading;

/** The way of every question: read, plan, ask; and ask more widely when the first reading finds too little. */
public final class Finder {

    private final SearchEngine engine;
    private final Synonyms synonyms;
    private final Reordering reordering;

    /** Asks this engine; hits stand in its own order. */
    public Finder(SearchEngine engine) {
        this(engine, Abbreviations.official(), Reordering.none());
    }

    /**
     * Asks this engine.
     *
     * @param abbreviations that stand for more words
     * @param reordering in which the best hits are brought
     */
    public Finder(SearchEngine engine, Abbreviations abbreviations, Reordering reordering) {
        this.engine = engine;
        this.synonyms = new Synonyms(abbreviations);
        this.reordering = reordering;
    }

    /** What the asking finds, with the tokens it brings. */
    public AnsweredQuestion find(Asking asking) {
        Question question = QuestionReader.read(asking.text());
        AnsweredQuestion found = find(question, asking);
        if (found.answer().total() == 0 && question.hasLifted()) {
            return find(question.asWords(), asking);
        }
        return found;
    }

    /**
     * Those of the ids that the question finds. What it finds does not depend on which ids are asked for: the reading is
     * chosen by all that is found.
     *
     * @throws UnfinishedSearchException when the time limit cut it short
     */
    public Set<String> among(Asking asking, Collection<String> ids) {
        AnsweredQuestion all = find(asking.counting());
        UnfinishedSearchException.whole(all.answer());
        if (all.answer().total() == 0 || ids.isEmpty()) {
            return Set.of();
        }
        QueryPlanner planner = planner();
        EngineQuery query =
                planner.plan(all.question(), reading(planner, all), asking).among(ids);
        return UnfinishedSearchException.whole(engine.search(query)).hits().stream()
                .map(Found::id)
                .collect(Collectors.toSet());
    }

    /** What nearly fits the asking of which these are the findings. */
    public NearMisses nearMisses(Asking asking, AnsweredQuestion findings) {
        QueryPlanner planner = planner();
        return new NearMisses(engine, reordering, planner, findings, reading(planner, findings), asking);
    }

    /** Whether each of the hits holds every free word, since these are few. Else nothing can nearly fit. */
    public boolean takesEveryWord(AnsweredQuestion findings) {
        QueryPlanner planner = planner();
        return planner.takesEveryWord(findings.question(), reading(planner, findings));
    }

    /** How many of the hits hold every free word of the question: all of them when these are few. */
    public long whole(Asking asking, AnsweredQuestion findings) {
        QueryPlanner planner = planner();
        MarkReading reading = reading(planner, findings);
        return planner.takesEveryWord(findings.question(), reading)
                ? findings.answer().total()
                : engine.search(planner.planWhole(findings.question(), reading, asking.counting()))
                        .total();
    }

    /** In which reading these were found. */
    private static MarkReading reading(QueryPlanner planner, AnsweredQuestion findings) {
        MarkReading typed = planner.readingOf(findings.question());
        return typed == MarkReading.ACCENTED && findings.folded() ? MarkReading.BOTH : typed;
    }

    private QueryPlanner planner() {
        return new QueryPlanner(new Terms(engine), synonyms);
    }

    private AnsweredQuestion find(Question question, Asking asking) {
        QueryPlanner planner = planner();
        MarkReading reading = planner.readingOf(question);
        AnsweredQuestion found = find(planner, question, reading, asking);
        boolean wider = reading == MarkReading.ACCENTED && found.tooFew() && !question.isEmpty();
        return wider ? find(planner, question, MarkReading.BOTH, asking) : found;
    }

    private AnsweredQuestion find(QueryPlanner planner, Question question, MarkReading reading, Asking asking) {
        boolean folded = reading != MarkReading.ACCENTED;
        Reordering.Ordered found = reordering.search(engine, planner.plan(question, reading, asking), question, folded);
        return new AnsweredQuestion(found.answer(), question, folded, found.reasons());
    }
}
