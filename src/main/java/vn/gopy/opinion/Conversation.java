package vn.gopy.opinion;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.UnitId;
import vn.gopy.audit.Change;
import vn.gopy.round.Visibility;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/** Answers in the threads of opinions. */
@Service
public class Conversation {

    private final Comments comments;
    private final CommentRepository repository;
    private final ThreadMarkRepository marks;
    private final Rulings rulings;
    private final Mentions mentions;
    private final CommentLog log;

    Conversation(
            Comments comments,
            CommentRepository repository,
            ThreadMarkRepository marks,
            Rulings rulings,
            Mentions mentions,
            CommentLog log) {
        this.comments = comments;
        this.repository = repository;
        this.marks = marks;
        this.rulings = rulings;
        this.mentions = mentions;
        this.log = log;
    }

    /** Answers in a thread; seen by those who see its first opinion. A talk that had come to its end goes on by it. */
    @Transactional
    public Comment reply(Person asker, CommentId to, String text) {
        Comment root = comments.get(asker, comments.get(asker, to).root());
        if (!mayReply(asker, root)) {
            throw Refusal.conflict("THREAD_CLOSED");
        }
        if (root.round() != null) {
            rulings.requireUnlocked(root.round());
        }
        String words = TextGate.TEXT.pass(text);
        CommentChecks.words(words, null, CommentKind.OTHER);
        Comment.Author author = new Comment.Author(asker.id(), asker.displayName(), asker.post(), null, "");
        Comment reply = root.answeredBy(author, words, log.now());
        repository.add(reply);
        marks.reopen(root.id());
        log.record(asker, "COMMENT_REPLIED", reply, Change.created(words));
        log.announce(reply, CommentState.UNSENT);
        mentions.tell(asker, root, words, "");
        return reply;
    }

    /** Whether the person may answer in the thread of this first opinion, which the person sees. */
    public boolean mayReply(Person asker, Comment root) {
        UnitId unit = root.author().unit();
        boolean own = unit == null ? root.author().id().equals(asker.id()) : asker.speaksFor(unit);
        return root.state() == CommentState.SENT
                && (own || asker.is(Role.SECRETARIAT) || (root.visibility() == Visibility.GROUP && asker.inGroup()));
    }
}
