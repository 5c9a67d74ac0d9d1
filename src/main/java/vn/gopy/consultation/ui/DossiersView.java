package vn.gopy.consultation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.consultation.Round;
import vn.gopy.consultation.RoundState;
import vn.gopy.consultation.Rounds;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierFilter;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.NewDossier;
import vn.gopy.draft.SeriesRole;
import vn.gopy.draft.Upload;
import vn.gopy.shared.Moments;
import vn.gopy.shared.ui.Parts;

/** The dossiers that the person may read; files dropped here begin a new one. */
@Route("ho-so")
@PermitAll
class DossiersView extends Main implements HasDynamicTitle {

    private final Askers askers;
    private final Dossiers dossiers;
    private final Drafts drafts;
    private final Rounds rounds;
    private final Clock clock;
    private final Div list = new Div();

    DossiersView(Askers askers, Dossiers dossiers, Drafts drafts, Rounds rounds, Clock clock) {
        this.askers = askers;
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.rounds = rounds;
        this.clock = clock;
        addClassName("page");
        add(head());
        if (dossiers.mayCreate(askers.require())) {
            add(new UploadArea(
                    getTranslation("dossiers.drop"),
                    getTranslation("action.uploadDraft"),
                    this::begin,
                    () -> show("")));
        }
        add(list);
        show("");
    }

    private Component head() {
        Div head = Parts.classed(new Div(), "page-head");
        Input filter = Parts.classed(new Input(), "fld", "narrow");
        filter.setPlaceholder(getTranslation("dossiers.filter"));
        filter.setAriaLabel(getTranslation("dossiers.filter"));
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> show(change.getValue()));
        head.add(Parts.title(getTranslation("nav.dossiers")), Parts.classed(new Div(filter), "acts"));
        return head;
    }

    private void show(String words) {
        list.removeAll();
        Person asker = askers.require();
        List<Dossier> found =
                dossiers.list(asker, new DossierFilter(null, null, words.isBlank() ? null : words.strip()));
        if (found.isEmpty()) {
            list.add(Parts.classed(
                    new Paragraph(getTranslation(words.isBlank() ? "empty.dossiers" : "empty.filter", words)),
                    "empty"));
            return;
        }
        list.add(table(asker, found));
    }

    private Component table(Person asker, List<Dossier> found) {
        NativeTable table = Parts.classed(new NativeTable(), "g", "stack");
        NativeTableRow head = new NativeTableRow();
        for (String column : List.of("code", "title", "draft", "drafter", "state")) {
            head.add(new NativeTableHeaderCell(getTranslation("dossiers.column." + column)));
        }
        NativeTableBody body = new NativeTableBody();
        found.forEach(dossier -> body.add(row(asker, dossier)));
        table.add(new NativeTableHeader(head), body);
        return table;
    }

    private NativeTableRow row(Person asker, Dossier dossier) {
        List<DraftVersion> versions = drafts.of(asker, dossier.id()).stream()
                .filter(version -> version.role() == SeriesRole.MAIN)
                .toList();
        Anchor title = new Anchor("/ho-so/" + dossier.id(), dossier.title());
        title.addClassName("row-title");
        Optional<DraftVersion> latest = versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
        return new NativeTableRow(
                new NativeTableCell(Parts.caption(dossier.code())),
                new NativeTableCell(title),
                new NativeTableCell(latest.<Component>map(this::draftLink).orElseGet(Span::new)),
                new NativeTableCell(new Span(dossier.drafterName() == null ? "" : dossier.drafterName())),
                new NativeTableCell(state(asker, dossier, latest)));
    }

    private Component draftLink(DraftVersion version) {
        Span words = new Span(getTranslation("term.draft", version.ordinal()));
        return switch (version.state()) {
            case PUBLISHED, REVIEW -> {
                Anchor link =
                        new Anchor("/ho-so/" + version.dossierId() + "/du-thao/" + version.ordinal(), words.getText());
                link.addClassName("lnk");
                yield link;
            }
            case RECEIVED, EXTRACTING, FAILED -> words;
        };
    }

    private Component state(Person asker, Dossier dossier, Optional<DraftVersion> latest) {
        Optional<Round> open = rounds.of(asker, dossier.id()).stream()
                .filter(round -> round.state(clock.instant()) == RoundState.OPEN)
                .reduce((earlier, later) -> later);
        return open.<Component>map(round -> States.daysLeft(this, Moments.daysUntil(round.closes(), clock.instant())))
                .or(() -> latest.map(version -> States.version(this, version)))
                .orElseGet(Span::new);
    }

    /** Each file begins a dossier of its own, named by its header. */
    private DraftVersion begin(Upload file) {
        return drafts.begin(
                askers.require(), file, outline -> NewDossier.headed(outline, file.fileName(), Audience.INVITED));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.dossiers") + " · Góp Ý";
    }
}
