package vn.gopy.consolidation.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.merged.Wording.Edit;
import vn.gopy.consolidation.review.FileWords.Words;
import vn.gopy.consolidation.review.Finding.Rule;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Provision;
import vn.gopy.legaltext.Structure;
import vn.gopy.legaltext.citation.CitedUnit;
import vn.gopy.legaltext.citation.Reference;
import vn.gopy.legaltext.citation.References;

/**
 * References that renumbering has broken: the words stand as they stood in the version before, in what is the same place, but
 * what they pointed to there has another number now, or is gone. And references to what was never there.
 */
public final class ReferenceRules {

    /** A place of an outline. */
    public record Place(String body, String path) {}

    private final List<Words> words;
    private final Map<Place, Provision> provisions = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private ReferenceRules(Structure structure) {
        this.words = FileWords.of(structure);
        structure.outline().bodies().forEach(body -> body.provisions().forEach(one -> collect(body.code(), one)));
    }

    private void collect(String body, Provision provision) {
        provisions.put(new Place(body, provision.path()), provision);
        provision.children().forEach(child -> collect(body, child));
    }

    /**
     * @param before the version before; null for a first one
     * @param now where places of the version before are in this one; those that are gone are missing
     */
    public static List<Finding> of(Structure structure, @Nullable Outline before, Map<Place, Place> now) {
        var rules = new ReferenceRules(structure);
        Map<Place, List<Reference>> former = new HashMap<>();
        if (before != null) {
            for (Reference one : References.of(before)) {
                former.computeIfAbsent(new Place(one.body(), one.place()), none -> new ArrayList<>())
                        .add(one);
            }
        }
        Map<Place, Place> origins = new HashMap<>();
        now.forEach((then, here) -> origins.put(here, then));
        for (Reference one : References.of(structure.outline())) {
            Place origin = origins.get(new Place(one.body(), one.place()));
            Optional<Reference> same = former.getOrDefault(origin, List.of()).stream()
                    .filter(other -> isSame(other, one))
                    .findFirst();
            if (same.isPresent()) {
                rules.compare(one, same.get(), now);
            } else if (one.missing() != null) {
                rules.add(one, "", null);
            }
        }
        return List.copyOf(rules.findings);
    }

    /** A reference of one target in the same words. */
    private static boolean isSame(Reference then, Reference now) {
        return then.heading() == now.heading()
                && then.path().equals(now.path())
                && then.targets().size() == 1
                && now.citation().last() == null
                && !now.citation().isOnlyThis();
    }

    private void compare(Reference reference, Reference then, Map<Place, Place> now) {
        Place target = new Place(
                Objects.requireNonNullElse(then.targetBody(), ""),
                then.targets().getFirst());
        Place moved = now.get(target);
        Place meant = reference.targets().isEmpty()
                ? null
                : new Place(
                        Objects.requireNonNullElse(reference.targetBody(), ""),
                        reference.targets().getFirst());
        if (moved == null) {
            add(reference, "", null);
        } else if (!moved.equals(meant) && moved.body().equals(target.body())) {
            String cited = cited(reference).orElse("");
            String instead = renumbered(cited, target.path(), moved.path());
            add(
                    reference,
                    instead,
                    instead.isEmpty() ? null : repair(reference, cited, instead).orElse(null));
        }
    }

    private void add(Reference reference, String instead, @Nullable Edit repair) {
        String cited = cited(reference).orElseGet(() -> CitedUnit.wordsOf(reference.path()));
        findings.add(new Finding(Rule.BROKEN_REFERENCE, reference.body(), reference.place(), cited, instead, repair));
    }

    /** The words of the reference. */
    private Optional<String> cited(Reference reference) {
        return text(reference)
                .filter(text -> reference.citation().end() <= text.length())
                .map(text -> text.substring(
                        reference.citation().start(), reference.citation().end()));
    }

    private Optional<String> text(Reference reference) {
        return Optional.ofNullable(provisions.get(new Place(reference.body(), reference.place())))
                .map(one -> reference.heading() ? one.heading() : one.text());
    }

    /** The words with the numbers of the other place; empty where that is not a place of the same kind. */
    static String renumbered(String cited, String then, String now) {
        String[] old = then.split("/");
        String[] fresh = now.split("/");
        var words = cited;
        if (old.length != fresh.length) {
            return "";
        }
        for (int n = 0; n < old.length; n++) {
            String kind = kind(old[n]);
            if (!kind.equals(kind(fresh[n]))) {
                return "";
            }
            if (!old[n].equals(fresh[n])) {
                words = replaced(words, kind, number(old[n]), number(fresh[n]));
            }
        }
        return words.equals(cited) ? "" : words;
    }

    private static String kind(String segment) {
        return segment.substring(0, Math.max(0, segment.lastIndexOf('-')));
    }

    private static String number(String segment) {
        return segment.substring(segment.lastIndexOf('-') + 1);
    }

    private static String replaced(String words, String kind, String from, String to) {
        String word = CitedUnit.wordsOf(kind + "-1").replaceFirst("\\s*1$", "");
        Matcher cited = Pattern.compile(
                        "(?iu)(" + Pattern.quote(word) + "\\s+)" + Pattern.quote(from) + "(?![\\p{L}\\p{N}])")
                .matcher(words);
        return cited.find() ? words.substring(0, cited.end(1)) + to + words.substring(cited.end()) : words;
    }

    /** The words stand once in the stretches of their place. */
    private Optional<Edit> repair(Reference reference, String cited, String instead) {
        List<Edit> edits = new ArrayList<>();
        for (Words one : words) {
            if (one.row().body().equals(reference.body()) && one.row().path().equals(reference.place())) {
                for (int at = one.text().indexOf(cited);
                        at >= 0;
                        at = one.text().indexOf(cited, at + 1)) {
                    edits.add(new Edit(one.block(), one.at(at), one.at(at + cited.length()), instead));
                }
            }
        }
        return edits.size() == 1 ? Optional.of(edits.getFirst()) : Optional.empty();
    }
}
