package vn.gopy.opinion;

import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.UnitId;

/** Whose words an opinion is, and who may speak them today. */
final class Authorship {

    private Authorship() {}

    /** Whether the person enters a unit's words from paper or file, being of the secretariat and not of the unit. */
    static boolean entersFor(Person asker, @Nullable UnitId unit) {
        return unit != null && asker.is(Role.SECRETARIAT) && !asker.speaksFor(unit);
    }

    /** Whether the person sends what was entered for others. */
    static boolean enters(Person asker, Comment draft) {
        return draft.entered() && asker.is(Role.SECRETARIAT);
    }

    /** Whether these are one's own words, or those of a unit that one speaks for today. */
    static boolean maySpeak(Person asker, Comment comment) {
        UnitId unit = comment.author().unit();
        return unit == null || asker.speaksFor(unit) || enters(asker, comment);
    }

    /** Its author, and for the draft of a unit everybody who speaks for the unit. */
    static boolean speaks(Person asker, Comment comment) {
        boolean author = comment.author().id().equals(asker.id());
        return maySpeak(asker, comment) && (author || comment.state() == CommentState.UNIT_DRAFT);
    }
}
