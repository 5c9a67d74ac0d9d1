package vn.gopy.round.figures;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.VersionName;
import vn.gopy.round.Round;

/** How the opinions of rounds are spread, for the desk of those who lead; the room that counts opinions tells it. */
public interface OpinionSpread {

    /** Opinions by chapter, on the first draft of the most urgent of the rounds that has any. */
    Optional<Chart> byChapter(Person asker, List<Round> mostUrgentFirst);

    /** Opinions by chapter on each draft of the round that has any, in the order of the round. */
    List<Chart> chapters(Person asker, Round round);

    /** What became of the opinions, in the latest of the rounds that has closed and has any. */
    Optional<Chart> byOutcome(Person asker, List<Round> mostUrgentFirst);

    /**
     * Opinions of each dossier that rounds have counted, on all its drafts and whatever way they came; a dossier without
     * any is left out. Empty for whoever is not told the sums.
     */
    Optional<Map<DossierId, Integer>> byDossier(Person asker, Collection<DossierId> dossiers);

    /**
     * Bars that add up to the total.
     *
     * @param about the round or the dossier in a few words
     * @param draft what the text is in the dossier; null where it is about all drafts of a round
     */
    record Chart(String about, @Nullable VersionName draft, List<Bar> bars) {

        public Chart {
            bars = List.copyOf(bars);
        }

        public int total() {
            return bars.stream().mapToInt(Bar::opinions).sum();
        }
    }

    /**
     * One bar.
     *
     * @param key a word of the program, where the name is the screen's to give; else the name itself
     */
    record Bar(String key, boolean named, int opinions) {}
}
