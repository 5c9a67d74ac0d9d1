package vn.gopy.consolidation.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitId;
import vn.gopy.account.Units;
import vn.gopy.consolidation.NewPoint;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointAssigning;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Page;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.Given;
import vn.gopy.shared.web.Versions;

@RestController
@RequestMapping("/api/v1")
class PointController {

    /** What a script may ask for at once. */
    private static final int MOST = 100_000;

    private final Askers askers;
    private final Points points;
    private final PointAssigning assigning;
    private final Rounds rounds;
    private final Drafts drafts;
    private final Units units;

    PointController(Askers askers, Points points, PointAssigning assigning, Rounds rounds, Drafts drafts, Units units) {
        this.askers = askers;
        this.points = points;
        this.assigning = assigning;
        this.rounds = rounds;
        this.drafts = drafts;
        this.units = units;
    }

    /** In the order of the table; {@code after} is the {@code next} of the part before. */
    @GetMapping("/rounds/{id}/points")
    Page<PointJson> of(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "" + Limits.PAGE) int size) {
        if (size < 1 || size > MOST) {
            throw new Refusal(Refusal.Kind.MALFORMED, "MALFORMED");
        }
        Page<Point> page =
                points.page(askers.require(), new RoundId(id), after == null ? null : new PointId(after), size);
        Map<UnitId, String> codes = codes();
        return new Page<>(
                page.items().stream().map(point -> PointJson.of(point, codes)).toList(), page.total(), page.next());
    }

    private Map<UnitId, String> codes() {
        return units.all().stream().collect(Collectors.toMap(Unit::id, Unit::code));
    }

    /** A place that a point is about; the one that is {@code main} decides its row. */
    record PlaceOfPoint(
            @Nullable UUID provisionLineage, @Nullable Boolean main) {}

    /** What is left out stays as it is, null empties it; {@code assignee} is a user name or the code of a unit. */
    record Answer(
            Given<Decision> outcome,
            Given<String> answer,
            Given<String> appliedText,
            Given<String> assignee,
            Given<List<@Nullable PlaceOfPoint>> places) {

        boolean decides() {
            return outcome.present() || answer.present() || appliedText.present();
        }

        Points.Answer of(Point before) {
            return new Points.Answer(
                    Decision.outcome(outcome.or(Decision.of(before.outcome()))),
                    answer.or(before.answer(), ""),
                    appliedText.or(before.appliedText()));
        }
    }

    /** An outcome, or that there is none yet. */
    enum Decision {
        PENDING,
        ACCEPT,
        ACCEPT_PART,
        ACCEPT_LATER,
        KEEP,
        ALREADY,
        NOTED,
        ESCALATE;

        static @Nullable Outcome outcome(@Nullable Decision decision) {
            return decision == null || decision == PENDING ? null : Outcome.valueOf(decision.name());
        }

        static Decision of(@Nullable Outcome outcome) {
            return outcome == null ? PENDING : valueOf(outcome.name());
        }
    }

    @PatchMapping("/points/{id}")
    ResponseEntity<PointJson> answer(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Answer answer) {
        Person asker = askers.require();
        PointId point = new PointId(id);
        int seen = seen(asker, point, ifMatch);
        Point after =
                answer.places().present() ? placed(asker, point, seen, answer) : changed(asker, point, seen, answer);
        return ResponseEntity.ok().eTag(Versions.tag(after.version())).body(PointJson.of(after, codes()));
    }

    /** That a point is hidden is answered before what is wrong with the version. */
    private int seen(Person asker, PointId point, @Nullable String ifMatch) {
        try {
            return Versions.required(ifMatch);
        } catch (Refusal refusal) {
            points.get(asker, point);
            throw refusal;
        }
    }

    private Point placed(Person asker, PointId id, int seen, Answer answer) {
        List<@Nullable PlaceOfPoint> wanted = Limits.list(answer.places().or(List.of(), List.of()), Limits.LIST);
        Places known = new Places(asker, points.get(asker, id));
        return points.place(
                asker,
                id,
                seen,
                known.named(wanted, place -> true),
                known.named(wanted, place -> Boolean.TRUE.equals(place.main())),
                version -> answer.assignee().present() || answer.decides()
                        ? changed(asker, id, version, answer)
                        : points.get(asker, id));
    }

    private Point changed(Person asker, PointId id, int seen, Answer answer) {
        return answer.assignee().present()
                ? assigned(asker, points.get(asker, id), seen, answer)
                : points.answer(asker, id, seen, answer::of);
    }

    private Point assigned(Person asker, Point before, int seen, Answer answer) {
        return assigning.assign(
                asker,
                before,
                seen,
                answer.assignee().value(),
                version -> answer.decides()
                        ? points.answer(asker, before.id(), version, answer::of)
                        : points.get(asker, before.id()));
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
            if (round == null || points == null) {
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
        RoundId round = new RoundId(Objects.requireNonNull(bulk.round()));
        rounds.get(asker, round);
        if (!rounds.mayRun(asker)) {
            throw Refusal.forbidden();
        }
        rounds.get(asker, round).requireUnlocked();
        List<BulkPoint> wanted = Limits.list(Objects.requireNonNull(bulk.points()), Limits.BULK);
        Places places = new Places(asker, round);
        return new Entered(
                points.enter(asker, round, wanted.stream().map(places::point).toList()));
    }

    /** The places of a round's drafts by lineage. */
    private final class Places {

        private final Map<UUID, PlacedProvision> byLineage = new HashMap<>();

        Places(Person asker, RoundId round) {
            this(asker, rounds.get(asker, round).drafts());
        }

        /** Where the point may stand. */
        Places(Person asker, Point point) {
            this(
                    asker,
                    point.versionId() == null
                            ? rounds.get(asker, point.roundId()).drafts()
                            : List.of(point.versionId()));
        }

        private Places(Person asker, List<VersionId> among) {
            among.forEach(draft -> drafts.provisions(asker, draft)
                    .forEach(place -> byLineage.putIfAbsent(
                            Objects.requireNonNull(place.lineage()).value(), place)));
        }

        private PlacedProvision known(@Nullable UUID lineage) {
            return Optional.ofNullable(lineage)
                    .map(byLineage::get)
                    .orElseThrow(() -> Refusal.unprocessable("PLACE_UNKNOWN"));
        }

        List<ProvisionId> named(List<@Nullable PlaceOfPoint> wanted, Predicate<PlaceOfPoint> which) {
            return wanted.stream()
                    .map(place -> Optional.ofNullable(place).orElseThrow(() -> Refusal.unprocessable("PLACE_UNKNOWN")))
                    .filter(which)
                    .map(place -> known(place.provisionLineage()).id())
                    .toList();
        }

        NewPoint point(BulkPoint wanted) {
            Optional<PlacedProvision> place =
                    Optional.ofNullable(wanted.provisionLineage()).map(this::known);
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
}
