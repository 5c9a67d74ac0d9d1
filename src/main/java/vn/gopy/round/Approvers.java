package vn.gopy.round;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitId;
import vn.gopy.account.Units;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.draft.Dossiers;
import vn.gopy.shared.Refusal;

/** Who approves the table of a round: chosen by the secretariat, by name or by post, until the results are announced. */
@Service
public class Approvers {

    private final RoundRepository repository;
    private final Dossiers dossiers;
    private final People people;
    private final Units units;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Approvers(
            RoundRepository repository,
            Dossiers dossiers,
            People people,
            Units units,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.dossiers = dossiers;
        this.people = people;
        this.units = units;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /**
     * One who approves or may, as it is told.
     *
     * @param name of the person, or of the unit whose head it is; empty for the chair
     * @param post chức danh of the person
     */
    public record Choice(Approver approver, String name, String post) {}

    /** Whom the secretariat may choose: the chair, the heads of all living units, and everybody who can sign in and read. */
    @Transactional(readOnly = true)
    public List<Choice> choices(Person asker) {
        Rounds.requireSecretariat(asker);
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(new Approver.Chair(), "", ""));
        units.living().forEach(unit -> choices.add(new Choice(new Approver.HeadOf(unit.id()), unit.name(), "")));
        people.all().stream()
                .filter(Approvers::mayApprove)
                .forEach(person ->
                        choices.add(new Choice(new Approver.Named(person.id()), person.displayName(), person.post())));
        return choices;
    }

    /** Who approves the table of the round, for whoever knows of it. */
    @Transactional(readOnly = true)
    public Choice of(Person asker, RoundId id) {
        Approver approver = known(asker, id).approver();
        return switch (approver) {
            case Approver.Chair() -> new Choice(approver, "", "");
            case Approver.HeadOf(UnitId unit) -> new Choice(approver, unitName(unit), "");
            case Approver.Named(PersonId named) -> {
                Person person = people.byId(named).orElseThrow(Refusal::notFound);
                yield new Choice(approver, person.displayName(), person.post());
            }
        };
    }

    /** Those who can sign in and approve the table of the round at this moment; nobody while a post is vacant. */
    @Transactional(readOnly = true)
    public List<Person> present(Round round) {
        return people.all().stream()
                .filter(Approvers::mayApprove)
                .filter(round.approver()::is)
                .toList();
    }

    /** By the code of a unit its head, else by user name; empty for the chair. */
    @Transactional(readOnly = true)
    public Approver named(String key) {
        if (key.isEmpty()) {
            return new Approver.Chair();
        }
        return units.byCode(key)
                .<Approver>map(unit -> new Approver.HeadOf(unit.id()))
                .or(() -> people.byUsername(key).map(person -> new Approver.Named(person.id())))
                .orElseThrow(() -> Refusal.unprocessable("INVITEE_UNKNOWN", key));
    }

    /**
     * From now on the table is approved by this one, who knows of the round and reads its drafts; who was to approve it
     * before keeps what the round gave otherwise. Only the secretariat may.
     *
     * @param version the state of the round that was seen; a round that has changed meanwhile refuses {@code STALE}
     * @param wanted null for {@link Approver#usual}
     */
    @Transactional
    public Round choose(Person asker, RoundId id, OptionalInt version, @Nullable Approver wanted) {
        known(asker, id);
        Rounds.requireSecretariat(asker);
        Round round = repository.locked(id, true).orElseThrow(Refusal::notFound);
        if (round.announcedAt() != null) {
            throw Refusal.conflict("ROUND_ANNOUNCED");
        }
        if (version.isPresent() && version.getAsInt() != round.version()) {
            throw Refusal.stale();
        }
        Approver after = Objects.requireNonNullElseGet(wanted, () -> Approver.usual(round.consolidator()));
        if (after.equals(round.approver())) {
            return round;
        }
        require(after);
        repository.approve(id, after);
        withdraw(round);
        admit(round, after);
        trail.record(
                asker.actor(),
                "APPROVER_CHOSEN",
                "ROUND",
                id.value(),
                Change.of("approver", words(round.approver()), words(after)));
        events.publishEvent(new RoundAccessChanged(id));
        return known(asker, id);
    }

    /** Refuses who cannot approve anything: nobody, a closed account, an administrator, a unit that is no more. */
    void require(Approver approver) {
        switch (approver) {
            case Approver.Chair() -> {}
            case Approver.HeadOf(UnitId unit) -> {
                if (units.living().stream().noneMatch(one -> one.id().equals(unit))) {
                    throw Refusal.unprocessable("UNIT_UNKNOWN", unit);
                }
            }
            case Approver.Named(PersonId named) ->
                people.byId(named)
                        .filter(Approvers::mayApprove)
                        .orElseThrow(() -> Refusal.unprocessable("PERSON_UNKNOWN", named));
        }
    }

    /** Lets the approver, or the unit whose head it is, read the drafts from the opening. */
    void admit(Round round, Approver approver) {
        List<UnitId> unit = approver instanceof Approver.HeadOf(UnitId one) ? List.of(one) : List.of();
        List<PersonId> person = approver instanceof Approver.Named(PersonId one) ? List.of(one) : List.of();
        if (!unit.isEmpty() || !person.isEmpty()) {
            repository
                    .dossiers(round.id())
                    .forEach(dossier -> dossiers.invite(dossier, round.id().value(), unit, person, round.opensAt()));
        }
    }

    private void withdraw(Round round) {
        UnitId unit = round.approver() instanceof Approver.HeadOf(UnitId one) ? one : null;
        PersonId person = round.approver() instanceof Approver.Named(PersonId one) ? one : null;
        if ((unit != null || person != null) && !repository.asks(round.id(), unit, person)) {
            repository
                    .dossiers(round.id())
                    .forEach(dossier -> dossiers.uninvite(dossier, round.id().value(), unit, person));
        }
    }

    private Round known(Person asker, RoundId id) {
        return repository.known(id, asker, clock.instant()).orElseThrow(Refusal::notFound);
    }

    private static boolean mayApprove(Person person) {
        return person.enabled() && person.username() != null && person.readsContent();
    }

    private String unitName(UnitId id) {
        return Optional.of(id)
                .flatMap(wanted -> units.all().stream()
                        .filter(unit -> unit.id().equals(wanted))
                        .findFirst())
                .map(Unit::name)
                .orElse("");
    }

    private static String words(Approver approver) {
        return switch (approver) {
            case Approver.Chair() -> "CHAIR";
            case Approver.HeadOf(UnitId unit) -> "HEAD " + unit;
            case Approver.Named(PersonId person) -> person.toString();
        };
    }
}
