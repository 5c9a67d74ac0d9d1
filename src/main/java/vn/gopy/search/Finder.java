package vn.gopy.search;

import vn.gopy.search.QueryPlanner.Reading;

/** The way of every question: read, plan, ask; and ask more widely when the first reading finds too little. */
public final class Finder {

    /** Below this many hits, words typed with marks are looked for without them as well. */
    private static final int FEW = 10;

    private final SearchEngine engine;
    private final QueryPlanner planner;

    /** Asks this engine. */
    public Finder(SearchEngine engine) {
        this(engine, Abbreviations.official());
    }

    Finder(SearchEngine engine, Abbreviations abbreviations) {
        this.engine = engine;
        this.planner = new QueryPlanner(new Terms(engine), new Synonyms(abbreviations));
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

    private Findings find(Question question, Asking asking) {
        Reading reading = planner.readingOf(question);
        EngineAnswer answer = engine.search(planner.plan(question, reading, asking));
        boolean wider = reading == Reading.ACCENTED && answer.total() < FEW && !question.isEmpty();
        if (wider) {
            answer = engine.search(planner.plan(question, Reading.BOTH, asking));
        }
        return new Findings(answer, question, wider || reading == Reading.FOLDED);
    }
}
