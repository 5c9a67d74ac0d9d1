package vn.gopy.round.letter;

import java.time.Clock;
import java.util.Objects;
import java.util.OptionalInt;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.document.FileStore;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.UploadedFile;
import vn.gopy.round.Invitee;
import vn.gopy.round.Replies;
import vn.gopy.round.Reply;
import vn.gopy.round.ReplyAccess;
import vn.gopy.round.ReplyChanged;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Refusal;

/**
 * Bản ký: the signed copy of the letter that carries a sent reply, kept byte for byte. The people of the unit hand it in, its
 * clerk too, or the secretariat to whom it came; whoever reads the reply reads it. A file is looked at like every other: its
 * kind by its content, and no state secret.
 */
@Service
public class SignedCopies {

    private final Replies replies;
    private final SignedCopyRepository repository;
    private final Drafts drafts;
    private final FileStore files;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    SignedCopies(
            Replies replies,
            SignedCopyRepository repository,
            Drafts drafts,
            FileStore files,
            Trail trail,
            Clock clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.replies = replies;
        this.repository = repository;
        this.drafts = drafts;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
    }

    /** A file as it is sent on. */
    public record Opened(String name, Resource content) {}

    /**
     * Keeps the file with the letter of the reply, in the place of one that was handed in before; nothing is locked while it
     * is read.
     *
     * @param seen the version of the reply that was seen; another one is refused as stale
     * @throws Refusal NOT_FOUND to whom the reply is hidden; REPLY_NOT_SENT; REPLY_OF_UNIT; and as {@link Drafts#read}
     */
    public Replies.Answer keep(Person asker, RoundId round, String key, UploadedFile upload, OptionalInt seen) {
        Reply before = sent(asker, round, key);
        if (seen.isPresent() && seen.getAsInt() != before.version()) {
            throw Refusal.stale();
        }
        requireDocument(upload);
        return Objects.requireNonNull(transaction.execute(status -> {
            Reply reply = sent(asker, round, key);
            String sha256 = files.put(upload.content());
            if (reply.version() != before.version()
                    || !repository.keep(reply, upload.fileName(), sha256, asker.id(), clock.instant())) {
                throw Refusal.stale();
            }
            trail.record(asker.actor(), "REPLY_SIGNED_COPY", "REPLY", reply.id().value(), Change.created(sha256));
            events.publishEvent(new ReplyChanged(reply.id(), round));
            return answer(asker, round, key);
        }));
    }

    /** What a draft may be is nothing to somebody who hands in a letter. */
    private void requireDocument(UploadedFile upload) {
        try {
            drafts.read(upload);
        } catch (Refusal refused) {
            throw refused.code().equals("TYPE_NOT_ALLOWED")
                    ? new Refusal(Refusal.Kind.UNSUPPORTED_TYPE, "LETTER_TYPE_NOT_ALLOWED")
                    : refused;
        }
    }

    private Reply sent(Person asker, RoundId round, String key) {
        Replies.Answer answer = answer(asker, round, key);
        Invitee invitee = answer.invitee();
        boolean own = ReplyAccess.own(asker, invitee);
        if (!own && !asker.is(Role.SECRETARIAT)) {
            throw Refusal.notFound();
        }
        Reply reply = answer.reply().orElseThrow(() -> Refusal.conflict("REPLY_EMPTY"));
        reply.requireLetter(own, invitee.hat());
        if (!reply.isSent()) {
            throw Refusal.conflict("REPLY_NOT_SENT");
        }
        return reply;
    }

    private Replies.Answer answer(Person asker, RoundId round, String key) {
        return replies.list(asker, round).stream()
                .filter(one -> one.invitee().key().equals(key))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** The bytes, for whoever reads the reply. */
    @Transactional(readOnly = true)
    public Opened open(Person asker, RoundId round, String key) {
        Replies.Answer answer = answer(asker, round, key);
        return answer.reply()
                .filter(reply -> answer.readable() && !reply.signedCopy().isEmpty())
                .map(reply -> new Opened(reply.signedCopy(), files.open(repository.hash(reply.id()))))
                .orElseThrow(Refusal::notFound);
    }
}
