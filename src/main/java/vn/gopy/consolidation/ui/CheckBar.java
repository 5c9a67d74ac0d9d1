package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import vn.gopy.consolidation.SecondChecks.SecondCheck;
import vn.gopy.consolidation.ui.Heaps.Heap;
import vn.gopy.shared.Moments;
import vn.gopy.shared.ui.Parts;

/** Kiểm tra lần hai: who has read the answer a second time, or the button of who does. */
final class CheckBar extends Div {

    /** Hears what is pressed. */
    interface Desk {

        void check(Heap heap);

        void takeBack(SecondCheck check);
    }

    private final transient Desk desk;

    CheckBar(Desk desk) {
        this.desk = desk;
        addClassName("second-check");
    }

    /** Nothing is shown while a point has no outcome: there is nothing to check. */
    void show(Heap heap) {
        removeAll();
        setVisible(heap.open() == 0);
        SecondCheck check = heap.check();
        if (check == null) {
            NativeButton done = Parts.button("check", getTranslation("consolidating.check"), "sm", "check");
            done.addClickListener(click -> desk.check(heap));
            add(done, Parts.caption(getTranslation("consolidating.check.hint")));
            return;
        }
        NativeButton back = Parts.button("undo", getTranslation("consolidating.check.back"), "ter", "sm");
        back.addClickListener(click -> desk.takeBack(check));
        add(
                Parts.classed(
                        new Span(getTranslation("consolidating.check.by", check.name(), Moments.shortly(check.at()))),
                        "cap"),
                back);
    }
}
