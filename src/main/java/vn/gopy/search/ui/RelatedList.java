package vn.gopy.search.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import vn.gopy.search.SearchHit;
import vn.gopy.shared.ui.Parts;

/** Điều khoản tương tự, or that there are none. */
final class RelatedList extends Div {

    RelatedList(List<SearchHit> hits) {
        if (hits.isEmpty()) {
            add(Parts.classed(new Paragraph(getTranslation("search.related.none")), "cap"));
            return;
        }
        OrderedList rows = Parts.classed(new OrderedList(), "hits");
        hits.forEach(hit -> rows.add(new HitRow(hit, true)));
        add(rows);
    }
}
