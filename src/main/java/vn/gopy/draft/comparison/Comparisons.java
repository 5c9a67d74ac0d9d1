package vn.gopy.draft.comparison;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.stereotype.Service;
import vn.gopy.account.Person;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.alignment.VersionAlignments;
import vn.gopy.legaltext.alignment.Alignments;
import vn.gopy.shared.Refusal;

/** What became of every place from one version of a dossier to another. */
@Service
public class Comparisons {

    /** Rows that are remembered, of all comparisons together: some ten of long codes. */
    private static final int MOST_ROWS = 50_000;

    /** Words that were erased meanwhile do not stay in memory for long. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Drafts drafts;
    private final VersionAlignments alignments;
    private final Cache<Pair, ComparisonJson> made = Caffeine.newBuilder()
            .maximumWeight(MOST_ROWS)
            .weigher((Pair pair, ComparisonJson comparison) -> comparison.rows().size())
            .expireAfterWrite(KEPT)
            .build();

    Comparisons(Drafts drafts, VersionAlignments alignments) {
        this.drafts = drafts;
        this.alignments = alignments;
    }

    /** The texts of both versions as they are now: a repair, or a tie that a person decides, raises the number of its version. */
    private record Pair(VersionId older, int olderNumber, VersionId newer, int newerNumber) {}

    /**
     * The comparison of two versions of one dossier that the asker may see; where people have said what became of places,
     * it is as they said. Made once for each state of both texts, also
     * when many ask together.
     *
     * @throws Refusal NOT_FOUND where either may not be seen or is of another dossier; CONFLICT, NOT_READ where one has no
     *     text yet
     */
    public ComparisonJson of(Person asker, VersionId newer, VersionId older) {
        return made.get(
                pair(asker, newer, older),
                pair -> ComparisonJson.of(Alignments.of(
                        drafts.outline(asker, older),
                        drafts.outline(asker, newer),
                        alignments.chosen(asker, newer, older))));
    }

    /** @throws Refusal NOT_FOUND where either may not be seen or is of another dossier */
    void requireComparable(Person asker, VersionId newer, VersionId older) {
        pair(asker, newer, older);
    }

    private Pair pair(Person asker, VersionId newer, VersionId older) {
        DraftVersion now = drafts.get(asker, newer);
        DraftVersion before = drafts.get(asker, older);
        if (!now.dossierId().equals(before.dossierId())) {
            throw Refusal.notFound();
        }
        return new Pair(older, before.version(), newer, now.version());
    }
}
