package vn.gopy.opinion;

import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.audit.Change;
import vn.gopy.opinion.ThreadMark.Kind;
import vn.gopy.round.Capacity;
import vn.gopy.round.Visibility;
import vn.gopy.shared.Refusal;

/**
 * Agreement with an opinion, in discussions opened to the group alone, and the end of a talk, which its author or the
 * secretariat declares and takes back. Both are said once however often they are pressed; an answer opens the talk again.
 */
@Service
public class ThreadMarks {

    private final Comments comments;
    private final CommentRepository repository;
    private final ThreadMarkRepository marks;
    private final Capacities capacities;
    private final Rulings rulings;
    private final CommentLog log;

    ThreadMarks(
            Comments comments,
            CommentRepository repository,
            ThreadMarkRepository marks,
            Capacities capacities,
            Rulings rulings,
            CommentLog log) {
        this.comments = comments;
        this.repository = repository;
        this.marks = marks;
        this.capacities = capacities;
        this.rulings = rulings;
        this.log = log;
    }

    /**
     * The person agrees with a sent opinion of somebody else.
     *
     * @throws Refusal NOT_FOUND; CONFLICT, AGREEMENT_CLOSED outside of a discussion opened to the group
     */
    @Transactional
    public Comment agree(Person asker, CommentId id) {
        Comment root = agreeable(asker, id);
        return changed(asker, root, "OPINION_AGREED", () -> marks.add(id, mark(asker, Kind.AGREED)));
    }

    /** The person agrees no longer. */
    @Transactional
    public Comment takeBackAgreement(Person asker, CommentId id) {
        Comment root = agreeable(asker, id);
        return changed(asker, root, "AGREEMENT_TAKEN_BACK", () -> marks.takeBackAgreement(id, asker.id()));
    }

    private Comment agreeable(Person asker, CommentId id) {
        Comment root = comments.get(asker, id);
        if (!mayAgree(asker, root)) {
            throw Refusal.conflict("AGREEMENT_CLOSED");
        }
        capacities.require(asker, Capacity.OWN, root.dossierId());
        return unlocked(root);
    }

    /**
     * The talk has come to its end.
     *
     * @throws Refusal NOT_FOUND; FORBIDDEN to others than its author and the secretariat; CONFLICT, THREAD_CLOSED for what
     *     is no sent first opinion
     */
    @Transactional
    public Comment resolve(Person asker, CommentId id) {
        Comment root = resolvable(asker, id);
        return changed(asker, root, "THREAD_RESOLVED", () -> marks.add(id, mark(asker, Kind.RESOLVED)));
    }

    /** The talk goes on. */
    @Transactional
    public Comment reopen(Person asker, CommentId id) {
        Comment root = resolvable(asker, id);
        return changed(asker, root, "THREAD_REOPENED", () -> marks.reopen(id));
    }

    private Comment resolvable(Person asker, CommentId id) {
        Comment root = comments.get(asker, id);
        if (!root.isRoot() || root.state() != CommentState.SENT) {
            throw Refusal.conflict("THREAD_CLOSED");
        }
        if (!mayResolve(asker, root)) {
            throw Refusal.forbidden();
        }
        return unlocked(root);
    }

    private Comment unlocked(Comment root) {
        if (root.round() != null) {
            rulings.requireUnlocked(root.round());
        }
        return root;
    }

    private ThreadMark mark(Person asker, Kind kind) {
        return new ThreadMark(kind, asker.id(), asker.displayName(), asker.post(), log.now());
    }

    private Comment changed(Person asker, Comment root, String action, BooleanSupplier change) {
        if (change.getAsBoolean()) {
            repository.mark(root.id());
            log.record(asker, action, root, Change.created(asker.displayName()));
            log.announce(root, root.state());
        }
        return root;
    }

    /** Whether the person may agree with this opinion, which the person sees. */
    public boolean mayAgree(Person asker, Comment root) {
        return root.isRoot()
                && root.state() == CommentState.SENT
                && root.visibility() == Visibility.GROUP
                && !root.restricted()
                && asker.inGroup()
                && !root.author().id().equals(asker.id());
    }

    /** Whether the person may end the talk under this opinion, which the person sees. */
    public boolean mayResolve(Person asker, Comment root) {
        return root.isRoot()
                && root.state() == CommentState.SENT
                && (asker.is(Role.SECRETARIAT)
                        || (root.author().id().equals(asker.id()) && Authorship.maySpeak(asker, root)));
    }
}
