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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.gopy.search.Facet;
import vn.gopy.search.SearchResults;
import vn.gopy.search.SearchResults.FacetValue;
import vn.gopy.shared.ui.Parts;

/** The properties by which results can be narrowed, with counts; several values of one are alternatives. */
final class FacetPanel extends Aside {

    private static final List<Facet> SHOWN =
            List.of(Facet.TYPE, Facet.DOSSIER, Facet.DRAFT, Facet.STATE, Facet.KIND, Facet.UNIT, Facet.YEAR);

    /** Shown only where there is something to choose. */
    private static final Set<Facet> OPTIONAL = Set.of(Facet.STATE, Facet.KIND);

    /** States of opinions and answers; a published draft's says nothing to a reader. */
    private static final Set<String> STATES = Set.of(
            "UNSENT",
            "UNIT_DRAFT",
            "SENT",
            "PENDING",
            "ACCEPT",
            "ACCEPT_LATER",
            "ACCEPT_PART",
            "KEEP",
            "ALREADY",
            "NOTED",
            "ESCALATE");

    /** Kinds of documents that have a name of their own on the screen; others are shown by their symbol. */
    private static final Set<String> KINDS = Set.of(
            "HP", "BL", "L", "Luật", "PL", "NQ", "NQLT", "NĐ", "QĐ", "TT", "TTLT", "VBHN", "CT", "QC", "QyĐ", "QT",
            "CTr", "KH", "ĐA", "DA", "PA", "BC", "BB", "TTr", "TB", "TC", "HD", "KL", "CL", "QH", "ĐL", "CĐ", "CV",
            "HĐ", "OTHER");

    /** The newest before the earlier ones, whichever has more hits. */
    private static final List<String> DRAFTS = List.of("LATEST", "EARLIER");

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
            Set<String> chosen = inquiry.chosen(facet);
            List<FacetValue> values = withChosen(results.facets(), facet, chosen);
            values.removeIf(value -> facet == Facet.STATE && !hasName(value) && !chosen.contains(value.value()));
            boolean choice = values.size() > 1 || !OPTIONAL.contains(facet) || !chosen.isEmpty();
            if (!values.isEmpty() && choice) {
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
        if (facet == Facet.DRAFT) {
            values.sort(Comparator.comparingInt(value -> DRAFTS.indexOf(value.value())));
        }
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

    private static boolean hasName(FacetValue value) {
        return STATES.contains(value.value());
    }

    private String name(Facet facet, FacetValue value) {
        return switch (facet) {
            case TYPE -> getTranslation("search.type." + value.value());
            case DRAFT -> getTranslation("search.draft." + value.value());
            case KIND -> KINDS.contains(value.value()) ? getTranslation("search.kind." + value.value()) : value.name();
            case STATE -> hasName(value) ? getTranslation("search.state." + value.value()) : value.name();
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
