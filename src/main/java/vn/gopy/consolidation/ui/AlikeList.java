package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.gopy.consolidation.DeskProposals.Alike;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointId;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.Parts;

/** Gợi ý gộp: what seems to say the same at one place, or to contradict, to be put together by a press or left as it is. */
final class AlikeList extends Section {

    /** So many are shown at once; when one is dealt with the next comes up. */
    private static final int MOST = 20;

    /** Hears what is decided on a proposal. */
    interface Desk {

        void together(Alike found);

        void apart(Alike found);
    }

    private final transient Desk desk;
    private final transient List<Alike> waiting = new ArrayList<>();

    AlikeList(Desk desk) {
        this.desk = desk;
        addClassName("alike");
        setVisible(false);
    }

    /** On which side each of the points stands by the proposal; none where they say the same. */
    static Map<PointId, String> sides(Alike found) {
        Map<PointId, String> sides = new HashMap<>();
        if (found.opposed()) {
            for (int n = 0; n < found.sides().size(); n++) {
                String side = Sides.at(n);
                found.sides().get(n).forEach(point -> sides.put(point.id(), side));
            }
        }
        return sides;
    }

    /** Shows the proposals. */
    void show(List<Alike> found) {
        waiting.clear();
        waiting.addAll(found);
        draw();
    }

    /** Shows nothing, as for another place. */
    void close() {
        setVisible(false);
    }

    private void draw() {
        removeAll();
        setVisible(true);
        add(new H3(getTranslation("consolidating.alike")));
        if (waiting.isEmpty()) {
            add(Parts.classed(new Paragraph(getTranslation("consolidating.alike.none")), "cap"));
            return;
        }
        waiting.stream().limit(MOST).forEach(one -> add(card(one)));
    }

    private Div card(Alike alike) {
        String how = alike.opposed()
                ? "consolidating.alike.opposed"
                : alike.likeness() >= 1 ? "consolidating.alike.copies" : "consolidating.alike.near";
        Div card = Parts.classed(
                new Div(Parts.classed(
                        new Span(getTranslation(how, Figures.two(alike.points().size()))), "strong")),
                "proposal");
        for (int n = 0; n < alike.sides().size(); n++) {
            if (alike.opposed()) {
                card.add(Parts.caption(getTranslation("consolidating.side", Sides.at(n))));
            }
            UnorderedList list = new UnorderedList();
            alike.sides().get(n).forEach(point -> list.add(line(point)));
            card.add(list);
        }
        NativeButton together = Parts.button(
                "layers",
                getTranslation(alike.opposed() ? "consolidating.alike.face" : "consolidating.alike.confirm"),
                "sm",
                "pri");
        together.addClickListener(click -> desk.together(alike));
        NativeButton apart = Parts.button("", getTranslation("consolidating.alike.refuse"), "sm");
        apart.addClickListener(click -> {
            waiting.remove(alike);
            draw();
            desk.apart(alike);
        });
        card.add(Parts.classed(new Div(together, apart), "acts"));
        return card;
    }

    private static ListItem line(Point point) {
        return new ListItem(
                Parts.caption(String.valueOf(point.number())),
                Parts.classed(new Span(point.who()), "strong"),
                Parts.classed(new Span(point.text()), "say"));
    }
}
