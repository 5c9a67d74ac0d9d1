package vn.gopy.draft.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import vn.gopy.account.Askers;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.support.Support;
import vn.gopy.draft.support.Supporting;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** Says on the page of a dossier which administrator is in it to help, until when and why, as long as that lasts. */
final class SupportNote extends Div {

    private final Askers askers;
    private final Supporting supporting;
    private final transient DossierId dossier;
    private final transient Runnable changed;

    /** @param changed called in the page after one was ended */
    SupportNote(Askers askers, Supporting supporting, DossierId dossier, Runnable changed) {
        this.askers = askers;
        this.supporting = supporting;
        this.dossier = dossier;
        this.changed = changed;
        addClassName("support-note");
        getElement().setAttribute("role", "status");
        supporting.lasting(askers.require(), dossier).forEach(this::line);
    }

    private void line(Support one) {
        Span words = Parts.classed(
                new Span(getTranslation("support.here", one.name(), Moments.shortly(one.endsAt()), one.reason())),
                "grow");
        NativeButton end = Parts.button("", getTranslation("support.end"), "sm");
        end.addClickListener(press -> end(one));
        add(Parts.classed(new Div(new Icon("key"), words, end), "note", "wait"));
    }

    private void end(Support one) {
        try {
            supporting.end(askers.require(), one.id());
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.CONFLICT) {
                throw refused;
            }
        }
        Confirmation.that(getTranslation("support.ended", one.code()));
        changed.run();
    }
}
