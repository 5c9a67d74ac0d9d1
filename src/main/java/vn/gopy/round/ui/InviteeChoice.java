package vn.gopy.round.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.AskedGroup;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitId;
import vn.gopy.account.UnitKind;
import vn.gopy.round.Invitee.Group;
import vn.gopy.round.NewRound.Invited;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.ui.DayField;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** Who is asked: whole groups in one press, single ones by name, each with an own deadline where it needs one. */
final class InviteeChoice extends Section {

    private final transient List<Candidate> all = new ArrayList<>();
    private final transient Map<UUID, Candidate> everybody = new LinkedHashMap<>();
    private final transient Map<UUID, Candidate> chosen = new LinkedHashMap<>();
    private final transient Map<UUID, Instant> deadlines = new LinkedHashMap<>();
    private final transient Runnable changed;
    private final ComboBox<Candidate> search = new ComboBox<>(getTranslation("opening.invited.add"));
    private final Div presets = Parts.classed(new Div(), "ways", "presets");
    private final Div list = new Div();
    private @Nullable UUID opened;

    /** Somebody who can be asked. */
    private record Candidate(
            UUID id,
            String name,
            String post,
            Group group,
            @Nullable Unit unit,
            @Nullable PersonId person,
            Set<Role> roles) {

        private static Candidate of(Unit unit) {
            return new Candidate(unit.id().value(), unit.name(), "", Group.UNIT, unit, null, Set.of());
        }

        private static Candidate of(Person person) {
            return new Candidate(
                    person.id().value(),
                    person.displayName(),
                    person.post(),
                    Rounds.group(person),
                    null,
                    person.id(),
                    person.roles());
        }

        private boolean is(UnitKind kind) {
            return unit != null && unit.kind() == kind;
        }

        private boolean is(AskedGroup.Member member) {
            return unit == null
                    ? Objects.equals(person, member.person())
                    : unit.id().equals(member.unit());
        }

        private boolean is(Invited invited) {
            return switch (invited) {
                case Invited.AUnit(String code, var closes) ->
                    unit != null && unit.code().equals(code);
                case Invited.APerson(PersonId id, var closes) -> id.equals(person);
            };
        }

        private boolean is(Role role) {
            return roles.contains(role);
        }
    }

