package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import vn.gopy.account.Person;
import vn.gopy.consolidation.archive.DossierArchives;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.ui.DossierSection;
import vn.gopy.shared.ui.Parts;

/** The way to the dossier as one file, on its page. */
@SpringComponent
class ArchiveOfDossier implements DossierSection {

    private final DossierArchives archives;

    ArchiveOfDossier(DossierArchives archives) {
        this.archives = archives;
    }

    @Override
    public Optional<Component> of(Component page, Person asker, DossierId dossier) {
        if (!archives.mayArchive(asker)) {
            return Optional.empty();
        }
        Anchor file = Parts.buttonLink(
                "/app-api/dossiers/" + dossier + "/archive.zip", "download", page.getTranslation("archive.file"), "sm");
        file.setRouterIgnore(true);
        return Optional.of(new Section(
                Parts.section(page.getTranslation("archive.title"), ""),
                Parts.classed(new Div(file), "next-draft"),
                Parts.classed(new Paragraph(page.getTranslation("archive.about")), "cap")));
    }
}
