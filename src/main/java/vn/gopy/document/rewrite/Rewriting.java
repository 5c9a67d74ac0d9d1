package vn.gopy.document.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.gopy.document.extract.Extraction;
import vn.gopy.document.extract.Refused;
import vn.gopy.document.extract.ZipParts;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Reading;
import vn.gopy.paper.tracked.Signed;
import vn.gopy.paper.tracked.TrackedWordFile;
import vn.gopy.paper.tracked.TrackedWordFile.Written;
import vn.gopy.paper.tracked.UneditableFile;
import vn.gopy.paper.tracked.WordChange;
import vn.gopy.paper.tracked.WordRemark;

/** Writes a marking into a Word file, and reads what came out: who rejects all of it must find the file's own words. */
final class Rewriting {

    private static final String WORD = ".docx";

    private Rewriting() {}

    /**
     * A copy with what could be written; empty where the file is none to write into.
     *
     * @param changes indexes of those that were written
     * @param remarks indexes of those that were written
     */
    record Result(byte[] file, Set<Integer> changes, Set<Integer> remarks) {}

    static Optional<Result> of(byte[] content, Marking marking) {
        Reading before = Extraction.read(content, WORD, Changes.ORIGINAL);
        if (before.problem() != null) {
            return Optional.empty();
        }
        try {
            ZipParts.open(content).close(); // refuses a bomb
            Result made = made(content, marking);
            Reading after = Extraction.read(made.file(), WORD, Changes.ORIGINAL);
            return words(after).equals(words(before)) ? Optional.of(made) : Optional.empty();
        } catch (UneditableFile | Refused | IllegalArgumentException otherwise) {
            return Optional.empty();
        }
    }

    static List<String> words(Reading reading) {
        return reading.blocks().stream().map(Block::shown).toList();
    }

    private static Result made(byte[] content, Marking marking) {
        var file = new TrackedWordFile(content);
        var places = new BlockLines(marking.lines(), file.lines());
        List<Integer> changed = new ArrayList<>();
        List<WordChange> changes = new ArrayList<>();
        for (int n = 0; n < marking.changes().size(); n++) {
            Marking.Change one = marking.changes().get(n);
            if (places.takesWords(one.block())) {
                BlockLines.Stretch at =
                        places.at(one.block(), one.from(), one.to()).orElse(null);
                if (at != null) {
                    changed.add(n);
                    changes.add(new WordChange(
                            at.line(), at.from(), at.to(), one.words(), new Signed(one.author(), one.at())));
                }
            }
        }
        List<Integer> remarked = new ArrayList<>();
        List<WordRemark> remarks = new ArrayList<>();
        for (int n = 0; n < marking.remarks().size(); n++) {
            Marking.Remark one = marking.remarks().get(n);
            BlockLines.Stretch at = places.at(one.block(), one.from(), one.to()).orElse(null);
            if (at != null) {
                remarked.add(n);
                remarks.add(
                        new WordRemark(at.line(), at.from(), at.to(), one.text(), new Signed(one.author(), one.at())));
            }
        }
        Written written = file.with(changes, remarks);
        return new Result(written.file(), those(changed, written.changes()), those(remarked, written.remarks()));
    }

    private static Set<Integer> those(List<Integer> asked, Set<Integer> written) {
        return written.stream().map(asked::get).collect(Collectors.toUnmodifiableSet());
    }
}
