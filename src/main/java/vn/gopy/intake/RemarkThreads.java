package vn.gopy.intake;

import java.util.ArrayList;
import java.util.List;
import vn.gopy.legaltext.Reading;

/** Comments in the margin that answer each other are one opinion: the first, with what was said to it behind its words. */
final class RemarkThreads {

    private static final int DEEPEST = 100;

    private RemarkThreads() {}

    /** The comments that answer none, each with its answers; all of the reading must be given. */
    static List<Reading.Remark> joined(List<Reading.Remark> remarks) {
        List<Reading.Remark> firsts = new ArrayList<>();
        for (int i = 0; i < remarks.size(); i++) {
            Reading.Remark first = remarks.get(i);
            if (root(remarks, i) == i) {
                firsts.add(new Reading.Remark(
                        first.block(),
                        first.offset(),
                        first.endBlock(),
                        first.end(),
                        first.quote(),
                        first.author(),
                        first.at(),
                        first.text() + answers(remarks, i),
                        -1,
                        first.resolved()));
            }
        }
        return firsts;
    }

    private static int root(List<Reading.Remark> remarks, int number) {
        int root = number;
        for (int depth = 0; depth < DEEPEST; depth++) {
            int parent = remarks.get(root).parent();
            if (parent < 0 || parent >= remarks.size() || parent == root) {
                return root;
            }
            root = parent;
        }
        return number;
    }

    private static String answers(List<Reading.Remark> remarks, int first) {
        var answers = new StringBuilder();
        for (int i = 0; i < remarks.size(); i++) {
            Reading.Remark answer = remarks.get(i);
            if (i != first && root(remarks, i) == first && !answer.text().isBlank()) {
                answers.append('\n');
                answers.append(answer.author().isBlank() ? "" : answer.author() + ": ");
                answers.append(answer.text().strip());
            }
        }
        return answers.toString();
    }
}
