package vn.gopy.search.alert;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.draft.inside.FoundPlace;
import vn.gopy.notice.Notice;
import vn.gopy.notice.NoticeSource;
import vn.gopy.search.SavedSearch;
import vn.gopy.search.SavedSearchId;
import vn.gopy.search.SearchHit;
import vn.gopy.shared.Figures;
import vn.gopy.shared.SearchAddress;
import vn.gopy.shared.Texts;

/**
 * Says what a saved search has newly found, never a word of it: where it stands, and the way to it when it is one; how much
 * in which dossier when it is much.
 */
@Component
class AlertWords implements NoticeSource {

    private static final int MOST_NAMED = 3;

    private final SavedSearchRepository repository;
    private final Matches matches;
    private final Texts texts;

    AlertWords(SavedSearchRepository repository, Matches matches, Texts texts) {
        this.repository = repository;
        this.matches = matches;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return Alerts.KIND;
    }

    @Override
    public Optional<Words> words(Person reader, Notice notice, Locale locale) {
        SavedSearchId id = new SavedSearchId(notice.subject());
        Map<String, FoundPlace> seen = matches.visible(reader, repository.told(notice.id()));
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        return repository.byId(id, reader.id()).map(search -> words(reader, search, seen, locale));
    }

    private Words words(Person reader, SavedSearch search, Map<String, FoundPlace> seen, Locale locale) {
        String title = texts.get(locale, "alert.title", search.name(), two(seen.size()));
        String all = SearchAddress.ofKept(search.id());
        if (seen.size() > MOST_NAMED) {
            return new Words(title, counted(seen, locale), all);
        }
        List<SearchHit> hits = matches.places(reader, seen.keySet());
        List<String> lines = hits.stream().map(hit -> named(hit, locale)).toList();
        return new Words(title, lines, hits.size() == 1 ? hits.getFirst().address() : all);
    }

    private String named(SearchHit hit, Locale locale) {
        String type = texts.get(locale, "search.type." + hit.type());
        return hit.label() == null || hit.label().isBlank()
                ? texts.get(locale, "alert.line", hit.dossierTitle(), type)
                : texts.get(locale, "alert.place", hit.dossierTitle(), type, hit.label());
    }

    private List<String> counted(Map<String, FoundPlace> seen, Locale locale) {
        Map<String, Integer> byDossier = new TreeMap<>();
        seen.values().forEach(row -> byDossier.merge(row.dossierTitle(), 1, Integer::sum));
        return byDossier.entrySet().stream()
                .map(entry -> texts.get(locale, "alert.line", entry.getKey(), two(entry.getValue())))
                .toList();
    }

    private static String two(int count) {
        return Figures.two(count);
    }
}
