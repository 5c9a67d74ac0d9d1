package vn.gopy.legaltext.parse;

import java.util.ArrayList;
import java.util.List;
import vn.gopy.legaltext.Sentence;
import vn.gopy.legaltext.Warning;

/** What is noticed about provisions while they have no paths yet. */
final class PendingWarnings {

    private record Pending(Warning.Code code, Node node, Sentence message) {}

    private final List<Pending> warnings = new ArrayList<>();

    void add(Warning.Code code, Node node, Sentence message) {
        warnings.add(new Pending(code, node, message));
    }

    /** All of them, when the provisions have their paths. */
    List<Warning> list() {
        return warnings.stream()
                .map(it -> new Warning(it.code(), it.node().path, it.message()))
                .toList();
    }
}
