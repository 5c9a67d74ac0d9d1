package vn.gopy.opinion;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Membership;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionId;
import vn.gopy.notice.Notices;
import vn.gopy.round.Capacity;
import vn.gopy.round.Round;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;

/**
 * Naming people in an opinion or an answer (nhắc tên): "@" and the name as it is shown. Only those who may read the words
 * are offered and told; any other name is just words, and nothing says which of the two it was.
 */
@Service
public class Mentions {

    static final String KIND = "MENTION";

    private static final char SIGN = '@';
    private static final int MOST = Limits.LIST;

    private final ThreadFeedQuery query;
    private final Comments comments;
    private final Rulings rulings;
    private final Drafts drafts;
    private final Dossiers dossiers;
    private final People people;
    private final Notices notices;
    private final Clock clock;

    Mentions(
            ThreadFeedQuery query,
            Comments comments,
            Rulings rulings,
            Drafts drafts,
            Dossiers dossiers,
            People people,
            Notices notices,
            Clock clock) {
        this.query = query;
        this.comments = comments;
        this.rulings = rulings;
        this.drafts = drafts;
        this.dossiers = dossiers;
        this.people = people;
        this.notices = notices;
        this.clock = clock;
    }

    /** Somebody who may be named, as the name is written behind "@". */
    public record Named(String name, String post) {}

    /**
     * Who would read what the asker writes on the version, by name; at most {@value Limits#LIST}.
     *
     * @param unit code of the unit that the asker would speak for; null for oneself
     */
    @Transactional(readOnly = true)
    public List<Named> onVersion(Person asker, VersionId id, @Nullable String unit) {
        DraftVersion version = drafts.get(asker, id);
        Dossier dossier = dossiers.get(asker, version.dossierId());
        UnitId speaks = unit == null
                ? null
                : asker.membership(unit)
                        .map(Membership::unitId)
                        .filter(asker::speaksFor)
                        .orElseThrow(Refusal::forbidden);
        Capacity capacity = speaks == null ? Capacity.OWN : Capacity.UNIT;
        var now = clock.instant();
        return named(
                new Heard(
                        null,
                        asker.id(),
                        speaks,
                        speaks == null || asker.heads(speaks) ? CommentState.SENT : CommentState.UNIT_DRAFT,
                        rulings.visibility(asker, capacity, dossier.id(), id, now, dossier::discussion),
                        false,
                        rulings.onVersion(id, now).map(Round::id).orElse(null),
                        dossier.id(),
                        id),
                asker);
    }

    /**
     * Who reads the thread of an opinion or answer that the asker may see. Whom an opinion was told in confidence is
     * nobody else's to know: there only those who speak in it.
     */
    @Transactional(readOnly = true)
    public List<Named> inThread(Person asker, CommentId id) {
        Comment root = comments.get(asker, comments.get(asker, id).root());
        if (!root.restricted() || root.author().id().equals(asker.id())) {
            return named(Heard.of(root), asker);
        }
        return readers(Heard.of(root), asker).stream()
                .filter(person -> person.id().equals(root.author().id()))
                .map(person -> new Named(person.displayName(), person.post()))
                .toList();
    }

    private List<Named> named(Heard heard, Person asker) {
        return readers(heard, asker).stream()
                .map(person -> new Named(person.displayName(), person.post()))
                .sorted(Comparator.comparing(Named::name))
                .limit(MOST)
                .toList();
    }

    private List<Person> readers(Heard heard, Person asker) {
        List<Person> others = people.all().stream()
                .filter(person -> person.enabled() && person.username() != null)
                .filter(person -> !person.id().equals(asker.id()))
                .toList();
        Set<PersonId> reading = query.readers(heard, others, clock.instant());
        return others.stream().filter(person -> reading.contains(person.id())).toList();
    }

    /**
     * Tells those who are named in the words and may read the thread; who was named before is not told again.
     *
     * @param root the first opinion of the thread in which the words stand
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Person asker, Comment root, String words, String before) {
        if (words.indexOf(SIGN) < 0 || !root.wasReadByOthers()) {
            return;
        }
        notices.tell(
                readers(Heard.of(root), asker).stream()
                        .filter(person -> names(words, person) && !names(before, person))
                        .map(Person::id)
                        .collect(Collectors.toSet()),
                KIND,
                root.id().value());
    }

    /** Whether the words name the person, and nobody whose name only begins like that. */
    static boolean names(String words, Person person) {
        String name = SIGN + person.displayName();
        return Optional.of(words.indexOf(name))
                .filter(at -> at >= 0)
                .filter(at -> ends(words, at + name.length()) || ends(words, words.lastIndexOf(name) + name.length()))
                .isPresent();
    }

    private static boolean ends(String words, int at) {
        return at >= words.length() || !Character.isLetterOrDigit(words.codePointAt(at));
    }
}
