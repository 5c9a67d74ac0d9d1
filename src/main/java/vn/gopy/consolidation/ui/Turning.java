package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.function.IntConsumer;
import vn.gopy.consolidation.DeskPlace;
import vn.gopy.shared.ui.Parts;

/** Which groups of a place are shown, and the ways to those before and behind them. */
final class Turning extends Div {

    /** @param turn hears by how many groups the part that is shown is to move */
    Turning(Heaps heaps, DeskPlace here, IntConsumer turn) {
        addClassName("turning");
        int from = heaps.before();
        int to = from + heaps.part().size();
        NativeButton back = Parts.button("left", getTranslation("consolidating.part.before"));
        back.setEnabled(from > 0);
        back.addClickListener(click -> turn.accept(-Heaps.PART));
        NativeButton on = Parts.button("right", getTranslation("consolidating.part.after"));
        on.setEnabled(to < here.groups());
        on.addClickListener(click -> turn.accept(Heaps.PART));
        add(
                back,
                Parts.caption(getTranslation(
                        "consolidating.part",
                        String.valueOf(from + 1),
                        String.valueOf(to),
                        String.valueOf(here.groups()))),
                on);
    }
}
