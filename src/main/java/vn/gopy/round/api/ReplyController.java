package vn.gopy.round.api;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Approval;
import vn.gopy.round.Capacity;
import vn.gopy.round.Consents;
import vn.gopy.round.InviteeId;
import vn.gopy.round.Position;
import vn.gopy.round.ReplacedReplies;
import vn.gopy.round.Replies;
import vn.gopy.round.Reply;
import vn.gopy.round.ReplyState;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Page;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.Versions;

@RestController
@RequestMapping("/api/v1/rounds/{id}/replies")
class ReplyController {

    private final Askers askers;
    private final Replies replies;
    private final Consents consents;
    private final Approval approval;
    private final ReplacedReplies replaced;

    ReplyController(Askers askers, Replies replies, Consents consents, Approval approval, ReplacedReplies replaced) {
        this.askers = askers;
        this.replies = replies;
        this.consents = consents;
        this.approval = approval;
        this.replaced = replaced;
    }

    record ReplyJson(
            String invitee,
            String name,
            @Nullable ReplyState state,
            @Nullable Integer version,
            @Nullable Capacity capacity,
            @Nullable String note,
            Map<String, Position> positions,
            @Nullable String sentAt,
            boolean late,
            boolean classified,
            @Nullable String letterNumber,
            @Nullable LocalDate letterDate,
            @Nullable String signedCopy) {

        static ReplyJson of(Replies.Answer answer) {
            var reply = answer.reply().orElse(null);
            var told = answer.reply().filter(known -> answer.readable()).orElse(null);
            Map<String, Position> positions = new LinkedHashMap<>();
            if (told != null) {
                told.positions().forEach((draft, position) -> positions.put(draft.toString(), position));
            }
            return new ReplyJson(
                    answer.invitee().key(),
                    answer.invitee().name(),
                    reply == null ? null : reply.state(),
                    told == null ? null : told.version(),
                    told == null ? null : told.capacity(),
                    told == null ? null : told.note(),
                    positions,
                    told == null || told.sentAt() == null ? null : told.sentAt().toString(),
                    told != null && told.late(),
                    answer.invitee().classifiedAt() != null,
                    told == null ? null : told.letterNumber(),
                    told == null ? null : told.letterDate(),
                    told == null || told.signedCopy().isEmpty() ? null : told.signedCopy());
        }

        static ResponseEntity<ReplyJson> tagged(Replies.Answer answer) {
            ReplyJson json = of(answer);
            var response = ResponseEntity.ok();
            return (json.version() == null ? response : response.eTag(Versions.tag(json.version()))).body(json);
        }
    }

    /** The chair reads the totals alone while the round is open, unless full replies are asked for, which is recorded. */
    @GetMapping
    Page<ReplyJson> list(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean full) {
        Person asker = askers.require();
        RoundId round = new RoundId(id);
        List<Replies.Answer> answers = full ? replies.full(asker, round) : replies.list(asker, round);
        return Page.whole(answers.stream().map(ReplyJson::of).toList());
    }

    /** What was sent and has another in its place; the earliest first. */
    record ReplacedJson(
            String invitee,
            @Nullable String sentAt,
            String sentBy,
            boolean late,
            boolean entered,
            Map<String, Position> positions,
            String note,
            String letterNumber,
            @Nullable LocalDate letterDate) {

        static ReplacedJson of(String key, ReplacedReplies.Replaced replaced) {
            Reply reply = replaced.reply();
            Map<String, Position> positions = new LinkedHashMap<>();
            reply.positions().forEach((draft, position) -> positions.put(draft.toString(), position));
            return new ReplacedJson(
                    key,
                    Objects.toString(reply.sentAt(), null),
                    replaced.sentBy(),
                    reply.late(),
                    reply.isEntered(),
                    positions,
                    reply.note(),
                    reply.letterNumber(),
                    reply.letterDate());
        }
    }

    @GetMapping("/replaced")
    Page<ReplacedJson> replaced(@PathVariable UUID id) {
        Person asker = askers.require();
        RoundId round = new RoundId(id);
        Map<InviteeId, List<ReplacedReplies.Replaced>> all = replaced.of(asker, round);
        return Page.whole(replies.list(asker, round).stream()
                .map(Replies.Answer::invitee)
                .flatMap(invitee -> all.getOrDefault(invitee.id(), List.of()).stream()
                        .map(one -> ReplacedJson.of(invitee.key(), one)))
                .toList());
    }

    record Positions(
            @Nullable Position position,
            @Nullable Map<UUID, @Nullable Position> positions,
            @Nullable String note,
            @Nullable Integer version) {

        Map<VersionId, Position> named() {
            Map<VersionId, Position> named = new LinkedHashMap<>();
            Objects.requireNonNullElse(positions, Map.<UUID, @Nullable Position>of())
                    .forEach((draft, position) -> {
                        if (position != null) {
                            named.put(new VersionId(draft), position);
                        }
                    });
            return named;
        }
    }

