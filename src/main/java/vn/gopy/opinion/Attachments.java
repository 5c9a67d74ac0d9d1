package vn.gopy.opinion;

import java.util.List;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.document.FileStore;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.UploadedFile;
import vn.gopy.shared.Ids;
import vn.gopy.shared.Refusal;

/**
 * Tệp kèm theo ý kiến: added and taken away by whoever may change the words, and only as long; given to whoever reads the
 * opinion. A file is looked at like every other that is handed in: its kind by its content, and no state secret.
 */
@Service
public class Attachments {

    /** So many files an opinion may have. */
    public static final int MOST = 5;

    /** How a file is refused that can be no draft. */
    private static final String NO_DRAFT = "TYPE_NOT_ALLOWED";

    private final Composing composing;
    private final Comments comments;
    private final CommentRepository repository;
    private final Drafts drafts;
    private final FileStore files;
    private final CommentLog log;
    private final TransactionTemplate transaction;

    Attachments(
            Composing composing,
            Comments comments,
            CommentRepository repository,
            Drafts drafts,
            FileStore files,
            CommentLog log,
            TransactionTemplate transaction) {
        this.composing = composing;
        this.comments = comments;
        this.repository = repository;
        this.drafts = drafts;
        this.files = files;
        this.log = log;
        this.transaction = transaction;
    }

    /** A file as it is sent on. */
    public record Opened(String name, Resource content) {}

    /**
     * Adds a file to an own opinion or answer; nothing is locked while it is read.
     *
     * @throws Refusal as {@link Composing#editable} and {@link Drafts#read} do, with {@code ATTACHMENT_TYPE_NOT_ALLOWED} for a
     *     type that is not taken, and {@code TOO_MANY} beyond five
     */
    public Comment attach(Person asker, CommentId id, UploadedFile upload) {
        composing.editable(asker, id);
        requireTaken(upload);
        return transaction.execute(status -> {
            Comment comment = held(asker, id);
            if (comment.files().size() >= MOST) {
                throw Refusal.unprocessable("TOO_MANY", MOST);
            }
            String sha256 = files.put(upload.content());
            CommentFile file = new CommentFile(Ids.next(), upload.fileName(), upload.content().length);
            repository.addFile(id, file, sha256, asker.id(), log.now());
            return changed(asker, comment, "COMMENT_FILE_ADDED", Change.created(sha256));
        });
    }

    /** What a draft may be is nothing to somebody who attaches a file. */
    private void requireTaken(UploadedFile upload) {
        try {
            drafts.read(upload);
        } catch (Refusal refused) {
            throw refused.code().equals(NO_DRAFT)
                    ? new Refusal(Refusal.Kind.UNSUPPORTED_TYPE, "ATTACHMENT_TYPE_NOT_ALLOWED")
                    : refused;
        }
    }

    /** Takes a file away again; its bytes go with the daily sweep when nothing else has them. */
    @Transactional
    public Comment detach(Person asker, CommentId id, UUID file) {
        composing.editable(asker, id);
        Comment comment = held(asker, id);
        String sha256 = repository.fileHash(id, file).orElseThrow(Refusal::notFound);
        if (!repository.removeFile(id, file)) {
            throw Refusal.notFound();
        }
        return changed(asker, comment, "COMMENT_FILE_REMOVED", Change.of("file", sha256, null));
    }

    /** The opinion as nobody else changes it until the transaction ends: it may have gone out meanwhile. */
    private Comment held(Person asker, CommentId id) {
        repository.lock(List.of(id));
        return composing.editable(asker, id);
    }

    private Comment changed(Person asker, Comment comment, String what, Change change) {
        if (!repository.touch(comment.id(), comment.version())) {
            throw Refusal.stale();
        }
        log.record(asker, what, comment, change);
        log.announce(comment, comment.state());
        return comments.get(asker, comment.id());
    }

    /** The bytes of a file of an opinion that the asker may read; of what was taken back nothing is given. */
    @Transactional(readOnly = true)
    public Opened open(Person asker, CommentId id, UUID file) {
        Comment comment = comments.get(asker, id);
        if (comment.state() == CommentState.WITHDRAWN) {
            throw Refusal.notFound();
        }
        CommentFile found = comment.files().stream()
                .filter(one -> one.id().equals(file))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return new Opened(found.name(), files.open(repository.fileHash(id, file).orElseThrow(Refusal::notFound)));
    }
}
