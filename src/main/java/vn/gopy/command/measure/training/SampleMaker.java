package vn.gopy.command.measure.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.gopy.command.measure.JudgedCollection;
import vn.gopy.command.measure.JudgedCollection.Judged;
import vn.gopy.search.engine.EngineAnswer.Found;
import vn.gopy.search.engine.EngineQuery.Order;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.question.AnsweredQuestion;
import vn.gopy.search.question.Asking;
import vn.gopy.search.question.Finder;
import vn.gopy.search.ranking.Asked;
import vn.gopy.search.ranking.Candidate;
import vn.gopy.search.ranking.Features;
import vn.gopy.search.ranking.SecondLook;
import vn.gopy.search.ranking.TermTable;

/** Asks the first stage and makes the features of what it finds. */
final class SampleMaker {

    private static final int DEPTH = 100;
    private static final int THEN_EVERY = 3;

    private final Library library;
    private final Finder finder;
    private final TermTable terms;
    private final Candidate[] candidates;

    SampleMaker(Library library, Finder finder, TermTable terms) {
        this.library = library;
        this.finder = finder;
        this.terms = terms;
        this.candidates = new Candidate[library.size()];
    }

    /**
     * The questions whose answer is among the first hundred; the others teach nothing.
     *
     * @param used told the place in the list of each question that is in the sample
     */
    Sample make(List<Judged> questions, boolean thinned, Consumer<Judged> used) {
        Sample.Builder sample = new Sample.Builder();
        for (Judged question : questions) {
            AnsweredQuestion found = finder.find(new Asking(
                    question.text(), Map.of(), Map.of(), JudgedCollection.EVERYONE, Order.RELEVANCE, 0, DEPTH, false));
            List<Found> hits = found.answer().hits();
            if (hits.stream().anyMatch(hit -> question.relevant().contains(hit.id()))) {
                add(sample, question, found, thinned);
                used.accept(question);
            }
        }
        return sample.build();
    }

    private void add(Sample.Builder sample, Judged question, AnsweredQuestion found, boolean thinned) {
        Set<String> relevant = question.relevant();
        List<Found> hits = found.answer().hits();
        List<Features.Hit> kept = new ArrayList<>();
        List<Boolean> answers = new ArrayList<>();
        for (int place = 0; place < hits.size(); place++) {
            boolean answer = relevant.contains(hits.get(place).id());
            if (answer || !thinned || place < SecondLook.WINDOW || place % THEN_EVERY == 0) {
                kept.add(hit(hits.get(place), place));
                answers.add(answer);
            }
        }
        Asked asked = Asked.of(found.question().words(), found.folded(), terms, terms);
        float[][] rows = new Features(terms).of(asked, kept, SecondLook.WINDOW);
        sample.add(List.of(rows), answers, relevant.size());
    }

    private Features.Hit hit(Found found, int place) {
        int article = library.article(found.id());
        IndexDocument document = library.documents.get(article);
        if (candidates[article] == null) {
            candidates[article] = Candidate.of(document.title(), document.context(), document.text(), terms);
        }
        return new Features.Hit(candidates[article], document.context(), place, found.score());
    }
}