    @PutMapping("/{unit}")
    ResponseEntity<ReplyJson> put(
            @PathVariable UUID id,
            @PathVariable String unit,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Positions wanted) {
        Person asker = askers.require();
        RoundId round = new RoundId(id);
        OptionalInt seen = Versions.optional(ifMatch, wanted.version());
        if (wanted.position() != null) {
            return ReplyJson.tagged(replies.putAll(asker, round, unit, wanted.position(), wanted.note(), seen));
        }
        Map<VersionId, Position> positions = wanted.named();
        if (positions.isEmpty()) {
            throw nothingSaid(asker, round, unit);
        }
        return ReplyJson.tagged(replies.put(asker, round, unit, positions, wanted.note(), seen));
    }

    /** A reply without a position, which is told to those only who know of the invitation. */
    private Refusal nothingSaid(Person asker, RoundId round, String unit) {
        boolean known = replies.list(asker, round).stream()
                .anyMatch(answer -> answer.invitee().key().equals(unit));
        return known ? Refusal.unprocessable("POSITION_MISSING") : Refusal.notFound();
    }

    /** The version that the asker has seen, where it is told in the body. */
    record Seen(@Nullable Integer version) {

        static OptionalInt of(@Nullable String ifMatch, @Nullable Seen body) {
            return Versions.optional(ifMatch, body == null ? null : body.version());
        }
    }

    @PostMapping("/{unit}/submit")
    ResponseEntity<ReplyJson> submit(
            @PathVariable UUID id,
            @PathVariable String unit,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Seen seen) {
        return ReplyJson.tagged(replies.submit(askers.require(), new RoundId(id), unit, Seen.of(ifMatch, seen)));
    }

    /** What the head remarks, and the version that the head has read. */
    record Remark(@Nullable String remark, @Nullable Integer version) {}

    @PostMapping("/{unit}/return")
    ResponseEntity<ReplyJson> giveBack(
            @PathVariable UUID id,
            @PathVariable String unit,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Remark said) {
        return ReplyJson.tagged(approval.giveBack(
                askers.require(),
                new RoundId(id),
                unit,
                Objects.requireNonNullElse(said.remark(), ""),
                Versions.optional(ifMatch, said.version())));
    }

    /** Duyệt, phát hành công văn. */
    @PostMapping("/{unit}/approve-for-letter")
    ResponseEntity<ReplyJson> approveForLetter(
            @PathVariable UUID id,
            @PathVariable String unit,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Going going) {
        return ReplyJson.tagged(approval.approveForLetter(
                askers.require(),
                new RoundId(id),
                unit,
                Versions.optional(ifMatch, going == null ? null : going.version()),
                going == null ? null : going.capacity()));
    }

    /** The version that the asker lets go, and whose it is. */
    record Going(@Nullable Integer version, @Nullable Capacity capacity) {}

    @PostMapping("/{unit}/send")
    ResponseEntity<ReplyJson> send(
            @PathVariable UUID id,
            @PathVariable String unit,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Going going) {
        return ReplyJson.tagged(replies.send(
                askers.require(),
                new RoundId(id),
                unit,
                Versions.optional(ifMatch, going == null ? null : going.version()),
                going == null ? null : going.capacity()));
    }

    /** What is to be said instead, and whose it is. */
    record Amended(
            @Nullable Position position,
            @Nullable Map<UUID, @Nullable Position> positions,
            @Nullable String note,
            @Nullable Integer version,
            @Nullable Capacity capacity) {

        Positions said() {
            return new Positions(position, positions, note, version);
        }
    }

    /** A new reply that takes the place of a sent one; what it does not name stays as it was said. */
    @PostMapping("/{unit}/amend")
    ResponseEntity<ReplyJson> amend(
            @PathVariable UUID id,
            @PathVariable String unit,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Amended amended) {
        Person asker = askers.require();
        RoundId round = new RoundId(id);
        Positions wanted = amended.said();
        OptionalInt seen = Versions.optional(ifMatch, wanted.version());
        return ReplyJson.tagged(
                wanted.position() == null
                        ? consents.amend(asker, round, unit, wanted.named(), wanted.note(), seen, amended.capacity())
                        : consents.amendAll(
                                asker, round, unit, wanted.position(), wanted.note(), seen, amended.capacity()));
    }

    record Letter(
            @Nullable String letterNumber,
            @Nullable LocalDate letterDate,
            @Nullable Integer version) {}

    @PutMapping(path = "/{unit}/letter", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReplyJson> letter(
            @PathVariable UUID id,
            @PathVariable String unit,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Letter letter) {
        return ReplyJson.tagged(replies.letter(
                askers.require(),
                new RoundId(id),
                unit,
                Objects.requireNonNullElse(letter.letterNumber(), ""),
                letter.letterDate(),
                Versions.optional(ifMatch, letter.version())));
    }

    @PostMapping("/{unit}/classified")
    ReplyJson classified(@PathVariable UUID id, @PathVariable String unit) {
        return ReplyJson.of(replies.classified(askers.require(), new RoundId(id), unit));
    }
}
