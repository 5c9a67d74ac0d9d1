package vn.gopy.draft.ending;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierChanged;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.RunningRounds;
import vn.gopy.draft.SeriesRole;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/**
 * Ghi nhận đã ban hành: who keeps a dossier says under which number and of which day its text was issued, and which version
 * holds it. The dossier ends with that: who reads it stays who reads it then, successors of a unit among them, and nothing
 * of it changes any more.
 */
@Service
public class Promulgations {

    private final PromulgationRepository repository;
    private final Dossiers dossiers;
    private final Drafts drafts;
    private final RunningRounds rounds;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Promulgations(
            PromulgationRepository repository,
            Dossiers dossiers,
            Drafts drafts,
            RunningRounds rounds,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.rounds = rounds;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /** How the dossier ended; empty while it has not. For all who may read the dossier. */
    @Transactional(readOnly = true)
    public Optional<Promulgation> of(Person asker, DossierId id) {
        dossiers.get(asker, id);
        return repository.of(id);
    }

    /** Refuses who may not read the dossier (404) or does not keep it (403), and one that has ended (409). */
    @Transactional(readOnly = true)
    public void requireEnding(Person asker, DossierId id) {
        dossiers.get(asker, id).requireChangeBy(asker);
    }

    /**
     * Ends the dossier. Refused while a round about it takes replies or is to open, and while a file of it is being read.
     *
     * @param version of the dossier that the asker has seen
     * @param text a checked version of its main draft: the text as it was issued
     */
    @Transactional
    public Promulgation record(
            Person asker, DossierId id, int version, VersionId text, String number, @Nullable LocalDate date) {
        dossiers.get(asker, id).requireChangeBy(asker);
        repository.lock(id);
        Dossier dossier = dossiers.get(asker, id);
        dossier.requireChangeBy(asker);
        if (dossier.version() != version) {
            throw Refusal.stale();
        }
        String symbol = TextGate.NUMBER.require(number, "NUMBER_MISSING");
        LocalDate day = day(date);
        requireIssuable(asker, id, text);
        repository.add(id, text, symbol, day, asker.id(), clock.instant());
        if (!repository.end(id, version)) {
            throw Refusal.stale();
        }
        trail.record(asker.actor(), "DOSSIER_PROMULGATED", "DOSSIER", id.value(), Change.created(symbol + ", " + day));
        events.publishEvent(new DossierChanged(id));
        return repository.of(id).orElseThrow();
    }

    /**
     * Corrects number and date, the one thing that may turn out wrong afterwards.
     *
     * @param version of the promulgation that the asker has seen
     */
    @Transactional
    public Promulgation correct(Person asker, DossierId id, int version, String number, @Nullable LocalDate date) {
        if (!dossiers.get(asker, id).isKeptBy(asker)) {
            throw Refusal.forbidden();
        }
        Promulgation before = repository.of(id).orElseThrow(Refusal::notFound);
        if (before.version() != version) {
            throw Refusal.stale();
        }
        String symbol = TextGate.NUMBER.require(number, "NUMBER_MISSING");
        LocalDate day = day(date);
        if (!repository.correct(id, version, symbol, day)) {
            throw Refusal.stale();
        }
        trail.record(
                asker.actor(),
                "PROMULGATION_CORRECTED",
                "DOSSIER",
                id.value(),
                Change.of("number", before.number() + ", " + before.date(), symbol + ", " + day));
        events.publishEvent(new DossierChanged(id));
        return repository.of(id).orElseThrow();
    }

    private static LocalDate day(@Nullable LocalDate date) {
        if (date == null) {
            throw Refusal.unprocessable("DATE_MISSING");
        }
        return Limits.day(date);
    }

    private void requireIssuable(Person asker, DossierId id, VersionId text) {
        if (rounds.areUnderWay(id)) {
            throw Refusal.conflict("DOSSIER_ASKED_ABOUT");
        }
        boolean reading = false;
        boolean known = false;
        for (DraftVersion one : drafts.of(asker, id)) {
            reading |= one.state() == VersionState.RECEIVED || one.state() == VersionState.EXTRACTING;
            known |= one.id().equals(text) && one.role() == SeriesRole.MAIN && one.state() == VersionState.PUBLISHED;
        }
        if (reading) {
            throw Refusal.conflict("DOSSIER_BEING_READ");
        }
        if (!known) {
            throw Refusal.unprocessable("ISSUED_TEXT_UNCHECKED");
        }
    }
}
