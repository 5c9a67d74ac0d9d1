package vn.gopy.draft.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import java.util.UUID;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.VersionNumber;
import vn.gopy.shared.ui.Breadcrumb;

/** A page about one version of a draft or a paper beside it, named in its address by dossier and number. */
public abstract class DraftPage extends Main implements BeforeEnterObserver, HasDynamicTitle, Breadcrumb {

    private final Askers askers;
    private final Dossiers dossiers;
    private final Drafts drafts;
    private Dossier dossier;
    private DraftVersion version;

    @SuppressWarnings("NullAway.Init") // given before it is shown
    protected DraftPage(Askers askers, Dossiers dossiers, Drafts drafts) {
        this.askers = askers;
        this.dossiers = dossiers;
        this.drafts = drafts;
        addClassName("reader-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Person asker = askers.require();
        try {
            dossier = dossiers.get(asker, new DossierId(UUID.fromString(parameter(event, "dossier"))));
            version = find(asker, VersionNumber.of(parameter(event, "version")));
        } catch (Refusal | IllegalArgumentException absentOrHidden) {
            throw new NotFoundException();
        }
        removeAll();
        add(content(version));
    }

    private DraftVersion find(Person asker, VersionNumber number) {
        DraftVersion found = drafts.numbered(asker, dossier.id(), number);
        if (!mayEnter(asker, found)) {
            throw Refusal.notFound();
        }
        return found;
    }

    private static String parameter(BeforeEnterEvent event, String name) {
        return event.getRouteParameters().get(name).orElse("");
    }

    /** Whether the page is for this person; else it looks absent. */
    protected abstract boolean mayEnter(Person asker, DraftVersion version);

    /** What the page shows of the version. */
    protected abstract Component content(DraftVersion version);

    protected final Drafts drafts() {
        return drafts;
    }

    protected final Dossier dossier() {
        return dossier;
    }

    protected final String dossierTitle() {
        return dossier.title();
    }

    /** "Dự thảo lần 2", "Tờ trình". */
    protected final String draftName() {
        return getTranslation(version.name().key(), version.ordinal());
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
