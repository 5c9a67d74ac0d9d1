package vn.gopy.draft.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierKeeping;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.BrowserFiles;

/** Kiểm tra cấu trúc: the original of a draft beside the tree that was read from it. */
@Route(Addresses.CHECK)
@PermitAll
class CheckView extends DraftPage {

    private final Askers askers;
    private final DossierKeeping keeping;

    CheckView(Askers askers, Dossiers dossiers, Drafts drafts, DossierKeeping keeping) {
        super(askers, dossiers, drafts);
        this.askers = askers;
        this.keeping = keeping;
    }

    /** The address of the check of a version. */
    static String path(DraftVersion version) {
        return Addresses.check(version.dossierId(), version.number());
    }

    @Override
    protected boolean mayEnter(Person asker, DraftVersion version) {
        return drafts().mayPublish(asker, version);
    }

    @Override
    protected Component content(DraftVersion version) {
        return new Checker(version, readers(version));
    }

    /** Said before the check is finished, to those who know the readers. */
    private String readers(DraftVersion version) {
        Person asker = askers.require();
        if (!dossier().isKeptBy(asker)) {
            return "";
        }
        int invited = keeping.readers(asker, version.dossierId()).size();
        return getTranslation("readers.short." + dossier().audience(), Figures.two(invited));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("checker.title") + " · " + place() + " · Góp Ý";
    }

    @Override
    public String place() {
        return draftName() + " · " + dossierTitle();
    }

    /** Our own element; it asks for the structure itself and saves each repair. */
    @Tag("gopy-checker")
    private static final class Checker extends Component {

        Checker(DraftVersion version, String readers) {
            BrowserFiles.module(this, "checker/checker.js");
            getElement()
                    .setAttribute("version-id", version.id().toString())
                    .setAttribute("base", "/app-api")
                    .setAttribute("readers", readers);
        }
    }
}
