package vn.gopy.round.api;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.round.Invitee;
import vn.gopy.round.InviteeId;
import vn.gopy.round.Replies;
import vn.gopy.round.RoundId;
import vn.gopy.round.running.TimeRequest;
import vn.gopy.round.running.TimeRequests;
import vn.gopy.shared.Page;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.Versions;

/** Xin gia hạn. */
@RestController
@RequestMapping("/api/v1/rounds/{id}")
class TimeRequestController {

    private final Askers askers;
    private final TimeRequests requests;
    private final Replies replies;

    TimeRequestController(Askers askers, TimeRequests requests, Replies replies) {
        this.askers = askers;
        this.requests = requests;
        this.replies = replies;
    }

    /** @param state WAITING, GRANTED or DECLINED */
    record RequestJson(
            String invitee,
            String name,
            int version,
            String until,
            String reason,
            String askedBy,
            String askedAt,
            String state,
            @Nullable String granted,
            @Nullable String answer,
            @Nullable String decidedAt) {

        static RequestJson of(Invitee invitee, TimeRequest request) {
            TimeRequest.Decision decision = request.decision().orElse(null);
            return new RequestJson(
                    invitee.key(),
                    invitee.name(),
                    request.version(),
                    request.until().toString(),
                    request.reason(),
                    request.askedBy(),
                    request.askedAt().toString(),
                    decision == null ? "WAITING" : decision.granted().isPresent() ? "GRANTED" : "DECLINED",
                    decision == null
                            ? null
                            : decision.granted().map(Object::toString).orElse(null),
                    decision == null ? null : decision.answer(),
                    decision == null ? null : decision.at().toString());
        }
    }

    @GetMapping("/extensions")
    Page<RequestJson> list(@PathVariable UUID id) {
        Person asker = askers.require();
        RoundId round = new RoundId(id);
        Map<InviteeId, Invitee> invitees = replies.list(asker, round).stream()
                .map(Replies.Answer::invitee)
                .collect(Collectors.toMap(Invitee::id, Function.identity()));
        return Page.whole(requests.of(asker, round).stream()
                .filter(request -> invitees.containsKey(request.invitee()))
                .map(request -> RequestJson.of(Objects.requireNonNull(invitees.get(request.invitee())), request))
                .toList());
    }

    record Asked(@Nullable OffsetDateTime until, @Nullable String reason) {}

    @PostMapping("/replies/{unit}/extension")
    ResponseEntity<RequestJson> ask(@PathVariable UUID id, @PathVariable String unit, @RequestBody Asked asked) {
        Person asker = askers.require();
        if (asked.until() == null) {
            invitee(asker, id, unit);
            throw Refusal.unprocessable("DEADLINE_MISSING");
        }
        TimeRequest request = requests.ask(
                asker,
                new RoundId(id),
                unit,
                asked.until().toInstant(),
                Objects.requireNonNullElse(asked.reason(), ""));
        return tagged(HttpStatus.CREATED, asker, id, unit, request);
    }

    /** @param until another deadline than the one asked for */
    record Granted(@Nullable OffsetDateTime until, @Nullable Integer version) {}

    @PostMapping("/replies/{unit}/extension/grant")
    ResponseEntity<RequestJson> grant(
            @PathVariable UUID id,
            @PathVariable String unit,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Granted granted) {
        Person asker = askers.require();
        OffsetDateTime until = granted == null ? null : granted.until();
        TimeRequest request = requests.grant(
                asker,
                new RoundId(id),
                unit,
                until == null ? null : until.toInstant(),
                Versions.optional(ifMatch, granted == null ? null : granted.version()));
        return tagged(HttpStatus.OK, asker, id, unit, request);
    }

    record Declined(@Nullable String reason, @Nullable Integer version) {}

    @PostMapping("/replies/{unit}/extension/decline")
    ResponseEntity<RequestJson> decline(
            @PathVariable UUID id,
            @PathVariable String unit,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Declined declined) {
        Person asker = askers.require();
        TimeRequest request = requests.decline(
                asker,
                new RoundId(id),
                unit,
                Objects.requireNonNullElse(declined.reason(), ""),
                Versions.optional(ifMatch, declined.version()));
        return tagged(HttpStatus.OK, asker, id, unit, request);
    }

    private ResponseEntity<RequestJson> tagged(
            HttpStatus status, Person asker, UUID id, String unit, TimeRequest request) {
        return ResponseEntity.status(status)
                .eTag(Versions.tag(request.version()))
                .body(RequestJson.of(invitee(asker, id, unit), request));
    }

    private Invitee invitee(Person asker, UUID id, String unit) {
        return replies.list(asker, new RoundId(id)).stream()
                .map(Replies.Answer::invitee)
                .filter(invitee -> invitee.key().equals(unit))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
