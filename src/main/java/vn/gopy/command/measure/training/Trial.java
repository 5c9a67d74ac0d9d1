package vn.gopy.command.measure.training;

import java.util.List;
import java.util.Locale;
import vn.gopy.command.measure.JudgedCollection.Judged;
import vn.gopy.search.question.Finder;
import vn.gopy.search.ranking.SecondLook;

/** Whether what was learned finds questions that it did not learn from at least as well as what it is to stand in for. */
final class Trial {

    private final Library library;
    private final Finder finder;
    private final List<Judged> heldBack;

    Trial(Library library, Finder finder, List<Judged> heldBack) {
        this.library = library;
        this.finder = finder;
        this.heldBack = heldBack;
    }

    /**
     * nDCG@10 on the average over the questions that are found at all.
     *
     * @param questions how many these are
     */
    record Outcome(int questions, double firstStage, double shipped, double learned) {

        /** A draw is no reason to change anything. */
        boolean isBetter() {
            return questions > 0 && learned > shipped;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,d held-back questions: first stage %.4f, shipped %.4f, learned here %.4f",
                    questions,
                    firstStage,
                    shipped,
                    learned);
        }
    }

    Outcome between(SecondLook shipped, SecondLook learned) {
        Sample forShipped = sample(shipped);
        Sample forLearned = sample(learned);
        double[] ofShipped = Gains.of(forShipped, forShipped.all(), List.of(shipped.model()));
        double[] ofLearned = Gains.of(forLearned, forLearned.all(), List.of(learned.model()));
        return new Outcome(forShipped.questions(), ofShipped[0], ofShipped[1], ofLearned[1]);
    }

    private Sample sample(SecondLook look) {
        return new SampleMaker(library, finder, look.terms()).make(heldBack, false, found -> {});
    }
}
