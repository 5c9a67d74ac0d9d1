package vn.gopy.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.gopy.search.Facet;
import vn.gopy.search.SearchResults;
import vn.gopy.search.SearchResults.FacetValue;
import vn.gopy.shared.ui.Parts;

/** The properties by which results can be narrowed, with counts; several values of one are alternatives. */
final class FacetPanel extends Aside {

    private static final List<Facet> SHOWN = List.of(Facet.TYPE, Facet.DOSSIER, Facet.DRAFT, Facet.UNIT, Facet.YEAR);
    private static final int MOST_VALUES = 8;

    /** Receives each change of a choice. */
    interface Choosing {
        void choose(Facet facet, String value, boolean wanted);
    }

    private final Choosing choosing;
    private final NativeButton fold;

    FacetPanel(Choosing choosing) {
        this.choosing = choosing;
        addClassName("facets");
        getElement().setAttribute("aria-label", getTranslation("search.filter"));
        fold = fold();
    }

    /** Where the screen is narrow, the results come first and the facets on request. */
    private NativeButton fold() {
        NativeButton fold = Parts.button("filter", getTranslation("search.filter"), "sm", "facets-fold");
        fold.getElement().setAttribute("aria-expanded", "false");
        fold.addClickListener(click -> {
            boolean open = "true".equals(fold.getElement().getAttribute("aria-expanded"));
            fold.getElement().setAttribute("aria-expanded", Boolean.toString(!open));
        });
        return fold;
    }

    void show(SearchResults results, Inquiry inquiry) {
        removeAll();
        add(fold);
        for (Facet facet : SHOWN) {
            List<FacetValue> values = withChosen(results.facets(), facet, inquiry.chosen(facet));
            if (!values.isEmpty()) {
                add(group(facet, values, inquiry.chosen(facet)));
            }
        }
    }

    /** A chosen value stays in sight when nothing has it any more, so that the choice can be undone. */
    private static List<FacetValue> withChosen(Map<Facet, List<FacetValue>> counts, Facet facet, Set<String> chosen) {
        List<FacetValue> values = new ArrayList<>(counts.getOrDefault(facet, List.of()));
        if (values.size() > MOST_VALUES) {
            values.subList(MOST_VALUES, values.size()).removeIf(value -> !chosen.contains(value.value()));
        }
        chosen.stream()
                .filter(value ->
                        values.stream().noneMatch(counted -> counted.value().equals(value)))
                .filter(value -> facet != Facet.DOSSIER)
                .forEach(value -> values.add(new FacetValue(value, value, 0)));
        return values;
    }

    private Component group(Facet facet, List<FacetValue> values, Set<String> chosen) {
        FieldSet group = new FieldSet();
        group.getElement().appendChild(new Element("legend").setText(getTranslation("search.facet." + facet)));
        values.forEach(value -> group.getElement()
                .appendChild(
                        choice(facet, value, chosen.contains(value.value())).getElement()));
        return group;
    }

    private Component choice(Facet facet, FacetValue value, boolean chosen) {
        NativeLabel label = new NativeLabel();
        Box box = new Box(chosen, wanted -> choosing.choose(facet, value.value(), wanted));
        Span count = Parts.classed(new Span(Long.toString(value.count())), "n");
        label.add(box, new Span(name(facet, value)), count);
        label.setClassName("none", value.count() == 0);
        return label;
    }

    private String name(Facet facet, FacetValue value) {
        return switch (facet) {
            case TYPE -> getTranslation("search.type." + value.value());
            case DRAFT -> getTranslation("search.draft." + value.value());
            default -> value.name();
        };
    }

    /** The browser's own check box. */
    @Tag("input")
    private static final class Box extends Component {

        private interface Changing {
            void changed(boolean checked);
        }

        Box(boolean checked, Changing changing) {
            getElement().setAttribute("type", "checkbox").setProperty("checked", checked);
            getElement()
                    .addEventListener(
                            "change",
                            change -> changing.changed(
                                    change.getEventData().get("element.checked").asBoolean()))
                    .addEventData("element.checked");
        }
    }
}
