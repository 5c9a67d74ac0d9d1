package vn.gopy.round.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.AskedGroups;
import vn.gopy.account.Askers;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Unit;
import vn.gopy.account.Units;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.Drafts;
import vn.gopy.round.Approver;
import vn.gopy.round.Approvers;
import vn.gopy.round.Invitee.Group;
import vn.gopy.round.NewRound;
import vn.gopy.round.Openings;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.RoundState;
import vn.gopy.round.Rounds;
import vn.gopy.round.Visibility;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;
import vn.gopy.shared.ui.Breadcrumb;
import vn.gopy.shared.ui.DayField;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/**
 * Where the secretariat opens a round about the drafts of a dossier, and changes one that has not opened; for everybody else
 * it looks absent.
 */
@Route(Addresses.OPEN_ROUND)
@RouteAlias(Addresses.CHANGE_ROUND)
@PermitAll
class RoundOpeningView extends Main implements BeforeEnterObserver, HasDynamicTitle, Breadcrumb {

    private final Askers askers;
    private final Rounds rounds;
    private final Openings openings;
    private final Approvers approvers;
    private final Dossiers dossiers;
    private final Drafts drafts;
    private final People people;
    private final Units units;
    private final AskedGroups groups;
    private final InstallationSettings settings;
    private final Clock clock;
    private final TextField name = new TextField(getTranslation("opening.name"));
    private final TextField number = new TextField(getTranslation("opening.letter.number"));
    private final DayField dated = new DayField(getTranslation("opening.letter.date"));
    private final TextArea basis = new TextArea(getTranslation("opening.basis"));
    private final Checkbox law = new Checkbox(getTranslation("opening.law"));
    private final RadioButtonGroup<Visibility> visibility = new RadioButtonGroup<>();
    private final Checkbox silence = new Checkbox(getTranslation("opening.silence.agree"));
    private final TextArea sentence = new TextArea(getTranslation("opening.silence.text"));
    private final Checkbox letterRequired = new Checkbox(getTranslation("opening.letterRequired"));
    private final ComboBox<Unit> consolidator = new ComboBox<>(getTranslation("opening.consolidator"));
    private final ComboBox<Approver> approver = new ComboBox<>();
    private final DayField opens = new DayField(getTranslation("opening.opens.later"));
    private final Paragraph refused = Parts.classed(new Paragraph(), "err");
    private final Div foot = Parts.classed(new Div(), "foot-bar");
    private Dossier dossier;
    private @Nullable Round changing;
    private DraftChoice chosen;
    private InviteeChoice asked;
    private DeadlineChoice deadline;

    @SuppressWarnings("NullAway.Init") // given before it is shown
    RoundOpeningView(
            Askers askers,
            Rounds rounds,
            Openings openings,
            Approvers approvers,
            Dossiers dossiers,
            Drafts drafts,
            People people,
            Units units,
            AskedGroups groups,
            InstallationSettings settings,
            Clock clock) {
        this.askers = askers;
        this.rounds = rounds;
        this.openings = openings;
        this.approvers = approvers;
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.people = people;
        this.units = units;
        this.groups = groups;
        this.settings = settings;
        this.clock = clock;
        addClassNames("reader-page", "answering", "opening");
        refused.getElement().setAttribute("role", "alert");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Person asker = askers.require();
        if (!rounds.mayRun(asker)) {
            throw new NotFoundException();
        }
        try {
            find(asker, event.getRouteParameters());
        } catch (Refusal | IllegalArgumentException absentOrHidden) {
            throw new NotFoundException();
        }
        removeAll();
        build(asker);
    }

    private void find(Person asker, RouteParameters parameters) {
        String round = parameters.get("round").orElse("");
        changing = round.isEmpty() ? null : rounds.get(asker, new RoundId(UUID.fromString(round)));
        if (changing == null) {
            dossier = dossiers.get(
                    asker,
                    new DossierId(UUID.fromString(parameters.get("dossier").orElse(""))));
            return;
        }
        if (changing.state(clock.instant()) != RoundState.PREPARING) {
            throw Refusal.notFound();
        }
        dossier = dossiers.get(
                asker, drafts.get(asker, changing.drafts().getFirst()).dossierId());
    }

