package vn.gopy.search.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.draft.inside.AccessTokens;
import vn.gopy.draft.inside.FoundPlace;
import vn.gopy.search.Facet;
import vn.gopy.search.Passage;
import vn.gopy.search.SavedSearch;
import vn.gopy.search.SearchHit;
import vn.gopy.search.engine.EngineAnswer;
import vn.gopy.search.engine.EngineAnswer.Found;
import vn.gopy.search.engine.EngineQuery.Order;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.UnfinishedSearchException;
import vn.gopy.search.hit.VisibleHits;
import vn.gopy.search.question.Abbreviations;
import vn.gopy.search.question.Asking;
import vn.gopy.search.question.Finder;
import vn.gopy.search.question.Reordering;
import vn.gopy.shared.Refusal;

/** Which hits a kept search has for its person at this moment. */
@Component
public class Matches {

    /** An alert on more hits than this would tell its person nothing. */
    static final int MOST = 2_000;

    private static final int MOST_TRIES = 3;

    private final SearchEngine engine;
    private final Finder finder;
    private final VisibleHits visible;
    private final Clock clock;

    Matches(SearchEngine engine, Abbreviations abbreviations, VisibleHits visible, Clock clock) {
        this.engine = engine;
        this.finder = new Finder(engine, abbreviations, Reordering.none());
        this.visible = visible;
        this.clock = clock;
    }

    /**
     * All present hits.
     *
     * @throws Refusal SEARCH_TOO_BROAD for more than {@link #MOST}, and when it takes too long again and again
     */
    public Set<String> all(Person person, SavedSearch search) {
        for (int tries = 1; ; tries++) {
            try {
                return whole(person, search);
            } catch (UnfinishedSearchException tooSlow) {
                if (tries == MOST_TRIES) {
                    throw Refusal.unprocessable("SEARCH_TOO_BROAD", MOST);
                }
            }
        }
    }

    /** Half of them would make news of the other half. */
    private Set<String> whole(Person person, SavedSearch search) {
        engine.refresh();
        Set<String> all = new LinkedHashSet<>();
        long total;
        do {
            EngineAnswer part = UnfinishedSearchException.whole(
                    finder.find(asking(person, search, all.size())).answer());
            total = part.total();
            if (total > MOST) {
                throw Refusal.unprocessable("SEARCH_TOO_BROAD", MOST);
            }
            part.hits().stream().map(Found::id).forEach(all::add);
            if (part.hits().isEmpty()) {
                break;
            }
        } while (all.size() < total);
        return all;
    }

    /** Those of the ids that the search finds and the person may see now, with their rows. */
    Map<String, FoundPlace> among(Person person, SavedSearch search, Collection<String> ids) {
        Set<String> found = finder.among(asking(person, search, 0), ids);
        return visible.of(found, person, clock.instant());
    }

    /** Those of the ids that the person may see now, whatever is searched for. */
    Map<String, FoundPlace> visible(Person person, Collection<String> ids) {
        return visible.of(ids, person, clock.instant());
    }

    /** The same with their places and without a word of them. */
    List<SearchHit> places(Person person, Collection<String> ids) {
        List<Found> found = ids.stream().map(id -> new Found(id, 0)).toList();
        return visible.shown(
                found,
                person,
                clock.instant(),
                allowed -> allowed.stream()
                        .map(id -> new Passage(id, null, null, List.of(), List.of()))
                        .toList());
    }

    private Asking asking(Person person, SavedSearch search, int from) {
        Instant now = clock.instant();
        return new Asking(
                search.words(),
                search.selections(),
                Map.of(Facet.DOSSIER, visible.dossiers(person)),
                AccessTokens.of(person),
                Order.RELEVANCE,
                from,
                Asking.MAX_SIZE,
                false);
    }
}
