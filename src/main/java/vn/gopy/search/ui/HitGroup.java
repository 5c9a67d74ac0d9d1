package vn.gopy.search.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import vn.gopy.search.SearchHit;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.Parts;

/** The best results of one dossier, and a way to all of them. */
final class HitGroup extends ListItem {

    /** So many stand under a dossier; further ones push the next dossier too far down. */
    private static final int BEST = 3;

    private final OrderedList rows = Parts.classed(new OrderedList(), "hits");

    /**
     * @param first the best result of the dossier
     * @param total of all its results
     * @param all called when all of them are wanted
     */
    HitGroup(SearchHit first, long total, Runnable all) {
        addClassName("hit-group");
        H2 name = Parts.classed(
                new H2(new Anchor(Addresses.dossier(first.dossierId()), first.dossierTitle())), "hit-dossier");
        if (total > 0) {
            name.add(Parts.caption(getTranslation("search.count", Figures.two(total))));
        }
        add(name, rows);
        if (total > BEST) {
            NativeButton more =
                    Parts.classed(new NativeButton(getTranslation("search.group.all", Figures.two(total))), "lnk");
            more.addClickListener(click -> all.run());
            add(more);
        }
    }

    /** Takes one more result while there is room. */
    boolean take(HitRow row) {
        if (rows.getComponentCount() >= BEST) {
            return false;
        }
        rows.add(row);
        return true;
    }
}
