package vn.gopy.round.inner;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.notice.Notices;
import vn.gopy.round.Answering;
import vn.gopy.round.Invitee;
import vn.gopy.round.Replies;
import vn.gopy.round.ReplyAccess;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Ids;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/**
 * Lấy ý kiến trong cơ quan: who writes a unit's reply asks people of the unit, and each says something once or says it
 * better until the round is locked. The people of the unit read it and nobody else; it counts nowhere.
 */
@Service
public class InnerAsks {

    private static final int MOST = 50;

    private final Rounds rounds;
    private final Answering answering;
    private final Replies replies;
    private final InnerAskRepository repository;
    private final People people;
    private final Notices notices;
    private final Trail trail;
    private final Clock clock;

    InnerAsks(
            Rounds rounds,
            Answering answering,
            Replies replies,
            InnerAskRepository repository,
            People people,
            Notices notices,
            Trail trail,
            Clock clock) {
        this.rounds = rounds;
        this.answering = answering;
        this.replies = replies;
        this.repository = repository;
        this.people = people;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    /** Who was asked for the unit that answers under this key, in that order; for its people alone. */
    @Transactional(readOnly = true)
    public List<InnerAsk> of(Person asker, RoundId round, String key) {
        return repository.of(invitee(asker, round, key).id());
    }

    /** The people of the unit who can be asked: whoever can sign in, but for the asker. */
    @Transactional(readOnly = true)
    public List<Person> eligible(Person asker, RoundId round, String key) {
        UnitId unit = unit(invitee(asker, round, key));
        return people.all().stream()
                .filter(person -> eligible(person, unit) && !person.id().equals(asker.id()))
                .toList();
    }

    private static boolean eligible(Person person, UnitId unit) {
        return person.enabled() && person.username() != null && person.units().contains(unit);
    }

    /**
     * Asks these people of the unit, who are told of it; who is asked already stays so. Only who writes for the unit may.
     *
     * @return how many are asked now who were not before
     */
    @Transactional
    public int ask(Person asker, RoundId id, String key, Collection<PersonId> wanted, String question) {
        Invitee invitee = invitee(asker, id, key);
        UnitId unit = unit(invitee);
        if (!Replies.speaks(asker, invitee)) {
            throw Refusal.forbidden();
        }
        List<PersonId> ids = Limits.list(wanted, MOST).stream()
                .distinct()
                .sorted(Comparator.comparing(PersonId::toString))
                .toList();
        String words = TextGate.TEXT.pass(question);
        rounds.requireUnlocked(id);
        List<Person> asked = people.among(ids);
        if (ids.isEmpty() || asked.size() != ids.size() || !asked.stream().allMatch(one -> eligible(one, unit))) {
            throw Refusal.unprocessable("REVIEWER_UNKNOWN");
        }
        Instant now = clock.instant();
        int added = 0;
        for (PersonId person : ids) {
            UUID ask = Ids.next();
            if (repository.add(ask, invitee.id(), person, words, asker.id(), now)) {
                added++;
                notices.tell(person, InnerAskWords.KIND, ask);
            }
        }
        if (added > 0) {
            record(asker, invitee, "INNER_ASKED", Change.of("asked", "", Integer.toString(added)));
        }
        return added;
    }

    /** Says something when asked; again as long as the round is not locked. */
    @Transactional
    public InnerAsk answer(Person asker, RoundId id, UUID ask, String said, int seen) {
        InnerAsk known = repository
                .byId(ask)
                .filter(one -> one.round().equals(id) && one.person().equals(asker.id()))
                .orElseThrow(Refusal::notFound);
        Invitee invitee = replies.list(asker, id).stream()
                .map(Replies.Answer::invitee)
                .filter(one -> one.id().equals(known.invitee()) && ReplyAccess.own(asker, one))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        String words = TextGate.TEXT.require(said, "TEXT_MISSING");
        rounds.requireUnlocked(id);
        if (known.version() != seen || !repository.answer(known, words, clock.instant())) {
            throw Refusal.stale();
        }
        record(asker, invitee, "INNER_ANSWERED", Change.NONE);
        return repository.byId(ask).orElseThrow();
    }

    private void record(Person asker, Invitee invitee, String action, Change change) {
        trail.record(
                asker.actor(),
                action,
                "INVITEE",
                invitee.id().value(),
                change.onBehalfOf(unit(invitee).value()));
    }

    private Invitee invitee(Person asker, RoundId round, String key) {
        Invitee invitee = answering.own(asker, round, key);
        unit(invitee);
        return invitee;
    }

    private static UnitId unit(Invitee invitee) {
        UnitId unit = invitee.unit();
        if (unit == null) {
            throw Refusal.notFound();
        }
        return unit;
    }
}
