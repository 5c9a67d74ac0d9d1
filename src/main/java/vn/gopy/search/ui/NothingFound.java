package vn.gopy.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Set;
import java.util.stream.Stream;
import vn.gopy.search.Facet;
import vn.gopy.search.SearchResults;
import vn.gopy.shared.ui.Parts;

/** Says what was tried in vain, and what could be tried instead. */
final class NothingFound extends Div {

    NothingFound(SearchResults results, Inquiry inquiry, ResultList.Asking asking) {
        addClassName("empty");
        add(new Paragraph(getTranslation("empty.search", inquiry.words())));
        UnorderedList tried = Parts.classed(new UnorderedList(), "tried");
        tried.add(new ListItem(getTranslation(results.folded() ? "empty.tried.folded" : "empty.tried.marked")));
        if (latestOnly(inquiry)) {
            tried.add(new ListItem(getTranslation("empty.tried.latest")));
        }
        if (narrowed(inquiry)) {
            tried.add(new ListItem(getTranslation("empty.tried.filters")));
        }
        add(tried);
        results.suggestion().ifPresent(better -> add(suggestion(better, asking)));
        if (narrowed(inquiry)) {
            offer("empty.search.allFilters", () -> asking.go(inquiry.withoutFilters()));
        }
        if (latestOnly(inquiry)) {
            offer("empty.search.earlier", () -> asking.go(inquiry.with(Facet.DRAFT, "EARLIER", true)));
        }
        add(Parts.classed(new Paragraph(getTranslation("empty.search.hint")), "cap"));
    }

    private static boolean latestOnly(Inquiry inquiry) {
        return inquiry.chosen(Facet.DRAFT).equals(Set.of("LATEST"));
    }

    private static boolean narrowed(Inquiry inquiry) {
        return Stream.of(Facet.values())
                .anyMatch(
                        facet -> facet != Facet.DRAFT && !inquiry.chosen(facet).isEmpty());
    }

    private void offer(String key, Runnable act) {
        NativeButton offer = Parts.classed(new NativeButton(getTranslation(key)), "lnk");
        offer.addClickListener(click -> act.run());
        add(new Paragraph(offer));
    }

    static Component suggestion(String better, ResultList.Asking asking) {
        NativeButton words = Parts.classed(new NativeButton(), "lnk", "hits-suggestion");
        words.setText(words.getTranslation("empty.search.suggest", better));
        words.addClickListener(click -> asking.ask(better));
        return words;
    }
}
