package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.DeskPlace;
import vn.gopy.consolidation.GroupId;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.ui.Heaps.Heap;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.Parts;

/** The middle of the desk: the words of a place, and the groups of points that stand there. */
final class PlaceCards extends Div {

    /** Hears what is pressed. */
    interface Desk extends HeapCard.Desk, PlaceAssigning.Desk {

        void turn(int steps);
    }

    private @Nullable HeapCard current;

    PlaceCards() {
        addClassName("cards");
    }

    /**
     * @param cut what is being cut
     * @param words of the place, read where there is a place
     * @param assigning of all points of the place, likewise
     * @param marked points that are ticked to be grouped
     * @param changes whether anything is changed any more, or all is only read
     */
    void show(
            Heaps heaps,
            Optional<Component> cut,
            AlikeList alike,
            Supplier<Optional<String>> words,
            Supplier<PlaceAssigning> assigning,
            Set<PointId> marked,
            boolean changes,
            Desk desk) {
        removeAll();
        current = null;
        cut.ifPresent(this::add);
        DeskPlace here = heaps.here().orElse(null);
        if (here == null) {
            add(Parts.classed(new Paragraph(getTranslation("empty.opinions")), "empty"));
            return;
        }
        add(
                Parts.classed(new H2(here.name()), "s"),
                Parts.caption(getTranslation(
                        "consolidating.place.count", Figures.two(here.points()), Figures.two(here.groups()))));
        words.get().ifPresent(text -> add(Parts.classed(new Paragraph(text), "law")));
        if (changes) {
            add(assigning.get(), alike);
        }
        GroupId chosen = heaps.current().map(Heap::group).orElse(null);
        for (Heap heap : heaps.part()) {
            boolean isChosen = heap.group().equals(chosen);
            HeapCard card = new HeapCard(heap, isChosen, marked, changes, desk);
            add(card);
            if (isChosen) {
                current = card;
            }
        }
        if (here.groups() > heaps.part().size()) {
            add(new Turning(heaps, here, desk::turn));
        }
    }

    /** Gives the focus to the group that is answered, which rolls it into view. */
    void lead() {
        if (current != null) {
            current.lead();
        }
    }
}
