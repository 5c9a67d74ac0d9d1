package vn.gopy.draft.anchor;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;

/**
 * The way from an earlier version to the one that is read. What was said is followed version by version: what has lost
 * its place stands at what stood above it, and is {@code REMOVED} for good; words that came to say something else are
 * {@code TEXT_CHANGED}; what only stands elsewhere now or under another number is {@code MOVED}. What a person has put
 * somewhere is followed from there.
 */
public final class Anchoring {

    private static final Anchor NOWHERE = new Anchor(AnchorState.UNPLACED, null, false, null, false);

    private final Edition from;
    private final List<Step> steps;

    Anchoring(Edition from, List<Step> steps) {
        this.from = from;
        this.steps = steps;
    }

    /** Where a person has put something: a place of that version, or nowhere. */
    public record Hand(@Nullable ProvisionId place) {}

    /**
     * @param hands what people have said about it, by version; null where they have not
     */
    public Anchor of(Spot spot, Function<VersionId, @Nullable Hand> hands) {
        Optional<PlacedProvision> began = from.place(spot.place());
        if (began.isEmpty()) {
            return NOWHERE;
        }
        var way = new Way(began.get(), spot.quote());
        for (Step step : steps) {
            Hand hand = hands.apply(step.after().version());
            if (hand != null) {
                way.put(
                        hand.place() == null
                                ? null
                                : step.after().place(hand.place()).orElse(null));
            } else {
                way.go(step);
            }
        }
        return way.end();
    }

    /** The place of the earlier version in words: "Khoản 2 Điều 7"; empty where it is not one of its places. */
    public Optional<String> name(ProvisionId place) {
        return from.place(place).map(from::name);
    }

    /** The place of the version that is read. */
    public Optional<PlacedProvision> now(ProvisionId place) {
        return steps.isEmpty() ? from.place(place) : steps.getLast().after().place(place);
    }

    /** One thing on its way. */
    private static final class Way {

        private final PlacedProvision began;
        private final @Nullable Quotation said;
        private @Nullable PlacedProvision place;
        private @Nullable Quotation quote;
        private boolean removed;
        private boolean changed;
        private boolean exact = true;
        private boolean byHand;

        Way(PlacedProvision began, @Nullable Quotation quote) {
            this.began = began;
            this.said = quote;
            this.place = began;
            this.quote = quote;
        }

        void go(Step step) {
            if (place == null) {
                return;
            }
            Optional<Step.Landing> landing = step.land(place, quote);
            place = landing.map(Step.Landing::place).orElse(null);
            quote = landing.map(Step.Landing::quote).orElse(null);
            removed |= landing.map(Step.Landing::removed).orElse(true);
            changed |= landing.map(Step.Landing::changed).orElse(true);
            exact &= landing.map(Step.Landing::exact).orElse(false);
        }

        /** Whoever puts it somewhere has seen what became of it until then. */
        void put(@Nullable PlacedProvision there) {
            place = there;
            byHand = true;
            removed = false;
            changed = false;
            var at = there == null || said == null ? null : said.in(there.text());
            quote = at == null || there == null ? null : Quotation.of(there.text(), at);
            exact = there != null && (said == null || quote != null);
        }

        Anchor end() {
            PlacedProvision there = place;
            if (there == null) {
                return new Anchor(AnchorState.UNPLACED, null, false, null, byHand);
            }
            return new Anchor(state(there), there.id(), exact, quote, byHand);
        }

        private AnchorState state(PlacedProvision there) {
            if (removed) {
                return AnchorState.REMOVED;
            }
            if (changed) {
                return AnchorState.TEXT_CHANGED;
            }
            boolean same = there.path().equals(began.path()) && there.body().equals(began.body());
            return same ? AnchorState.IN_PLACE : AnchorState.MOVED;
        }
    }
}
