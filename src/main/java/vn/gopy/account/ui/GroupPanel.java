package vn.gopy.account.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.AskedGroup;
import vn.gopy.account.AskedGroup.Member;
import vn.gopy.account.AskedGroupId;
import vn.gopy.account.AskedGroups;
import vn.gopy.account.Askers;
import vn.gopy.account.People;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitKind;
import vn.gopy.account.Units;
import vn.gopy.shared.ui.Parts;

/** One group beside the list: its name, and who is in it. */
final class GroupPanel extends Aside {

    private final transient Services services;
    private final transient @Nullable AskedGroup seen;
    private final transient BiConsumer<@Nullable AskedGroupId, String> done;
    private final transient List<Member> members;

    private final FormProblems problems = new FormProblems();
    private final TextField name = problems.at("name", new TextField(getTranslation("group.name")));
    private final UnorderedList list = Parts.classed(new UnorderedList(), "posts");
    private final ComboBox<Member> search;

    /** What a panel needs of the rest of the room. */
    record Services(Askers askers, People people, Units units, AskedGroups groups) {}

    /**
     * @param seen null for a new group
     * @param done hears which group was changed, null for one that was taken away, and the sentence to say about it
     */
    GroupPanel(
            Services services,
            @Nullable AskedGroup seen,
            String said,
            Runnable close,
            BiConsumer<@Nullable AskedGroupId, String> done) {
        this.services = services;
        this.seen = seen;
        this.done = done;
        members = new ArrayList<>(seen == null ? List.of() : seen.members());
        addClassNames("card", "panel");
        String title = seen == null ? getTranslation("group.add") : seen.name();
        getElement().setAttribute("aria-label", title);
        name.setValue(seen == null ? "" : seen.name());
        List<Unit> units = services.units().living();
        search = problems.at(
                "members", FoundBox.of(getTranslation("group.member"), candidates(units), Member::name, Member::name));
        search.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                take(Stream.of(change.getValue()));
                search.clear();
            }
        });
        Div kinds = Parts.classed(new Div(), "ways");
        for (UnitKind kind : UnitKind.values()) {
            List<Member> of = units.stream()
                    .filter(unit -> unit.kind() == kind)
                    .map(Member::of)
                    .toList();
            if (!of.isEmpty()) {
                NativeButton add = Parts.button("plus", getTranslation("unit.kind." + kind), "sm");
                add.addClickListener(press -> take(of.stream()));
                kinds.add(add);
            }
        }
        Div who = new Div();
        who.getElement().appendChild(new Element("h3").setText(getTranslation("group.members")));
        who.add(list, search, kinds);
        add(
                new PanelHead(title, close),
                DoneNote.of(said),
                Parts.classed(new Div(name, who), "fields"),
                problems,
                Parts.classed(foot(), "panel-end"));
        show();
    }

    private List<Member> candidates(List<Unit> units) {
        return Stream.concat(
                        units.stream().map(Member::of),
                        services.people().all().stream()
                                .filter(one -> one.enabled() && (one.is(Role.MEMBER) || one.is(Role.ADVISER)))
                                .map(Member::of))
                .toList();
    }

    private Div foot() {
        Div foot = new Div();
        if (seen != null) {
            NativeButton remove = Parts.button("", getTranslation("group.remove"), "sm", "ter");
            remove.addClickListener(press -> problems.attempt(() -> {
                services.groups().remove(services.askers().require(), seen);
                done.accept(null, getTranslation("group.removed", seen.name()));
            }));
            foot.add(remove);
        }
        NativeButton save = Parts.button("", getTranslation("admin.save"));
        save.addClickListener(press -> problems.attempt(() -> {
            var asker = services.askers().require();
            AskedGroup group = seen == null
                    ? services.groups().make(asker, name.getValue(), members)
                    : services.groups().change(asker, seen, name.getValue(), members);
            done.accept(group.id(), getTranslation("admin.saved", group.name()));
        }));
        foot.add(save);
        return foot;
    }

    private void take(Stream<Member> more) {
        more.filter(one -> members.stream().noneMatch(one::isSameAs)).forEach(members::add);
        show();
    }

    private void show() {
        list.removeAll();
        list.setVisible(!members.isEmpty());
        members.forEach(one -> list.add(row(one)));
    }

    private ListItem row(Member member) {
        NativeButton end = Parts.button("", getTranslation("admin.endPlace"), "sm", "ter");
        end.setAriaLabel(getTranslation("admin.endPlaceOf", member.name()));
        end.addClickListener(press -> {
            members.remove(member);
            show();
        });
        return new ListItem(new Span(new Span(member.name())), end);
    }
}
