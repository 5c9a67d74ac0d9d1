package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.ui.Heaps.Heap;
import vn.gopy.consolidation.ui.Heaps.Spot;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.Parts;

/** The places that something was said of, each with how much; a press leads to what has no outcome there. */
final class PlaceList extends Nav {

    private final transient Consumer<Heap> chosen;

    PlaceList(Consumer<Heap> chosen) {
        this.chosen = chosen;
        addClassName("places");
        getElement()
                .setAttribute("aria-label", getTranslation("consolidating.places"))
                .setAttribute("tabindex", "0"); // on a phone it is rolled to the side
    }

    void show(List<Spot> spots, @Nullable Spot here) {
        UnorderedList list = new UnorderedList();
        spots.forEach(spot -> list.add(new ListItem(way(spot, spot.equals(here)))));
        removeAll();
        add(list);
    }

    private NativeButton way(Spot spot, boolean here) {
        NativeButton way = Parts.button("", spot.name());
        way.removeClassName("btn");
        way.add(Parts.classed(new Span(String.valueOf(spot.points())), "n"));
        if (here) {
            way.getElement().setAttribute("aria-current", "true");
        }
        if (spot.isOpen()) {
            way.addClassName("open");
            way.setAriaLabel(getTranslation("consolidating.place.open", spot.name(), Figures.two(spot.points())));
        }
        way.addClickListener(click -> chosen.accept(spot.firstOpen()));
        return way;
    }
}
