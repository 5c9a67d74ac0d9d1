package vn.gopy.account.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.AskedGroups;
import vn.gopy.account.Askers;
import vn.gopy.account.People;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitEntry;
import vn.gopy.account.UnitId;
import vn.gopy.account.UnitKind;
import vn.gopy.account.Units;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.ui.Parts;

/** The units that can be asked, for the administrator: added here and renamed, never taken away. */
@Route(Addresses.UNITS)
@RolesAllowed("ADMINISTRATOR")
class UnitsView extends Main implements HasDynamicTitle {

    private final Askers askers;
    private final People people;
    private final Units units;
    private final AskedGroups groups;
    private final Clock clock;
    private final AdminHead head;
    private final Listing list;
    private final ComboBox<UnitKind> kind = new ComboBox<>();
    private final Div side = new Div();
    private @Nullable UnitId chosen;

    UnitsView(Askers askers, People people, Units units, AskedGroups groups, Clock clock) {
        this.askers = askers;
        this.people = people;
        this.units = units;
        this.groups = groups;
        this.clock = clock;
        addClassNames("page", "admin");
        NativeButton add = Parts.button("plus", getTranslation("admin.addUnit"), "pri");
        add.addClickListener(press -> open(null, ""));
        head = new AdminHead(Addresses.UNITS, AdminHead.takingIn(getTranslation("roster.import")), add);
        kind.setItems(UnitKind.values());
        kind.setItemLabelGenerator(one -> getTranslation("unit.kind." + one));
        kind.setPlaceholder(getTranslation("admin.anyKind"));
        kind.setAriaLabel(getTranslation("admin.anyKind"));
        kind.setClearButtonVisible(true);
        kind.addValueChangeListener(change -> show());
        list = new Listing(getTranslation("admin.filterUnits"), this::show, kind);
        list.addClassName("units");
        add(head, Parts.classed(new Div(list, side), "two"));
        show();
    }

    private void show() {
        List<UnitEntry> all = units.entries(askers.require());
        head.count(people.all().size(), all.size(), groups.all(askers.require()).size());
        List<UnitEntry> found = all.stream().filter(this::isLookedFor).toList();
        list.show(
                found,
                getTranslation("admin.countedUnits", "%02d".formatted(found.size())),
                Stream.of("admin.unitName", "admin.code", "admin.kind", "admin.unitPeople")
                        .map(this::getTranslation)
                        .toList(),
                this::row);
    }

    private boolean isLookedFor(UnitEntry entry) {
        return (kind.isEmpty() || entry.unit().kind() == kind.getValue())
                && list.looksFor(entry.unit().code() + " " + entry.unit().name() + " "
                        + String.join(" ", entry.formerNames()) + " " + String.join(" ", entry.absorbed()));
    }

    private NativeTableRow row(UnitEntry entry) {
        Unit unit = entry.unit();
        NativeTableRow row = Listing.row(
                unit.name(),
                unit.id().equals(chosen),
                () -> open(unit.id(), ""),
                Listing.cell(unit.code()),
                Listing.cell(getTranslation("unit.kind." + unit.kind())),
                new Span(entry.people() == 0 ? "–" : "%02d".formatted(entry.people())));
        remarks(entry)
                .forEach(words -> row.getComponentAt(0)
                        .getElement()
                        .appendChild(Parts.caption(words).getElement()));
        return row;
    }

    private Stream<String> remarks(UnitEntry entry) {
        Stream.Builder<String> remarks = Stream.builder();
        if (entry.successor() != null) {
            remarks.add(getTranslation("unit.mergedInto", entry.successor()));
        }
        if (!entry.absorbed().isEmpty()) {
            remarks.add(getTranslation("unit.absorbed", String.join(", ", entry.absorbed())));
        }
        if (!entry.formerNames().isEmpty()) {
            remarks.add(getTranslation("admin.formerly", String.join(", ", entry.formerNames())));
        }
        return remarks.build();
    }

    private void open(@Nullable UnitId id, String said) {
        UnitEntry entry = id == null
                ? null
                : units.entries(askers.require()).stream()
                        .filter(one -> one.unit().id().equals(id))
                        .findFirst()
                        .orElse(null);
        chosen = id;
        side.removeAll();
        side.add(
                new UnitPanel(askers, units, clock, entry, said, this::close, (unit, words) -> open(unit.id(), words)));
        show();
    }

    private void close() {
        chosen = null;
        side.removeAll();
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.units") + " · Góp Ý";
    }
}
