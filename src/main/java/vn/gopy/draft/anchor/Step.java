package vn.gopy.draft.anchor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.alignment.StoredTie;
import vn.gopy.legaltext.alignment.Spelling;
import vn.gopy.legaltext.alignment.Tie;
import vn.gopy.legaltext.diff.Stretch;

/** From one version to the next of its series, by the ties that hold between them. */
final class Step {

    /** Fewer words than these stand in many places by chance. */
    private static final int TELLING_WORDS = 4;

    private final Edition before;
    private final Edition after;
    private final Map<ProvisionId, StoredTie> ties = new HashMap<>();
    private final Map<ProvisionId, StoredTie> back = new HashMap<>();
    private final List<StoredTie> all;

    Step(Edition before, Edition after, Collection<StoredTie> holding) {
        this.before = before;
        this.after = after;
        this.all = List.copyOf(holding);
        holding.forEach(tie -> {
            tie.before().forEach(place -> ties.put(place, tie));
            tie.after().forEach(place -> back.put(place, tie));
        });
    }

    Edition before() {
        return before;
    }

    Edition after() {
        return after;
    }

    /**
     * Where something stands behind the step.
     *
     * @param removed whether its own place is no more, so that this is what stood above it
     * @param changed whether the words it is about say something else now
     */
    record Landing(PlacedProvision place, @Nullable Quotation quote, boolean removed, boolean changed, boolean exact) {}

    /** Empty where nothing above the place is left either. */
    Optional<Landing> land(PlacedProvision place, @Nullable Quotation quote) {
        List<PlacedProvision> heirs = heirs(place);
        if (heirs.isEmpty()) {
            return nextAbove(place).map(above -> new Landing(above, null, true, true, false));
        }
        return Optional.of(quote == null ? whole(place, heirs.getFirst()) : quoted(place, quote, heirs));
    }

    /** What the place is now, the one that goes on first; places beside the rules have no ties, they go on by identity. */
    private List<PlacedProvision> heirs(PlacedProvision place) {
        StoredTie tie = ties.get(place.id());
        if (tie == null) {
            return after.heir(place).stream().toList();
        }
        StoredTie.Pair main = tie.main();
        return main == null
                ? List.of()
                : Stream.concat(Stream.of(main.after()), tie.after().stream())
                        .distinct()
                        .flatMap(id -> after.place(id).stream())
                        .toList();
    }

    private Optional<PlacedProvision> nextAbove(PlacedProvision place) {
        Optional<PlacedProvision> above = before.above(place);
        while (above.isPresent() && heirs(above.get()).isEmpty()) {
            above = before.above(above.get());
        }
        return above.map(it -> heirs(it).getFirst());
    }

    /** What a place was before, of several the one that went on; empty for a new one. */
    Optional<PlacedProvision> origin(PlacedProvision place) {
        StoredTie tie = back.get(place.id());
        if (tie == null) {
            return before.heir(place);
        }
        StoredTie.Pair main = tie.main();
        return main == null ? Optional.empty() : before.place(main.before());
    }

    // ---- the whole place

    private Landing whole(PlacedProvision place, PlacedProvision heir) {
        boolean changed = place.kind().isDivision() ? divisionChanged(place, heir) : placeChanged(place, heir);
        StoredTie tie = ties.get(place.id());
        return new Landing(heir, null, false, changed, !changed && (tie == null || !tie.editorialOnly()));
    }

    private boolean placeChanged(PlacedProvision place, PlacedProvision heir) {
        StoredTie tie = ties.get(place.id());
        if (tie == null) {
            return !Spelling.alike(place.text(), heir.text());
        }
        return switch (tie.kind()) {
            case SAME, MOVED, RENUMBERED -> false;
            case MERGED -> !heir.text().contains(place.text());
            default -> !tie.editorialOnly();
        };
    }

    /** The tie of a chapter speaks of its heading alone. */
    private boolean divisionChanged(PlacedProvision place, PlacedProvision heir) {
        List<PlacedProvision> old = before.below(place).toList();
        List<ProvisionId> fresh = after.below(heir).map(PlacedProvision::id).toList();
        return placeChanged(place, heir)
                || old.stream()
                        .anyMatch(below -> !fresh.containsAll(heirs(below).stream()
                                        .map(PlacedProvision::id)
                                        .toList())
                                || heirs(below).isEmpty()
                                || placeChanged(below, heirs(below).getFirst()))
                || all.stream().anyMatch(tie -> tie.kind() == Tie.Kind.NEW && fresh.containsAll(tie.after()));
    }

    // ---- some words of it

    private Landing quoted(PlacedProvision place, Quotation quote, List<PlacedProvision> heirs) {
        Stretch inText = quote.in(place.text());
        String heading = Objects.requireNonNullElse(place.heading(), "");
        Stretch inHeading = inText == null ? quote.in(heading) : null;
        if (inText == null && inHeading == null) {
            Landing whole = whole(place, heirs.getFirst());
            return new Landing(whole.place(), null, false, whole.changed(), false);
        }
        List<Landing> found = new ArrayList<>();
        for (PlacedProvision heir : heirs) {
            (inText == null
                            ? followed(heading, inHeading, Objects.requireNonNullElse(heir.heading(), ""), heir)
                            : followed(place.text(), inText, heir.text(), heir))
                    .ifPresent(found::add);
        }
        return found.stream()
                .filter(landing -> !landing.changed())
                .findFirst()
                .or(() -> elsewhere(quote, heirs))
                .or(() -> found.stream().findFirst())
                .orElseGet(() -> new Landing(heirs.getFirst(), null, false, true, false));
    }

    private static Optional<Landing> followed(String old, @Nullable Stretch at, String fresh, PlacedProvision heir) {
        Stretch stretch = Objects.requireNonNull(at);
        return stretch.followed(old, fresh).map(now -> {
            String said = stretch.of(old);
            boolean exact = now.of(fresh).equals(said);
            boolean changed = !exact && !Spelling.alike(said, now.of(fresh));
            return new Landing(heir, Quotation.of(fresh, now), false, changed, exact);
        });
    }

    /** Words that stand, letter for letter, only in another part of what the place has become. */
    private Optional<Landing> elsewhere(Quotation quote, List<PlacedProvision> heirs) {
        if (quote.words().split("\\s+").length < TELLING_WORDS) {
            return Optional.empty();
        }
        List<PlacedProvision> holding = heirs.stream()
                .flatMap(heir -> Stream.concat(Stream.of(heir), after.below(heir)))
                .distinct()
                .filter(place -> place.text().contains(quote.words()))
                .toList();
        return holding.stream().findFirst().map(place -> {
            Stretch at = Objects.requireNonNull(quote.in(place.text()));
            return new Landing(place, Quotation.of(place.text(), at), false, false, true);
        });
    }
}
