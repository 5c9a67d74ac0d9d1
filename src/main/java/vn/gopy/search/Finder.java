package vn.gopy.search;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import vn.gopy.search.EngineAnswer.Found;
import vn.gopy.search.QueryPlanner.Reading;

/** The way of every question: read, plan, ask; and ask more widely when the first reading finds too little. */
public final class Finder {

    /** Below this many hits, words typed with marks are looked for without them as well. */
    private static final int FEW = 10;

    private final SearchEngine engine;
    private final Synonyms synonyms;

    /** Asks this engine. */
    public Finder(SearchEngine engine) {
        this(engine, Abbreviations.official());
    }

    Finder(SearchEngine engine, Abbreviations abbreviations) {
        this.engine = engine;
        this.synonyms = new Synonyms(abbreviations);
    }

    /** What the asking finds, with the tokens it brings. */
    public Findings find(Asking asking) {
        Question question = QuestionReader.read(asking.text());
        Findings found = find(question, asking);
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
    Set<String> among(Asking asking, Collection<String> ids) {
        Asking counting = new Asking(
                asking.text(), asking.selections(), asking.bounds(), asking.access(), asking.order(), 0, 0, false);
        Findings all = find(counting);
        UnfinishedSearchException.whole(all.answer());
        if (all.answer().total() == 0 || ids.isEmpty()) {
            return Set.of();
        }
        QueryPlanner planner = planner();
        Reading typed = planner.readingOf(all.question());
        Reading reading = typed == Reading.ACCENTED && all.folded() ? Reading.BOTH : typed;
        EngineQuery query = planner.plan(all.question(), reading, asking).among(ids);
        return UnfinishedSearchException.whole(engine.search(query)).hits().stream()
                .map(Found::id)
                .collect(Collectors.toSet());
    }

    private QueryPlanner planner() {
        return new QueryPlanner(new Terms(engine), synonyms);
    }

    private Findings find(Question question, Asking asking) {
        QueryPlanner planner = planner();
        Reading reading = planner.readingOf(question);
        EngineAnswer answer = engine.search(planner.plan(question, reading, asking));
        boolean wider = reading == Reading.ACCENTED && answer.total() < FEW && !question.isEmpty();
        if (wider) {
            answer = engine.search(planner.plan(question, Reading.BOTH, asking));
        }
        return new Findings(answer, question, wider || reading == Reading.FOLDED);
    }
}
