package vn.gopy.consultation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.SeriesRole;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.ui.Breadcrumb;

/** A draft, clause by clause, with the opinions in its margin. */
@Route("ho-so/:dossier/du-thao/:ordinal")
@PermitAll
class ReaderView extends Main implements BeforeEnterObserver, HasDynamicTitle, Breadcrumb {

    private final Person asker;
    private final Dossiers dossiers;
    private final Drafts drafts;
    private Dossier dossier;
    private DraftVersion version;

    ReaderView(Askers askers, Dossiers dossiers, Drafts drafts) {
        this.asker = askers.require();
        this.dossiers = dossiers;
        this.drafts = drafts;
        addClassName("reader-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            dossier = dossiers.get(asker, new DossierId(UUID.fromString(parameter(event, "dossier"))));
            int ordinal = Integer.parseInt(parameter(event, "ordinal"));
            version = drafts.of(asker, dossier.id()).stream()
                    .filter(one -> one.role() == SeriesRole.MAIN && one.ordinal() == ordinal)
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
        } catch (Refusal | IllegalArgumentException absentOrHidden) {
            throw new NotFoundException();
        }
        removeAll();
        add(new Reader(version));
    }

    private static String parameter(BeforeEnterEvent event, String name) {
        return event.getRouteParameters().get(name).orElse("");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("term.draft", version.ordinal()) + " · " + dossier.title() + " · Góp Ý";
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
        return "/ho-so/" + dossier.id();
    }

    @Override
    public boolean wide() {
        return true;
    }

    /** Our own element; it asks for text and threads itself and keeps what is typed. */
    @Tag("gopy-reader")
    @JsModule("context://app/reader.js")
    @StyleSheet("context://app/reader.css")
    private static final class Reader extends Component {

        Reader(DraftVersion version) {
            getElement().setAttribute("version-id", version.id().toString()).setAttribute("base", "/app-api");
        }
    }
}