    /**
     * @param groups who is asked together, as the office keeps it
     * @param drafter who does not ask itself
     * @param changed called when others are asked
     */
    InviteeChoice(
            List<Unit> units,
            List<Person> people,
            List<AskedGroup> groups,
            @Nullable UnitId drafter,
            Runnable changed) {
        this.changed = changed;
        units.stream()
                .filter(unit -> !unit.id().equals(drafter))
                .map(Candidate::of)
                .forEach(all::add);
        people.stream()
                .filter(person -> person.enabled() && (person.is(Role.MEMBER) || person.is(Role.ADVISER)))
                .map(Candidate::of)
                .forEach(all::add);
        units.stream().map(Candidate::of).forEach(one -> everybody.put(one.id(), one));
        people.stream().map(Candidate::of).forEach(one -> everybody.put(one.id(), one));
        add(Parts.section(getTranslation("opening.invited"), ""));
        units.stream()
                .filter(unit -> unit.id().equals(drafter))
                .forEach(unit -> add(Parts.classed(
                        new Paragraph(unit.name() + ": " + getTranslation("opening.invited.drafter")),
                        "cap",
                        "not-asked")));
        groups.forEach(
                group -> preset(group.name(), one -> group.members().stream().anyMatch(one::is)));
        for (UnitKind kind : UnitKind.values()) {
            preset(getTranslation("unit.kind." + kind), one -> one.is(kind));
        }
        preset(getTranslation("opening.group.MEMBER"), one -> one.is(Role.MEMBER));
        preset(getTranslation("opening.group.EXPERT"), one -> one.is(Role.ADVISER));
        search.setItemLabelGenerator(Candidate::name);
        search.setItems(
                (one, typed) -> one.name().toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT)), all);
        search.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                chosen.put(change.getValue().id(), change.getValue());
                search.clear();
                show();
            }
        });
        Anchor keep = Parts.classed(
                new Anchor(Addresses.page(Addresses.GROUPS), getTranslation("opening.groups.keep")), "lnk", "small");
        add(presets, keep, search, list);
        show();
    }

    private void preset(String name, Predicate<Candidate> which) {
        List<Candidate> group = all.stream().filter(which).toList();
        if (group.isEmpty()) {
            return;
        }
        NativeButton add =
                Parts.button("plus", getTranslation("opening.preset", name, Figures.two(group.size())), "sm");
        add.addClickListener(click -> {
            group.forEach(one -> chosen.put(one.id(), one));
            show();
        });
        presets.add(add);
    }

    private void show() {
        list.removeAll();
        if (chosen.isEmpty()) {
            list.add(Parts.classed(new Paragraph(getTranslation("opening.invited.none")), "mut", "small"));
        }
        for (Group group : Group.values()) {
            List<Candidate> of =
                    chosen.values().stream().filter(one -> one.group() == group).toList();
            if (!of.isEmpty()) {
                UnorderedList rows = Parts.classed(new UnorderedList(), "asked");
                of.forEach(one -> rows.add(row(one)));
                list.add(
                        Parts.classed(
                                new Paragraph(
                                        new Span(getTranslation("opening.group." + group)),
                                        Parts.caption(Figures.two(of.size()))),
                                "group"),
                        rows);
            }
        }
        changed.run();
    }

    private ListItem row(Candidate one) {
        LocalDate own = Optional.ofNullable(deadlines.get(one.id()))
                .map(until -> until.atZone(Moments.ZONE).toLocalDate())
                .orElse(null);
        Div name = new Div(new Span(one.name()));
        if (!one.post().isEmpty()) {
            name.add(Parts.caption(" " + one.post()));
        }
        NativeButton deadline = Parts.button(
                "",
                own == null
                        ? getTranslation("opening.ownDeadline")
                        : getTranslation("opening.ownDeadline.until", Moments.date(own)),
                "sm",
                "ter");
        deadline.setAriaLabel(getTranslation("opening.ownDeadline.of", one.name()));
        deadline.addClickListener(click -> {
            opened = one.id().equals(opened) ? null : one.id();
            show();
        });
        NativeButton remove = Parts.classed(new NativeButton(), "btn", "ico");
        remove.add(new Icon("close"));
        remove.setAriaLabel(getTranslation("opening.remove", one.name()));
        remove.addClickListener(click -> {
            chosen.remove(one.id());
            deadlines.remove(one.id());
            show();
        });
        ListItem row = new ListItem(name, deadline, remove);
        if (one.id().equals(opened)) {
            DayField day = new DayField(getTranslation("opening.ownDeadline.of", one.name()));
            day.setClearButtonVisible(true);
            day.setValue(own);
            day.addValueChangeListener(change -> {
                if (change.getValue() == null) {
                    deadlines.remove(one.id());
                } else {
                    deadlines.put(one.id(), DeadlineChoice.endOf(change.getValue()));
                }
                opened = null;
                show();
            });
            row.add(day);
        }
        return row;
    }

    /** Asks these alone, also such as are not offered; a unit that is no more is left out. */
    void take(List<Invited> asked) {
        chosen.clear();
        deadlines.clear();
        asked.forEach(invited -> everybody.values().stream()
                .filter(one -> one.is(invited))
                .findFirst()
                .ifPresent(one -> {
                    chosen.put(one.id(), one);
                    if (invited.closesAt() != null) {
                        deadlines.put(one.id(), invited.closesAt());
                    }
                }));
        show();
    }

    int count() {
        return chosen.size();
    }

    /** How many of them the table will count in that group. */
    int count(Group group) {
        return (int)
                chosen.values().stream().filter(one -> one.group() == group).count();
    }

    /** Those who are asked, units first, each in the order in which it was chosen. */
    List<Invited> invited() {
        List<Invited> invited = new ArrayList<>();
        for (Group group : Group.values()) {
            chosen.values().stream()
                    .filter(one -> one.group() == group)
                    .map(this::invited)
                    .flatMap(Optional::stream)
                    .forEach(invited::add);
        }
        return invited;
    }

    private Optional<Invited> invited(Candidate one) {
        Instant closes = deadlines.get(one.id());
        if (one.unit() != null) {
            return Optional.of(new Invited.AUnit(one.unit().code(), closes));
        }
        return Optional.ofNullable(one.person()).map(person -> new Invited.APerson(person, closes));
    }
}
