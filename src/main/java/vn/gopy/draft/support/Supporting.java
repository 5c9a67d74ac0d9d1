package vn.gopy.draft.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.notice.Notices;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/**
 * Vào hồ sơ để hỗ trợ: an administrator reads the drafts and papers of one dossier for some hours, and nothing else of it.
 * The secretariat is told at once; it and the administrator may end it at any time, and the clock ends it anyway.
 */
@Service
public class Supporting {

    /** How many hours one may choose. */
    public static final List<Integer> HOURS = List.of(1, 2, 4);

    private static final int MOST_SHOWN = 100;
    private static final String DOSSIER = "DOSSIER";
    private static final Pattern CODE = Pattern.compile("(?:hs-)?0*([1-9][0-9]{0,8})");

    private final SupportRepository repository;
    private final Dossiers dossiers;
    private final Notices notices;
    private final Trail trail;
    private final Clock clock;

    Supporting(SupportRepository repository, Dossiers dossiers, Notices notices, Trail trail, Clock clock) {
        this.repository = repository;
        this.dossiers = dossiers;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Enters a dossier.
     *
     * @param code of the dossier, as whoever asks for help reads it there: HS-12
     * @param hours one of {@link #HOURS}
     * @throws Refusal DOSSIER_CODE_UNKNOWN, SUPPORT_HOURS, SUPPORT_REASON_MISSING, TEXT_TOO_LONG; SUPPORT_LASTS when the asker is
     *     in it already
     */
    @Transactional
    public Support enter(Person asker, @Nullable String code, int hours, @Nullable String reason) {
        if (!asker.is(Role.ADMINISTRATOR)) {
            throw Refusal.forbidden();
        }
        String why = Refusal.at("reason", () -> TextGate.TITLE.require(reason, "SUPPORT_REASON_MISSING"));
        if (!HOURS.contains(hours)) {
            throw Refusal.unprocessable("SUPPORT_HOURS").with("field", "hours");
        }
        DossierId dossier = repository
                .heldDossier(number(code))
                .orElseThrow(() -> Refusal.unprocessable("DOSSIER_CODE_UNKNOWN").with("field", "dossier"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (repository.lasting(dossier, now).stream()
                .anyMatch(one -> one.person().equals(asker.id()))) {
            throw Refusal.conflict("SUPPORT_LASTS");
        }
        SupportId id = SupportId.next();
        repository.add(id, dossier, asker.id(), why, now, now.plus(Duration.ofHours(hours)));
        trail.record(asker.actor(), "SUPPORT_ENTERED", DOSSIER, dossier.value(), Change.created(hours + " h, " + why));
        notices.tell(repository.secretariat(), SupportWords.KIND, id.value());
        return repository.byId(id).orElseThrow();
    }

    /** What stands for no dossier when it names none: the answer is the same. */
    private static int number(@Nullable String code) {
        Matcher read = CODE.matcher(TextGate.NUMBER.pass(code).toLowerCase(Locale.ROOT));
        return read.matches() ? Integer.parseInt(read.group(1)) : 0;
    }

    /**
     * Ends it before its time: the administrator whose it is, and the secretariat.
     *
     * @throws Refusal SUPPORT_OVER when it is over already
     */
    @Transactional
    public Support end(Person asker, SupportId id) {
        Support support = repository
                .byId(id)
                .filter(one -> asker.is(Role.SECRETARIAT) || one.person().equals(asker.id()))
                .orElseThrow(Refusal::notFound);
        if (!repository.end(id, asker.id(), clock.instant())) {
            throw Refusal.conflict("SUPPORT_OVER");
        }
        trail.record(asker.actor(), "SUPPORT_ENDED", DOSSIER, support.dossier().value(), Change.created(id.toString()));
        return repository.byId(id).orElseThrow();
    }

    /** Who is in the dossier to help at this moment; told to those who keep it and to administrators who are in it. */
    @Transactional(readOnly = true)
    public List<Support> lasting(Person asker, DossierId id) {
        Dossier dossier = dossiers.get(asker, id);
        return dossier.isKeptBy(asker) || asker.is(Role.ADMINISTRATOR)
                ? repository.lasting(id, clock.instant())
                : List.of();
    }

    /** The latest hundred, newest first: an administrator's own, for the secretariat all. */
    @Transactional(readOnly = true)
    public List<Support> latest(Person asker) {
        if (!asker.is(Role.ADMINISTRATOR) && !asker.is(Role.SECRETARIAT)) {
            throw Refusal.forbidden();
        }
        return repository.latest(asker.is(Role.ADMINISTRATOR) ? asker.id() : null, MOST_SHOWN);
    }

    /** Whether it lasts at this moment. */
    public boolean lasts(Support support) {
        return support.lasts(clock.instant());
    }
}
