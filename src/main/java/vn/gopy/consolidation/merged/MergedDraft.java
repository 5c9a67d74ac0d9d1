package vn.gopy.consolidation.merged;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.merged.PlaceLines.Found;
import vn.gopy.consolidation.merged.PlaceLines.Stretch;
import vn.gopy.consolidation.merged.Wording.Edit;
import vn.gopy.document.rewrite.Marking;
import vn.gopy.draft.PlacedProvision;

/** Gathers what is written into the file: wordings one after another, each whole or not at all, and comments. */
public final class MergedDraft {

    private final PlaceLines lines;
    private final String author;
    private final String at;
    private final List<Edit> taken = new ArrayList<>();
    private final List<Marking.Change> changes = new ArrayList<>();
    private final List<Marking.Remark> remarks = new ArrayList<>();

    /** @param author of what comes and goes, @param at ISO 8601 */
    public MergedDraft(PlaceLines lines, String author, String at) {
        this.lines = lines;
        this.author = author;
        this.at = at;
    }

    /**
     * Takes an accepted wording of a place; false where its words are not found, or another wording has taken some of them.
     *
     * @param quote the words that the opinion was about; null for the whole place
     */
    public boolean take(PlacedProvision place, @Nullable String quote, String applied) {
        Found found = lines.of(place).orElse(null);
        if (found == null || found.own().isEmpty()) {
            return false;
        }
        String wanted = Wording.target(found.text(), place.label(), quote, applied);
        Optional<List<Edit>> edits = Wording.beside(taken, Wording.edits(found.own(), wanted));
        edits.ifPresent(these -> these.forEach(this::add));
        return edits.isPresent();
    }

    /** Takes one edit; false where another has taken some of its words. */
    public boolean take(Edit edit) {
        Optional<List<Edit>> one = Wording.beside(taken, List.of(edit));
        one.ifPresent(these -> these.forEach(this::add));
        return one.isPresent();
    }

    private void add(Edit edit) {
        taken.add(edit);
        changes.add(new Marking.Change(edit.block(), edit.from(), edit.to(), edit.words(), author, at));
    }

    /** A comment at the words that it is about, else at the place; false where that is not found. */
    public boolean remark(PlacedProvision place, @Nullable String quote, String who, String text) {
        Found found = lines.of(place).orElse(null);
        if (found == null || found.whole().isEmpty()) {
            return false;
        }
        Stretch at = Optional.ofNullable(quote)
                .flatMap(words -> at(found.own(), words.strip()))
                .orElseGet(() -> (found.own().isEmpty() ? found.whole() : found.own()).getFirst());
        remarks.add(new Marking.Remark(at.block(), at.from(), at.to(), text, who, this.at));
        return true;
    }

    private static Optional<Stretch> at(List<Stretch> own, String words) {
        return own.stream()
                .filter(one -> !words.isEmpty() && one.text().contains(words))
                .findFirst()
                .map(one -> {
                    int from = one.from() + one.text().indexOf(words);
                    return new Stretch(one.block(), from, from + words.length(), words);
                });
    }

    /** What comes and goes. */
    public List<Marking.Change> changes() {
        return List.copyOf(changes);
    }

    /** The comments. */
    public List<Marking.Remark> remarks() {
        return List.copyOf(remarks);
    }
}
