package vn.gopy.draft.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.gopy.account.Askers;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.Person;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierFilter;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.NewDossier;
import vn.gopy.draft.OpinionTotals;
import vn.gopy.draft.RunningRounds;
import vn.gopy.draft.StructureChecks;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Page;
import vn.gopy.shared.Settings.Practice;
import vn.gopy.shared.ui.Parts;
import vn.gopy.shared.ui.State;

/** The dossiers that the person may read; files dropped here begin a new one. */
@Route(Addresses.DOSSIERS)
@PermitAll
class DossiersView extends Main implements HasDynamicTitle {

    private static final int PART = 50;
    private static final List<String> COLUMNS =
            List.of("code", "title", "draft", "drafter", "opinions", "date", "state");

    private final Askers askers;
    private final Dossiers dossiers;
    private final Drafts drafts;
    private final StructureChecks checks;
    private final RunningRounds rounds;
    private final OpinionTotals opinions;
    private final InstallationSettings settings;
    private final Clock clock;
    private final Div list = new Div();
    private final UploadResults results;
    private final Map<VersionId, NativeTableCell> waiting = new HashMap<>();
    private final WhileReading reading = new WhileReading(this, this::follow);
    private Practice practice = Practice.USUAL;
    private DossierFilter filter = DossierFilter.ALL;
    private NativeTableBody body = new NativeTableBody();

    DossiersView(
            Askers askers,
            Dossiers dossiers,
            Drafts drafts,
            StructureChecks checks,
            RunningRounds rounds,
            OpinionTotals opinions,
            InstallationSettings settings,
            Clock clock) {
        this.askers = askers;
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.checks = checks;
        this.rounds = rounds;
        this.opinions = opinions;
        this.settings = settings;
        this.clock = clock;
        this.results = new UploadResults(askers, drafts, checks);
        addClassName("page");
        Div acts = Parts.classed(new Div(words(), states()), "acts");
        add(Parts.classed(new Div(Parts.title(getTranslation("nav.dossiers")), acts), "page-head"), results, list);
        if (dossiers.mayCreate(askers.require())) {
            UploadArea area = new UploadArea(
                            getTranslation("dossiers.drop"),
                            getTranslation("dossiers.choose"),
                            this::begin,
                            results,
                            this::show)
                    .forWholePage();
            NativeButton upload = Parts.button("upload", getTranslation("action.uploadDraft"), "pri");
            UploadArea.chosenBy(upload);
            acts.add(upload);
            area.add(Parts.classed(new Paragraph(getTranslation("upload.readers")), "cap"));
            add(area);
        }
        show();
    }

