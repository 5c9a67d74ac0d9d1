package vn.gopy.consultation.ui;

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
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.consultation.Round;
import vn.gopy.consultation.Rounds;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierFilter;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.NewDossier;
import vn.gopy.draft.Upload;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Page;
import vn.gopy.shared.ui.Parts;

/** The dossiers that the person may read; files dropped here begin a new one. */
@Route("ho-so")
@PermitAll
class DossiersView extends Main implements HasDynamicTitle {

    private static final int PART = 50;

    private final Askers askers;
    private final Dossiers dossiers;
    private final Drafts drafts;
    private final Rounds rounds;
    private final Clock clock;
    private final Div list = new Div();
    private DossierFilter filter = DossierFilter.ALL;
    private NativeTableBody body = new NativeTableBody();

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
        Input words = Parts.classed(new Input(), "fld", "narrow");
        words.setPlaceholder(getTranslation("dossiers.filter"));
        words.setAriaLabel(getTranslation("dossiers.filter"));
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> show(change.getValue()));
        head.add(Parts.title(getTranslation("nav.dossiers")), Parts.classed(new Div(words), "acts"));
        return head;
    }

    private void show(String words) {
        list.removeAll();
        filter = new DossierFilter(null, null, words.isBlank() ? null : words.strip());
        body = new NativeTableBody();
        Page<Dossier> first = dossiers.page(askers.require(), filter, null, PART);
        if (first.items().isEmpty()) {
            list.add(Parts.classed(
                    new Paragraph(getTranslation(words.isBlank() ? "empty.dossiers" : "empty.filter", words)),
                    "empty"));
            return;
        }
        list.add(table());
        add(first);
    }

    /** Rows of one part, by as many statements whatever their number, and the way to the next. */
    private void add(Page<Dossier> part) {
        Person asker = askers.require();
        List<DossierId> ids = part.items().stream().map(Dossier::id).toList();
        Map<DossierId, DraftVersion> latest = drafts.latest(asker, ids);
        Map<DossierId, Round> open = rounds.openOn(asker, ids);
        part.items()
                .forEach(dossier -> body.add(row(
                        dossier,
                        Optional.ofNullable(latest.get(dossier.id())),
                        Optional.ofNullable(open.get(dossier.id())))));
        if (part.next() != null) {
            list.add(more(part));
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
        NativeTable table = Parts.classed(new NativeTable(), "g", "stack");
        NativeTableRow head = new NativeTableRow();
        for (String column : List.of("code", "title", "draft", "drafter", "state")) {
            head.add(new NativeTableHeaderCell(getTranslation("dossiers.column." + column)));
        }
        table.add(new NativeTableHeader(head), body);
        return table;
    }

    private NativeTableRow row(Dossier dossier, Optional<DraftVersion> latest, Optional<Round> open) {
        Anchor title = new Anchor("/ho-so/" + dossier.id(), dossier.title());
        title.addClassName("row-title");
        return new NativeTableRow(
                new NativeTableCell(Parts.caption(dossier.code())),
                new NativeTableCell(title),
                new NativeTableCell(latest.<Component>map(this::draftLink).orElseGet(Span::new)),
                new NativeTableCell(new Span(dossier.drafterName() == null ? "" : dossier.drafterName())),
                new NativeTableCell(state(latest, open)));
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

    private Component state(Optional<DraftVersion> latest, Optional<Round> open) {
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
