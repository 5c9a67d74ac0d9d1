package vn.gopy.round.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.round.route.ReplyRoute;
import vn.gopy.round.route.ReplyRoutes;
import vn.gopy.shared.ui.Parts;

/** Through whose hands the replies of the unit go before the head; the head sets it. */
final class RouteSection extends Section {

    private final transient ReplyPage page;
    private final transient ReplyRoutes routes;

    RouteSection(ReplyPage page, ReplyRoutes routes) {
        this.page = page;
        this.routes = routes;
        show();
    }

    void show() {
        removeAll();
        UnitId unit = page.sheet().invitee().unit();
        setVisible(unit != null);
        if (unit == null) {
            return;
        }
        ReplyRoute route = routes.of(page.asker(), unit);
        List<Person> eligible = routes.eligible(page.asker(), unit);
        add(
                Parts.section(getTranslation("answering.route"), ""),
                Parts.classed(new Paragraph(words(route, eligible)), "cap"));
        if (page.asker().heads(unit) && !eligible.isEmpty()) {
            NativeButton change = Parts.button("pen", getTranslation("answering.route.change"), "sm");
            change.addClickListener(click -> form(unit, route, eligible));
            add(Parts.classed(new Div(change), "ways"));
        }
    }

    private String words(ReplyRoute route, List<Person> eligible) {
        String between = route.reviewers().stream()
                .flatMap(id -> named(id, eligible))
                .map(Person::displayName)
                .collect(Collectors.joining(" → "));
        return between.isEmpty()
                ? getTranslation("answering.route.straight")
                : getTranslation("answering.route.through", between);
    }

    private static Stream<Person> named(PersonId id, List<Person> eligible) {
        return eligible.stream().filter(person -> person.id().equals(id));
    }

    private void form(UnitId unit, ReplyRoute route, List<Person> eligible) {
        removeAll();
        add(Parts.section(getTranslation("answering.route"), ""));
        List<ComboBox<Person>> fields = new ArrayList<>();
        for (int n = 0; n < ReplyRoute.MOST_REVIEWERS; n++) {
            ComboBox<Person> field = new ComboBox<>(getTranslation("answering.route.field", n + 1));
            field.setItems(eligible);
            field.setItemLabelGenerator(Person::displayName);
            field.setClearButtonVisible(true);
            route.reviewers().stream()
                    .skip(n)
                    .limit(1)
                    .flatMap(id -> named(id, eligible))
                    .forEach(field::setValue);
            fields.add(field);
        }
        NativeButton save = Parts.button("check", getTranslation("answering.route.save"), "sm", "pri");
        save.addClickListener(click -> page.attempt(
                () -> routes.set(
                        page.asker(),
                        unit,
                        new ReplyRoute(
                                route.version(),
                                fields.stream()
                                        .flatMap(field -> field.getOptionalValue().stream())
                                        .map(Person::id)
                                        .distinct()
                                        .toList())),
                getTranslation("answering.route.saved")));
        NativeButton not = Parts.button("", getTranslation("answering.act.cancel"), "sm");
        not.addClickListener(click -> show());
        fields.forEach(this::add);
        add(Parts.classed(new Div(save, not), "ways"));
    }
}
