package vn.gopy.draft.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.gopy.account.Askers;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Units;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierChange;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.DossierKeeping;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.SeriesRole;
import vn.gopy.draft.StructureChecks;
import vn.gopy.draft.VersionKeeping;
import vn.gopy.draft.VersionState;
import vn.gopy.draft.brief.Briefs;
import vn.gopy.draft.comparison.Comparisons;
import vn.gopy.draft.ending.Promulgations;
import vn.gopy.draft.live.LiveDrafts;
import vn.gopy.draft.support.Supporting;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.ui.Breadcrumb;
import vn.gopy.shared.ui.Parts;

/** One dossier: its drafts in order, the papers beside them, its rounds, and who may read it. */
@Route(Addresses.DOSSIERS)
@PermitAll
class DossierView extends Main implements HasUrlParameter<String>, HasDynamicTitle, Breadcrumb {

    private final Askers askers;
    private final People people;
    private final Units units;
    private final Dossiers dossiers;
    private final DossierKeeping keeping;
    private final Drafts drafts;
    private final StructureChecks checks;
    private final VersionKeeping versions;
    private final Briefs briefs;
    private final LiveDrafts live;
    private final Promulgations promulgations;
    private final Comparisons comparisons;
    private final Supporting supporting;
    private final List<DossierSection> sections;
    private final WhileReading reading = new WhileReading(this, this::follow);
    private Dossier dossier;
    private DossierHead head;
    private DraftRows rows;
    private UploadResults results;
    private Optional<DraftVersion> described = Optional.empty();

    @SuppressWarnings("NullAway.Init") // given before it is shown
    DossierView(
            Askers askers,
            People people,
            Units units,
            Dossiers dossiers,
            DossierKeeping keeping,
            Drafts drafts,
            StructureChecks checks,
            VersionKeeping versions,
            Briefs briefs,
            LiveDrafts live,
            Promulgations promulgations,
            Comparisons comparisons,
            Supporting supporting,
            List<DossierSection> sections) {
        this.askers = askers;
        this.people = people;
        this.units = units;
        this.dossiers = dossiers;
        this.keeping = keeping;
        this.drafts = drafts;
        this.checks = checks;
        this.versions = versions;
        this.briefs = briefs;
        this.live = live;
        this.promulgations = promulgations;
        this.comparisons = comparisons;
        this.supporting = supporting;
        this.sections = sections;
        addClassName("page");
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        dossier = find(askers.require(), id);
        show();
    }

    private Dossier find(Person asker, String id) {
        try {
            return dossiers.get(asker, new DossierId(UUID.fromString(id)));
        } catch (Refusal | IllegalArgumentException absentOrHidden) {
            throw new NotFoundException();
        }
    }

    private void show() {
        Person asker = askers.require();
        boolean keeps = dossier.isChangedBy(asker);
        Shown shown = new Shown();
        head = new DossierHead(people, units, shown);
        results = new UploadResults(askers, drafts, checks);
        rows = new DraftRows(askers, drafts, versions, briefs, live, results, dossier, reading::again);
        described = Optional.empty();
        removeAll();
        head.show(keeps);
        add(head, new SupportNote(askers, supporting, dossier.id(), this::again));
        if (dossier.ended()) {
            add(ending());
        }
        add(results, rows);
        sections.forEach(section -> section.of(this, asker, dossier.id()).ifPresent(this::add));
        if (dossier.isKeptBy(asker) || asker.is(Role.CHAIR)) {
            ReadersPanel readers = new ReadersPanel(askers, people, keeping, shown);
            readers.show();
            add(readers);
        }
        if (keeps) {
            add(uploads(), ending());
        }
        reading.again();
    }

    private EndingSection ending() {
        return new EndingSection(dossier, askers, drafts, promulgations, comparisons, this::again);
    }

    /** Shows the dossier as it stands now. */
    private void again() {
        Person asker = askers.require();
        if (!dossiers.mayRead(asker, dossier.id())) {
            UI.getCurrent().navigate("");
            return;
        }
        dossier = dossiers.get(asker, dossier.id());
        show();
    }

    /** Also what the latest draft says of itself, once it is read. */
    private boolean follow() {
        if (rows == null) {
            return false;
        }
        boolean waits = rows.follow();
        Optional<DraftVersion> latest = rows.shown().stream()
                .filter(version -> version.role() == SeriesRole.MAIN)
                .filter(version -> version.state() == VersionState.REVIEW || version.state() == VersionState.PUBLISHED)
                .reduce((earlier, later) -> later);
        if (!latest.equals(described)) {
            described = latest;
            Person asker = askers.require();
            head.facts(latest, latest.map(version -> drafts.outline(asker, version.id())));
        }
        return results.follow() || waits;
    }

    /** What its parts do with the dossier that the page shows. */
    private final class Shown implements ReadersPanel.DossierPage {

        @Override
        public Dossier dossier() {
            return dossier;
        }

        @Override
        public boolean change(DossierChange change) {
            Person asker = askers.require();
            try {
                dossier = keeping.change(asker, dossier.id(), dossier.version(), change);
                show();
                return true;
            } catch (Refusal refused) {
                if (refused.kind() != Refusal.Kind.STALE) {
                    throw refused;
                }
                again();
                Confirmation.that(getTranslation("dossier.stale"));
                return false;
            }
        }
    }

    private Component uploads() {
        Div pair = Parts.classed(new Div(), "upload-pair");
        pair.add(
                new UploadArea(
                                getTranslation("dossier.drop"),
                                getTranslation("action.uploadDraft"),
                                file -> drafts.upload(askers.require(), dossier.id(), null, file),
                                results,
                                reading::again)
                        .forWholePage(),
                new UploadArea(
                        getTranslation("dossier.dropPaper"),
                        getTranslation("action.uploadPaper"),
                        file -> drafts.uploadPaper(
                                askers.require(), dossier.id(), Papers.roleOf(file.fileName()), file),
                        results,
                        reading::again));
        Section section = new Section(Parts.section(getTranslation("dossier.files"), ""), pair);
        section.add(new SureButton(
                getTranslation("dossier.deleteAll"), "", getTranslation("dossier.deleteAll.sure"), this::delete));
        return section;
    }

    private void delete() {
        keeping.delete(askers.require(), dossier.id(), dossier.version());
        Confirmation.that(getTranslation("dossier.deletedAll", dossier.code()));
        UI.getCurrent().navigate(DossiersView.class);
    }

    @Override
    public String getPageTitle() {
        return dossier.title() + " · Góp Ý";
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
        return Addresses.page(Addresses.DOSSIERS);
    }
}
