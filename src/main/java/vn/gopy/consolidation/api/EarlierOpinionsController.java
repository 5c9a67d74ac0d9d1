package vn.gopy.consolidation.api;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.consolidation.EarlierOpinion;
import vn.gopy.consolidation.EarlierOpinions;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.PointPlacing;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.anchor.Anchor;
import vn.gopy.draft.anchor.AnchorState;
import vn.gopy.opinion.CommentId;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.Versions;

/** What was said of the versions before, as it stands now, and where people put it. */
@RestController
class EarlierOpinionsController {

    private final Askers askers;
    private final EarlierOpinions opinions;
    private final PointPlacing placing;

    EarlierOpinionsController(Askers askers, EarlierOpinions opinions, PointPlacing placing) {
        this.askers = askers;
        this.opinions = opinions;
        this.placing = placing;
    }

    /**
     * @param comment null for one that came on paper
     * @param version of the comment, else of the point: the {@code If-Match} of a change
     * @param likely a new place that speaks of the same
     */
    record Item(
            @Nullable CommentId comment,
            @Nullable PointId point,
            int version,
            @Nullable Integer number,
            String who,
            String text,
            int ordinal,
            String place,
            @Nullable AnchorState anchor,
            @Nullable ProvisionId provisionId,
            boolean byHand,
            @Nullable ProvisionId likely) {

        static Item of(EarlierOpinion one) {
            Anchor anchor = one.anchor();
            return new Item(
                    one.comment(),
                    one.point(),
                    one.version(),
                    one.number(),
                    one.who(),
                    one.text(),
                    one.ordinal(),
                    one.place(),
                    anchor == null ? null : anchor.state(),
                    anchor == null ? null : anchor.place(),
                    anchor != null && anchor.byHand(),
                    one.likely() == null ? null : one.likely().id());
        }
    }

    /**
     * @param counts how many stand in each state
     * @param general how many were about no place
     * @param items those that have lost their place or were put somewhere by hand, at most {@link Limits#LIST}; those on
     *     paper for who can put them
     */
    record Earlier(int total, Map<AnchorState, Integer> counts, int general, List<Item> items) {

        static Earlier of(List<EarlierOpinion> all, boolean putsPapers) {
            Map<AnchorState, Integer> counts = new EnumMap<>(AnchorState.class);
            for (AnchorState state : AnchorState.values()) {
                counts.put(state, 0);
            }
            all.stream()
                    .map(EarlierOpinion::anchor)
                    .filter(Objects::nonNull)
                    .forEach(anchor -> counts.merge(anchor.state(), 1, Integer::sum));
            int placed = counts.values().stream().mapToInt(Integer::intValue).sum();
            List<Item> items = all.stream()
                    .filter(one -> isWork(one) && (putsPapers || one.comment() != null))
                    .limit(Limits.LIST)
                    .map(Item::of)
                    .toList();
            return new Earlier(all.size(), counts, all.size() - placed, items);
        }

        private static boolean isWork(EarlierOpinion one) {
            Anchor anchor = one.anchor();
            return anchor != null
                    && (anchor.byHand()
                            || anchor.state() == AnchorState.UNPLACED
                            || anchor.state() == AnchorState.REMOVED);
        }
    }

    @GetMapping({"/api/v1/versions/{id}/earlier-opinions", "/app-api/versions/{id}/earlier-opinions"})
    Earlier of(@PathVariable UUID id) {
        Person asker = askers.require();
        return Earlier.of(opinions.of(asker, new VersionId(id)), asker.is(Role.SECRETARIAT));
    }

    /**
     * @param versionId on which the point is read
     * @param provisionId null where it has no place there
     */
    record Placing(@Nullable UUID versionId, @Nullable UUID provisionId) {}

    record PlacedPoint(
            PointId id,
            int version,
            AnchorState anchor,
            @Nullable ProvisionId provisionId) {}

    /** Puts a point that came on paper at a place of a later version, or says that it has none. */
    @PutMapping({"/api/v1/points/{id}/anchor", "/app-api/points/{id}/anchor"})
    ResponseEntity<PlacedPoint> place(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Placing wanted) {
        Person asker = askers.require();
        PointId point = new PointId(id);
        if (wanted.versionId() == null) {
            throw Refusal.unprocessable("ANCHOR_NOT_EARLIER");
        }
        VersionId version = new VersionId(wanted.versionId());
        ProvisionId place = wanted.provisionId() == null ? null : new ProvisionId(wanted.provisionId());
        placing.requirePlaceable(asker, point, version);
        return answer(placing.put(asker, point, Versions.required(ifMatch), version, place));
    }

    /** Lets it stand where the ties of the versions put it. */
    @DeleteMapping({"/api/v1/points/{id}/anchor", "/app-api/points/{id}/anchor"})
    ResponseEntity<PlacedPoint> release(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestParam UUID versionId) {
        Person asker = askers.require();
        PointId point = new PointId(id);
        VersionId version = new VersionId(versionId);
        placing.requirePlaceable(asker, point, version);
        return answer(placing.release(asker, point, Versions.required(ifMatch), version));
    }

    private static ResponseEntity<PlacedPoint> answer(PointPlacing.Placed placed) {
        return ResponseEntity.ok()
                .eTag(Versions.tag(placed.version()))
                .body(new PlacedPoint(
                        placed.point(),
                        placed.version(),
                        placed.anchor().state(),
                        placed.anchor().place()));
    }
}
