package vn.gopy.round;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.draft.VersionId;

/** What one who is asked has said in the round before about the same dossiers: the room of points tells it. */
public interface EarlierSaid {

    /**
     * What the invitee, who is the asker or a unit of the asker, said in the latest round before this one that asked it about
     * any of the dossiers; empty where there is none. What was said to named readers alone is not among it.
     */
    Optional<Earlier> of(Person asker, Round round, Invitee invitee);

    /**
     * Giữ nguyên ý kiến đã góp: says these once more on the drafts of this round, each on the place where it stands now, as the
     * unit's draft, or unsent for who sends alone. What is kept already is not said twice; what is not the invitee's refuses
     * {@code NOT_FOUND}. Asks for the round and the invitee locked.
     *
     * @return the drafts on which something was said
     */
    Collection<VersionId> keep(Person asker, Round round, Invitee invitee, Collection<UUID> wanted);

    /**
     * The round before.
     *
     * @param announced whether its results are told; before that no outcome is
     */
    record Earlier(String title, boolean announced, List<Said> said) {

        public Earlier {
            said = List.copyOf(said);
        }
    }

    /**
     * One opinion of the round before.
     *
     * @param draft of the present round to which it belongs
     * @param ordinal lần thứ mấy the draft was about which it was said
     * @param place there, in words
     * @param now the address of where it stands in the draft of this round
     * @param outcome its name; null without one, or before the results are told
     * @param answer and {@code applied}, the words the draft has now: empty before the results are told
     * @param kept whether it is said once more in this round
     */
    record Said(
            UUID id,
            VersionId draft,
            int ordinal,
            String place,
            String now,
            String words,
            @Nullable String proposal,
            @Nullable String outcome,
            String answer,
            String applied,
            boolean kept) {}
}
