package vn.gopy.round.api;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.VersionId;
import vn.gopy.round.AnswerCounts;
import vn.gopy.round.Approver;
import vn.gopy.round.Approvers;
import vn.gopy.round.Round;
import vn.gopy.round.RoundFigures;
import vn.gopy.round.RoundId;
import vn.gopy.round.RoundState;
import vn.gopy.round.Rounds;
import vn.gopy.round.Visibility;
import vn.gopy.round.figures.OpinionFigures;
import vn.gopy.round.figures.OutcomeCounts;
import vn.gopy.round.figures.OutcomeFigures;
import vn.gopy.shared.web.Versions;

/** A round as the API tells it. */
@Component
class ShownRounds {

    private final Rounds rounds;
    private final Approvers approvers;
    private final OpinionFigures figures;
    private final Clock clock;

    ShownRounds(Rounds rounds, Approvers approvers, OpinionFigures figures, Clock clock) {
        this.rounds = rounds;
        this.approvers = approvers;
        this.figures = figures;
        this.clock = clock;
    }

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

    /** The same, with its version as a tag. */
    ResponseEntity<RoundJson> answer(Person asker, Round round) {
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

    /** The round as the asker may know it; the sums for those who lead. */
    RoundJson json(Person asker, Round round) {
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
