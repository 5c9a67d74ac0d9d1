package vn.gopy.draft.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierId;

/** A part of a dossier's page that another room knows: the rounds about its drafts, say. */
public interface DossierSection {

    /**
     * The part as the person may see it; empty where there is nothing to show.
     *
     * @param page in whose language it speaks
     */
    Optional<Component> of(Component page, Person asker, DossierId dossier);
}
