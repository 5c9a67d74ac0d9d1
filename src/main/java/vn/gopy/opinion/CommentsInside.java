package vn.gopy.opinion;

import java.util.List;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.draft.ProvisionId;

/** What belongs to opinions whoever asks, for the product's own work: asks for no right. */
@NamedInterface("inside")
@Service
public class CommentsInside {

    private final CommentRepository repository;

    CommentsInside(CommentRepository repository) {
        this.repository = repository;
    }

    /** Further places of an opinion. */
    @Transactional(readOnly = true)
    public List<ProvisionId> places(CommentId id) {
        return repository.places(id);
    }
}
