package vn.gopy.consolidation.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.consolidation.GroupId;
import vn.gopy.consolidation.NewPoint;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.consultation.CommentKind;
import vn.gopy.consultation.RoundId;
import vn.gopy.consultation.Rounds;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.shared.Page;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.Given;
import vn.gopy.shared.web.Versions;

@RestController
@RequestMapping("/api/v1")
class PointController {

    private final Askers askers;
    private final Points points;
    private final Rounds rounds;
    private final Drafts drafts;

    PointController(Askers askers, Points points, Rounds rounds, Drafts drafts) {
        this.askers = askers;
        this.points = points;
        this.rounds = rounds;
        this.drafts = drafts;
    }

    /** In the order of the table. */
    @GetMapping("/rounds/{id}/points")
    Page<Point> of(@PathVariable UUID id) {
        return Page.whole(points.of(askers.require(), new RoundId(id)));
    }

    /** What is left out stays as it is, null empties it. */
    record Answer(Given<Outcome> outcome, Given<String> answer, Given<String> appliedText) {}

    @PatchMapping("/points/{id}")
    ResponseEntity<Point> answer(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Answer answer) {
        Person asker = askers.require();
        Point before = points.get(asker, new PointId(id));
        Point after = points.answer(
                asker,
                before.id(),
                Versions.required(ifMatch),
                answer.outcome().or(before.outcome()),
                answer.answer().or(before.answer(), ""),
                answer.appliedText().or(before.appliedText()));
        return ResponseEntity.ok().eTag(Versions.tag(after.version())).body(after);
    }

    /** A point from a letter, minutes or a form, placed by lineage; without one it goes to the general part. */
    record BulkPoint(
            @Nullable UUID provisionLineage,
            @Nullable String unit,
            @Nullable CommentKind kind,
            @Nullable String text,
            @Nullable String source) {}

    record Bulk(@Nullable UUID round, @Nullable List<@Nullable BulkPoint> points) {
        void requireWhole() {
            if (round == null || points == null || points.contains(null)) {
                throw new Refusal(Refusal.Kind.MALFORMED, "MALFORMED");
            }
        }
    }

    record Entered(List<PointId> ids) {}

    /** All or nothing. */
    @PostMapping("/points/bulk")
    @ResponseStatus(HttpStatus.CREATED)
    Entered enter(@RequestBody Bulk bulk) {
        Person asker = askers.require();
        bulk.requireWhole();
        RoundId round = new RoundId(bulk.round());
        rounds.get(asker, round);
        if (!rounds.mayRun(asker)) {
            throw Refusal.forbidden();
        }
        Places places = new Places(asker, round);
        return new Entered(points.enter(
                asker, round, bulk.points().stream().map(places::point).toList()));
    }

    /** The places of a round's drafts by lineage. */
    private final class Places {

        private final Map<UUID, PlacedProvision> byLineage = new HashMap<>();

        Places(Person asker, RoundId round) {
            rounds.get(asker, round)
                    .drafts()
                    .forEach(draft -> drafts.provisions(asker, draft)
                            .forEach(place -> byLineage.putIfAbsent(
                                    Objects.requireNonNull(place.lineage()).value(), place)));
        }

        NewPoint point(BulkPoint wanted) {
            Optional<PlacedProvision> place = Optional.ofNullable(wanted.provisionLineage())
                    .map(lineage -> Optional.ofNullable(byLineage.get(lineage))
                            .orElseThrow(() -> Refusal.unprocessable("PLACE_UNKNOWN")));
            return new NewPoint(
                    place.map(PlacedProvision::versionId).orElse(null),
                    wanted.unit(),
                    null,
                    Objects.requireNonNullElse(wanted.kind(), CommentKind.OTHER),
                    Objects.requireNonNullElse(wanted.text(), ""),
                    null,
                    SourceKind.LETTER,
                    Objects.requireNonNullElse(wanted.source(), ""),
                    place.map(PlacedProvision::id).stream().toList(),
                    place.isEmpty(),
                    false);
        }
    }

    record NewGroup(@Nullable String title, @Nullable List<UUID> points) {}

    record Grouped(GroupId id) {}

    @PostMapping("/rounds/{id}/groups")
    @ResponseStatus(HttpStatus.CREATED)
    Grouped group(@PathVariable UUID id, @RequestBody NewGroup group) {
        return new Grouped(points.group(
                askers.require(),
                new RoundId(id),
                Objects.requireNonNullElse(group.title(), ""),
                Objects.requireNonNullElse(group.points(), List.<UUID>of()).stream()
                        .map(PointId::new)
                        .toList()));
    }
}
