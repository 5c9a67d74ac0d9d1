package vn.gopy.round.api;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Units;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionId;
import vn.gopy.round.AnswerCounts;
import vn.gopy.round.Approver;
import vn.gopy.round.Approvers;
import vn.gopy.round.NewRound;
import vn.gopy.round.OpinionFigures;
import vn.gopy.round.OutcomeCounts;
import vn.gopy.round.OutcomeFigures;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.RoundFigures;
import vn.gopy.round.RoundId;
import vn.gopy.round.RoundState;
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
    private final Approvers approvers;
    private final Replies replies;
    private final OpinionFigures figures;
    private final Dossiers dossiers;
    private final Drafts drafts;
    private final People people;
    private final Units units;
    private final Announcing announcing;
    private final Clock clock;

    RoundController(
            Askers askers,
            Rounds rounds,
            Approvers approvers,
            Replies replies,
            OpinionFigures figures,
            Dossiers dossiers,
            Drafts drafts,
            People people,
            Units units,
            Announcing announcing,
            Clock clock) {
        this.askers = askers;
        this.rounds = rounds;
        this.approvers = approvers;
        this.replies = replies;
        this.figures = figures;
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.people = people;
        this.units = units;
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

    record RoundJson(
            RoundId id,
            int version,
            String title,
            String legalBasis,
            RoundState state,
            String opensAt,
            String closesAt,
            Visibility visibility,
            ApproverJson approver,
            @Nullable Map<String, Integer> counts,
            List<DraftJson> drafts) {}

    /** @param kind CHAIR, HEAD of the unit of that name, or the PERSON */
    record ApproverJson(String kind, String name, String post) {}

    record DraftJson(VersionId versionId, @Nullable Map<String, Integer> counts) {}

    @PostMapping("/dossiers/{id}/rounds")
    ResponseEntity<RoundJson> openAboutOne(@PathVariable UUID id, @RequestBody RoundRequest request) {
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
    ResponseEntity<RoundJson> open(@RequestBody RoundRequest request) {
        Person asker = askers.require();
        requireRunner(asker);
        Round round = rounds.open(asker, wanted(request));
        return ResponseEntity.created(URI.create("/api/v1/rounds/" + round.id()))
                .eTag(Versions.tag(round.version()))
                .body(json(asker, round));
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
                        .map(this::invited)
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

    /** A unit's code, else a user name. */
    private NewRound.Invited invited(String key) {
        return units.byCode(key)
                .<NewRound.Invited>map(unit -> new NewRound.Invited.AUnit(unit.code()))
                .or(() -> people.byUsername(key).map(person -> new NewRound.Invited.APerson(person.id())))
                .orElseThrow(() -> Refusal.unprocessable("INVITEE_UNKNOWN", key));
    }

    @GetMapping("/rounds/{id}")
    ResponseEntity<RoundJson> get(@PathVariable UUID id) {
        Person asker = askers.require();
        Round round = rounds.get(asker, new RoundId(id));
        return ResponseEntity.ok().eTag(Versions.tag(round.version())).body(json(asker, round));
    }

    /** For all, or for one invitee. */
    record Extension(
            @Nullable OffsetDateTime closesAt,
            @Nullable String reason,
            @Nullable String invitee) {}

    @PostMapping("/rounds/{id}/extend")
    RoundJson extend(@PathVariable UUID id, @RequestBody Extension extension) {
        Person asker = askers.require();
        RoundId round = rounds.get(asker, new RoundId(id)).id();
        requireRunner(asker);
        if (extension.closesAt() == null) {
            throw Refusal.unprocessable("DEADLINE_MISSING");
        }
        Instant closesAt = extension.closesAt().toInstant();
        String reason = Objects.requireNonNullElse(extension.reason(), "");
        if (extension.invitee() == null) {
            return json(asker, rounds.extend(asker, round, closesAt, reason));
        }
        replies.extend(asker, round, extension.invitee(), closesAt, reason);
        return json(asker, rounds.get(asker, round));
    }

    @PostMapping("/rounds/{id}/close")
    RoundJson close(@PathVariable UUID id) {
        Person asker = askers.require();
        return json(asker, rounds.close(asker, new RoundId(id)));
    }

    @PostMapping("/rounds/{id}/lock")
    RoundJson lock(@PathVariable UUID id) {
        Person asker = askers.require();
        return json(asker, rounds.lock(asker, new RoundId(id)));
    }

    /** Thông báo kết quả. */
    @PostMapping("/rounds/{id}/announce")
    RoundJson announce(@PathVariable UUID id) {
        Person asker = askers.require();
        RoundId round = new RoundId(id);
        announcing.announce(asker, round);
        return json(asker, rounds.get(asker, round));
    }

    /** A unit's code for its head, a user name, or empty for the chair; without one, who approves usually. */
    record ApproverRequest(
            @Nullable String approver, @Nullable Integer version) {}

    /** Who approves the table. */
    @PutMapping("/rounds/{id}/approver")
    ResponseEntity<RoundJson> approver(
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
        return ResponseEntity.ok().eTag(Versions.tag(round.version())).body(json(asker, round));
    }

    private static ApproverJson approver(Approvers.Choice choice) {
        String kind = switch (choice.approver()) {
            case Approver.Chair() -> "CHAIR";
            case Approver.HeadOf head -> "HEAD";
            case Approver.Named named -> "PERSON";
        };
        return new ApproverJson(kind, choice.name(), choice.post());
    }

    private RoundJson json(Person asker, Round round) {
        boolean counted = asker.is(Role.SECRETARIAT) || asker.is(Role.CHAIR);
        Optional<Sums> sums = counted ? Optional.of(sums(asker, round)) : Optional.empty();
        return new RoundJson(
                round.id(),
                round.version(),
                round.title(),
                round.legalBasis(),
                round.state(clock.instant()),
                round.opensAt().toString(),
                round.closes().toString(),
                round.visibility(),
                approver(approvers.of(asker, round.id())),
                sums.map(Sums::overall).orElse(null),
                round.drafts().stream()
                        .map(draft -> new DraftJson(
                                draft, sums.map(all -> all.on(draft)).orElse(null)))
                        .toList());
    }

    private Sums sums(Person asker, Round round) {
        return new Sums(
                Objects.requireNonNull(
                        rounds.figures(asker, List.of(round.id())).get(round.id())),
                figures.figures(asker, round.id()));
    }

    private record Sums(RoundFigures answers, OutcomeFigures opinions) {

        private Map<String, Integer> overall() {
            return counts(answers.overall(), opinions.overall());
        }

        private Map<String, Integer> on(VersionId draft) {
            return counts(answers.on(draft), opinions.on(draft));
        }
    }

    private static Map<String, Integer> counts(AnswerCounts answers, OutcomeCounts opinions) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("asked", answers.asked());
        counts.put("answered", answers.answered());
        counts.put("agreed", answers.agreed());
        counts.put("agreedWithOpinions", answers.agreedWithOpinions());
        counts.put("objected", answers.objected());
        counts.put("classified", answers.classified());
        counts.put("noAnswer", answers.noAnswer());
        counts.put("deemedConsent", answers.deemedConsent());
        counts.put("late", answers.late());
        counts.put("extended", answers.extended());
        counts.put("uninvited", answers.uninvited());
        counts.put("opinions", opinions.opinions());
        counts.put("accepted", opinions.accepted());
        counts.put("partlyAccepted", opinions.partlyAccepted());
        counts.put("kept", opinions.kept());
        counts.put("noted", opinions.noted());
        counts.put("escalated", opinions.escalated());
        counts.put("pending", opinions.pending());
        return counts;
    }
}
