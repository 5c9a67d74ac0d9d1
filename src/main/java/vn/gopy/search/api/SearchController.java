package vn.gopy.search.api;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.search.ExplainedHit;
import vn.gopy.search.Facet;
import vn.gopy.search.HitType;
import vn.gopy.search.Passage.Fragment;
import vn.gopy.search.SearchHit;
import vn.gopy.search.SearchRequest;
import vn.gopy.search.SearchResults;
import vn.gopy.search.SearchResults.FacetValue;
import vn.gopy.search.SearchResults.NearHits;
import vn.gopy.search.Searches;
import vn.gopy.search.ranking.Feature;
import vn.gopy.search.ranking.RankingModel.Judgement;
import vn.gopy.search.ranking.SecondLook.Looked;
import vn.gopy.shared.Refusal;

@RestController
@RequestMapping("/api/v1/search")
class SearchController {

    private final Askers askers;
    private final Searches searches;

    SearchController(Askers askers, Searches searches) {
        this.askers = askers;
        this.searches = searches;
    }

    record HitJson(
            HitType type,
            String dossierId,
            String dossierTitle,
            @Nullable String versionId,
            @Nullable String provisionId,
            @Nullable String commentId,
            @Nullable String path,
            @Nullable String label,
            List<String> steps,
            String title,
            List<Fragment> snippet,
            float score) {

        static HitJson of(SearchHit hit) {
            return new HitJson(
                    hit.type(),
                    hit.dossierId().toString(),
                    hit.dossierTitle(),
                    text(hit.versionId()),
                    text(hit.provisionId()),
                    text(hit.commentId()),
                    hit.path(),
                    hit.label(),
                    hit.steps(),
                    title(hit),
                    hit.snippet(),
                    hit.score());
        }

        private static String title(SearchHit hit) {
            String title = hit.title().stream().map(Fragment::text).collect(Collectors.joining());
            return title.isBlank() ? hit.dossierTitle() : title;
        }

        private static @Nullable String text(@Nullable Object id) {
            return id == null ? null : id.toString();
        }
    }

    record NearJson(List<String> missing, String q, long total, List<HitJson> hits) {

        static NearJson of(NearHits near) {
            return new NearJson(
                    near.missing(),
                    near.instead(),
                    near.total(),
                    near.hits().stream().map(HitJson::of).toList());
        }
    }

    /**
     * The place a hit had at first, from 0, how it was judged, in all and by the two parts of the model, and what was seen
     * of it; nothing but id and score for a hit that was not looked at twice.
     */
    record ExplainedJson(
            String id,
            float score,
            @Nullable Integer before,
            @Nullable Judgement judgement,
            Map<String, Float> features) {

        static ExplainedJson of(ExplainedHit hit) {
            Looked looked = hit.looked();
            if (looked == null) {
                return new ExplainedJson(hit.id(), hit.score(), null, null, Map.of());
            }
            Map<String, Float> features = new LinkedHashMap<>();
            for (Feature feature : Feature.values()) {
                features.put(feature.name().toLowerCase(Locale.ROOT), feature.of(looked.features()));
            }
            return new ExplainedJson(hit.id(), hit.score(), looked.before(), looked.judgement(), features);
        }
    }

    /**
     * {@code total} counts what holds all words of up to six, of more what holds enough of them and {@code whole} what
     * holds all. Where that is little, {@code notFound} names words that stand nowhere and {@code near} is what lacks some,
     * each with the question {@code q} that finds all of it.
     * {@code explained} is null unless it was asked for.
     */
    record ResultsJson(
            long total,
            long tookMs,
            List<HitJson> hits,
            Map<String, List<FacetValue>> facets,
            @Nullable String suggestion,
            long whole,
            List<String> notFound,
            List<NearJson> near,
            int wordsLeftOut,
            boolean complete,
            @Nullable List<ExplainedJson> explained) {

        static ResultsJson of(SearchResults results, @Nullable List<ExplainedHit> explained) {
            Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
            results.facets().forEach((facet, values) -> facets.put(facet.name().toLowerCase(Locale.ROOT), values));
            return new ResultsJson(
                    results.total(),
                    results.tookMs(),
                    results.hits().stream().map(HitJson::of).toList(),
                    facets,
                    results.suggestion().orElse(null),
                    results.whole(),
                    results.unknown(),
                    results.near().stream().map(NearJson::of).toList(),
                    results.leftOut(),
                    results.complete(),
                    explained == null
                            ? null
                            : explained.stream().map(ExplainedJson::of).toList());
        }
    }

    /**
     * {@code in} and the facets take lists parted by commas; {@code sort} is {@code relevance}, or {@code newest}, also
     * written {@code date}; {@code page} counts from 0. {@code explain} is for administrators: how what everybody may read is
     * put in order, without a word of it.
     */
    @GetMapping
    ResultsJson search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String in,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String dossier,
            @RequestParam(defaultValue = "relevance") String sort,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam(defaultValue = "false") boolean explain) {
        Map<Facet, Set<String>> selections = new EnumMap<>(Facet.class);
        select(selections, Facet.TYPE, in, SearchController::type);
        select(selections, Facet.KIND, kind, UnaryOperator.identity());
        select(selections, Facet.UNIT, unit, UnaryOperator.identity());
        select(selections, Facet.STATE, state, value -> value.toUpperCase(Locale.ROOT));
        select(selections, Facet.YEAR, year, UnaryOperator.identity());
        select(selections, Facet.DOSSIER, dossier, value -> value.toLowerCase(Locale.ROOT));
        boolean newestFirst = sort.equalsIgnoreCase("newest") || sort.equalsIgnoreCase("date");
        Person asker = askers.require();
        SearchRequest request = new SearchRequest(q, selections, newestFirst, page, size);
        @Nullable List<ExplainedHit> explained = explain ? searches.explain(asker, request) : null;
        return ResultsJson.of(searches.search(asker, request), explained);
    }

    private static void select(
            Map<Facet, Set<String>> selections, Facet facet, @Nullable String list, UnaryOperator<String> canonical) {
        if (list == null || list.isBlank()) {
            return;
        }
        Set<String> values = Stream.of(list.split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(canonical)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        selections.put(facet, values);
    }

    private static String type(String typed) {
        String name = typed.toUpperCase(Locale.ROOT);
        return Stream.of(HitType.values())
                .map(HitType::name)
                .filter(name::equals)
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.MALFORMED, "MALFORMED"));
    }
}
