package vn.gopy.consolidation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.gopy.account.Person;
import vn.gopy.consolidation.merged.Wording;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlaceWords;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.draft.anchor.Anchor;
import vn.gopy.draft.anchor.AnchorState;
import vn.gopy.draft.anchor.Anchoring;
import vn.gopy.draft.anchor.Anchorings;
import vn.gopy.draft.anchor.HandRepository;
import vn.gopy.draft.anchor.Spot;
import vn.gopy.legaltext.alignment.Spelling;
import vn.gopy.legaltext.diff.Words;

/**
 * Looks for what was accepted of one draft in a newer one. An accepted wording is seen where its place says it now, in
 * whatever spelling, or the draft says it elsewhere in six words at least; an opinion accepted without a wording where its
 * place says something else now or is gone.
 */
@Service
public class Uptakes {

    /** Fewer words may stand anywhere by chance. */
    private static final int FEWEST_WORDS = 6;

    private final Drafts drafts;
    private final Anchorings anchorings;
    private final HandRepository hands;

    Uptakes(Drafts drafts, Anchorings anchorings, HandRepository hands) {
        this.drafts = drafts;
        this.anchorings = anchorings;
        this.hands = hands;
    }

    /**
     * An accepted point.
     *
     * @param place on the draft that it was about; null for the draft as a whole
     * @param applied the words that were promised; null where none are named
     */
    public record Said(
            PointId id,
            @Nullable ProvisionId place,
            @Nullable String applied) {}

    /**
     * @param stands whether it is seen in the newer draft
     * @param where its place in words, as the older draft has it
     * @param before its place there; null without one
     * @param now the same place in the newer draft; null where it has none
     */
    public record Seen(
            boolean stands,
            String where,
            @Nullable PlacedProvision before,
            @Nullable PlacedProvision now) {}

    /** The newest checked version after one of the same series, as far as the asker may see it. */
    public Optional<DraftVersion> newest(Person asker, VersionId id) {
        DraftVersion draft = drafts.get(asker, id);
        return drafts.of(asker, draft.dossierId()).stream()
                .filter(one -> one.seriesId().equals(draft.seriesId()) && one.state() == VersionState.PUBLISHED)
                .filter(one -> one.ordinal() > draft.ordinal())
                .max(Comparator.comparingInt(DraftVersion::ordinal));
    }

    /** Each of the points; as many statements whatever their number. */
    public Map<PointId, Seen> of(Person asker, VersionId draft, DraftVersion newest, List<Said> points) {
        Anchoring way = anchorings.before(newest).from(draft);
        List<PlacedProvision> before = drafts.provisions(asker, draft);
        var then = new PlaceWords(before);
        List<PlacedProvision> now = drafts.provisions(asker, newest.id());
        Map<PointId, Map<VersionId, Anchoring.Hand>> put = hands.of(
                HandRepository.Subject.POINT, points.stream().map(Said::id).toList());
        Map<PointId, Seen> seen = new HashMap<>();
        for (Said point : points) {
            seen.put(point.id(), seen(point, way, then, now, put.getOrDefault(point.id(), Map.of())::get));
        }
        return seen;
    }

    private static Seen seen(
            Said point,
            Anchoring way,
            PlaceWords then,
            List<PlacedProvision> now,
            Function<VersionId, Anchoring.@Nullable Hand> put) {
        Optional<PlacedProvision> before = Optional.ofNullable(point.place()).flatMap(then::place);
        Optional<Anchor> anchor = before.map(place -> way.of(new Spot(place.id(), null), put));
        Optional<PlacedProvision> its = anchor.map(Anchor::place).flatMap(way::now);
        String where = before.map(then::of).orElse(PlaceWords.GENERAL);
        return new Seen(
                stands(point.applied(), before, anchor, its, now), where, before.orElse(null), its.orElse(null));
    }

    private static boolean stands(
            @Nullable String applied,
            Optional<PlacedProvision> before,
            Optional<Anchor> anchor,
            Optional<PlacedProvision> its,
            List<PlacedProvision> now) {
        if (applied == null || applied.isBlank()) {
            return anchor.filter(one -> one.state() == AnchorState.TEXT_CHANGED || one.state() == AnchorState.REMOVED)
                    .isPresent();
        }
        String wanted = before.map(place -> Wording.own(place.text(), place.label(), applied))
                .orElse(applied);
        boolean anywhere = Words.of(wanted).count() >= FEWEST_WORDS;
        return Stream.concat(its.stream(), anywhere ? now.stream() : Stream.empty())
                .anyMatch(place -> says(place, wanted));
    }

    private static boolean says(PlacedProvision place, String wanted) {
        return Stream.of(place.text(), Objects.requireNonNullElse(place.heading(), ""))
                .anyMatch(text -> text.length() * 2 >= wanted.length() && Spelling.holds(text, wanted));
    }
}