    private void build(Person asker) {
        List<Unit> all = units.living();
        chosen = new DraftChoice(dossiers, drafts, asker, dossier, this::foot);
        asked = new InviteeChoice(all, people.all(), groups.all(asker), dossier.drafter(), this::foot);
        deadline = new DeadlineChoice(clock.instant(), settings.get().days(), this::foot);
        name.setValue(TextGate.TITLE.found(getTranslation("opening.name.usual", dossier.title())));
        name.setMaxLength(TextGate.TITLE.most());
        number.setMaxLength(TextGate.NUMBER.most());
        basis.setMaxLength(TextGate.TEXT.most());
        sentence.setMaxLength(TextGate.TEXT.most());
        consolidator.setItems(all);
        consolidator.setItemLabelGenerator(Unit::name);
        consolidator.setClearButtonVisible(true);
        consolidator.setPlaceholder(getTranslation("opening.consolidator.none"));
        ApproverChoice.fill(approver, approvers.choices(asker));
        consolidator.addValueChangeListener(change -> approver.setValue(Approver.usual(
                change.getValue() == null ? null : change.getValue().id())));
        approver.setValue(Approver.usual(null));
        all.stream()
                .filter(unit -> unit.id().equals(dossier.drafter()))
                .findFirst()
                .ifPresent(consolidator::setValue);
        Div tools = Parts.classed(
                new Div(
                        Parts.classed(new H1(title()), "s"),
                        Parts.classed(new Span(), "sep"),
                        Parts.classed(new Span(getTranslation("opening.only")), "mut", "deadline")),
                "tools");
        Section letter = new Section(
                Parts.section(getTranslation("opening.letter"), ""),
                Parts.classed(new Div(number, dated), "pair"),
                basis);
        Div left = Parts.classed(new Div(refused, name, chosen, letter, asked), "col");
        Div right = Parts.classed(
                new Div(deadline, lawSection(), openingSection(), readersSection(), silenceSection(), answerSection()),
                "col",
                "beside");
        add(tools, left, right, foot);
        if (changing != null) {
            take(openings.prepared(asker, changing.id()), asker);
        }
        foot();
    }

    /** Shows the round as it is prepared. */
    private void take(NewRound prepared, Person asker) {
        name.setValue(prepared.title());
        number.setValue(prepared.letterNumber());
        dated.setValue(prepared.letterDate());
        basis.setValue(prepared.legalBasis());
        chosen.take(dossiers, drafts, asker, prepared.drafts());
        asked.take(prepared.invitees());
        deadline.take(prepared.closesAt());
        Visibility mode = Objects.requireNonNull(prepared.visibility());
        law.setValue(mode == Visibility.PUBLIC);
        visibility.setValue(mode);
        silence.setValue(prepared.silence() != null);
        if (prepared.silence() != null) {
            sentence.setValue(prepared.silence());
        }
        letterRequired.setValue(prepared.letterRequired());
        consolidator.setValue(units.all().stream()
                .filter(unit -> unit.code().equals(prepared.consolidator()))
                .findFirst()
                .orElse(null));
        approver.setValue(prepared.approver());
        opens.setValue(prepared.opensAt().atZone(Moments.ZONE).toLocalDate());
    }

    private Section lawSection() {
        Paragraph least = Parts.classed(new Paragraph(getTranslation("opening.law.least")), "cap");
        least.setVisible(false);
        law.addValueChangeListener(change -> {
            least.setVisible(change.getValue());
            if (!change.getValue() && visibility.getValue() == Visibility.PUBLIC) {
                visibility.setValue(Visibility.SEALED);
            }
            visibility.setItemEnabledProvider(mode -> mode != Visibility.PUBLIC || law.getValue());
        });
        return new Section(law, least);
    }

    private Section openingSection() {
        LocalDate tomorrow = clock.instant().atZone(Moments.ZONE).toLocalDate().plusDays(1);
        opens.setMin(tomorrow);
        opens.setClearButtonVisible(true);
        opens.setPlaceholder(getTranslation("opening.opens.now"));
        opens.addValueChangeListener(change -> foot());
        return new Section(opens);
    }

    private Section readersSection() {
        Paragraph how = Parts.classed(new Paragraph(), "cap");
        Span under = new Span();
        visibility.setItems(Visibility.values());
        visibility.setItemLabelGenerator(mode -> getTranslation("opening.visibility." + mode));
        visibility.setItemEnabledProvider(mode -> mode != Visibility.PUBLIC || law.getValue());
        visibility.setAriaLabel(getTranslation("opening.readers"));
        visibility.addValueChangeListener(change -> {
            how.setText(getTranslation("opening.visibility." + change.getValue() + ".how"));
            under.setText(getTranslation(
                    change.getValue() == Visibility.GROUP ? "msg.visibility.group" : "msg.visibility.closed"));
        });
        visibility.setValue(Visibility.of(dossier.discussion()));
        return new Section(
                Parts.section(getTranslation("opening.readers"), ""),
                visibility,
                how,
                Parts.classed(
                        new Div(
                                Parts.caption(getTranslation("opening.visibility.under")),
                                Parts.classed(new Paragraph(new Icon("eye"), under), "vis")),
                        "under-box"));
    }

