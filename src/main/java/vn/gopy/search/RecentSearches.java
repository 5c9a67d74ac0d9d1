package vn.gopy.search;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.search.alert.RecentSearchRepository;
import vn.gopy.shared.TextGate;

/** The last words each person searched for, for that person alone; they are forgotten on request. */
@Service
public class RecentSearches {

    private static final int MOST = 8;

    private final RecentSearchRepository repository;
    private final Clock clock;

    RecentSearches(RecentSearchRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Remembers words that the person searched for on purpose, not each state of typing. */
    @Transactional
    public void note(Person asker, String words) {
        String kept = TextGate.QUESTION.takes(words) ? TextGate.QUESTION.pass(words) : "";
        if (asker.readsContent() && !kept.isEmpty()) {
            repository.note(asker.id(), kept, clock.instant(), MOST);
        }
    }

    /** At most eight, the last first. */
    @Transactional(readOnly = true)
    public List<String> of(Person asker) {
        return repository.of(asker.id());
    }

    /** Forgets them all. */
    @Transactional
    public void clear(Person asker) {
        repository.clear(asker.id());
    }
}
