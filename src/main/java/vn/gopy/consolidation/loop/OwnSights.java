package vn.gopy.consolidation.loop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.consolidation.OwnResult;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.UptakeFigures;
import vn.gopy.consolidation.Uptakes;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionName;

/** Tells people whether what was accepted of them stands in the draft that came after, with the words there. */
@Service
public class OwnSights {

    private final Uptakes uptakes;

    OwnSights(Uptakes uptakes) {
        this.uptakes = uptakes;
    }

    /** @param newest what the newer draft is */
    public record Sight(VersionName newest, Uptakes.Seen seen) {}

    /**
     * Of each accepted one after whose draft a newer one has come; the others are absent.
     *
     * @param results of one round, as {@code OwnResults} gives them to the asker
     */
    @Transactional(readOnly = true)
    public Map<PointId, Sight> of(Person asker, List<OwnResult> results) {
        Map<VersionId, List<OwnResult>> accepted = results.stream()
                .filter(one -> UptakeFigures.isAccepted(one.outcome()))
                .collect(Collectors.groupingBy(OwnResult::draft));
        Map<PointId, Sight> sights = new HashMap<>();
        accepted.forEach((draft, those) ->
                uptakes.newest(asker, draft).ifPresent(newest -> sights.putAll(sights(asker, draft, newest, those))));
        return sights;
    }

    private Map<PointId, Sight> sights(Person asker, VersionId draft, DraftVersion newest, List<OwnResult> those) {
        List<Uptakes.Said> said = those.stream()
                .map(one -> new Uptakes.Said(one.id(), one.place(), one.applied()))
                .toList();
        Map<PointId, Uptakes.Seen> seen = uptakes.of(asker, draft, newest, said);
        return said.stream()
                .collect(Collectors.toMap(
                        Uptakes.Said::id, one -> new Sight(newest.name(), Objects.requireNonNull(seen.get(one.id())))));
    }
}
