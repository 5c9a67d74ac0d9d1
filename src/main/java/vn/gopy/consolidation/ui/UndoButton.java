package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.DeskChange;
import vn.gopy.shared.ui.Parts;

/** Hoàn tác: puts back what one did last on the desk, and says what that was. */
final class UndoButton extends Div {

    private final NativeButton button = Parts.button("undo", getTranslation("consolidating.undo"), "ter", "undo");
    private transient @Nullable DeskChange change;

    /** @param pressed hears what is to be undone */
    UndoButton(Consumer<DeskChange> pressed) {
        button.addClickListener(click -> pressed.accept(Objects.requireNonNull(change)));
        add(button);
    }

    /** @param last null where there is nothing to be undone */
    void show(@Nullable DeskChange last) {
        change = last;
        button.setEnabled(last != null);
        String what = last == null
                ? getTranslation("consolidating.undo.nothing")
                : getTranslation("consolidating.undo." + last.kind().name().toLowerCase(Locale.ROOT));
        button.setTitle(what);
    }
}
