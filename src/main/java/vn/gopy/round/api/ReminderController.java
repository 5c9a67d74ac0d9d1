package vn.gopy.round.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.round.InviteeId;
import vn.gopy.round.Replies;
import vn.gopy.round.RoundId;
import vn.gopy.round.running.Reminder;
import vn.gopy.round.running.Reminders;
import vn.gopy.shared.Page;

/** Nhắc, đã gọi. */
@RestController
@RequestMapping("/api/v1/rounds/{id}")
class ReminderController {

    private final Askers askers;
    private final Reminders reminders;
    private final Replies replies;

    ReminderController(Askers askers, Reminders reminders, Replies replies) {
        this.askers = askers;
        this.reminders = reminders;
        this.replies = replies;
    }

    /** @param by empty for a set one */
    record ReminderJson(
            String invitee,
            Reminder.Kind kind,
            String by,
            @Nullable Integer daysBefore,
            @Nullable String note,
            String at) {}

    @GetMapping("/reminders")
    Page<ReminderJson> list(@PathVariable UUID id) {
        Person asker = askers.require();
        RoundId round = new RoundId(id);
        List<Reminder> all = reminders.of(asker, round);
        Map<InviteeId, String> keys = replies.list(asker, round).stream()
                .collect(Collectors.toMap(
                        answer -> answer.invitee().id(),
                        answer -> answer.invitee().key()));
        return Page.whole(all.stream().map(one -> json(keys, one)).toList());
    }

    private static ReminderJson json(Map<InviteeId, String> keys, Reminder one) {
        return new ReminderJson(
                Objects.requireNonNullElse(keys.get(one.invitee()), ""),
                one.kind(),
                one.by(),
                one.kind() == Reminder.Kind.SET ? one.daysBefore() : null,
                one.kind() == Reminder.Kind.CALL ? one.note() : null,
                one.at().toString());
    }

    /** @param invitees codes and user names; absent for all who have not answered */
    record Wanted(@Nullable List<String> invitees) {}

    record Outcome(List<String> reminded, int earlier, List<String> unreachable) {}

    @PostMapping("/reminders")
    Outcome remind(@PathVariable UUID id, @RequestBody(required = false) @Nullable Wanted wanted) {
        Person asker = askers.require();
        RoundId round = new RoundId(id);
        List<String> keys = wanted == null || wanted.invitees() == null
                ? replies.list(asker, round).stream()
                        .map(answer -> answer.invitee().key())
                        .toList()
                : wanted.invitees();
        Reminders.Outcome outcome = reminders.remind(asker, round, keys);
        return new Outcome(outcome.reminded(), outcome.earlier(), outcome.unreachable());
    }

    record Call(@Nullable String note) {}

    @PostMapping("/replies/{unit}/calls")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void called(@PathVariable UUID id, @PathVariable String unit, @RequestBody(required = false) @Nullable Call call) {
        String note = call == null ? "" : Objects.requireNonNullElse(call.note(), "");
        reminders.called(askers.require(), new RoundId(id), unit, note);
    }
}
