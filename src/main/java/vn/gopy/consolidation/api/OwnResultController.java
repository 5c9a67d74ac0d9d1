package vn.gopy.consolidation.api;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.OwnResult;
import vn.gopy.consolidation.OwnResults;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.loop.AnswerBack;
import vn.gopy.consolidation.loop.AnswerBacks;
import vn.gopy.consolidation.loop.OwnSights;
import vn.gopy.consolidation.loop.OwnSights.Sight;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.VersionId;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Page;

/** Ý kiến của tôi: what the asker and the asker's units have said, what became of it, and what they say to that. */
@RestController
class OwnResultController {

    private final Askers askers;
    private final OwnResults results;
    private final OwnSights sights;
    private final AnswerBacks backs;
    private final Rounds rounds;

    OwnResultController(Askers askers, OwnResults results, OwnSights sights, AnswerBacks backs, Rounds rounds) {
        this.askers = askers;
        this.results = results;
        this.sights = sights;
        this.backs = backs;
        this.rounds = rounds;
    }

    /**
     * Whether the newest draft after that of the opinion shows it.
     *
     * @param ordinal lần thứ mấy the newest draft is
     * @param before the words of its place then; null without a place
     * @param now the words of the same place in the newest draft; null where it has none
     */
    record SeenJson(
            int ordinal,
            boolean stands,
            @Nullable String before,
            @Nullable String now) {

        static SeenJson of(Sight sight) {
            return new SeenJson(
                    sight.newest().ordinal(),
                    sight.seen().stands(),
                    words(sight.seen().before()),
                    words(sight.seen().now()));
        }

        private static @Nullable String words(@Nullable PlacedProvision place) {
            return place == null ? null : place.text();
        }
    }

    /** What was said to the result. */
    record BackJson(String text, String by, Instant at) {

        static BackJson of(AnswerBack given) {
            return new BackJson(given.text(), given.by(), given.at());
        }
    }

    /**
     * @param announced when the results of its round were; null while they are not, and so are outcome and answer
     * @param unit whether a unit said it and not the asker
     * @param appliedText the words that the draft is to have; null where none are named
     * @param seen null while no newer draft can show it
     * @param answerBackUntil null where nothing may be said to it, or no more
     */
    record OwnJson(
            PointId id,
            RoundId roundId,
            String round,
            @Nullable Instant announced,
            VersionId versionId,
            String dossier,
            @Nullable Integer number,
            String author,
            boolean unit,
            @Nullable String path,
            String text,
            @Nullable String replacement,
            @Nullable Outcome outcome,
            String basis,
            String answer,
            @Nullable String appliedText,
            @Nullable SeenJson seen,
            @Nullable BackJson answerBack,
            @Nullable Instant answerBackUntil) {}

    /** Of all rounds, what still waits for its result first; at most a thousand. */
    @GetMapping("/api/v1/me/opinions")
    Page<OwnJson> own() {
        Person asker = askers.require();
        List<OwnResult> all = results.all(asker);
        Map<PointId, Sight> seen = new HashMap<>();
        all.stream()
                .collect(Collectors.groupingBy(OwnResult::round))
                .values()
                .forEach(those -> seen.putAll(sights.of(asker, those)));
        Map<PointId, AnswerBack> given = backs.own(asker);
        Set<RoundId> ended = rounds.ended(all.stream().map(OwnResult::round).collect(Collectors.toSet()));
        return Page.whole(all.stream()
                .map(one -> json(
                        one,
                        seen.get(one.id()),
                        given.get(one.id()),
                        ended.contains(one.round())
                                ? null
                                : backs.until(asker, one).orElse(null)))
                .toList());
    }

    private static OwnJson json(
            OwnResult one, @Nullable Sight sight, @Nullable AnswerBack given, @Nullable Instant until) {
        return new OwnJson(
                one.id(),
                one.round(),
                one.title(),
                one.announced(),
                one.draft(),
                one.code(),
                one.number(),
                one.who(),
                one.ofUnit(),
                one.path(),
                one.text(),
                one.replacement(),
                one.outcome(),
                one.basis(),
                one.answer(),
                one.applied(),
                sight == null ? null : SeenJson.of(sight),
                given == null ? null : BackJson.of(given),
                given == null ? until : null);
    }

    record Said(@Nullable String text) {}

    /** Once, within the window; for a unit its head does. */
    @PostMapping("/api/v1/points/{id}/answer-back")
    @ResponseStatus(HttpStatus.CREATED)
    BackJson say(@PathVariable UUID id, @RequestBody Said said) {
        Person asker = askers.require();
        PointId point = new PointId(id);
        backs.say(asker, point, Objects.requireNonNullElse(said.text(), ""));
        return BackJson.of(Objects.requireNonNull(backs.own(asker).get(point)));
    }
}
