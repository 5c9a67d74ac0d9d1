package vn.gopy.opinion;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.UnitId;

/** What opinions said before, for those who could read it then: a unit's draft is its own people's, also afterwards. */
@Service
public class Wordings {

    private final WordingRepository repository;
    private final Comments comments;

    Wordings(WordingRepository repository, Comments comments) {
        this.repository = repository;
        this.comments = comments;
    }

    /** The earlier words of an opinion or answer that the asker may see, newest first; none of what was taken back. */
    @Transactional(readOnly = true)
    public List<EarlierWording> of(Person asker, CommentId id) {
        Comment comment = comments.get(asker, id);
        UnitId unit = comment.author().unit();
        if (comment.state() == CommentState.WITHDRAWN) {
            return List.of();
        }
        return repository.of(
                id,
                unit != null && asker.speaksFor(unit)
                        ? List.of(CommentState.SENT, CommentState.UNIT_DRAFT)
                        : List.of(CommentState.SENT));
    }
}
