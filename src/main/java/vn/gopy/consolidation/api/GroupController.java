package vn.gopy.consolidation.api;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
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
import vn.gopy.consolidation.PointGroup;
import vn.gopy.consolidation.PointGroups;
import vn.gopy.consolidation.PointId;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Limits;
import vn.gopy.shared.web.Versions;

@RestController
@RequestMapping("/api/v1")
class GroupController {

    private final Askers askers;
    private final PointGroups groups;

    GroupController(Askers askers, PointGroups groups) {
        this.askers = askers;
        this.groups = groups;
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

    /** Its points stand alone again, each with the answer. */
    @DeleteMapping("/groups/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ungroup(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        Person asker = askers.require();
        PointGroup group = groups.get(asker, new GroupId(id));
        groups.ungroup(asker, group.id(), Versions.required(ifMatch));
    }
}
