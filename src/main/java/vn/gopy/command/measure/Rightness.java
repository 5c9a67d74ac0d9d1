package vn.gopy.command.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.gopy.command.measure.MadeDraft.Node;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.alignment.Alignment;
import vn.gopy.legaltext.alignment.Alignments;
import vn.gopy.legaltext.alignment.Tie;
import vn.gopy.legaltext.alignment.TiedPlace;

/**
 * How many places an alignment has right: an old place is right when it is tied to exactly the places that it became, a new
 * one without origin when it is told as new.
 *
 * @param wrong a line for each place that is not right
 */
record Rightness(int places, List<String> wrong) {

    /** Makes a draft, changes it and looks at the alignment. */
    static Rightness of(MadeDraft draft, EditScript script) {
        List<String> paths = new ArrayList<>();
        Outline before = draft.outline();
        draft.places().forEach(place -> paths.add(place.path));
        script.run();
        Outline after = draft.outline();
        return judged(paths, draft, Alignments.of(before, after));
    }

    private static Rightness judged(List<String> paths, MadeDraft draft, Alignment alignment) {
        Map<String, Set<String>> told = new HashMap<>();
        Set<String> fresh = new TreeSet<>();
        for (Tie tie : alignment.ties()) {
            for (TiedPlace old : tie.before()) {
                tie.after()
                        .forEach(it -> told.computeIfAbsent(old.path(), any -> new TreeSet<>())
                                .add(it.path()));
            }
            if (tie.kind() == Tie.Kind.NEW) {
                fresh.add(tie.after().getFirst().path());
            }
        }
        var wrong = new ArrayList<String>();
        Map<Integer, Set<String>> heirs = draft.heirs();
        for (int origin = 0; origin < paths.size(); origin++) {
            Set<String> is = told.getOrDefault(paths.get(origin), Set.of());
            Set<String> should = heirs.getOrDefault(origin, Set.of());
            if (!is.equals(should)) {
                wrong.add(paths.get(origin) + " became " + should + ", told as " + is);
            }
        }
        int places = paths.size();
        for (Node node : draft.places()) {
            if (node.origins.isEmpty()) {
                places++;
                if (!fresh.contains(node.path)) {
                    wrong.add(node.path + " is new, but not told so");
                }
            }
        }
        return new Rightness(places, List.copyOf(wrong));
    }

    double share() {
        return 1 - (double) wrong.size() / places;
    }
}
