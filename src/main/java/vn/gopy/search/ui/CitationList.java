package vn.gopy.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import vn.gopy.draft.Citations;
import vn.gopy.draft.LibraryDocument;
import vn.gopy.shared.Figures;
import vn.gopy.shared.SearchAddress;
import vn.gopy.shared.ui.Parts;

/**
 * Văn bản viện dẫn, văn bản được viện dẫn: each leads to the document where it is in the library, and to everything that
 * cites it where it has a number.
 */
final class CitationList extends Div {

    CitationList(Citations.Graph graph) {
        if (graph.cites().isEmpty() && graph.citedBy().isEmpty()) {
            add(Parts.classed(new Paragraph(getTranslation("search.citations.none")), "cap"));
        }
        addList(
                "search.citations.cites",
                graph.cites().stream().map(this::cited).toList());
        addList(
                "search.citations.citedBy",
                graph.citedBy().stream()
                        .map(citing -> new ListItem(
                                link(citing.document(), citing.document().name())))
                        .toList());
    }

    private void addList(String key, List<ListItem> items) {
        if (!items.isEmpty()) {
            UnorderedList list = Parts.classed(new UnorderedList(), "cited");
            items.forEach(list::add);
            add(new H3(getTranslation(key, Figures.two(items.size()))), list);
        }
    }

    private ListItem cited(Citations.Cited cited) {
        LibraryDocument document = cited.document();
        Component title = document == null ? new Span(cited.title()) : link(document, cited.title());
        ListItem item = new ListItem(title);
        String number = cited.cited().number();
        if (number != null) {
            item.add(others(number));
        }
        return item;
    }

    private static Anchor link(LibraryDocument document, String words) {
        return new Anchor(document.address(), words);
    }

    private Anchor others(String number) {
        Anchor others =
                new Anchor(SearchAddress.ofWords("vien-dan:" + number), getTranslation("search.citations.others"));
        return Parts.classed(others, "cap");
    }
}
