package vn.gopy.search.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.gopy.search.Passage.Fragment;
import vn.gopy.search.SearchResults;
import vn.gopy.search.question.AbbreviationGuide;
import vn.gopy.search.question.AbbreviationGuide.Meaning;
import vn.gopy.shared.Texts;
import vn.gopy.shared.ui.Parts;

/** Says in one line how the question was taken, and offers to take it more strictly. */
final class Understanding extends Div {

    private static final int MOST_RUNS = 3;
    private static final int MOST_WORDS = 64;

    private final AbbreviationGuide guide;
    private final Consumer<String> asking;

    /** @param asking receives the words of a stricter question */
    Understanding(AbbreviationGuide guide, Consumer<String> asking) {
        this.guide = guide;
        this.asking = asking;
        addClassName("search-understood");
        getElement().setAttribute("role", "status");
    }

    void show(SearchResults results, Inquiry inquiry) {
        removeAll();
        if (results.folded() && results.total() > 0) {
            add(new Span(taken(results)));
        }
        if (!results.unknown().isEmpty()) {
            add(new Span(getTranslation("search.unknown", NearSection.quoted(results.unknown()))));
        }
        guide.in(inquiry.words()).forEach(meaning -> add(new Span(explained(meaning))));
        if (results.leftOut() > 0) {
            add(new Span(getTranslation("search.leftOut", MOST_WORDS, results.leftOut())));
        }
        if (!results.complete()) {
            add(new Span(getTranslation("search.partial")));
        }
        String words = inquiry.words();
        if (words.contains(" ") && !words.contains("\"") && results.total() > 0) {
            NativeButton exactly = Parts.classed(new NativeButton(getTranslation("search.exactly")), "lnk");
            exactly.addClickListener(click -> asking.accept("\"" + words + "\""));
            add(exactly);
        }
    }

    /** UBND: Ủy ban nhân dân; in English with the English word before. */
    private String explained(Meaning meaning) {
        String vietnamese = String.join("; ", meaning.vietnamese());
        return Texts.of(getLocale()).equals(Locale.ENGLISH)
                ? meaning.english()
                        .map(english ->
                                getTranslation("search.abbreviation.both", meaning.typed(), english, vietnamese))
                        .orElseGet(() -> getTranslation("search.abbreviation", meaning.typed(), vietnamese))
                : getTranslation("search.abbreviation", meaning.typed(), vietnamese);
    }

    private String taken(SearchResults results) {
        Set<String> runs = runs(results);
        if (runs.isEmpty()) {
            return getTranslation("search.understood.folded");
        }
        String and = " " + getTranslation("search.understood.and") + " ";
        return getTranslation(
                "search.understood.words",
                runs.stream().map(run -> "“" + run + "”").collect(Collectors.joining(and)));
    }

    /** The words as they stand, with their marks, in the best hit. */
    private static Set<String> runs(SearchResults results) {
        Set<String> runs = results.hits().stream()
                .limit(1)
                .flatMap(hit -> hit.snippet().stream())
                .filter(Fragment::hit)
                .map(fragment -> fragment.text().toLowerCase(Locale.ROOT))
                .filter(run -> run.contains(" "))
                .limit(MOST_RUNS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        runs.removeIf(run -> runs.stream().anyMatch(other -> other.length() > run.length() && other.contains(run)));
        return runs;
    }
}
