package vn.gopy.round.running;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.round.Invitee;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/** Telephone numbers beside the names of those who are asked; written and read by those who run rounds alone. */
@Service
public class Contacts {

    private final Rounds rounds;
    private final ContactRepository repository;
    private final Trail trail;

    Contacts(Rounds rounds, ContactRepository repository, Trail trail) {
        this.rounds = rounds;
        this.repository = repository;
        this.trail = trail;
    }

    /** By {@code Invitee.who}, of those who are asked in the round; empty for whoever does not run it. */
    @Transactional(readOnly = true)
    public Map<UUID, Contact> of(Person asker, RoundId round) {
        rounds.get(asker, round);
        if (!rounds.mayRun(asker)) {
            return Map.of();
        }
        return repository.of(round).stream().collect(Collectors.toMap(Contact::who, Function.identity()));
    }

    /** Writes whom to call; it stays for later rounds. The version that was read goes with it, 0 for a new one. */
    @Transactional
    public void put(Person asker, RoundId round, String key, String name, String phone, int seen) {
        rounds.get(asker, round);
        if (!rounds.mayRun(asker)) {
            throw Refusal.forbidden();
        }
        Invitee invitee = rounds.invitees(asker, round).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        Contact contact = new Contact(
                invitee.who(), seen, TextGate.NAME.pass(name), TextGate.NUMBER.require(phone, "PHONE_MISSING"));
        if (!repository.put(invitee, contact)) {
            throw Refusal.stale();
        }
        trail.record(
                asker.actor(),
                "CONTACT_WRITTEN",
                "INVITEE",
                invitee.id().value(),
                Change.of("phone", "", contact.phone()));
    }
}
