package vn.gopy.round;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.draft.VersionId;

/** What is said on single places of the drafts of a round, for those who answer it: the room of opinions tells it. */
public interface AnsweringOpinions {

    /**
     * What the invitee says on the drafts, sent in the round or not sent yet, as far as the asker may see it: by draft, in
     * the order of the text; a few hundred at most.
     */
    List<Said> of(Person asker, Round round, Invitee invitee);

    /**
     * Lets own unsent opinions go: those for a unit become the unit's draft unless its head lets them go, the others are
     * sent. All or nothing.
     */
    void handIn(Person asker, Collection<UUID> ids);

    /** How far an opinion has gone. */
    enum Stage {
        /** Its author's alone. */
        UNSENT,
        /** The unit's draft. */
        PREPARED,
        /** Sent in the round. */
        SENT,
        /** Entered by the secretariat from a letter, minutes or a form. */
        ENTERED
    }

    /**
     * One opinion.
     *
     * @param draft of the round; null on the whole dossier
     * @param place "Khoản 2 Điều 7 Quy chế"; the body is named where the draft has several
     * @param path the address of the place in the text
     * @param quote the words of the text that it is about; empty for the whole place
     * @param author who wrote it; of what was entered the letter it comes from
     */
    record Said(
            UUID id,
            @Nullable VersionId draft,
            String place,
            String path,
            String quote,
            String words,
            @Nullable String proposal,
            String author,
            Stage stage) {}
}
