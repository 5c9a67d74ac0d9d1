package vn.gopy.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.gopy.search.Facet;
import vn.gopy.search.SearchHit;
import vn.gopy.search.SearchResults;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.BrowserFiles;
import vn.gopy.shared.ui.Parts;

/**
 * The results: by relevance the best of each dossier together, by time one after the other; more come when the end comes
 * into sight.
 */
final class ResultList extends Section {

    /** How many results come at once. */
    static final int PAGE = 30;

    /** What the list asks of its screen. */
    interface Asking {

        /** Searches with these words instead. */
        void ask(String words);

        /** Searches with this address instead. */
        void go(Inquiry next);

        /** Gives further results. */
        void more();
    }

    private final Asking asking;
    private final MoreAbout more;
    private final OrderedList rows = Parts.classed(new OrderedList(), "hits");
    private final Further further;
    private final Map<String, HitGroup> groups = new HashMap<>();
    private final Map<String, Long> totals = new HashMap<>();
    private Inquiry inquiry;
    private long seen;

    /** @param more says what else there is about a result */
    @SuppressWarnings("NullAway.Init") // given before it is shown
    ResultList(Asking asking, MoreAbout more) {
        this.asking = asking;
        this.more = more;
        getElement().setAttribute("aria-label", getTranslation("search.results"));
        NativeButton button = Parts.button("", getTranslation("search.more"), "ter");
        button.addClickListener(click -> asking.more());
        further = new Further(button);
    }

    void show(SearchResults results, Inquiry asked) {
        inquiry = asked;
        removeAll();
        rows.removeAll();
        groups.clear();
        seen = 0;
        totals.clear();
        if (results.total() == 0) {
            add(new NothingFound(results, inquiry, asking));
        } else {
            add(top(results));
            results.suggestion().ifPresent(better -> add(NothingFound.suggestion(better, asking)));
            add(rows, further);
            append(results);
        }
        results.near().forEach(near -> add(new NearSection(near, asking)));
    }

    /**
     * Adds a further page.
     *
     * @return whether anything of it is shown, or nothing more will come
     */
    boolean append(SearchResults results) {
        results.facets()
                .getOrDefault(Facet.DOSSIER, List.of())
                .forEach(dossier -> totals.put(dossier.value(), dossier.count()));
        boolean shown = false;
        for (SearchHit hit : results.hits()) {
            shown |= add(hit);
        }
        seen += results.hits().size();
        boolean end = results.hits().isEmpty() || seen >= results.total();
        further.setVisible(!end);
        return shown || end;
    }

    private boolean add(SearchHit hit) {
        if (!grouped()) {
            rows.add(row(hit, true));
            return true;
        }
        String dossier = hit.dossierId().toString();
        HitGroup group = groups.computeIfAbsent(dossier, first -> {
            HitGroup fresh = new HitGroup(
                    hit, totals.getOrDefault(dossier, 0L), () -> asking.go(inquiry.with(Facet.DOSSIER, dossier, true)));
            rows.add(fresh);
            return fresh;
        });
        return group.take(row(hit, false));
    }

    private boolean grouped() {
        return !inquiry.newestFirst() && inquiry.chosen(Facet.DOSSIER).size() != 1;
    }

    private HitRow row(SearchHit hit, boolean named) {
        HitRow row = new HitRow(hit, named);
        more.of(hit).ifPresent(row::add);
        return row;
    }

    private Component top(SearchResults results) {
        Div top = Parts.classed(new Div(), "hits-top");
        Span count = new Span(getTranslation("search.count", Figures.two(results.total())));
        count.addClassName("strong");
        top.add(count);
        if (results.whole() < results.total()) {
            top.add(Parts.caption(
                    results.whole() == 0
                            ? getTranslation("search.whole.none")
                            : getTranslation("search.whole", Figures.two(results.whole()))));
        }
        if (inquiry.chosen(Facet.DOSSIER).isEmpty()) {
            top.add(Parts.caption(getTranslation("search.inDossiers", Figures.two(results.dossiers()))));
        }
        top.add(Parts.classed(new Span(), "grow"));
        top.getElement().appendChild(order());
        return top;
    }

    private Element order() {
        Element order = new Element("select");
        order.setAttribute("aria-label", getTranslation("search.sort.label"));
        order.setAttribute("class", "hits-order");
        order.appendChild(option("relevance", !inquiry.newestFirst()), option("newest", inquiry.newestFirst()));
        order.addEventListener(
                        "change",
                        change -> asking.go(inquiry.inOrder(change.getEventData()
                                .get("element.value")
                                .asString()
                                .equals("newest"))))
                .addEventData("element.value");
        return order;
    }

    private Element option(String name, boolean chosen) {
        Element option = new Element("option").setText(getTranslation("search.sort." + name));
        option.setAttribute("value", name);
        option.setAttribute("selected", chosen);
        return option;
    }

    /** Presses its button by itself when one has scrolled near to it. */
    @Tag("gopy-further")
    private static final class Further extends Component implements HasComponents {

        Further(NativeButton button) {
            BrowserFiles.module(this, "search/further.js");
            add(button);
        }
    }
}