    private Section silenceSection() {
        sentence.setValue(getTranslation("opening.silence.usual"));
        sentence.setVisible(false);
        silence.addValueChangeListener(change -> sentence.setVisible(change.getValue()));
        return new Section(Parts.section(getTranslation("opening.silence"), ""), silence, sentence);
    }

    private Section answerSection() {
        return new Section(Parts.section(getTranslation("opening.answer"), ""), letterRequired, consolidator, approver);
    }

    private void foot() {
        if (deadline == null) {
            return;
        }
        foot.removeAll();
        foot.add(
                Parts.classed(
                        new Span(getTranslation(
                                "opening.sum",
                                Figures.two(asked.count()),
                                Figures.two(asked.count(Group.UNIT)),
                                Figures.two(asked.count(Group.MEMBER)),
                                Figures.two(asked.count(Group.EXPERT)))),
                        "sum"),
                Parts.classed(new Span(), "grow"));
        boolean stays = changing != null && opens.getValue() != null;
        NativeButton open = stays
                ? Parts.button("check", getTranslation("opening.save"), "pri")
                : Parts.button("send", getTranslation("opening.action"), "pri");
        String missing = missing();
        open.setEnabled(missing.isEmpty());
        open.addClickListener(click -> {
            if (stays) {
                open();
            } else {
                ask();
            }
        });
        foot.add(Parts.classed(new Div(Parts.classed(new Span(missing), "cap", "why"), open), "acts"));
    }

    private String missing() {
        if (chosen.chosen().isEmpty()) {
            return getTranslation("opening.missing.drafts");
        }
        if (asked.count() == 0) {
            return getTranslation("opening.missing.invited");
        }
        return deadline.moment().isEmpty() ? getTranslation("opening.deadline.missing") : "";
    }

    private void ask() {
        String words =
                deadline.moment().map(at -> Moments.deadline(at, getLocale())).orElse("");
        boolean later = opens.getValue() != null;
        Span question = new Span(getTranslation(
                later ? "opening.ask.later" : "opening.ask",
                Figures.two(asked.count()),
                Figures.two(chosen.chosen().size()),
                words,
                later ? Moments.date(opens.getValue()) : ""));
        question.getElement().setAttribute("role", "alert");
        NativeButton back = Parts.button("", getTranslation("answering.act.back"));
        back.addClickListener(click -> foot());
        NativeButton yes = Parts.button("send", getTranslation("opening.yes"), "pri");
        yes.addClickListener(click -> open());
        foot.removeAll();
        foot.add(Parts.classed(new Div(question), "question"), Parts.classed(new Div(back, yes), "acts"));
        back.focus();
    }

    private void open() {
        refused.setText("");
        try {
            Round opened = changing == null
                    ? openings.open(askers.require(), wanted())
                    : openings.change(askers.require(), changing.id(), OptionalInt.of(changing.version()), wanted());
            UI.getCurrent().navigate(Addresses.ROUNDS + "/" + opened.id());
        } catch (Refusal refusal) {
            refused.setText(getTranslation("refusal." + refusal.code(), refusal.arguments()));
            refused.getElement().executeJs("this.scrollIntoView({ block: 'center' })");
            foot();
        }
    }

    private NewRound wanted() {
        Unit makes = consolidator.getValue();
        return new NewRound(
                chosen.chosen(),
                name.getValue(),
                basis.getValue(),
                opening(),
                deadline.moment().orElseThrow(() -> Refusal.unprocessable("DEADLINE_MISSING")),
                asked.invited(),
                visibility.getValue(),
                silence.getValue() ? sentence.getValue() : null,
                number.getValue(),
                dated.getValue(),
                letterRequired.getValue(),
                code(makes),
                approver.getValue(),
                List.of());
    }

    private static @Nullable String code(@Nullable Unit unit) {
        return unit == null ? null : unit.code();
    }

    private String title() {
        return getTranslation(changing == null ? "opening.title" : "opening.title.change");
    }

    /** Now, or at the beginning of work on another day; what was prepared for an hour of the same day keeps it. */
    private Instant opening() {
        LocalDate day = opens.getValue();
        if (changing != null
                && changing.opensAt().atZone(Moments.ZONE).toLocalDate().equals(day)) {
            return changing.opensAt();
        }
        return day == null
                ? clock.instant()
                : day.atTime(7, 30).atZone(Moments.ZONE).toInstant();
    }

    @Override
    public String getPageTitle() {
        return title() + " · " + dossier.title() + " · Góp Ý";
    }

    @Override
    public String place() {
        return dossier.title();
    }

    @Override
    public String sectionName() {
        return getTranslation("nav.dossiers");
    }

    @Override
    public String sectionPath() {
        return Addresses.dossier(dossier.id());
    }

    @Override
    public boolean wide() {
        return true;
    }
}