    private Component words() {
        Input words = Parts.classed(new Input(), "fld", "narrow");
        words.setPlaceholder(getTranslation("dossiers.filter"));
        words.setAriaLabel(getTranslation("dossiers.filter"));
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> {
            String typed = change.getValue().strip();
            filter = new DossierFilter(filter.kind(), filter.state(), typed.isEmpty() ? null : typed);
            show();
        });
        return words;
    }

    private Component states() {
        Element choice = new Element("select");
        choice.setAttribute("class", "fld").setAttribute("aria-label", getTranslation("dossiers.filter.state.label"));
        choice.appendChild(new Element("option")
                .setText(getTranslation("dossiers.filter.state"))
                .setAttribute("value", ""));
        for (VersionState state : VersionState.values()) {
            choice.appendChild(
                    new Element("option").setText(States.words(this, state)).setAttribute("value", state.name()));
        }
        choice.addEventListener(
                        "change",
                        change -> filterBy(
                                change.getEventData().get("element.value").asString()))
                .addEventData("element.value");
        Div field = new Div();
        field.getElement().appendChild(choice);
        return field;
    }

    private void filterBy(String state) {
        VersionState chosen = Arrays.stream(VersionState.values())
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElse(null);
        filter = new DossierFilter(filter.kind(), chosen, filter.words());
        show();
    }

    private void show() {
        list.removeAll();
        waiting.clear();
        body = new NativeTableBody();
        Page<Dossier> first = dossiers.page(askers.require(), filter, null, PART);
        if (first.items().isEmpty()) {
            String key = filter.equals(DossierFilter.ALL) ? "empty.dossiers" : "empty.filter";
            list.add(Parts.classed(new Paragraph(getTranslation(key)), "empty"));
        } else {
            list.add(table());
            add(first);
            list.add(Parts.classed(new Paragraph(getTranslation("dossiers.numbers")), "cap", "numbers"));
        }
        reading.again();
    }

    /** Rows whose draft is being read follow it without the rest being asked for again. */
    private boolean follow() {
        boolean files = results.follow();
        if (waiting.isEmpty()) {
            return files;
        }
        drafts.among(askers.require(), waiting.keySet()).stream()
                .filter(version -> !isBeingRead(version))
                .forEach(version -> {
                    NativeTableCell cell = Objects.requireNonNull(waiting.remove(version.id()));
                    cell.removeAll();
                    cell.add(States.version(this, version));
                });
        return files || !waiting.isEmpty();
    }

    private static boolean isBeingRead(DraftVersion version) {
        return version.state() == VersionState.RECEIVED || version.state() == VersionState.EXTRACTING;
    }

    /** Rows of one part, by as many statements whatever their number, and the way to the next. */
    private void add(Page<Dossier> part) {
        Person asker = askers.require();
        List<DossierId> ids = part.items().stream().map(Dossier::id).toList();
        Map<DossierId, DraftVersion> latest = drafts.latest(asker, ids);
        Map<DossierId, Instant> open = rounds.closing(asker, ids);
        Map<DossierId, Integer> counts = opinions.of(asker, ids);
        practice = settings.get().practice();
        part.items()
                .forEach(dossier -> body.add(row(
                        dossier,
                        Optional.ofNullable(latest.get(dossier.id())),
                        Optional.ofNullable(open.get(dossier.id())),
                        counts.getOrDefault(dossier.id(), 0))));
        if (part.next() != null) {
            list.addComponentAtIndex(1, more(part));
        }
    }

    private Component more(Page<Dossier> part) {
        NativeButton more =
                Parts.button("down", getTranslation("dossiers.more", body.getComponentCount(), part.total()), "ter");
        more.addClassName("more");
        more.addClickListener(click -> {
            list.remove(more);
            add(dossiers.page(askers.require(), filter, part.next(), PART));
        });
        return more;
    }

    private Component table() {
        NativeTable table = Parts.classed(new NativeTable(), "g", "stack", "dossiers");
        NativeTableRow head = new NativeTableRow();
        for (String column : COLUMNS) {
            head.add(Parts.classed(
                    new NativeTableHeaderCell(getTranslation("dossiers.column." + column)), "col-" + column));
        }
        table.add(new NativeTableHeader(head), body);
        return table;
    }

    private NativeTableRow row(Dossier dossier, Optional<DraftVersion> latest, Optional<Instant> open, int opinions) {
        Anchor title = new Anchor(Addresses.dossier(dossier.id()), dossier.title());
        title.addClassName("row-title");
        title.getElement().setAttribute("title", dossier.title());
        NativeTableCell state = new NativeTableCell(state(dossier, latest, open));
        latest.filter(version -> open.isEmpty() && isBeingRead(version))
                .ifPresent(version -> waiting.put(version.id(), state));
        NativeTableCell said = Parts.classed(new NativeTableCell(opinions(opinions)), "n");
        if (opinions > 0) {
            // Where a row is a card there is no head over its figure.
            said.getElement().setAttribute("data-head", getTranslation("dossiers.column.opinions"));
        }
        return new NativeTableRow(
                Parts.classed(new NativeTableCell(Parts.caption(dossier.code())), "col-code"),
                new NativeTableCell(title),
                new NativeTableCell(latest.<Component>map(this::draftLink).orElseGet(Span::new)),
                new NativeTableCell(new Span(dossier.drafterName() == null ? "" : dossier.drafterName())),
                said,
                new NativeTableCell(Parts.caption(
                        Moments.date(latest.map(DraftVersion::uploadedAt).orElse(dossier.createdAt())))),
                state);
    }

    private Component opinions(int count) {
        Span number = new Span(count == 0 ? "" : Figures.two(count));
        if (count > 0) {
            number.getElement().setAttribute("title", getTranslation("dossiers.opinions", Figures.two(count)));
        }
        return number;
    }

    private Component draftLink(DraftVersion version) {
        Span words = new Span(getTranslation(version.name().key(), version.ordinal()));
        return switch (version.state()) {
            case PUBLISHED, REVIEW -> {
                Anchor link = new Anchor(Addresses.draft(version.dossierId(), version.number()), words.getText());
                link.addClassName("lnk");
                yield link;
            }
            case RECEIVED, EXTRACTING, FAILED -> words;
        };
    }

    private Component state(Dossier dossier, Optional<DraftVersion> latest, Optional<Instant> open) {
        if (dossier.ended()) {
            return new State(State.Tone.OK, "stamp", getTranslation("ending.state"));
        }
        return open.<Component>map(
                        closes -> States.daysLeft(this, practice, Moments.daysUntil(closes, clock.instant())))
                .or(() -> latest.map(version -> States.version(this, version)))
                .orElseGet(Span::new);
    }

    /** Each file begins a dossier of its own, named by its header. */
    private DraftVersion begin(UploadedFile file) {
        return drafts.begin(
                askers.require(), file, outline -> NewDossier.headed(outline, file.fileName(), Audience.INVITED));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.dossiers") + " · Góp Ý";
    }
}
