package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Comparator;
import java.util.Optional;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.SeriesRole;
import vn.gopy.draft.VersionState;
import vn.gopy.draft.ui.DossierSection;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.ui.Parts;

/** The way to the next draft on the page of a dossier, for those who consolidate: the file, and the look before submission. */
@SpringComponent
class NextDraftOfDossier implements DossierSection {

    private final Drafts drafts;
    private final Rounds rounds;

    NextDraftOfDossier(Drafts drafts, Rounds rounds) {
        this.drafts = drafts;
        this.rounds = rounds;
    }

    @Override
    public Optional<Component> of(Component page, Person asker, DossierId dossier) {
        if (!rounds.mayRun(asker)) {
            return Optional.empty();
        }
        return drafts.of(asker, dossier).stream()
                .filter(one -> one.role() == SeriesRole.MAIN && one.state() == VersionState.PUBLISHED)
                .max(Comparator.comparingInt(DraftVersion::ordinal))
                .filter(newest -> !newest.ended())
                .map(newest -> section(page, newest));
    }

    private static Component section(Component page, DraftVersion newest) {
        Anchor file = Parts.buttonLink(
                "/app-api/versions/" + newest.id() + "/merged.docx",
                "download",
                page.getTranslation("nextDraft.file"),
                "sm");
        file.setRouterIgnore(true);
        Anchor check = Parts.buttonLink(
                Addresses.submission(newest.dossierId(), newest.number()),
                "check",
                page.getTranslation("submission.title"),
                "sm");
        return new Section(
                Parts.section(
                        page.getTranslation("nextDraft.title"),
                        page.getTranslation(newest.name().key(), newest.ordinal())),
                Parts.classed(new Div(file, check), "next-draft"),
                Parts.classed(new Paragraph(page.getTranslation("nextDraft.about")), "cap"));
    }
}
