package vn.gopy.consolidation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.anchor.Anchor;
import vn.gopy.draft.anchor.Anchoring;
import vn.gopy.draft.anchor.EarlierVersions;
import vn.gopy.draft.anchor.HandRepository;
import vn.gopy.draft.anchor.PlacingByHand;
import vn.gopy.draft.anchor.Spot;
import vn.gopy.shared.Refusal;

/**
 * Đặt lại chỗ của ý kiến trên văn bản giấy: a point of an earlier version that came on paper is put at a place of a later
 * one, or it is said that it has none there. One that was made of an opinion in a thread goes with that.
 */
@Service
public class PointPlacing {

    private static final HandRepository.Subject SUBJECT = HandRepository.Subject.POINT;

    private final Points points;
    private final PointRepository repository;
    private final HandRepository hands;
    private final PlacingByHand placing;
    private final Trail trail;

    PointPlacing(Points points, PointRepository repository, HandRepository hands, PlacingByHand placing, Trail trail) {
        this.points = points;
        this.repository = repository;
        this.hands = hands;
        this.placing = placing;
        this.trail = trail;
    }

    /** Where a point was put, and its number now. */
    public record Placed(PointId point, int version, Anchor anchor) {}

    /**
     * Refuses who does not work on points, as {@link PlacingByHand} does, and what is no point with a place on a version
     * before (422).
     */
    @Transactional(readOnly = true)
    public void requirePlaceable(Person asker, PointId id, VersionId version) {
        placeable(asker, id, placing.require(asker, version));
    }

    private Point placeable(Person asker, PointId id, EarlierVersions earlier) {
        Point point = points.get(asker, id);
        boolean earlierOne = point.versionId() != null && earlier.ids().contains(point.versionId());
        if (!earlierOne || point.commentId() != null || point.mainPlace().isEmpty()) {
            throw Refusal.unprocessable("ANCHOR_NOT_EARLIER");
        }
        return point;
    }

    /**
     * Puts the point there.
     *
     * @param seen the number of the point that the asker looked at
     * @param place of that version; null where it has none
     */
    @Transactional
    public Placed put(Person asker, PointId id, int seen, VersionId version, @Nullable ProvisionId place) {
        return done(asker, id, seen, placing.put(asker, SUBJECT, id, version, place, found(asker, id, seen)));
    }

    /** Lets it stand where the ties of the versions put it. */
    @Transactional
    public Placed release(Person asker, PointId id, int seen, VersionId version) {
        return done(asker, id, seen, placing.release(asker, SUBJECT, id, version, found(asker, id, seen)));
    }

    private Function<EarlierVersions, PlacingByHand.Placeable<Anchor>> found(Person asker, PointId id, int seen) {
        return earlier -> {
            Point point = placeable(asker, id, earlier);
            return new PlacingByHand.Placeable<>(() -> at(point, earlier), () -> repository.touch(id, seen));
        };
    }

    private Placed done(Person asker, PointId id, int seen, PlacingByHand.Put<Anchor> put) {
        trail.record(
                asker.actor(),
                "POINT_PLACED",
                "POINT",
                id.value(),
                Change.of("anchor", words(put.before()), words(put.after())));
        return new Placed(id, seen + 1, put.after());
    }

    private Anchor at(Point point, EarlierVersions earlier) {
        Map<VersionId, Anchoring.Hand> put =
                hands.of(SUBJECT, List.of(point.id())).getOrDefault(point.id(), Map.of());
        Spot spot = new Spot(point.mainPlace().orElseThrow().provision(), null);
        return earlier.from(Objects.requireNonNull(point.versionId())).of(spot, put::get);
    }

    private static String words(Anchor anchor) {
        return anchor.state() + " " + anchor.place();
    }
}
