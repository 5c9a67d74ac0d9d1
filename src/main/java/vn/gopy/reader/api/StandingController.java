package vn.gopy.reader.api;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
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
import vn.gopy.draft.VersionId;
import vn.gopy.round.Consents;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.web.Versions;

/** Nhất trí and the ways back, as the reader in the page asks for them; each answer tells how the person stands now. */
@RestController
@RequestMapping("/app-api/rounds/{id}")
class StandingController {

    private final Askers askers;
    private final Rounds rounds;
    private final Replies replies;
    private final Consents consents;
    private final Standings standings;

    StandingController(Askers askers, Rounds rounds, Replies replies, Consents consents, Standings standings) {
        this.askers = askers;
        this.rounds = rounds;
        this.replies = replies;
        this.consents = consents;
        this.standings = standings;
    }

    record Answer(List<Standings.Standing> standings) {}

    @GetMapping("/drafts/{draft}/standings")
    Answer of(@PathVariable UUID id, @PathVariable UUID draft, Locale locale) {
        return now(askers.require(), new RoundId(id), new VersionId(draft), locale);
    }

    private Answer now(Person asker, RoundId round, VersionId draft, Locale locale) {
        return new Answer(standings.of(asker, rounds.get(asker, round), draft, locale));
    }

    /** @param invitees for whom the asker agrees; absent for the own invitation, or that of a unit the asker heads */
    record Agreement(UUID versionId, @Nullable List<String> invitees) {}

    @PutMapping("/agree")
    Answer agree(@PathVariable UUID id, @RequestBody Agreement agreement, Locale locale) {
        Person asker = askers.require();
        RoundId round = new RoundId(id);
        VersionId draft = new VersionId(agreement.versionId());
        if (agreement.invitees() == null) {
            consents.agree(asker, round, draft);
        } else {
            consents.agree(asker, round, agreement.invitees(), draft);
        }
        return now(asker, round, draft, locale);
    }

    /**
     * @param position null takes the one on the draft back
     * @param version of the reply that the asker has seen
     */
    record Said(
            UUID versionId,
            @Nullable Position position,
            @Nullable Integer version) {

        OptionalInt seen() {
            return Versions.optional(null, version);
        }
    }

    @PutMapping("/replies/{unit}/position")
    Answer change(@PathVariable UUID id, @PathVariable String unit, @RequestBody Said said, Locale locale) {
        Person asker = askers.require();
        RoundId round = new RoundId(id);
        VersionId draft = new VersionId(said.versionId());
        consents.change(asker, round, unit, draft, said.position(), said.seen());
        return now(asker, round, draft, locale);
    }

    @PostMapping("/replies/{unit}/submit")
    Answer submit(@PathVariable UUID id, @PathVariable String unit, @RequestBody Said said, Locale locale) {
        Person asker = askers.require();
        replies.submit(asker, new RoundId(id), unit, said.seen());
        return now(asker, new RoundId(id), new VersionId(said.versionId()), locale);
    }

    @PostMapping("/replies/{unit}/send")
    Answer send(@PathVariable UUID id, @PathVariable String unit, @RequestBody Said said, Locale locale) {
        Person asker = askers.require();
        replies.send(asker, new RoundId(id), unit, said.seen());
        return now(asker, new RoundId(id), new VersionId(said.versionId()), locale);
    }
}
