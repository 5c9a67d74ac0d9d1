package vn.gopy.consolidation.api;

import java.util.List;
import java.util.Objects;
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
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.Points;
import vn.gopy.consultation.RoundId;
import vn.gopy.shared.Page;
import vn.gopy.shared.web.Versions;

@RestController
@RequestMapping("/api/v1")
class PointController {

    private final Askers askers;
    private final Points points;

    PointController(Askers askers, Points points) {
        this.askers = askers;
        this.points = points;
    }

    /** In the order of the table. */
    @GetMapping("/rounds/{id}/points")
    Page<Point> of(@PathVariable UUID id) {
        return Page.whole(points.of(askers.require(), new RoundId(id)));
    }

    /** Absent fields stay as they are. */
    record Answer(@Nullable Outcome outcome, @Nullable String answer, @Nullable String appliedText) {}

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
                answer.outcome() == null ? before.outcome() : answer.outcome(),
                Objects.requireNonNullElse(answer.answer(), before.answer()),
                answer.appliedText() == null ? before.appliedText() : answer.appliedText());
        return ResponseEntity.ok().eTag(Versions.tag(after.version())).body(after);
    }

    record NewGroup(@Nullable String title, List<UUID> points) {}

    record Grouped(GroupId id) {}

    @PostMapping("/rounds/{id}/groups")
    @ResponseStatus(HttpStatus.CREATED)
    Grouped group(@PathVariable UUID id, @RequestBody NewGroup group) {
        return new Grouped(points.group(
                askers.require(),
                new RoundId(id),
                Objects.requireNonNullElse(group.title(), ""),
                group.points().stream().map(PointId::new).toList()));
    }
}
