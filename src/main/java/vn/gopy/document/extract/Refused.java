package vn.gopy.document.extract;

import vn.gopy.legaltext.Problem;

/** A file that gives no text, and why; the message never holds content of the file. */
public final class Refused extends RuntimeException {

    private final Problem problem;

    /** Ends the reading for this reason. */
    public Refused(Problem problem) {
        super(problem.name(), null, false, false);
        this.problem = problem;
    }

    /** Why. */
    public Problem problem() {
        return problem;
    }
}
