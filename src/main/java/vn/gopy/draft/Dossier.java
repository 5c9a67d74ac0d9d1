package vn.gopy.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Role;
import vn.gopy.account.UnitId;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Refusal;

/**
 * A dossier (hồ sơ): one matter, its main draft in successive versions, and the papers beside it.
 *
 * @param number counts from 1; shown as HS-01
 * @param kind a symbol of the document types, or {@code OTHER}
 * @param drafter cơ quan chủ trì soạn thảo
 * @param ended its text was issued (đã ban hành): it is read, and nothing of it changes any more
 */
public record Dossier(
        DossierId id,
        int version,
        int number,
        String title,
        String kind,
        Audience audience,
        Discussion discussion,
        @Nullable UnitId drafter,
        @Nullable String drafterName,
        PersonId owner,
        Instant createdAt,
        boolean ended) {

    /** Whether the person keeps the dossier: its owner and the secretariat. */
    public boolean isKeptBy(Person person) {
        return owner.equals(person.id()) || person.is(Role.SECRETARIAT);
    }

    /** Whether the person may change the dossier and hand in its drafts: who keeps it, until it has ended. */
    public boolean isChangedBy(Person person) {
        return !ended && isKeptBy(person);
    }

    /** Refuses who does not keep the dossier (403), and whatever comes after its end (409). */
    public void requireChangeBy(Person person) {
        if (!isKeptBy(person)) {
            throw Refusal.forbidden();
        }
        if (ended) {
            throw Refusal.conflict("DOSSIER_ENDED");
        }
    }

    /** HS-01. */
    public String code() {
        return code(number);
    }

    /** The code of the dossier with this number. */
    public static String code(int number) {
        return "HS-" + Figures.two(number);
    }
}
