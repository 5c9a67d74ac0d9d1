package vn.gopy.account.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.gopy.account.Askers;
import vn.gopy.account.Delegations;
import vn.gopy.account.Membership;
import vn.gopy.account.Person;
import vn.gopy.account.RememberedDevice;
import vn.gopy.account.RememberedDevices;
import vn.gopy.account.Tenure;
import vn.gopy.account.UnitRole;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.ui.DayField;
import vn.gopy.shared.ui.Parts;

/** Tài khoản: the devices that let the reader in without a password, and for a head what is lent to others. */
@Route(Addresses.OWN_ACCOUNT)
@PermitAll
class OwnAccountView extends Main implements HasDynamicTitle {

    private final Askers askers;
    private final RememberedDevices devices;
    private final Delegations delegations;
    private final Clock clock;
    private final FormProblems problems = new FormProblems();
    private final Section remembered = new Section();
    private final Section lent = new Section();
    private final Div said = new Div();

    OwnAccountView(Askers askers, RememberedDevices devices, Delegations delegations, Clock clock) {
        this.askers = askers;
        this.devices = devices;
        this.delegations = delegations;
        this.clock = clock;
        addClassNames("page", "own-account");
        add(
                Parts.classed(
                        new Div(
                                Parts.title(getTranslation("account.title")),
                                Parts.classed(
                                        new Div(Parts.buttonLink(
                                                Addresses.page(Addresses.OWN_PASSWORD),
                                                "key",
                                                getTranslation("password.change"))),
                                        "acts")),
                        "page-head"),
                said,
                problems,
                remembered,
                lent);
        show("");
    }

    private void show(String words) {
        said.removeAll();
        said.add(DoneNote.of(words));
        Person asker = askers.require();
        showDevices(asker);
        showLent(asker);
    }

    private void showDevices(Person asker) {
        remembered.removeAll();
        List<RememberedDevice> all = devices.of(asker, asker.id());
        remembered.add(Parts.section(getTranslation("device.title"), Figures.two(all.size())));
        remembered.add(Parts.classed(
                new Paragraph(getTranslation(asker.readsContent() ? "device.lead" : "device.administrator")),
                "small",
                "mut"));
        UnorderedList list = Parts.classed(new UnorderedList(), "posts");
        for (RememberedDevice device : all) {
            NativeButton forget = Parts.button("", getTranslation("device.forget"), "sm", "ter");
            forget.setAriaLabel(getTranslation("device.forgetOf", device.label()));
            forget.addClickListener(press -> act(
                    () -> devices.forget(askers.require(), device.id()),
                    getTranslation("device.forgotten", device.label())));
            list.add(new ListItem(new Span(new Span(device.label()), Parts.caption(days(device))), forget));
        }
        if (!all.isEmpty()) {
            NativeButton forgetAll = Parts.button("", getTranslation("device.forgetAll"), "sm");
            forgetAll.addClickListener(press ->
                    act(() -> devices.forgetAll(askers.require(), asker.id()), getTranslation("device.allForgotten")));
            remembered.add(list, forgetAll);
        }
    }

    private String days(RememberedDevice device) {
        return getTranslation("device.days", Moments.shortly(device.usedAt()), Moments.date(day(device.expiresAt())));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Moments.ZONE);
    }

    private void showLent(Person asker) {
        lent.removeAll();
        List<Membership> headed = asker.memberships().stream()
                .filter(one -> one.own() && one.role() == UnitRole.HEAD)
                .toList();
        if (headed.isEmpty()) {
            return;
        }
        List<Tenure> given = delegations.givenBy(asker);
        Map<UUID, String> titles = delegations.titles(asker, given);
        lent.add(Parts.section(getTranslation("delegation.title"), Figures.two(given.size())));
        lent.add(Parts.classed(new Paragraph(getTranslation("delegation.lead")), "small", "mut"));
        UnorderedList list = Parts.classed(new UnorderedList(), "posts");
        for (Tenure one : given) {
            NativeButton back = Parts.button("", getTranslation("delegation.takeBack"), "sm", "ter");
            back.setAriaLabel(getTranslation("delegation.takeBackOf", one.holderName()));
            back.addClickListener(press -> act(
                    () -> delegations.takeBack(askers.require(), one.id()),
                    getTranslation("delegation.takenBack", one.holderName())));
            String days = getTranslation(
                    "tenure.between",
                    Moments.date(one.from()),
                    Moments.date(Objects.requireNonNull(one.to()).minusDays(1)));
            list.add(new ListItem(
                    new Span(
                            new Span(one.holderName()),
                            Parts.caption(one.unitName() + " · " + scope(one, titles) + " · " + days)),
                    back));
        }
        if (!given.isEmpty()) {
            lent.add(list);
        }
        headed.forEach(unit -> lent.add(lending(asker, unit)));
    }

    private String scope(Tenure lent, Map<UUID, String> titles) {
        return lent.round() == null
                ? getTranslation("delegation.all")
                : getTranslation("delegation.in", titles.getOrDefault(lent.round(), ""));
    }

    private Div lending(Person asker, Membership unit) {
        FormProblems own = new FormProblems();
        ComboBox<Person> taker = own.at(
                "taker",
                FoundBox.of(
                        getTranslation("delegation.taker", unit.unitName()),
                        delegations.takers(asker, unit.unitId()),
                        one -> one.displayName() + (one.post().isBlank() ? "" : ", " + one.post()),
                        Person::displayName));
        Map<UUID, String> rounds = delegations.rounds(asker, unit.unitId());
        ComboBox<UUID> round = own.at("round", new ComboBox<>(getTranslation("delegation.round")));
        round.setItems(rounds.keySet());
        round.setItemLabelGenerator(one -> rounds.getOrDefault(one, ""));
        round.setPlaceholder(getTranslation("delegation.all"));
        round.setClearButtonVisible(true);
        DayField from = own.at("from", new DayField(getTranslation("tenure.from")));
        from.setValue(day(clock.instant()));
        DayField last = own.at("to", new DayField(getTranslation("tenure.last")));
        NativeButton give = Parts.button("", getTranslation("delegation.give"));
        give.addClickListener(press -> own.attempt(() -> {
            Tenure tenure = delegations.give(
                    askers.require(),
                    unit.unitId(),
                    taker.getOptionalValue().orElseThrow(() -> missing("taker")).id(),
                    from.getOptionalValue().orElseThrow(() -> missing("from")),
                    last.getOptionalValue().orElseThrow(() -> missing("to")).plusDays(1),
                    round.getValue());
            show(getTranslation("delegation.given", tenure.holderName()));
        }));
        return Parts.classed(
                new Div(taker, round, Parts.classed(new Div(from, last), "pair"), own, give), "fields", "lending");
    }

    private static Refusal missing(String field) {
        return Refusal.unprocessable("CHOICE_MISSING").with("field", field);
    }

    private void act(Runnable change, String words) {
        if (!problems.attempt(change)) {
            return;
        }
        if (askers.current().isEmpty()) {
            // the session had begun on the device that is forgotten now
            getUI().ifPresent(ui -> ui.getPage().setLocation("/"));
            return;
        }
        show(words);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title") + " · Góp Ý";
    }
}
