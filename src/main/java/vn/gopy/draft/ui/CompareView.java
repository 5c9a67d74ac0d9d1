package vn.gopy.draft.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.VersionNumber;
import vn.gopy.shared.ui.BrowserFiles;

/** Two versions of a draft or a paper beside each other; whoever may not read one of them finds neither. */
@Route(Addresses.COMPARISON)
@PermitAll
class CompareView extends DraftPage {

    private VersionNumber olderNumber;
    private DraftVersion older;
    private DraftVersion newer;

    @SuppressWarnings("NullAway.Init") // given before it is shown
    CompareView(Askers askers, Dossiers dossiers, Drafts drafts) {
        super(askers, dossiers, drafts);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            olderNumber =
                    VersionNumber.of(event.getRouteParameters().get("older").orElse(""));
        } catch (IllegalArgumentException absent) {
            throw new NotFoundException();
        }
        super.beforeEnter(event);
    }

    @Override
    protected boolean mayEnter(Person asker, DraftVersion version) {
        newer = version;
        older = drafts().numbered(asker, version.dossierId(), olderNumber);
        return true;
    }

    @Override
    protected Component content(DraftVersion version) {
        return new Comparer(older, version);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("compare.page", older.ordinal(), newer.ordinal()) + " · " + dossierTitle() + " · Góp Ý";
    }

    @Override
    public String place() {
        return dossierTitle();
    }

    /** Our own element, which asks for the comparison itself. */
    @Tag("gopy-compare")
    private static final class Comparer extends Component {

        Comparer(DraftVersion older, DraftVersion newer) {
            BrowserFiles.module(this, "compare/compare.js");
            getElement()
                    .setAttribute("version-id", newer.id().toString())
                    .setAttribute("older-id", older.id().toString())
                    .setAttribute("base", "/app-api");
        }
    }
}
