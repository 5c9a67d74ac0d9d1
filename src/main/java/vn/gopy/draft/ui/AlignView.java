package vn.gopy.draft.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionState;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.ui.BrowserFiles;

/** Đối chiếu: which places of a draft are which of the one before, for those who finish its check. */
@Route(Addresses.ALIGNMENT)
@PermitAll
class AlignView extends DraftPage {

    AlignView(Askers askers, Dossiers dossiers, Drafts drafts) {
        super(askers, dossiers, drafts);
    }

    @Override
    protected boolean mayEnter(Person asker, DraftVersion version) {
        return drafts().mayPublish(asker, version);
    }

    @Override
    protected Component content(DraftVersion version) {
        return new Aligner(version);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("align.title") + " · " + place() + " · Góp Ý";
    }

    @Override
    public String place() {
        return draftName() + " · " + dossierTitle();
    }

    /** Our own element; it asks for the ties itself and saves each decision. */
    @Tag("gopy-align")
    private static final class Aligner extends Component {

        Aligner(DraftVersion version) {
            BrowserFiles.module(this, "align/align.js");
            getElement()
                    .setAttribute("version-id", version.id().toString())
                    .setAttribute("ordinal", String.valueOf(version.ordinal()))
                    .setAttribute("base", "/app-api")
                    .setAttribute("decidable", version.state() == VersionState.PUBLISHED);
        }
    }
}
