package vn.gopy.round;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
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
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionState;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;

/**
 * Rounds until they are open: prepared, looked over and changed, opened at once or by the clock, or called off. Nobody who is
 * asked knows of a round before it opens, so until then everything of it may change.
 */
@Service
public class Openings {

    private final OpeningRepository repository;
    private final RoundRepository rounds;
    private final Approvers approvers;
    private final Drafts drafts;
    private final Dossiers dossiers;
    private final People people;
    private final Units units;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Openings(
            OpeningRepository repository,
            RoundRepository rounds,
            Approvers approvers,
            Drafts drafts,
            Dossiers dossiers,
            People people,
            Units units,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.rounds = rounds;
        this.approvers = approvers;
        this.drafts = drafts;
        this.dossiers = dossiers;
        this.people = people;
        this.units = units;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /** Opens a round about published drafts; an opening in the past opens at once. Only the secretariat may. */
    @Transactional
    public Round open(Person asker, NewRound request) {
        Rounds.requireSecretariat(asker);
        NewRound wanted = request.passed();
        List<DraftVersion> versions =
                wanted.drafts().stream().map(id -> drafts.get(asker, id)).toList();
        check(wanted, versions);
        Round round = round(asker, RoundId.next(), wanted, versions);
        approvers.require(round.approver());
        repository.add(round, asker.id(), clock.instant());
        for (int n = 0; n < wanted.questions().size(); n++) {
            repository.addQuestion(round.id(), n + 1, wanted.questions().get(n));
        }
        invite(round, wanted.invitees(), versions);
        approvers.admit(round, round.approver());
        trail.record(asker.actor(), "ROUND_OPENED", "ROUND", round.id().value(), Change.created(wanted.title()));
        events.publishEvent(new RoundAccessChanged(round.id()));
        return round;
    }

    private static void check(NewRound wanted, List<DraftVersion> versions) {
        if (versions.isEmpty()) {
            throw Refusal.unprocessable("TITLE_MISSING");
        }
        if (!wanted.closesAt().isAfter(wanted.opensAt())) {
            throw Refusal.unprocessable("DEADLINE_BEFORE_OPENING");
        }
        if (wanted.invitees().stream()
                .map(NewRound.Invited::closesAt)
                .anyMatch(own -> own != null && !Limits.moment(own).isAfter(wanted.closesAt()))) {
            throw Refusal.unprocessable("OWN_DEADLINE_NOT_LATER");
        }
        if (versions.stream().anyMatch(version -> version.state() != VersionState.PUBLISHED)) {
            throw Refusal.conflict("NOT_PUBLISHED");
        }
    }

    private Round round(Person asker, RoundId id, NewRound wanted, List<DraftVersion> versions) {
        Dossier dossier = dossiers.get(asker, versions.getFirst().dossierId());
        UnitId consolidator = wanted.consolidator() == null
                ? null
                : units.named(wanted.consolidator()).id();
        return new Round(
                id,
                1,
                wanted.title(),
                wanted.legalBasis(),
                wanted.opensAt().truncatedTo(ChronoUnit.MICROS),
                wanted.closesAt().truncatedTo(ChronoUnit.MICROS),
                null,
                null,
                null,
                Objects.requireNonNullElseGet(wanted.visibility(), () -> Visibility.of(dossier.discussion())),
                wanted.silence(),
                wanted.letterNumber(),
                wanted.letterDate(),
                wanted.letterRequired(),
                consolidator,
                Objects.requireNonNullElseGet(wanted.approver(), () -> Approver.usual(consolidator)),
                wanted.drafts());
    }

    private void invite(Round round, List<NewRound.Invited> invitees, List<DraftVersion> versions) {
        List<UnitId> askedUnits = new ArrayList<>();
        List<PersonId> askedPeople = new ArrayList<>();
        List<OpeningRepository.Wanted> wanted = new ArrayList<>();
        for (NewRound.Invited invited : invitees) {
            int ordinal = wanted.size() + 1;
            switch (invited) {
                case NewRound.Invited.AUnit(String code, var closes) -> {
                    UnitId unit = units.living(code).id();
                    askedUnits.add(unit);
                    wanted.add(new OpeningRepository.Wanted(unit, null, Invitee.Group.UNIT, ordinal, closes));
                }
                case NewRound.Invited.APerson(PersonId id, var closes) -> {
                    Person person = people.byId(id).orElseThrow(() -> Refusal.unprocessable("PERSON_UNKNOWN", id));
                    askedPeople.add(id);
                    wanted.add(new OpeningRepository.Wanted(null, id, Rounds.group(person), ordinal, closes));
                }
            }
        }
        repository.askOnly(round.id(), askedUnits, askedPeople);
        wanted.forEach(one -> repository.ask(round.id(), one));
        versions.stream()
                .map(DraftVersion::dossierId)
                .collect(Collectors.toSet())
                .forEach(dossier ->
                        dossiers.invite(dossier, round.id().value(), askedUnits, askedPeople, round.opensAt()));
    }

    /** Who is asked by a key: the code of a unit, else a user name. With the deadline of the round. */
    @Transactional(readOnly = true)
    public NewRound.Invited named(String key) {
        return units.byCode(key)
                .<NewRound.Invited>map(unit -> new NewRound.Invited.AUnit(unit.code()))
                .or(() -> people.byUsername(key).map(person -> new NewRound.Invited.APerson(person.id())))
                .orElseThrow(() -> Refusal.unprocessable("INVITEE_UNKNOWN", key));
    }

    /** The round as it is prepared, to be changed and given back. Its questions are not among it: they stay as they are. */
    @Transactional(readOnly = true)
    public NewRound prepared(Person asker, RoundId id) {
        Rounds.requireSecretariat(asker);
        return prepared(rounds.known(id, asker, clock.instant()).orElseThrow(Refusal::notFound));
    }

    private NewRound prepared(Round round) {
        return prepared(round, repository.asked(round.id()), code(round.consolidator()));
    }

    private static NewRound prepared(Round round, List<NewRound.Invited> invitees, @Nullable String consolidator) {
        return new NewRound(
                round.drafts(),
                round.title(),
                round.legalBasis(),
                round.opensAt(),
                round.closesAt(),
                invitees,
                round.visibility(),
                round.silence(),
                round.letterNumber(),
                round.letterDate(),
                round.letterRequired(),
                consolidator,
                round.approver(),
                List.of());
    }

    private @Nullable String code(@Nullable UnitId consolidator) {
        return consolidator == null
                ? null
                : units.all().stream()
                        .filter(unit -> unit.id().equals(consolidator))
                        .map(Unit::code)
                        .findFirst()
                        .orElse(null);
    }

    /**
     * Changes a round that has not opened; an opening in the past opens it now. Its questions stay. Only the secretariat may.
     * A round that is open refuses {@code ROUND_OPENED_ALREADY}; one for which an answer came already keeps its drafts and whom it
     * asks.
     *
     * @param version the state of the round that was seen; a round that has changed meanwhile refuses {@code STALE}
     */
    @Transactional
    public Round change(Person asker, RoundId id, OptionalInt version, NewRound request) {
        Round before = held(asker, id, version);
        NewRound wanted = request.passed();
        List<DraftVersion> versions =
                wanted.drafts().stream().map(draft -> drafts.get(asker, draft)).toList();
        check(wanted, versions);
        Round after = round(asker, id, wanted, versions);
        if (!after.approver().equals(before.approver())) {
            approvers.require(after.approver());
        }
        NewRound was = prepared(before);
        Set<NewRound.Invited> asked = new HashSet<>(wanted.invitees());
        boolean othersAsked = !asked.equals(Set.copyOf(was.invitees()));
        if ((othersAsked || !after.drafts().equals(before.drafts())) && repository.hasAnswers(id)) {
            throw Refusal.conflict("ROUND_HAS_ANSWERS");
        }
        List<Change> changes = changes(was, prepared(after, wanted.invitees(), wanted.consolidator()));
        if (changes.isEmpty()) {
            return before;
        }
        Set<DossierId> dossiersBefore = Set.copyOf(rounds.dossiers(id));
        repository.change(after);
        dossiersBefore.forEach(dossier -> dossiers.uninvite(dossier, id.value()));
        invite(after, wanted.invitees(), versions);
        approvers.admit(after, after.approver());
        changes.forEach(change -> trail.record(asker.actor(), "ROUND_CHANGED", "ROUND", id.value(), change));
        events.publishEvent(new RoundAccessChanged(id));
        return rounds.known(id, asker, clock.instant()).orElseThrow(Refusal::notFound);
    }

    private static List<Change> changes(NewRound before, NewRound after) {
        List<Change> changes = new ArrayList<>();
        changed(changes, "drafts", before.drafts(), after.drafts());
        changed(changes, "title", before.title(), after.title());
        changed(changes, "legalBasis", before.legalBasis(), after.legalBasis());
        changed(changes, "opensAt", before.opensAt(), after.opensAt());
        changed(changes, "closesAt", before.closesAt(), after.closesAt());
        changed(changes, "invitees", before.invitees(), after.invitees());
        changed(changes, "visibility", before.visibility(), after.visibility());
        changed(changes, "silence", before.silence(), after.silence());
        changed(changes, "letterNumber", before.letterNumber(), after.letterNumber());
        changed(changes, "letterDate", before.letterDate(), after.letterDate());
        changed(changes, "letterRequired", before.letterRequired(), after.letterRequired());
        changed(changes, "consolidator", before.consolidator(), after.consolidator());
        changed(changes, "approver", before.approver(), after.approver());
        return changes;
    }

    private static void changed(List<Change> changes, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(Change.of(field, Objects.toString(before, ""), Objects.toString(after, "")));
        }
    }

