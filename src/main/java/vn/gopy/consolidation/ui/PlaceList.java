package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.DeskPlace;
import vn.gopy.consolidation.DeskReading;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.Parts;

/** The places that something was said of, each with how much; a press leads to what has no outcome there. */
final class PlaceList extends Nav {

    private final transient Consumer<DeskPlace.Key> chosen;
    private final Select<DeskReading.Filter> filter = new Select<>();
    private final UnorderedList list = new UnorderedList();
    private final transient Map<DeskPlace.Key, Way> ways = new HashMap<>();
    private transient List<DeskPlace.Key> order = List.of();
    private DeskPlace.@Nullable Key here;

    /** @param only hears which points one wants to see */
    PlaceList(Consumer<DeskPlace.Key> chosen, Consumer<DeskReading.Filter> only) {
        this.chosen = chosen;
        filter.setAriaLabel(getTranslation("consolidating.filter"));
        filter.setItems(DeskReading.Filter.values());
        filter.setItemLabelGenerator(one -> getTranslation("consolidating.filter." + one));
        filter.setValue(DeskReading.Filter.ALL);
        filter.setWidthFull();
        filter.addValueChangeListener(event -> only.accept(event.getValue()));
        addClassName("places");
        getElement()
                .setAttribute("aria-label", getTranslation("consolidating.places"))
                .setAttribute("tabindex", "0"); // on a phone it is rolled to the side
        add(filter, list);
    }

    /** Shows the places; where they are the same as before, only what is different of them is drawn anew. */
    void show(List<DeskPlace> places, @Nullable DeskPlace at) {
        List<DeskPlace.Key> keys = places.stream().map(DeskPlace::key).toList();
        if (!keys.equals(order)) {
            order = keys;
            build(places);
        }
        places.forEach(place -> Objects.requireNonNull(ways.get(place.key())).show(place));
        mark(here, false);
        here = at == null ? null : at.key();
        mark(here, true);
    }

    private void build(List<DeskPlace> places) {
        ways.clear();
        list.removeAll();
        var draft = "";
        for (DeskPlace place : places) {
            if (!place.draft().equals(draft)) {
                draft = place.draft();
                list.add(Parts.classed(new ListItem(draft), "draft"));
            }
            Way way = new Way(place);
            way.addClickListener(click -> chosen.accept(place.key()));
            ways.put(place.key(), way);
            list.add(new ListItem(way));
        }
    }

    private void mark(DeskPlace.@Nullable Key key, boolean current) {
        Way way = key == null ? null : ways.get(key);
        if (way == null) {
            return;
        }
        if (current) {
            way.getElement().setAttribute("aria-current", "true");
        } else {
            way.getElement().removeAttribute("aria-current");
        }
    }

    /** The button of one place. */
    private static final class Way extends NativeButton {

        private final Span number = Parts.classed(new Span(), "n");
        private transient @Nullable DeskPlace shown;

        Way(DeskPlace place) {
            add(new Span(place.name()), number);
        }

        void show(DeskPlace place) {
            if (place.equals(shown)) {
                return;
            }
            shown = place;
            number.setText(String.valueOf(place.points()));
            setClassName("open", place.open() > 0);
            setAriaLabel(
                    place.open() > 0
                            ? getTranslation("consolidating.place.open", place.name(), Figures.two(place.points()))
                            : place.name() + ", " + Figures.two(place.points()));
        }
    }
}
