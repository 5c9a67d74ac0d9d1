package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import vn.gopy.round.Round;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.ui.Parts;

/** The line over a desk: of which round it is, and what is done to more than one answer. */
final class DeskTools extends Div {

    /** @param changes whether anything is changed any more, or all is only read */
    DeskTools(Round round, boolean changes, UndoButton back, Runnable cut, Runnable propose, Runnable group) {
        addClassName("tools");
        add(
                Parts.classed(new H1(getTranslation("consolidating.title")), "s"),
                Parts.classed(new Anchor(Addresses.round(round.id()), round.title()), "lnk"),
                Parts.classed(new Span(), "grow"));
        if (changes) {
            add(
                    back,
                    button("lines", "action.split", "cut-open", cut),
                    button("layers", "consolidating.alike.open", "propose", propose),
                    button("layers", "consolidating.group", "group", group));
        } else {
            add(Parts.caption(getTranslation("refusal.DOSSIER_ENDED")));
        }
        add(new OutputMenu(round.id()));
    }

    private NativeButton button(String icon, String words, String kind, Runnable deed) {
        NativeButton button = Parts.button(icon, getTranslation(words), kind);
        button.addClickListener(click -> deed.run());
        return button;
    }
}
