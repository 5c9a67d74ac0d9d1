package vn.gopy.search.api;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.search.Facet;
import vn.gopy.search.RecentSearches;
import vn.gopy.search.SavedSearch;
import vn.gopy.search.SavedSearchId;
import vn.gopy.search.SavedSearches;
import vn.gopy.search.SearchRequest;
import vn.gopy.shared.Page;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.Given;
import vn.gopy.shared.web.Versions;

/** One's own saved searches, and for the page the recent ones. */
@RestController
class SavedSearchController {

    private final Askers askers;
    private final SavedSearches saved;
    private final RecentSearches recent;

    SavedSearchController(Askers askers, SavedSearches saved, RecentSearches recent) {
        this.askers = askers;
        this.saved = saved;
        this.recent = recent;
    }

    /** @param filters facet to values, both as the answers of a search write them */
    record SavedJson(
            String id,
            int version,
            String name,
            String q,
            Map<String, Set<String>> filters,
            String sort,
            boolean alert,
            Instant createdAt) {

        static SavedJson of(SavedSearch search) {
            Map<String, Set<String>> filters = new LinkedHashMap<>();
            search.selections()
                    .forEach((facet, values) -> filters.put(facet.name().toLowerCase(Locale.ROOT), values));
            return new SavedJson(
                    search.id().toString(),
                    search.version(),
                    search.name(),
                    search.words(),
                    filters,
                    search.newestFirst() ? "newest" : "relevance",
                    search.alert(),
                    search.createdAt());
        }
    }

    record NewSearch(
            @Nullable String name,
            @Nullable String q,
            @Nullable Map<String, @Nullable List<@Nullable String>> filters,
            @Nullable String sort,
            @Nullable Boolean alert) {

        SearchRequest request() {
            Map<Facet, Set<String>> selections = new EnumMap<>(Facet.class);
            Objects.requireNonNullElse(filters, Map.<String, @Nullable List<@Nullable String>>of())
                    .forEach((name, values) -> {
                        Set<String> wanted = new LinkedHashSet<>();
                        Objects.requireNonNullElse(values, List.<@Nullable String>of()).stream()
                                .filter(Objects::nonNull)
                                .forEach(wanted::add);
                        if (!wanted.isEmpty()) {
                            selections.put(facet(name), wanted);
                        }
                    });
            return new SearchRequest(Objects.requireNonNullElse(q, ""), selections, "newest".equals(sort), 0, 0);
        }

        private static Facet facet(String name) {
            try {
                return Facet.valueOf(name.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw new Refusal(Refusal.Kind.MALFORMED, "MALFORMED");
            }
        }
    }

    @GetMapping("/api/v1/searches")
    Page<SavedJson> list() {
        return Page.whole(saved.of(askers.require()).stream().map(SavedJson::of).toList());
    }

    @PostMapping("/api/v1/searches")
    ResponseEntity<SavedJson> save(@RequestBody NewSearch wanted) {
        SavedSearch fresh = saved.save(
                askers.require(),
                Objects.requireNonNullElse(wanted.name(), ""),
                wanted.request(),
                Boolean.TRUE.equals(wanted.alert()));
        return tagged(HttpStatus.CREATED, fresh);
    }

    private static ResponseEntity<SavedJson> tagged(HttpStatus status, SavedSearch search) {
        return ResponseEntity.status(status)
                .eTag(Versions.tag(search.version()))
                .body(SavedJson.of(search));
    }

    /** What is left out stays as it is; without a name the search is called by its words, without an alert it is silent. */
    record Change(Given<String> name, Given<Boolean> alert) {}

    @PatchMapping("/api/v1/searches/{id}")
    ResponseEntity<SavedJson> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Change change) {
        Person asker = askers.require();
        SavedSearch before = saved.get(asker, new SavedSearchId(id));
        return tagged(
                HttpStatus.OK,
                saved.change(
                        asker,
                        before.id(),
                        Versions.required(ifMatch),
                        change.name().or(before.name(), ""),
                        change.alert().or(before.alert(), false)));
    }

    @DeleteMapping("/api/v1/searches/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        Person asker = askers.require();
        SavedSearchId wanted = saved.get(asker, new SavedSearchId(id)).id();
        saved.delete(asker, wanted, Versions.required(ifMatch));
    }

    record Recent(String words) {}

    @GetMapping("/app-api/search/recent")
    Page<Recent> recent() {
        return Page.whole(recent.of(askers.require()).stream().map(Recent::new).toList());
    }
}
