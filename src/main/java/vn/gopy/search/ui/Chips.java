package vn.gopy.search.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.UUID;
import java.util.function.Consumer;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.search.Facet;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** In which dossiers is searched, each to be taken away; a hidden one is as absent as one that never was. */
final class Chips extends Div {

    private final Askers askers;
    private final Dossiers dossiers;
    private final Consumer<String> removing;

    /** @param removing receives the id of the dossier that no longer binds */
    Chips(Askers askers, Dossiers dossiers, Consumer<String> removing) {
        this.askers = askers;
        this.dossiers = dossiers;
        this.removing = removing;
        addClassName("chips");
    }

    void show(Inquiry inquiry) {
        removeAll();
        Person asker = askers.require();
        inquiry.chosen(Facet.DOSSIER).forEach(id -> add(chip(id, title(asker, id))));
        setVisible(getComponentCount() > 0);
    }

    private String title(Person asker, String id) {
        try {
            return dossiers.get(asker, new DossierId(UUID.fromString(id))).title();
        } catch (Refusal | IllegalArgumentException absentOrHidden) {
            return getTranslation("search.chip.absent");
        }
    }

    private NativeButton chip(String id, String title) {
        NativeButton chip = Parts.classed(new NativeButton(), "chip");
        chip.add(new Icon("folder"), new Span(getTranslation("search.chip.dossier", title)), new Icon("close"));
        chip.setAriaLabel(getTranslation("search.chip.remove", title));
        chip.addClickListener(click -> removing.accept(id));
        return chip;
    }
}
