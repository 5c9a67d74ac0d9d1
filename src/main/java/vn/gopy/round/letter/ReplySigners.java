package vn.gopy.round.letter;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.Unit;
import vn.gopy.account.Units;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.round.Answering;
import vn.gopy.round.Answering.Sheet;
import vn.gopy.round.Reply;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Refusal;

/**
 * Who signs the letter of a unit's reply, and as what: said by the people of the unit, its clerk too, before the reply is
 * sent and after, for it belongs to the letter and not to what is frozen. Until somebody says it the letter names the head
 * who approves it.
 */
@Service
public class ReplySigners {

    private final Answering answering;
    private final Units units;
    private final ReplySignerRepository repository;
    private final Trail trail;
    private final Clock clock;

    ReplySigners(Answering answering, Units units, ReplySignerRepository repository, Trail trail, Clock clock) {
        this.answering = answering;
        this.units = units;
        this.repository = repository;
        this.trail = trail;
        this.clock = clock;
    }

    /** Empty while nobody has said it. */
    @Transactional(readOnly = true)
    public Optional<ReplySigner> of(Person asker, RoundId id, String key) {
        return sheet(asker, id, key).reply().map(Reply::id).flatMap(repository::of);
    }

    /**
     * Says it.
     *
     * @param signer with the version that was read; another one is refused as stale
     */
    @Transactional
    public ReplySigner say(Person asker, RoundId id, String key, ReplySigner signer) {
        Reply reply = sheet(asker, id, key).reply().orElseThrow(() -> Refusal.conflict("REPLY_EMPTY"));
        Unit unit = units.named(key);
        ReplySigner passed = signer.passed(unit);
        String before = repository.of(reply.id()).map(Object::toString).orElse("");
        if (!repository.put(reply.id(), passed, asker.id(), clock.instant())) {
            throw Refusal.stale();
        }
        trail.record(
                asker.actor(),
                "REPLY_SIGNER",
                "REPLY",
                reply.id().value(),
                Change.of("signer", before, passed.toString())
                        .onBehalfOf(unit.id().value()));
        return repository.of(reply.id()).orElseThrow();
    }

    private Sheet sheet(Person asker, RoundId id, String key) {
        return answering.of(asker, id).stream()
                .filter(one -> one.invitee().key().equals(key))
                .filter(one -> one.invitee().unit() != null)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
