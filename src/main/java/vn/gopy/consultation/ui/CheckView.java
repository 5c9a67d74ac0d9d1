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

/** Kiểm tra cấu trúc: the original of a draft beside the tree that was read from it. */
@Route("ho-so/:dossier/du-thao/:ordinal/kiem-tra")
@PermitAll
class CheckView extends Main implements BeforeEnterObserver, HasDynamicTitle, Breadcrumb {

    private final Person asker;
    private final Dossiers dossiers;
    private final Drafts drafts;
    private Dossier dossier;
    private DraftVersion version;

    CheckView(Askers askers, Dossiers dossiers, Drafts drafts) {
        this.asker = askers.require();
        this.dossiers = dossiers;
        this.drafts = drafts;
        addClassName("reader-page");
    }

    /** The address of the check of a version of the main draft. */
    static String path(DraftVersion version) {
        return "/ho-so/" + version.dossierId() + "/du-thao/" + version.ordinal() + "/kiem-tra";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            dossier = dossiers.get(asker, new DossierId(UUID.fromString(parameter(event, "dossier"))));
            int ordinal = Integer.parseInt(parameter(event, "ordinal"));
            version = drafts.of(asker, dossier.id()).stream()
                    .filter(one -> one.role() == SeriesRole.MAIN && one.ordinal() == ordinal)
                    .filter(one -> drafts.mayPublish(asker, one))
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
        } catch (Refusal | IllegalArgumentException absentOrHidden) {
            throw new NotFoundException();
        }
        removeAll();
        add(new Checker(version));
    }

    private static String parameter(BeforeEnterEvent event, String name) {
        return event.getRouteParameters().get(name).orElse("");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("checker.title") + " · " + place() + " · Góp Ý";
    }

    @Override
    public String place() {
        return getTranslation("term.draft", version.ordinal()) + " · " + dossier.title();
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

    /** Our own element; it asks for the structure itself and saves each repair. */
    @Tag("gopy-checker")
    @JsModule("context://app/checker.js")
    @StyleSheet("context://app/checker.css")
    private static final class Checker extends Component {

        Checker(DraftVersion version) {
            getElement().setAttribute("version-id", version.id().toString()).setAttribute("base", "/app-api");
        }
    }
}
