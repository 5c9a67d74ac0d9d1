package vn.gopy.consolidation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.consolidation.Point.PointPlace;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionName;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;

/**
 * "35 ý kiến: 31 đã thấy trong văn bản, 4 chưa thấy": whether what was accepted in a round stands in the newest draft that
 * came after, as {@link Uptakes} sees it.
 */
@Service
public class UptakeFigures {

    private final Points points;
    private final Rounds rounds;
    private final Uptakes uptakes;

    UptakeFigures(Points points, Rounds rounds, Uptakes uptakes) {
        this.points = points;
        this.rounds = rounds;
        this.uptakes = uptakes;
    }

    /**
     * What became of one draft of a round in the newest published version after it.
     *
     * @param points the accepted ones, whole or in part, as far as the asker may read them
     * @param name what the newest version is
     */
    public record Figure(
            VersionId draft, VersionId newest, VersionName name, int points, int seen, List<Unseen> notSeen) {}

    /** An accepted point that is not seen in the newest version; {@code place} as the draft of the round has it. */
    public record Unseen(PointId id, @Nullable Integer number, String who, String place) {}

    /** For each draft of the round that a newer one has come after, in their order; as many statements for all points. */
    @Transactional
    public List<Figure> of(Person asker, RoundId id) {
        Round round = rounds.get(asker, id);
        Map<VersionId, DraftVersion> newest = new LinkedHashMap<>();
        round.drafts().forEach(draft -> uptakes.newest(asker, draft).ifPresent(one -> newest.put(draft, one)));
        points.requireReader(asker, id);
        if (newest.isEmpty()) {
            return List.of();
        }
        Map<VersionId, List<Point>> accepted = points.of(asker, id).stream()
                .filter(point -> point.versionId() != null && isAccepted(point.outcome()) && isTold(point))
                .collect(Collectors.groupingBy(point -> Objects.requireNonNull(point.versionId())));
        List<Figure> figures = new ArrayList<>();
        newest.forEach((draft, one) -> figures.add(figure(asker, draft, one, accepted.getOrDefault(draft, List.of()))));
        return List.copyOf(figures);
    }

    /** Whether the draft is to say something else because of it. */
    public static boolean isAccepted(@Nullable Outcome outcome) {
        return outcome == Outcome.ACCEPT || outcome == Outcome.ACCEPT_PART;
    }

    private static boolean isTold(Point point) {
        return !point.text().isEmpty() || point.replacement() != null;
    }

    private Figure figure(Person asker, VersionId draft, DraftVersion newest, List<Point> accepted) {
        Map<PointId, Uptakes.Seen> seen = uptakes.of(
                asker,
                draft,
                newest,
                accepted.stream()
                        .map(point -> new Uptakes.Said(
                                point.id(),
                                point.mainPlace().map(PointPlace::provision).orElse(null),
                                point.appliedText()))
                        .toList());
        List<Unseen> unseen = accepted.stream()
                .filter(point -> !sight(seen, point).stands())
                .map(point -> new Unseen(
                        point.id(),
                        point.number(),
                        point.who(),
                        sight(seen, point).where()))
                .toList();
        return new Figure(draft, newest.id(), newest.name(), accepted.size(), accepted.size() - unseen.size(), unseen);
    }

    private static Uptakes.Seen sight(Map<PointId, Uptakes.Seen> seen, Point point) {
        return Objects.requireNonNull(seen.get(point.id()));
    }
}
