package vn.gopy.round.api;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Approvers;
import vn.gopy.round.NewRound;
import vn.gopy.round.Openings;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.round.Visibility;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.Given;
import vn.gopy.shared.web.Versions;

/** A round until it opens: changed, opened, or called off. */
@RestController
class PreparedRoundController {

    private final Askers askers;
    private final Rounds rounds;
    private final Openings openings;
    private final Approvers approvers;
    private final ShownRounds shown;
    private final Clock clock;

    PreparedRoundController(
            Askers askers, Rounds rounds, Openings openings, Approvers approvers, ShownRounds shown, Clock clock) {
        this.askers = askers;
        this.rounds = rounds;
        this.openings = openings;
        this.approvers = approvers;
        this.shown = shown;
        this.clock = clock;
    }

    /** As in {@link RoundController.RoundRequest}; a field that is left out stays, null empties it. */
    record ChangeRequest(
            Given<List<UUID>> drafts,
            Given<String> title,
            Given<String> legalBasis,
            Given<OffsetDateTime> opensAt,
            Given<OffsetDateTime> closesAt,
            Given<List<String>> invitees,
            Given<Visibility> visibility,
            Given<RoundController.SilenceClause> silenceClause,
            Given<Boolean> letterRequired,
            Given<String> letterNumber,
            Given<LocalDate> letterDate,
            Given<String> consolidator,
            Given<String> approver) {}

    /** Of a round that has not opened. */
    @PatchMapping("/api/v1/rounds/{id}")
    ResponseEntity<ShownRounds.RoundJson> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ChangeRequest request) {
        Person asker = askers.require();
        RoundId known = runnable(asker, id);
        OptionalInt version = OptionalInt.of(Versions.required(ifMatch));
        return shown.answer(
                asker, openings.change(asker, known, version, changed(request, openings.prepared(asker, known))));
    }

    private NewRound changed(ChangeRequest request, NewRound before) {
        Map<NewRound.Invited, NewRound.Invited> asked = before.invitees().stream()
                .collect(Collectors.toMap(PreparedRoundController::withoutDeadline, Function.identity()));
        RoundController.SilenceClause silence = request.silenceClause().value();
        String letterNumber = request.letterNumber().or(before.letterNumber(), "");
        return new NewRound(
                request.drafts().present()
                        ? Stream.ofNullable(request.drafts().value())
                                .flatMap(List::stream)
                                .map(VersionId::new)
                                .toList()
                        : before.drafts(),
                request.title().or(before.title(), ""),
                request.legalBasis().or(before.legalBasis(), ""),
                request.opensAt().present()
                        ? Optional.ofNullable(request.opensAt().value())
                                .map(OffsetDateTime::toInstant)
                                .orElseGet(clock::instant)
                        : before.opensAt(),
                request.closesAt().present()
                        ? Optional.ofNullable(request.closesAt().value())
                                .orElseThrow(() -> Refusal.unprocessable("DEADLINE_MISSING"))
                                .toInstant()
                        : before.closesAt(),
                request.invitees().present()
                        ? Stream.ofNullable(request.invitees().value())
                                .flatMap(List::stream)
                                .map(openings::named)
                                .map(one -> asked.getOrDefault(one, one))
                                .toList()
                        : before.invitees(),
                request.visibility().or(before.visibility()),
                request.silenceClause().present() ? (silence == null ? null : silence.text()) : before.silence(),
                silence == null || silence.letterNumber() == null ? letterNumber : silence.letterNumber(),
                request.letterDate().or(before.letterDate()),
                request.letterRequired().or(before.letterRequired(), false),
                request.consolidator().or(before.consolidator()),
                request.approver().present()
                        ? Optional.ofNullable(request.approver().value())
                                .map(approvers::named)
                                .orElse(null)
                        : before.approver(),
                List.of());
    }

    private static NewRound.Invited withoutDeadline(NewRound.Invited invited) {
        return switch (invited) {
            case NewRound.Invited.AUnit(String code, var own) -> new NewRound.Invited.AUnit(code);
            case NewRound.Invited.APerson(PersonId person, var own) -> new NewRound.Invited.APerson(person);
        };
    }

    /** Opens now what was to open later. */
    @PostMapping("/api/v1/rounds/{id}/open")
    ResponseEntity<ShownRounds.RoundJson> openNow(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Person asker = askers.require();
        RoundId known = runnable(asker, id);
        return shown.answer(asker, openings.openNow(asker, known, Versions.optional(ifMatch, null)));
    }

    /** Calls off a round that has not opened. */
    @DeleteMapping("/api/v1/rounds/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void callOff(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Person asker = askers.require();
        RoundId known = runnable(asker, id);
        openings.callOff(asker, known, OptionalInt.of(Versions.required(ifMatch)));
    }

    private RoundId runnable(Person asker, UUID id) {
        RoundId known = rounds.get(asker, new RoundId(id)).id();
        if (!rounds.mayRun(asker)) {
            throw Refusal.forbidden();
        }
        return known;
    }
}
