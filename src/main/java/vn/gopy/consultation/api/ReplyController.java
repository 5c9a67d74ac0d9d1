package vn.gopy.consultation.api;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.consultation.Position;
import vn.gopy.consultation.Replies;
import vn.gopy.consultation.ReplyState;
import vn.gopy.consultation.RoundId;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.Page;
import vn.gopy.shared.Refusal;

@RestController
@RequestMapping("/api/v1/rounds/{id}/replies")
class ReplyController {

    private final Askers askers;
    private final Replies replies;

    ReplyController(Askers askers, Replies replies) {
        this.askers = askers;
        this.replies = replies;
    }

    record ReplyJson(
            String invitee,
            String name,
            @Nullable ReplyState state,
            @Nullable Integer version,
            @Nullable String note,
            Map<String, Position> positions,
            @Nullable String sentAt,
            boolean late,
            boolean classified,
            @Nullable String letterNumber,
            @Nullable LocalDate letterDate) {

        static ReplyJson of(Replies.Answer answer) {
            Map<String, Position> positions = new LinkedHashMap<>();
            var reply = answer.reply().orElse(null);
            if (reply != null) {
                reply.positions().forEach((draft, position) -> positions.put(draft.toString(), position));
            }
            return new ReplyJson(
                    answer.invitee().key(),
                    answer.invitee().name(),
                    reply == null ? null : reply.state(),
                    reply == null ? null : reply.version(),
                    reply == null ? null : reply.note(),
                    positions,
                    reply == null || reply.sentAt() == null
                            ? null
                            : reply.sentAt().toString(),
                    reply != null && reply.late(),
                    answer.invitee().classifiedAt() != null,
                    reply == null ? null : reply.letterNumber(),
                    reply == null ? null : reply.letterDate());
        }
    }

    @GetMapping
    Page<ReplyJson> list(@PathVariable UUID id) {
        return Page.whole(replies.list(askers.require(), new RoundId(id)).stream()
                .map(ReplyJson::of)
                .toList());
    }

    record Positions(
            @Nullable Position position,
            @Nullable Map<UUID, @Nullable Position> positions,
            @Nullable String note) {}

    @PutMapping("/{unit}")
    ReplyJson put(@PathVariable UUID id, @PathVariable String unit, @RequestBody Positions wanted) {
        Person asker = askers.require();
        String note = Objects.requireNonNullElse(wanted.note(), "");
        if (wanted.position() != null) {
            return ReplyJson.of(replies.putAll(asker, new RoundId(id), unit, wanted.position(), note));
        }
        Map<VersionId, Position> positions = new LinkedHashMap<>();
        Objects.requireNonNullElse(wanted.positions(), Map.<UUID, @Nullable Position>of())
                .forEach((draft, position) -> {
                    if (position != null) {
                        positions.put(new VersionId(draft), position);
                    }
                });
        if (positions.isEmpty()) {
            throw nothingSaid(asker, new RoundId(id), unit);
        }
        return ReplyJson.of(replies.put(asker, new RoundId(id), unit, positions, note));
    }

    /** A reply without a position, which is told to those only who know of the invitation. */
    private Refusal nothingSaid(Person asker, RoundId round, String unit) {
        boolean known = replies.list(asker, round).stream()
                .anyMatch(answer -> answer.invitee().key().equals(unit));
        return known ? Refusal.unprocessable("POSITION_MISSING") : Refusal.notFound();
    }

    @PostMapping("/{unit}/submit")
    ReplyJson submit(@PathVariable UUID id, @PathVariable String unit) {
        return ReplyJson.of(replies.submit(askers.require(), new RoundId(id), unit));
    }

    @PostMapping("/{unit}/send")
    ReplyJson send(@PathVariable UUID id, @PathVariable String unit) {
        return ReplyJson.of(replies.send(askers.require(), new RoundId(id), unit));
    }

    record Letter(@Nullable String letterNumber, @Nullable LocalDate letterDate) {}

    @PutMapping("/{unit}/letter")
    ReplyJson letter(@PathVariable UUID id, @PathVariable String unit, @RequestBody Letter letter) {
        return ReplyJson.of(replies.letter(
                askers.require(),
                new RoundId(id),
                unit,
                Objects.requireNonNullElse(letter.letterNumber(), ""),
                letter.letterDate()));
    }

    @PostMapping("/{unit}/classified")
    ReplyJson classified(@PathVariable UUID id, @PathVariable String unit) {
        return ReplyJson.of(replies.classified(askers.require(), new RoundId(id), unit));
    }
}
