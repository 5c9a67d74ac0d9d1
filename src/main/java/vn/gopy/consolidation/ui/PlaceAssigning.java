package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.DeskPlace;
import vn.gopy.consolidation.PointAssigning.Assignee;
import vn.gopy.shared.ui.Parts;

/** Phân công cả nơi này: all points of a place, or of the Article or chapter around it, go from one to another. */
final class PlaceAssigning extends NativeDetails {

    /** Hears what is pressed. */
    interface Desk {

        void assignPlace(DeskPlace.Key place, @Nullable String from, @Nullable String to);
    }

    private @Nullable Div content;

    /**
     * Nothing is read before it is opened.
     *
     * @param around the place itself, then what it stands in, the nearest first
     * @param candidates who can be asked to answer
     */
    PlaceAssigning(Supplier<List<DeskPlace>> around, Supplier<List<Assignee>> candidates, Desk desk) {
        addClassName("place-assigning");
        setSummaryText(getTranslation("consolidating.place.assign"));
        addToggleListener(event -> {
            if (event.isOpened() && content == null) {
                content = fields(around.get(), candidates.get(), desk);
                setContent(content);
            }
        });
    }

    private Div fields(List<DeskPlace> around, List<Assignee> candidates, Desk desk) {
        Select<DeskPlace> place = new Select<>();
        place.setLabel(getTranslation("consolidating.place.assign.where"));
        place.setItems(around);
        place.setItemLabelGenerator(DeskPlace::name);
        place.setValue(around.getFirst());
        Assignee nobody = new Assignee("", getTranslation("consolidating.place.assign.nobody"), null, null);
        List<Assignee> all =
                Stream.concat(Stream.of(nobody), candidates.stream()).toList();
        ComboBox<Assignee> from = choice("consolidating.place.assign.from", all);
        from.setValue(nobody);
        ComboBox<Assignee> to = choice("consolidating.place.assign.to", all);
        NativeButton give = Parts.button("person", getTranslation("consolidating.place.assign.give"), "sm");
        Paragraph missing = Parts.classed(new Paragraph(), "err");
        missing.getElement().setAttribute("role", "alert");
        give.addClickListener(click -> {
            if (to.getValue() == null) {
                missing.setText(getTranslation("consolidating.place.assign.missing"));
                return;
            }
            desk.assignPlace(
                    Objects.requireNonNull(place.getValue()).key(), code(from.getValue()), code(to.getValue()));
        });
        return new Div(Parts.classed(new Div(place, from, to, give), "pair"), missing);
    }

    private ComboBox<Assignee> choice(String label, List<Assignee> all) {
        ComboBox<Assignee> box = new ComboBox<>(getTranslation(label));
        box.setItems(all);
        box.setItemLabelGenerator(Assignee::name);
        return box;
    }

    private static @Nullable String code(@Nullable Assignee one) {
        return one == null || one.code().isEmpty() ? null : one.code();
    }
}
