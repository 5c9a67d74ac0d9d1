package vn.gopy.consolidation.precedent;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.consolidation.Outcome;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Ids;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/** Mẫu câu trả lời, of a round and of the installation; for the secretariat. */
@Service
public class AnswerTemplates {

    /** More than anybody looks through. */
    private static final int MOST = 100;

    private final AnswerTemplateRepository repository;
    private final Rounds rounds;
    private final Trail trail;
    private final Clock clock;

    AnswerTemplates(AnswerTemplateRepository repository, Rounds rounds, Trail trail, Clock clock) {
        this.repository = repository;
        this.rounds = rounds;
        this.trail = trail;
        this.clock = clock;
    }

    /** The templates for a round: its own first; at most {@value #MOST}. */
    @Transactional(readOnly = true)
    public List<AnswerTemplate> of(Person asker, RoundId round) {
        require(asker, round);
        return repository.of(round, MOST);
    }

    /**
     * Keeps words as a template.
     *
     * @param everywhere for every round, else for this one
     * @param outcome that it goes with; null for any
     */
    @Transactional
    public void keep(Person asker, RoundId round, boolean everywhere, @Nullable Outcome outcome, String words) {
        require(asker, round);
        String text = TextGate.TEXT.require(words, "TEXT_MISSING");
        if (repository.of(round, MOST).size() >= MOST) {
            throw Refusal.unprocessable("TEMPLATES_TOO_MANY", MOST);
        }
        UUID id = Ids.next();
        repository.add(id, everywhere ? null : round, outcome, text, asker.id(), clock.instant());
        trail.record(asker.actor(), "TEMPLATE_KEPT", "TEMPLATE", id, Change.created(text));
    }

    /** Offers a template no more. */
    @Transactional
    public void drop(Person asker, RoundId round, UUID id, int version) {
        require(asker, round);
        String text = repository.text(id).orElseThrow(Refusal::notFound);
        if (!repository.drop(id, version)) {
            throw Refusal.stale();
        }
        trail.record(asker.actor(), "TEMPLATE_DROPPED", "TEMPLATE", id, Change.of("text", text, null));
    }

    private void require(Person asker, RoundId round) {
        rounds.get(asker, round);
        if (!rounds.mayRun(asker)) {
            throw Refusal.forbidden();
        }
    }
}
