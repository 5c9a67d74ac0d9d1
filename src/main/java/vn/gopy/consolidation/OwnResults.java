package vn.gopy.consolidation;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;

/** Tells people what they and their units have said, and what became of it once the results of the round were announced. */
@Service
public class OwnResults {

    private final OwnResultQuery query;

    OwnResults(OwnResultQuery query) {
        this.query = query;
    }

    /** Of all rounds, the one announced last first, each in the order of its numbers; at most a thousand. */
    @Transactional(readOnly = true)
    public List<OwnResult> of(Person asker) {
        return all(asker).stream().filter(one -> one.announced() != null).toList();
    }

    /** The same and what still waits for its result, which comes first; at most a thousand. */
    @Transactional(readOnly = true)
    public List<OwnResult> all(Person asker) {
        return query.of(asker);
    }
}
