package vn.gopy.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.notice.Notice;
import vn.gopy.notice.NoticeSource;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Texts;

/** Says what a saved search has newly found: how much in which dossier, never a word of what was found. */
@Component
class AlertWords implements NoticeSource {

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
        Map<String, HitQuery.Row> seen = matches.visible(reader, repository.told(notice.id()));
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        return repository.byId(id, reader.id()).map(search -> words(search, seen, locale));
    }

    private Words words(SavedSearch search, Map<String, HitQuery.Row> seen, Locale locale) {
        Map<String, Integer> byDossier = new TreeMap<>();
        seen.values().forEach(row -> byDossier.merge(row.dossierTitle(), 1, Integer::sum));
        List<String> lines = byDossier.entrySet().stream()
                .map(entry -> texts.get(locale, "alert.line", entry.getKey(), two(entry.getValue())))
                .toList();
        String title = texts.get(locale, "alert.title", search.name(), two(seen.size()));
        return new Words(title, lines, "/tra-cuu?luu=" + search.id());
    }

    private static String two(int count) {
        return Figures.two(count);
    }
}
