package vn.gopy.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.AskedGroup;
import vn.gopy.account.AskedGroupId;
import vn.gopy.account.AskedGroups;
import vn.gopy.account.Askers;
import vn.gopy.account.People;
import vn.gopy.account.Role;
import vn.gopy.account.Units;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.Parts;

/** Nhóm lấy ý kiến: who is asked together, kept by the administrator and the secretariat. */
@Route(Addresses.GROUPS)
@RolesAllowed({"ADMINISTRATOR", "SECRETARIAT"})
class GroupsView extends Main implements HasDynamicTitle {

    private final GroupPanel.Services services;
    private final AdminHead head;
    private final Listing list;
    private final Div side = new Div();
    private @Nullable AskedGroupId chosen;

    GroupsView(Askers askers, People people, Units units, AskedGroups groups) {
        services = new GroupPanel.Services(askers, people, units, groups);
        addClassNames("page", "admin");
        NativeButton add = Parts.button("plus", getTranslation("group.add"), "pri");
        add.addClickListener(press -> open(null, ""));
        head = new AdminHead(
                Addresses.GROUPS, askers.require().is(Role.ADMINISTRATOR) ? "admin.title" : "admin.groups", add);
        list = new Listing(getTranslation("group.filter"), this::show);
        list.addClassName("units");
        add(head, Parts.classed(new Div(list, side), "two"));
        show();
    }

    private List<AskedGroup> all() {
        return services.groups().all(services.askers().require());
    }

    private void show() {
        List<AskedGroup> all = all();
        if (services.askers().require().is(Role.ADMINISTRATOR)) {
            head.count(services.people().all().size(), services.units().all().size(), all.size());
        }
        if (all.isEmpty()) {
            list.showNothing(getTranslation("group.none"));
            return;
        }
        List<AskedGroup> found =
                all.stream().filter(group -> list.looksFor(described(group))).toList();
        list.show(
                found,
                getTranslation("group.counted", Figures.two(found.size())),
                Stream.of("group.name", "group.members", "group.count")
                        .map(this::getTranslation)
                        .toList(),
                this::row);
    }

    private static String described(AskedGroup group) {
        return group.name() + " " + names(group);
    }

    private static String names(AskedGroup group) {
        return group.members().stream().map(AskedGroup.Member::name).collect(Collectors.joining(", "));
    }

    private NativeTableRow row(AskedGroup group) {
        return Listing.row(
                group.name(),
                group.id().equals(chosen),
                () -> open(group.id(), ""),
                Listing.cell(names(group)),
                new Span(Figures.two(group.members().size())));
    }

    private void open(@Nullable AskedGroupId id, String said) {
        AskedGroup group = id == null
                ? null
                : all().stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
        chosen = group == null ? null : group.id();
        side.removeAll();
        side.add(new GroupPanel(services, group, said, this::close, this::open));
        show();
    }

    private void close() {
        chosen = null;
        side.removeAll();
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.groups") + " · Góp Ý";
    }
}
