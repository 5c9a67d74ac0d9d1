package vn.gopy.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.function.Consumer;
import vn.gopy.search.Facet;
import vn.gopy.search.SearchResults;
import vn.gopy.shared.ui.Parts;

/** The results in order; more come when the end comes into sight. */
final class ResultList extends Section {

    /** How many results come at once. */
    static final int PAGE = 20;

    private final Consumer<Boolean> ordering;
    private final OrderedList rows = Parts.classed(new OrderedList(), "hits");
    private final NativeButton more;

    /**
     * @param ordering receives whether the newest are wanted first
     * @param wantsMore called when further results are wanted
     */
    ResultList(Consumer<Boolean> ordering, Runnable wantsMore) {
        this.ordering = ordering;
        getElement().setAttribute("aria-label", getTranslation("search.results"));
        more = Parts.button("", getTranslation("search.more"), "ter");
        more.addClickListener(click -> wantsMore.run());
        more.addAttachListener(attached -> more.getElement().executeJs("""
                const button = this;
                new IntersectionObserver(seen => { if (seen[0].isIntersecting) button.click(); },
                  { rootMargin: '300px' }).observe(button);"""));
    }

    void show(SearchResults results, Inquiry inquiry, Runnable earlierToo, Consumer<String> asking) {
        removeAll();
        rows.removeAll();
        if (results.total() == 0) {
            add(nothing(results, inquiry, earlierToo, asking));
            return;
        }
        add(top(results, inquiry.newestFirst()));
        results.suggestion().ifPresent(better -> add(suggestion(better, asking)));
        add(rows, more);
        append(results);
    }

    void append(SearchResults results) {
        results.hits().forEach(hit -> rows.add(new HitRow(hit)));
        boolean end = results.hits().isEmpty() || rows.getComponentCount() >= results.total();
        more.setVisible(!end);
    }

    private Component top(SearchResults results, boolean newestFirst) {
        Div top = Parts.classed(new Div(), "hits-top");
        Span count = new Span(getTranslation("search.count", "%02d".formatted(results.total())));
        count.addClassName("strong");
        long dossiers = results.facets()
                .getOrDefault(Facet.DOSSIER, java.util.List.of())
                .size();
        top.add(count, Parts.caption(getTranslation("search.inDossiers", "%02d".formatted(dossiers))));
        top.add(Parts.classed(new Span(), "grow"));
        top.getElement().appendChild(order(newestFirst));
        return top;
    }

    private Element order(boolean newestFirst) {
        Element order = new Element("select");
        order.setAttribute("aria-label", getTranslation("search.sort.label"));
        order.setAttribute("class", "hits-order");
        order.appendChild(option("relevance", !newestFirst), option("newest", newestFirst));
        order.addEventListener(
                        "change",
                        change -> ordering.accept(change.getEventData()
                                .get("element.value")
                                .asString()
                                .equals("newest")))
                .addEventData("element.value");
        return order;
    }

    private Element option(String name, boolean chosen) {
        Element option = new Element("option").setText(getTranslation("search.sort." + name));
        option.setAttribute("value", name);
        option.setAttribute("selected", chosen);
        return option;
    }

    private Component nothing(SearchResults results, Inquiry inquiry, Runnable earlierToo, Consumer<String> asking) {
        Div nothing = Parts.classed(new Div(), "empty");
        nothing.add(new Paragraph(getTranslation("empty.search", inquiry.words())));
        results.suggestion().ifPresent(better -> nothing.add(suggestion(better, asking)));
        if (!inquiry.chosen(Facet.DRAFT).isEmpty()
                && !inquiry.chosen(Facet.DRAFT).contains("EARLIER")) {
            NativeButton earlier = Parts.classed(new NativeButton(getTranslation("empty.search.earlier")), "lnk");
            earlier.addClickListener(click -> earlierToo.run());
            nothing.add(new Paragraph(earlier));
        }
        return nothing;
    }

    private Component suggestion(String better, Consumer<String> asking) {
        NativeButton words = Parts.classed(
                new NativeButton(getTranslation("empty.search.suggest", better)), "lnk", "hits-suggestion");
        words.addClickListener(click -> asking.accept(better));
        return words;
    }
}
