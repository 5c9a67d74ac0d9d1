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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.gopy.consolidation.DeskReading.Alike;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointId;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.Parts;

/** Gợi ý gộp: what seems to say the same at one place, to be put together by a press or left as it is. */
final class AlikeList extends Section {

    /** So many are shown at once; when one is dealt with the next comes up. */
    private static final int MOST = 20;

    private final transient Consumer<Alike> confirmed;
    private final transient Set<Set<PointId>> refused = new HashSet<>();
    private final transient List<Alike> waiting = new ArrayList<>();

    /** @param confirmed hears what is to be put together */
    AlikeList(Consumer<Alike> confirmed) {
        this.confirmed = confirmed;
        addClassName("alike");
        setVisible(false);
    }

    private static Set<PointId> key(Alike alike) {
        return alike.points().stream().map(Point::id).collect(Collectors.toSet());
    }

    /** Shows the proposals but those that were refused since the desk was opened. */
    void show(List<Alike> found) {
        waiting.clear();
        found.stream().filter(one -> !refused.contains(key(one))).forEach(waiting::add);
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
        String how = alike.likeness() >= 1 ? "consolidating.alike.copies" : "consolidating.alike.near";
        UnorderedList list = new UnorderedList();
        alike.points()
                .forEach(point -> list.add(new ListItem(
                        Parts.caption(String.valueOf(point.number())),
                        Parts.classed(new Span(point.who()), "strong"),
                        Parts.classed(new Span(point.text()), "say"))));
        NativeButton together = Parts.button("layers", getTranslation("consolidating.alike.confirm"), "sm", "pri");
        together.addClickListener(click -> confirmed.accept(alike));
        NativeButton apart = Parts.button("", getTranslation("consolidating.alike.refuse"), "sm");
        apart.addClickListener(click -> {
            refused.add(key(alike));
            waiting.remove(alike);
            draw();
        });
        return Parts.classed(
                new Div(
                        Parts.classed(
                                new Span(getTranslation(
                                        how, Figures.two(alike.points().size()))),
                                "strong"),
                        list,
                        Parts.classed(new Div(together, apart), "acts")),
                "proposal");
    }
}
