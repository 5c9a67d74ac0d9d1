package vn.gopy.consolidation.api;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.consolidation.DeskPlace;
import vn.gopy.consolidation.GroupId;
import vn.gopy.consolidation.PointAssigning;
import vn.gopy.consolidation.PointGroup;
import vn.gopy.consolidation.PointGroups;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.SecondChecks;
import vn.gopy.consolidation.SecondChecks.SecondCheck;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.Versions;

@RestController
@RequestMapping("/api/v1")
class GroupController {

    private final Askers askers;
    private final PointGroups groups;
    private final SecondChecks checks;
    private final PointAssigning assigning;

    GroupController(Askers askers, PointGroups groups, SecondChecks checks, PointAssigning assigning) {
        this.askers = askers;
        this.groups = groups;
        this.checks = checks;
        this.assigning = assigning;
    }

    /** Where the answers of the points differ, {@code keep} names the point whose answer the group gets. */
    record NewGroup(
            @Nullable String title,
            @Nullable List<@Nullable UUID> points,
            @Nullable UUID keep) {}

    record Grouped(GroupId id) {}

    @PostMapping("/rounds/{id}/groups")
    @ResponseStatus(HttpStatus.CREATED)
    Grouped group(@PathVariable UUID id, @RequestBody NewGroup group) {
        List<UUID> chosen = Limits.list(Objects.requireNonNullElse(group.points(), List.<UUID>of()), Limits.BULK);
        return new Grouped(groups.group(
                askers.require(),
                new RoundId(id),
                Objects.requireNonNullElse(group.title(), ""),
                chosen.stream().map(PointId::new).toList(),
                group.keep() == null ? null : new PointId(group.keep())));
    }

    /** A group with the titles and answers that stood there before. */
    @GetMapping("/groups/{id}")
    ResponseEntity<PointGroup> get(@PathVariable UUID id) {
        PointGroup group = groups.get(askers.require(), new GroupId(id));
        return ResponseEntity.ok().eTag(Versions.tag(group.version())).body(group);
    }

    /** A point with its version as it was read. */
    record SeenPoint(@Nullable UUID id, @Nullable Integer version) {}

    record Seen(@Nullable List<@Nullable SeenPoint> points) {

        Map<PointId, Integer> versions() {
            Map<PointId, Integer> versions = new HashMap<>();
            for (SeenPoint one : Limits.list(Objects.requireNonNullElse(points, List.<SeenPoint>of()), Limits.LIST)) {
                if (one.id() == null || one.version() == null) {
                    throw new Refusal(Refusal.Kind.MALFORMED, "MALFORMED");
                }
                versions.put(new PointId(one.id()), one.version());
            }
            return versions;
        }
    }

    record CheckJson(int version, String by, Instant at) {}

    /** Kiểm tra lần hai; the body names the points of the group as they were read. */
    @PutMapping("/groups/{id}/check")
    ResponseEntity<CheckJson> check(@PathVariable UUID id, @RequestBody Seen seen) {
        SecondCheck check = checks.check(askers.require(), new GroupId(id), seen.versions());
        return ResponseEntity.ok()
                .eTag(Versions.tag(check.version()))
                .body(new CheckJson(check.version(), check.name(), check.at()));
    }

    @DeleteMapping("/groups/{id}/check")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        checks.takeBack(askers.require(), new GroupId(id), Versions.required(ifMatch));
    }

    /** A place, a draft as a whole, or what concerns no draft; {@code from} and {@code to} as in {@code assignee} of a point. */
    record PlaceAssignment(
            @Nullable UUID draft,
            @Nullable UUID provision,
            @Nullable String from,
            @Nullable String to) {}

    record Assigned(int points) {}

    /** All points of a place and of what stands below it go from one to another, such as from nobody to a person. */
    @PostMapping("/rounds/{id}/assignments")
    Assigned assign(@PathVariable UUID id, @RequestBody PlaceAssignment wanted) {
        DeskPlace.Key place = new DeskPlace.Key(
                wanted.draft() == null ? null : new VersionId(wanted.draft()),
                wanted.provision() == null ? null : new ProvisionId(wanted.provision()));
        return new Assigned(
                assigning.assignPlace(askers.require(), new RoundId(id), place, wanted.from(), wanted.to()));
    }

    /** Its points stand alone again, each with the answer. */
    @DeleteMapping("/groups/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ungroup(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        Person asker = askers.require();
        PointGroup group = groups.get(asker, new GroupId(id));
        groups.ungroup(asker, group.id(), Versions.required(ifMatch));
    }
}
