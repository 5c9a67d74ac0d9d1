package vn.gopy.draft.inside;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import vn.gopy.account.Person;
import vn.gopy.account.Role;

/**
 * The rules of who may see what, as tokens: a document carries those that open it, an asker brings those of roles, units
 * and person. What is seen only by some of a dossier's readers carries pairs, one part for the dossier and one for itself,
 * so that both rules must hold.
 */
public final class AccessTokens {

    /** Everybody but administrators. */
    public static final String EVERYONE = "everyone";

    /** Secretariat and chair, who read every dossier. */
    public static final String LEADS = "leads";

    /** The secretariat, of what is sent. */
    public static final String SECRETARIAT = "secretariat";
    /** The chair, of what is told to it. */
    public static final String CHAIR = "chair";

    /** Members and advisers, in opened discussions. */
    public static final String GROUP = "group";

    private AccessTokens() {}

    /** Of one person. */
    public static String person(UUID id) {
        return "p:" + id;
    }

    /** Of all people of a unit. */
    public static String unit(UUID id) {
        return "u:" + id;
    }

    /** Of the unit its head only. */
    public static String head(UUID unit) {
        return "h:" + unit;
    }

    /** What opens a document that only some of a dossier's readers may see. */
    public static Set<String> both(Collection<String> dossier, Collection<String> own) {
        Set<String> pairs = new LinkedHashSet<>();
        own.forEach(one -> dossier.forEach(other -> pairs.add(one + "&" + other)));
        return pairs;
    }

    /** What a person brings; nothing for an administrator. */
    public static Set<String> of(Person asker) {
        if (!asker.readsContent()) {
            return Set.of();
        }
        Set<String> self = new LinkedHashSet<>();
        self.add(person(asker.id().value()));
        asker.units().forEach(unit -> self.add(unit(unit.value())));
        Set<String> dossier = new LinkedHashSet<>(self);
        dossier.add(EVERYONE);
        if (asker.is(Role.SECRETARIAT) || asker.is(Role.CHAIR)) {
            dossier.add(LEADS);
        }
        Set<String> all = new LinkedHashSet<>(dossier);
        all.addAll(both(dossier, withRoles(self, asker)));
        return all;
    }

    private static Set<String> withRoles(Set<String> self, Person asker) {
        Set<String> own = new LinkedHashSet<>(self);
        asker.headed().forEach(unit -> own.add(head(unit.value())));
        if (asker.is(Role.SECRETARIAT)) {
            own.add(SECRETARIAT);
        }
        if (asker.is(Role.CHAIR)) {
            own.add(CHAIR);
        }
        if (asker.inGroup()) {
            own.add(GROUP);
        }
        return own;
    }
}
