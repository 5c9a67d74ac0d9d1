package vn.gopy.round.api;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.round.Invitee;
import vn.gopy.round.InviteeId;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.round.StandIns;
import vn.gopy.shared.Page;
import vn.gopy.shared.Refusal;

/** Gửi thay cho: which bodies from outside the list have answered for one that was asked. */
@RestController
@RequestMapping("/api/v1/rounds/{id}")
class StandInController {

    private final Askers askers;
    private final Rounds rounds;
    private final StandIns standIns;

    StandInController(Askers askers, Rounds rounds, StandIns standIns) {
        this.askers = askers;
        this.rounds = rounds;
        this.standIns = standIns;
    }

    /**
     * @param unit key of the sender; null where the asker is not told of it
     * @param invitee key of the body that was asked
     */
    record StandInJson(
            @Nullable String unit, String name, @Nullable String invitee, String inviteeName) {}

    @GetMapping("/stand-ins")
    Page<StandInJson> list(@PathVariable UUID id) {
        Person asker = askers.require();
        RoundId round = new RoundId(id);
        Map<InviteeId, String> keys =
                rounds.invitees(asker, round).stream().collect(Collectors.toMap(Invitee::id, Invitee::key));
        return Page.whole(standIns.of(asker, round).values().stream()
                .map(one -> new StandInJson(keys.get(one.sender()), one.name(), keys.get(one.asked()), one.askedName()))
                .toList());
    }

    /** @param invitee key of the body that was asked; null for none */
    record StandsFor(@Nullable String invitee) {}

    @PutMapping("/replies/{unit}/stands-for")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void standFor(@PathVariable UUID id, @PathVariable String unit, @RequestBody StandsFor wanted) {
        Person asker = askers.require();
        RoundId round = rounds.get(asker, new RoundId(id)).id();
        if (!rounds.mayRun(asker)) {
            throw Refusal.forbidden();
        }
        if (Objects.toString(wanted.invitee(), "").isEmpty()) {
            standIns.standAlone(asker, round, unit);
        } else {
            standIns.standFor(asker, round, unit, Objects.requireNonNull(wanted.invitee()));
        }
    }
}
