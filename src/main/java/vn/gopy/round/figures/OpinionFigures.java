package vn.gopy.round.figures;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.round.Invitee;
import vn.gopy.round.RoundId;

/** The opinions given in a round as its board shows them: the room that counts them tells it. */
public interface OpinionFigures {

    /** What became of the opinions, over all drafts and on each at once; for the secretariat and the chair. */
    OutcomeFigures figures(Person asker, RoundId round);

    /** How many opinions each has, by {@link Invitee#who}; empty for whoever may not list them. */
    Map<UUID, Integer> counts(Person asker, RoundId round);

    /** The opinions of one invitee in the order of the text, a hundred at most; none for whoever may not list them. */
    List<Said> of(Person asker, Invitee invitee);

    /**
     * One opinion.
     *
     * @param place "Khoản 2 Điều 7 Quy chế"; the body is named where the draft has several
     * @param path the address of the place in the text
     */
    record Said(
            String place,
            String path,
            String words,
            @Nullable String proposal) {}
}
