package vn.gopy.search.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import vn.gopy.search.SearchResults.NearHits;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.Parts;

/** Gần đúng: what lacks some of the words, apart from the results and not counted among them. */
final class NearSection extends Section {

    NearSection(NearHits near, ResultList.Asking asking) {
        addClassName("hits-near");
        String missing = quoted(near.missing());
        H2 title = Parts.classed(new H2(new Span(getTranslation("search.near", missing))), "hits-near-title");
        title.add(Parts.caption(getTranslation("search.count", Figures.two(near.total()))));
        OrderedList rows = Parts.classed(new OrderedList(), "hits");
        near.hits().forEach(hit -> rows.add(new HitRow(hit, true)));
        add(title, rows);
        if (near.total() > near.hits().size()) {
            NativeButton all = Parts.classed(
                    new NativeButton(getTranslation("search.near.all", Figures.two(near.total()), missing)), "lnk");
            all.addClickListener(click -> asking.ask(near.instead()));
            add(all);
        }
    }

    /** “một”, “hai”. */
    static String quoted(List<String> words) {
        return words.stream().map(word -> "“" + word + "”").collect(Collectors.joining(", "));
    }
}
