package vn.gopy.reader.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.ui.DraftPage;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.ui.BrowserFiles;

/** A draft, clause by clause, with the opinions in its margin. */
@Route(Addresses.DRAFT)
@PermitAll
class ReaderView extends DraftPage {

    ReaderView(Askers askers, Dossiers dossiers, Drafts drafts) {
        super(askers, dossiers, drafts);
    }

    @Override
    protected boolean mayEnter(Person asker, DraftVersion version) {
        return true;
    }

    @Override
    protected Component content(DraftVersion version) {
        return new Reader(version);
    }

    @Override
    public String getPageTitle() {
        return draftName() + " · " + dossierTitle() + " · Góp Ý";
    }

    @Override
    public String place() {
        return dossierTitle();
    }

    /** The place of our own element, which asks for text and threads itself, often before this place is there. */
    @Tag("gopy-draft")
    private static final class Reader extends Component {

        Reader(DraftVersion version) {
            BrowserFiles.module(this, "reader/reader.js");
            getElement().setAttribute("version-id", version.id().toString()).setAttribute("base", "/app-api");
        }
    }
}
