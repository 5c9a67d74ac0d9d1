package vn.gopy.search.alert;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.draft.inside.FoundPlace;
import vn.gopy.notice.NoticeId;
import vn.gopy.notice.Notices;
import vn.gopy.search.SavedSearch;
import vn.gopy.search.alert.SavedSearchRepository.Arrival;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.index.IndexKeeper;
import vn.gopy.search.index.Poison;

/**
 * Tells people what has newly become searchable for them. The indexer notes what arrived in the transaction in which it
 * forgets the change, so a crash loses nothing; what a person was told is noted with the notice, so nothing is told twice.
 * New is whatever the person did not know, be it written just now or opened to the person just now.
 */
@Component
public class Alerts {

    /** The kind of the notices. */
    public static final String KIND = "SEARCH_ALERT";

    private static final Logger log = LoggerFactory.getLogger(Alerts.class);
    private static final int AT_ONCE = 500;

    private final SavedSearchRepository repository;
    private final SearchEngine engine;
    private final Matches matches;
    private final People people;
    private final Notices notices;
    private final IndexKeeper keeper;
    private final TransactionTemplate transaction;

    Alerts(
            SavedSearchRepository repository,
            SearchEngine engine,
            Matches matches,
            People people,
            Notices notices,
            IndexKeeper keeper,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.engine = engine;
        this.matches = matches;
        this.people = people;
        this.notices = notices;
        this.keeper = keeper;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelay = 2_000)
    void follow() {
        try {
            boolean more = true;
            while (more && keeper.isRunning()) {
                more = step();
            }
        } catch (RuntimeException failed) {
            log.warn("Comparing with the saved searches failed, trying again: {}", failed.toString());
        }
    }

    /**
     * Takes the next arrivals.
     *
     * @return whether there were any
     */
    public boolean step() {
        Looking looking = transaction.execute(status -> look());
        if (looking.arrivals().isEmpty()) {
            return false;
        }
        engine.refresh();
        Set<String> arrived = looking.arrivals().stream().map(Arrival::hitId).collect(Collectors.toSet());
        Map<PersonId, Optional<Person>> known = new HashMap<>();
        for (SavedSearch search : looking.searches()) {
            known.computeIfAbsent(search.person(), people::byId)
                    .filter(Person::enabled)
                    .filter(Person::readsContent)
                    .ifPresent(person -> compareAlone(person, search, arrived));
        }
        transaction.executeWithoutResult(status -> repository.forget(looking.arrivals()));
        return true;
    }

    private record Looking(List<Arrival> arrivals, List<SavedSearch> searches) {}

    /**
     * A search that is being kept at this moment is waited for: either it is among these, or what is in these arrivals was
     * there when it looked. Only this look is done alone; nobody who keeps a search waits for the comparing.
     */
    private Looking look() {
        repository.lookAlone();
        List<Arrival> arrivals = repository.arrivals(AT_ONCE);
        return new Looking(arrivals, arrivals.isEmpty() ? List.of() : repository.withAlert());
    }

    /** One search that cannot be asked takes nobody else's news. */
    private void compareAlone(Person person, SavedSearch search, Set<String> arrived) {
        try {
            compare(person, search, arrived);
        } catch (RuntimeException failed) {
            if (!Poison.isCauseOf(failed)) {
                throw failed;
            }
            log.warn("The saved search {} could not be compared: {}", search.id(), failed.toString());
        }
    }

    private void compare(Person person, SavedSearch search, Set<String> arrived) {
        Map<String, FoundPlace> found = matches.among(person, search, arrived);
        if (!found.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                if (repository.lockWithAlert(search.id())) {
                    tell(person, search, found);
                }
            });
        }
    }

    private void tell(Person person, SavedSearch search, Map<String, FoundPlace> found) {
        Set<String> fresh = new HashSet<>(found.keySet());
        fresh.removeAll(repository.known(search.id(), found.keySet()));
        Set<String> own = fresh.stream()
                .filter(id -> Objects.requireNonNull(found.get(id)).own())
                .collect(Collectors.toSet());
        fresh.removeAll(own);
        repository.know(search.id(), own, null);
        if (!fresh.isEmpty()) {
            NoticeId notice =
                    notices.tell(person.id(), KIND, search.id().value()).orElse(null);
            repository.know(search.id(), fresh, notice);
        }
    }
}
