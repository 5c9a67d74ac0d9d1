package vn.gopy.round.posted;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.VersionId;
import vn.gopy.round.RoundId;

/** The public edition of the table: the room of points tells it. */
public interface PostedEdition {

    /**
     * The opinions on a draft and what became of them, in the order of the text, two thousand at most; none unless the round
     * is held in public and its results were announced. What was told to named readers alone is never among it.
     */
    List<Row> of(RoundId round, VersionId draft);

    /**
     * One opinion.
     *
     * @param who a body by its name; people by what they are: member, expert, citizen
     * @param words without telephone numbers and mail addresses
     * @param outcome its name; null without one
     */
    record Row(
            String place,
            String who,
            String words,
            @Nullable String outcome,
            String answer) {}
}
