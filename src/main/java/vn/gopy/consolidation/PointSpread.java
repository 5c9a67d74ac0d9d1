package vn.gopy.consolidation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.VersionId;
import vn.gopy.legaltext.Body;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.figures.OpinionSpread;
import vn.gopy.round.figures.OutcomeCounts;

/** The spread of points; numbers alone, so that it is for all who may know the sums. */
@Service
class PointSpread implements OpinionSpread {

    private static final int MOST_BARS = 12;

    private final PointQuery query;
    private final DraftsInside drafts;
    private final Dossiers dossiers;

    PointSpread(PointQuery query, DraftsInside drafts, Dossiers dossiers) {
        this.query = query;
        this.drafts = drafts;
        this.dossiers = dossiers;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Chart> byChapter(Person asker, List<Round> mostUrgentFirst) {
        return first(asker, mostUrgentFirst)
                .map(round -> chapters(asker, round.id(), round.drafts().getFirst()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Chart> chapters(Person asker, Round round) {
        return first(asker, List.of(round)).stream()
                .flatMap(known -> known.drafts().stream().map(draft -> chapters(asker, known.id(), draft)))
                .filter(chart -> chart.total() > 0)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Chart> byOutcome(Person asker, List<Round> mostUrgentFirst) {
        return first(asker, mostUrgentFirst)
                .map(round -> outcomes(round, query.figures(round.id()).overall()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Map<DossierId, Integer>> byDossier(Person asker, Collection<DossierId> asked) {
        return isToldSums(asker) ? Optional.of(query.perDossier(asked)) : Optional.empty();
    }

    private static boolean isToldSums(Person asker) {
        return asker.is(Role.SECRETARIAT) || asker.is(Role.CHAIR);
    }

    private Optional<Round> first(Person asker, List<Round> rounds) {
        if (!isToldSums(asker)) {
            return Optional.empty();
        }
        Map<RoundId, Integer> totals =
                query.totals(rounds.stream().map(Round::id).toList());
        return rounds.stream().filter(round -> totals.containsKey(round.id())).findFirst();
    }

    private static Chart outcomes(Round round, OutcomeCounts counts) {
        return new Chart(
                round.title(),
                null,
                List.of(
                        new Bar("accepted", false, counts.accepted()),
                        new Bar("partlyAccepted", false, counts.partlyAccepted()),
                        new Bar("kept", false, counts.kept()),
                        new Bar("noted", false, counts.noted()),
                        new Bar("escalated", false, counts.escalated()),
                        new Bar("pending", false, counts.pending())));
    }

    private Chart chapters(Person asker, RoundId round, VersionId draft) {
        PointQuery.Chapters counted = query.chapters(round, draft);
        List<Body> bodies = drafts.outline(draft).orElseThrow().bodies();
        List<Bar> bars = new ArrayList<>();
        for (Body body : bodies) {
            List<PointQuery.Chapter> chapters = counted.chapters().stream()
                    .filter(chapter -> chapter.body().equals(body.code()))
                    .toList();
            int beside = counted.placed(body.code())
                    - chapters.stream().mapToInt(PointQuery.Chapter::points).sum();
            String name = Objects.requireNonNullElse(body.type(), "");
            if (chapters.isEmpty() || beside > 0) {
                bars.add(new Bar(name.isEmpty() ? "text" : name, !name.isEmpty(), beside));
            }
            chapters.forEach(chapter -> bars.add(new Bar(chapter.label(), true, chapter.points())));
        }
        List<Bar> shown = new ArrayList<>(bars.subList(0, Math.min(MOST_BARS, bars.size())));
        shown.add(new Bar("general", false, counted.general()));
        int told = shown.stream().mapToInt(Bar::opinions).sum();
        shown.add(new Bar("other", false, counted.all() - told));
        DraftVersion version = drafts.version(draft).orElseThrow();
        return new Chart(dossiers.get(asker, version.dossierId()).code(), version.name(), shown);
    }
}
