package vn.gopy.consolidation.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.VersionId;
import vn.gopy.round.RoundId;

/**
 * Bản tổng hợp lần n: the consolidated table as it stood when it was frozen. Its content never changes; state, number, date
 * and signed file come later.
 *
 * @param draft the draft it is about; null for all of the round
 * @param ordinal counts from 1 within the round and the draft
 * @param sha256 of the frozen content
 * @param number of the signed table; empty while unknown
 * @param signed the signed file; null while there is none
 * @param madeBy salutation and name
 */
public record Edition(
        EditionId id,
        int version,
        RoundId round,
        @Nullable VersionId draft,
        int ordinal,
        String sha256,
        Changes changes,
        EditionState state,
        String number,
        @Nullable LocalDate date,
        @Nullable SignedFile signed,
        String madeBy,
        Instant madeAt) {

    /**
     * What differs from the edition before, by the numbers of the points; all empty in the first one.
     *
     * @param outcomes those with another outcome, whether or not the answer is another too
     * @param answers those with another answer alone
     */
    public record Changes(List<Integer> added, List<Integer> gone, List<Integer> outcomes, List<Integer> answers) {

        public static final Changes NONE = new Changes(List.of(), List.of(), List.of(), List.of());

        public Changes {
            added = List.copyOf(added);
            gone = List.copyOf(gone);
            outcomes = List.copyOf(outcomes);
            answers = List.copyOf(answers);
        }
    }

    /**
     * The signed table as a file.
     *
     * @param likeness how its words differ from the frozen ones; null where the file has no words to be read
     */
    public record SignedFile(
            String name, String sha256, @Nullable Likeness likeness) {}

    /**
     * Words of the one that the other has not, in the order of the text, each as often as it is too many; at most
     * {@value #MOST} of each.
     *
     * @param missing in the edition and not in the signed file
     * @param added in the signed file and not in the edition
     */
    public record Likeness(List<String> missing, List<String> added) {

        public static final int MOST = 50;

        public Likeness {
            missing = List.copyOf(missing);
            added = List.copyOf(added);
        }

        public boolean same() {
            return missing.isEmpty() && added.isEmpty();
        }
    }
}
