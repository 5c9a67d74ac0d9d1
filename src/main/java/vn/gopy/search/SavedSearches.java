package vn.gopy.search;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.notice.Notices;
import vn.gopy.search.alert.Alerts;
import vn.gopy.search.alert.Matches;
import vn.gopy.search.alert.SavedSearchRepository;
import vn.gopy.shared.Excerpt;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/**
 * Searches that people keep, each for oneself. They leave no row in the trail: what somebody looks for is nobody else's
 * affair, and nothing of the consultation changes.
 */
@Service
public class SavedSearches {

    /** So many searches a person may keep. */
    public static final int MOST = 50;

    private final SavedSearchRepository repository;
    private final Matches matches;
    private final Notices notices;
    private final Clock clock;

    SavedSearches(SavedSearchRepository repository, Matches matches, Notices notices, Clock clock) {
        this.repository = repository;
        this.matches = matches;
        this.notices = notices;
        this.clock = clock;
    }

    /** The person's own, newest first. */
    @Transactional(readOnly = true)
    public List<SavedSearch> of(Person asker) {
        return repository.of(asker.id());
    }

    /** One of the person's own; others' are absent. */
    @Transactional(readOnly = true)
    public SavedSearch get(Person asker, SavedSearchId id) {
        return repository.byId(id, asker.id()).orElseThrow(Refusal::notFound);
    }

    /**
     * Keeps a search. With an alert the person is told from now on of what newly matches; what matches already is no news.
     *
     * @param name as the person calls it; blank takes the words
     * @throws Refusal FORBIDDEN for an administrator, who reads nothing; SEARCH_EMPTY without words and selections;
     *     TOO_MANY_SEARCHES; SEARCH_TOO_BROAD for an alert on more than {@link Matches#MOST} hits
     */
    @Transactional
    public SavedSearch save(Person asker, String name, SearchRequest request, boolean alert) {
        if (!asker.readsContent()) {
            throw Refusal.forbidden();
        }
        String words = TextGate.QUESTION.pass(request.text());
        if (words.isEmpty() && request.selections().isEmpty()) {
            throw Refusal.unprocessable("SEARCH_EMPTY");
        }
        if (repository.of(asker.id()).size() >= MOST) {
            throw Refusal.unprocessable("TOO_MANY_SEARCHES", MOST);
        }
        SavedSearch fresh = new SavedSearch(
                SavedSearchId.next(),
                1,
                asker.id(),
                named(name, words),
                words,
                copied(request.selections()),
                request.newestFirst(),
                alert,
                clock.instant());
        repository.keepOthersFromLooking();
        repository.add(fresh);
        knowPresent(asker, fresh);
        return fresh;
    }

    private static Map<Facet, Set<String>> copied(Map<Facet, Set<String>> selections) {
        Map<Facet, Set<String>> copy = new EnumMap<>(Facet.class);
        selections.forEach((facet, values) -> copy.put(
                facet,
                Limits.list(values, Limits.LIST).stream()
                        .map(TextGate.NAME::pass)
                        .collect(Collectors.toUnmodifiableSet())));
        return Map.copyOf(copy);
    }

    private static String named(String name, String words) {
        String wanted = TextGate.NAME.pass(name);
        if (!wanted.isEmpty()) {
            return wanted;
        }
        return words.isEmpty() ? "…" : Excerpt.head(words, Limits.NAME);
    }

    private void knowPresent(Person asker, SavedSearch search) {
        if (search.alert()) {
            repository.know(search.id(), matches.all(asker, search), null);
        }
    }

    /**
     * Changes name and alert; null leaves as it is.
     *
     * @throws Refusal NOT_FOUND, STALE, SEARCH_TOO_BROAD
     */
    @Transactional
    public SavedSearch change(
            Person asker, SavedSearchId id, int version, @Nullable String name, @Nullable Boolean alert) {
        repository.keepOthersFromLooking();
        repository.lock(id);
        SavedSearch before = get(asker, id);
        boolean wanted = Objects.requireNonNullElse(alert, before.alert());
        String newName = name == null ? before.name() : named(name, before.words());
        if (!repository.change(id, version, newName, wanted)) {
            throw Refusal.stale();
        }
        SavedSearch after = get(asker, id);
        if (wanted && !before.alert()) {
            knowPresent(asker, after);
        }
        return after;
    }

    /**
     * Forgets a search and what was told about it.
     *
     * @throws Refusal NOT_FOUND, STALE
     */
    @Transactional
    public void delete(Person asker, SavedSearchId id, int version) {
        repository.lock(id);
        get(asker, id);
        notices.forget(Alerts.KIND, id.value());
        if (!repository.delete(id, version)) {
            throw Refusal.stale();
        }
    }
}
