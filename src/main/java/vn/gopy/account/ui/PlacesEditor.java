package vn.gopy.account.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.account.ChangedPerson.Place;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.shared.ui.Parts;

/** The units that somebody belongs to, and as what: a list from which one is taken away, and a line to add one. */
final class PlacesEditor extends Div {

    private final transient List<Place> places;
    private final transient Map<String, String> names;
    private final UnorderedList list = Parts.classed(new UnorderedList(), "posts");
    private final ComboBox<Unit> unit;
    private final ComboBox<UnitRole> role = new ComboBox<>(getTranslation("admin.unitRole"), UnitRole.values());

    PlacesEditor(List<Unit> units) {
        places = new ArrayList<>();
        names = units.stream().collect(Collectors.toMap(Unit::code, Unit::name));
        addClassName("places");
        unit = FoundBox.of(getTranslation("admin.unit"), units, Unit::name, one -> one.code() + " " + one.name());
        unit.setPlaceholder(getTranslation("admin.noUnit"));
        role.setItemLabelGenerator(one -> getTranslation("unit.role." + one));
        role.setValue(UnitRole.STAFF);
        NativeButton add = Parts.button("plus", getTranslation("admin.addPlace"), "sm");
        add.addClickListener(press -> take());
        Element title = new Element("h3").setText(getTranslation("admin.places"));
        getElement().appendChild(title);
        add(list, Parts.classed(new Div(unit, role), "pair"), add);
        show();
    }

    /** The field at which a refusal is said. */
    ComboBox<Unit> field() {
        return unit;
    }

    /** What is listed, and what was chosen to be added next. */
    List<Place> value() {
        return Stream.concat(places.stream(), chosen().stream()).distinct().toList();
    }

    private Optional<Place> chosen() {
        return unit.getOptionalValue()
                .map(one -> new Place(one.code(), role.getOptionalValue().orElse(UnitRole.STAFF), ""));
    }

    private void take() {
        chosen().filter(place -> !places.contains(place)).ifPresent(places::add);
        unit.clear();
        show();
    }

    private void show() {
        list.removeAll();
        list.setVisible(!places.isEmpty());
        places.forEach(place -> list.add(row(place)));
    }

    private ListItem row(Place place) {
        String name = names.getOrDefault(place.unitCode(), place.unitCode());
        String as = getTranslation("unit.role." + place.role());
        Span words = new Span(new Span(name), Parts.caption(place.post().isBlank() ? as : as + " · " + place.post()));
        NativeButton end = Parts.button("", getTranslation("admin.endPlace"), "sm", "ter");
        end.setAriaLabel(getTranslation("admin.endPlaceOf", name));
        end.addClickListener(press -> {
            places.remove(place);
            show();
        });
        return new ListItem(words, end);
    }
}
