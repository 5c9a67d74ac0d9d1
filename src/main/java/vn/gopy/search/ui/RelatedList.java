package vn.gopy.search.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Supplier;
import vn.gopy.search.SearchHit;
import vn.gopy.shared.ui.Parts;

/** Điều khoản tương tự: asked for when the button is pressed, folded again by the next press. */
final class RelatedList extends Div {

    private final NativeButton fold = Parts.button("layers", getTranslation("search.related"), "ter", "sm");
    private final Div found = Parts.classed(new Div(), "related");

    RelatedList(Supplier<List<SearchHit>> related) {
        addClassName("hit-related");
        fold.getElement().setAttribute("aria-expanded", "false");
        fold.addClickListener(click -> turn(related));
        found.setVisible(false);
        add(fold, found);
    }

    private void turn(Supplier<List<SearchHit>> related) {
        boolean open = !found.isVisible();
        fold.getElement().setAttribute("aria-expanded", Boolean.toString(open));
        found.removeAll();
        found.setVisible(open);
        if (open) {
            show(related.get());
        }
    }

    private void show(List<SearchHit> hits) {
        if (hits.isEmpty()) {
            found.add(Parts.classed(new Paragraph(getTranslation("search.related.none")), "cap"));
            return;
        }
        OrderedList rows = Parts.classed(new OrderedList(), "hits");
        hits.forEach(hit -> rows.add(new HitRow(hit, true)));
        found.add(rows);
    }
}
