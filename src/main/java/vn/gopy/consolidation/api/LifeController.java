package vn.gopy.consolidation.api;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.consolidation.EarlierOpinion;
import vn.gopy.consolidation.EarlierOpinions;
import vn.gopy.consolidation.Outcome;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.anchor.EarlierVersions;
import vn.gopy.draft.comparison.ComparisonJson;

/** Vì sao câu này thành thế này: how a place of a draft came to have its words. */
@RestController
class LifeController {

    private final Askers askers;
    private final EarlierOpinions opinions;

    LifeController(Askers askers, EarlierOpinions opinions) {
        this.askers = askers;
        this.opinions = opinions;
    }

    /**
     * The place in one version.
     *
     * @param place in words, where it stood then
     * @param steps from the words of the version before to its own; of the oldest one its words alone
     */
    record Stage(int ordinal, String place, List<ComparisonJson.Step> steps) {}

    /**
     * @param number in the round's table; null for one that counts in none
     * @param outcome null while that is open, and for those who may not read it
     */
    record Said(
            int ordinal,
            @Nullable Integer number,
            String who,
            String text,
            @Nullable Outcome outcome,
            String answer) {

        static Said of(EarlierOpinion one) {
            return new Said(one.ordinal(), one.number(), one.who(), one.text(), one.outcome(), one.answer());
        }
    }

    /**
     * @param stages oldest first, the version itself last
     * @param said of the place before
     */
    record Life(List<Stage> stages, List<Said> said) {}

    @GetMapping({"/api/v1/provisions/{id}/life", "/app-api/provisions/{id}/life"})
    Life of(@PathVariable UUID id) {
        EarlierOpinions.Life life = opinions.life(askers.require(), new ProvisionId(id));
        List<Stage> stages = new ArrayList<>();
        for (EarlierVersions.Stage stage : life.stages()) {
            String before = stages.isEmpty()
                    ? stage.words()
                    : life.stages().get(stages.size() - 1).words();
            stages.add(new Stage(stage.ordinal(), stage.place(), ComparisonJson.Step.between(before, stage.words())));
        }
        return new Life(stages, life.said().stream().map(Said::of).toList());
    }
}