    /** Opens a round now that was to open later. Only the secretariat may. */
    @Transactional
    public Round openNow(Person asker, RoundId id, OptionalInt version) {
        held(asker, id, version);
        NewRound now = prepared(asker, id).opening(clock.instant());
        return change(asker, id, OptionalInt.empty(), now);
    }

    /**
     * Hủy đợt chưa mở: takes away a round that has not opened, and what it was to give. Only the secretariat may. Where an
     * answer or work on the table belongs to it already it stays, and refuses {@code ROUND_HAS_ANSWERS}.
     *
     * @param version the state of the round that was seen; a round that has changed meanwhile refuses {@code STALE}
     */
    @Transactional
    public void callOff(Person asker, RoundId id, OptionalInt version) {
        Round round = held(asker, id, version);
        if (repository.hasAnswers(id)) {
            throw Refusal.conflict("ROUND_HAS_ANSWERS");
        }
        rounds.dossiers(id).forEach(dossier -> dossiers.uninvite(dossier, id.value()));
        events.publishEvent(new RoundAccessChanged(id));
        try {
            repository.delete(id);
        } catch (DataIntegrityViolationException keptByAnother) {
            throw Refusal.conflict("ROUND_HAS_ANSWERS");
        }
        trail.record(asker.actor(), "ROUND_CALLED_OFF", "ROUND", id.value(), Change.of("title", round.title(), null));
    }

    /** The round as it stays until the running transaction ends: known, seen as it is, and not open. */
    private Round held(Person asker, RoundId id, OptionalInt version) {
        rounds.known(id, asker, clock.instant()).orElseThrow(Refusal::notFound);
        Rounds.requireSecretariat(asker);
        Round round = rounds.locked(id, true).orElseThrow(Refusal::notFound);
        if (version.isPresent() && version.getAsInt() != round.version()) {
            throw Refusal.stale();
        }
        if (round.state(clock.instant()) != RoundState.PREPARING) {
            throw Refusal.conflict("ROUND_OPENED_ALREADY");
        }
        return round;
    }
}
