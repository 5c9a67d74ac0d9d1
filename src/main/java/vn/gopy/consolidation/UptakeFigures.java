package vn.gopy.consolidation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.consolidation.merged.Wording;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlaceWords;
import vn.gopy.draft.PlacedProvision;
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
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;

/**
 * "35 ý kiến: 31 đã thấy trong văn bản, 4 chưa thấy": whether what was accepted in a round stands in the newest draft that
 * came after. An accepted wording is seen where its place says it now, in whatever spelling, or the draft says it elsewhere
 * in six words at least; an opinion accepted without a wording where its place says something else now or is gone.
 */
@Service
public class UptakeFigures {

    /** Fewer words may stand anywhere by chance. */
    private static final int FEWEST_WORDS = 6;

    private final Points points;
    private final Rounds rounds;
    private final Drafts drafts;
    private final Anchorings anchorings;
    private final HandRepository hands;

    UptakeFigures(Points points, Rounds rounds, Drafts drafts, Anchorings anchorings, HandRepository hands) {
        this.points = points;
        this.rounds = rounds;
        this.drafts = drafts;
        this.anchorings = anchorings;
        this.hands = hands;
    }

    /**
     * What became of one draft of a round in the newest published version after it.
     *
     * @param points the accepted ones, whole or in part, as far as the asker may read them
     * @param ordinal lần thứ mấy the newest version is
     */
    public record Figure(VersionId draft, VersionId newest, int ordinal, int points, int seen, List<Unseen> notSeen) {}

    /** An accepted point that is not seen in the newest version; {@code place} as the draft of the round has it. */
    public record Unseen(PointId id, @Nullable Integer number, String who, String place) {}

    /** For each draft of the round that a newer one has come after, in their order; as many statements for all points. */
    @Transactional
    public List<Figure> of(Person asker, RoundId id) {
        Round round = rounds.get(asker, id);
        Map<VersionId, DraftVersion> newest = new LinkedHashMap<>();
        round.drafts().forEach(draft -> newest(asker, draft).ifPresent(one -> newest.put(draft, one)));
        points.requireReader(asker, id);
        if (newest.isEmpty()) {
            return List.of();
        }
        Map<VersionId, List<Point>> accepted = points.of(asker, id).stream()
                .filter(point -> point.versionId() != null && isAccepted(point) && isTold(point))
                .collect(Collectors.groupingBy(point -> Objects.requireNonNull(point.versionId())));
        List<Figure> figures = new ArrayList<>();
        newest.forEach((draft, one) -> figures.add(figure(asker, draft, one, accepted.getOrDefault(draft, List.of()))));
        return List.copyOf(figures);
    }

    private static boolean isAccepted(Point point) {
        return point.outcome() == Outcome.ACCEPT || point.outcome() == Outcome.ACCEPT_PART;
    }

    private static boolean isTold(Point point) {
        return !point.text().isEmpty() || point.replacement() != null;
    }

    private Optional<DraftVersion> newest(Person asker, VersionId id) {
        DraftVersion draft = drafts.get(asker, id);
        return drafts.of(asker, draft.dossierId()).stream()
                .filter(one -> one.seriesId().equals(draft.seriesId()) && one.state() == VersionState.PUBLISHED)
                .filter(one -> one.ordinal() > draft.ordinal())
                .max(Comparator.comparingInt(DraftVersion::ordinal));
    }

    private Figure figure(Person asker, VersionId draft, DraftVersion newest, List<Point> accepted) {
        Anchoring way = anchorings.before(newest).from(draft);
        List<PlacedProvision> before = drafts.provisions(asker, draft);
        var then = new PlaceWords(before);
        List<PlacedProvision> now = drafts.provisions(asker, newest.id());
        Map<PointId, Map<VersionId, Anchoring.Hand>> put = hands.of(
                HandRepository.Subject.POINT, accepted.stream().map(Point::id).toList());
        List<Unseen> unseen = accepted.stream()
                .filter(point -> !isSeen(point, way, then, now, put.getOrDefault(point.id(), Map.of())::get))
                .map(point -> new Unseen(point.id(), point.number(), point.who(), place(point, then)))
                .toList();
        return new Figure(
                draft, newest.id(), newest.ordinal(), accepted.size(), accepted.size() - unseen.size(), unseen);
    }

    private static String place(Point point, PlaceWords then) {
        return point.mainPlace()
                .flatMap(place -> then.place(place.provision()))
                .map(then::of)
                .orElse(PlaceWords.GENERAL);
    }

    private static boolean isSeen(
            Point point,
            Anchoring way,
            PlaceWords then,
            List<PlacedProvision> now,
            Function<VersionId, Anchoring.@Nullable Hand> put) {
        Optional<PlacedProvision> before = point.mainPlace().flatMap(place -> then.place(place.provision()));
        Optional<Anchor> anchor = before.map(place -> way.of(new Spot(place.id(), null), put));
        String applied = point.appliedText();
        if (applied == null || applied.isBlank()) {
            return anchor.filter(one -> one.state() == AnchorState.TEXT_CHANGED || one.state() == AnchorState.REMOVED)
                    .isPresent();
        }
        String wanted = before.map(place -> Wording.own(place.text(), place.label(), applied))
                .orElse(applied);
        Stream<PlacedProvision> its = anchor.map(Anchor::place).flatMap(way::now).stream();
        boolean anywhere = Words.of(wanted).count() >= FEWEST_WORDS;
        return Stream.concat(its, anywhere ? now.stream() : Stream.empty()).anyMatch(place -> says(place, wanted));
    }

    private static boolean says(PlacedProvision place, String wanted) {
        return Stream.of(place.text(), Objects.requireNonNullElse(place.heading(), ""))
                .anyMatch(text -> text.length() * 2 >= wanted.length() && Spelling.holds(text, wanted));
    }
}
