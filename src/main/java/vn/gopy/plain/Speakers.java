package vn.gopy.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gopy.account.Membership;
import vn.gopy.account.Person;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.VersionState;
import vn.gopy.opinion.Capacities;
import vn.gopy.opinion.Comments;
import vn.gopy.round.Capacity;
import vn.gopy.round.Consents;
import vn.gopy.round.Reply;
import vn.gopy.round.Visibility;
import vn.gopy.shared.Texts;

/** Says for whom a person can speak about a draft, and who reads it then: by the rules that composing asks. */
@Component
class Speakers {

    private final Capacities capacities;
    private final Comments comments;
    private final Texts texts;

    Speakers(Capacities capacities, Comments comments, Texts texts) {
        this.capacities = capacities;
        this.comments = comments;
        this.texts = texts;
    }

    /** The choices, a unit before the own name; none where the person cannot write on the draft. */
    List<Whose> of(Person asker, DraftVersion version, List<Consents.Standing> standings, Locale locale) {
        if (version.state() != VersionState.PUBLISHED || version.ended()) {
            return List.of();
        }
        Map<Capacity, Visibility> readers = comments.visibility(asker, version.id());
        List<Membership> units = asker.memberships().stream()
                .filter(one -> one.role() != UnitRole.CLERK)
                .toList();
        boolean own = capacities.inOwnName(asker, version.dossierId());
        List<Whose> choices = new ArrayList<>();
        for (Membership unit : units) {
            String sentence = unit.role() == UnitRole.HEAD
                    ? sentence(readers.get(Capacity.UNIT), locale)
                    : texts.get(
                            locale,
                            answered(unit, standings) ? "plain.readers.later" : "plain.readers.unit",
                            unit.unitName());
            choices.add(new Whose(Capacity.UNIT + ":" + unit.unitCode(), unit.unitName(), sentence));
        }
        if (own) {
            choices.add(new Whose(
                    Capacity.OWN.name(),
                    texts.get(locale, "plain.whose.own"),
                    sentence(readers.get(Capacity.OWN), locale)));
        }
        if (own && units.size() == 1) {
            choices.add(new Whose(
                    Capacity.BOTH + ":" + units.getFirst().unitCode(),
                    texts.get(locale, "plain.whose.both"),
                    choices.getFirst().readers()));
        }
        return choices;
    }

    private static boolean answered(Membership unit, List<Consents.Standing> standings) {
        return standings.stream()
                .anyMatch(one -> unit.unitId().equals(one.invitee().unit())
                        && one.reply().filter(Reply::isSent).isPresent());
    }

    private String sentence(@Nullable Visibility visibility, Locale locale) {
        return texts.get(locale, visibility == Visibility.GROUP ? "msg.visibility.group" : "msg.visibility.closed");
    }
}
