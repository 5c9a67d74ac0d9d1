package vn.gopy.round.api;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Approvers;
import vn.gopy.round.NewRound;
import vn.gopy.round.Openings;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.round.Visibility;
import vn.gopy.round.running.Announcing;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.Versions;

@RestController
@RequestMapping("/api/v1")
class RoundController {

    private final Askers askers;
    private final Rounds rounds;
    private final Openings openings;
    private final Approvers approvers;
    private final Replies replies;
    private final ShownRounds shown;
    private final Dossiers dossiers;
    private final Drafts drafts;
    private final Announcing announcing;
    private final Clock clock;

    RoundController(
            Askers askers,
            Rounds rounds,
            Openings openings,
            Approvers approvers,
            Replies replies,
            ShownRounds shown,
            Dossiers dossiers,
            Drafts drafts,
            Announcing announcing,
            Clock clock) {
        this.askers = askers;
        this.rounds = rounds;
        this.openings = openings;
        this.approvers = approvers;
        this.replies = replies;
        this.shown = shown;
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.announcing = announcing;
        this.clock = clock;
    }

    record SilenceClause(@Nullable String text, @Nullable String letterNumber) {}

    record AskedQuestion(@Nullable String text, @Nullable List<String> options) {}

    record RoundRequest(
            @Nullable UUID versionId,
            @Nullable List<UUID> drafts,
            @Nullable String title,
            @Nullable String legalBasis,
            @Nullable OffsetDateTime opensAt,
            @Nullable OffsetDateTime closesAt,
            @Nullable List<String> invitees,
            @Nullable Visibility visibility,
            @Nullable SilenceClause silenceClause,
            @Nullable Boolean letterRequired,
            @Nullable String letterNumber,
            @Nullable LocalDate letterDate,
            @Nullable String consolidator,
            @Nullable String approver,
            @Nullable List<AskedQuestion> questions) {}

    @PostMapping("/dossiers/{id}/rounds")
    ResponseEntity<ShownRounds.RoundJson> openAboutOne(@PathVariable UUID id, @RequestBody RoundRequest request) {
        Person asker = askers.require();
        DossierId dossier = dossiers.get(asker, new DossierId(id)).id();
        requireRunner(asker);
        boolean elsewhere = drafts(request).stream()
                .anyMatch(draft -> !drafts.get(asker, draft).dossierId().equals(dossier));
        if (elsewhere) {
            throw Refusal.notFound();
        }
        return open(request);
    }

    @PostMapping("/rounds")
    ResponseEntity<ShownRounds.RoundJson> open(@RequestBody RoundRequest request) {
        Person asker = askers.require();
        requireRunner(asker);
        Round round = openings.open(asker, wanted(request));
        return ResponseEntity.created(URI.create("/api/v1/rounds/" + round.id()))
                .eTag(Versions.tag(round.version()))
                .body(shown.json(asker, round));
    }

    private void requireRunner(Person asker) {
        if (!rounds.mayRun(asker)) {
            throw Refusal.forbidden();
        }
    }

    private NewRound wanted(RoundRequest request) {
        if (request.closesAt() == null) {
            throw Refusal.unprocessable("DEADLINE_MISSING");
        }
        SilenceClause silence = request.silenceClause();
        return new NewRound(
                drafts(request),
                Objects.requireNonNullElse(request.title(), ""),
                Objects.requireNonNullElse(request.legalBasis(), ""),
                request.opensAt() == null ? clock.instant() : request.opensAt().toInstant(),
                request.closesAt().toInstant(),
                Objects.requireNonNullElse(request.invitees(), List.<String>of()).stream()
                        .map(openings::named)
                        .toList(),
                request.visibility(),
                silence == null ? null : silence.text(),
                Objects.requireNonNullElse(silence == null ? request.letterNumber() : silence.letterNumber(), ""),
                request.letterDate(),
                Boolean.TRUE.equals(request.letterRequired()),
                request.consolidator(),
                request.approver() == null ? null : approvers.named(request.approver()),
                Objects.requireNonNullElse(request.questions(), List.<AskedQuestion>of()).stream()
                        .map(question -> new NewRound.NewQuestion(
                                Objects.requireNonNullElse(question.text(), ""),
                                Objects.requireNonNullElse(question.options(), List.of())))
                        .toList());
    }

    private static List<VersionId> drafts(RoundRequest request) {
        return Stream.concat(
                        Stream.ofNullable(request.versionId()),
                        Objects.requireNonNullElse(request.drafts(), List.<UUID>of()).stream())
                .distinct()
                .map(VersionId::new)
                .toList();
    }

    @GetMapping("/rounds/{id}")
    ResponseEntity<ShownRounds.RoundJson> get(@PathVariable UUID id) {
        Person asker = askers.require();
        Round round = rounds.get(asker, new RoundId(id));
        return shown.answer(asker, round);
    }

    /** For all, or for one invitee. */
    record Extension(
            @Nullable OffsetDateTime closesAt,
            @Nullable String reason,
            @Nullable String invitee) {}

    @PostMapping("/rounds/{id}/extend")
    ShownRounds.RoundJson extend(@PathVariable UUID id, @RequestBody Extension extension) {
        Person asker = askers.require();
        RoundId round = rounds.get(asker, new RoundId(id)).id();
        requireRunner(asker);
        if (extension.closesAt() == null) {
            throw Refusal.unprocessable("DEADLINE_MISSING");
        }
        Instant closesAt = extension.closesAt().toInstant();
        String reason = Objects.requireNonNullElse(extension.reason(), "");
        if (extension.invitee() == null) {
            return shown.json(asker, rounds.extend(asker, round, closesAt, reason));
        }
        replies.extend(asker, round, extension.invitee(), closesAt, reason);
        return shown.json(asker, rounds.get(asker, round));
    }

    @PostMapping("/rounds/{id}/close")
    ShownRounds.RoundJson close(@PathVariable UUID id) {
        Person asker = askers.require();
        return shown.json(asker, rounds.close(asker, new RoundId(id)));
    }

    @PostMapping("/rounds/{id}/lock")
    ShownRounds.RoundJson lock(@PathVariable UUID id) {
        Person asker = askers.require();
        return shown.json(asker, rounds.lock(asker, new RoundId(id)));
    }

    /** Thông báo kết quả. */
    @PostMapping("/rounds/{id}/announce")
    ShownRounds.RoundJson announce(@PathVariable UUID id) {
        Person asker = askers.require();
        RoundId round = new RoundId(id);
        announcing.announce(asker, round);
        return shown.json(asker, rounds.get(asker, round));
    }

    /** A unit's code for its head, a user name, or empty for the chair; without one, who approves usually. */
    record ApproverRequest(
            @Nullable String approver, @Nullable Integer version) {}

    /** Who approves the table. */
    @PutMapping("/rounds/{id}/approver")
    ResponseEntity<ShownRounds.RoundJson> approver(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ApproverRequest request) {
        Person asker = askers.require();
        RoundId known = rounds.get(asker, new RoundId(id)).id();
        requireRunner(asker);
        Round round = approvers.choose(
                asker,
                known,
                Versions.optional(ifMatch, request.version()),
                request.approver() == null ? null : approvers.named(request.approver()));
        return shown.answer(asker, round);
    }
}
