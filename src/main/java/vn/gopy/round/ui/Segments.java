package vn.gopy.round.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.gopy.shared.ui.Parts;

/**
 * A few choices beside each other, of which one is taken; it changes when it is told to, not when it is pressed.
 *
 * @param <T> what is chosen among
 */
final class Segments<T> extends Div {

    private final transient Map<T, NativeButton> buttons = new LinkedHashMap<>();
    private final transient Consumer<T> pressed;

    /** @param label its spoken name */
    Segments(String label, Consumer<T> pressed) {
        this.pressed = pressed;
        addClassName("seg");
        getElement().setAttribute("role", "group").setAttribute("aria-label", label);
    }

    /** One more choice; {@code tone} is how it looks while it is taken. */
    Segments<T> with(T value, String icon, String words, String tone) {
        NativeButton button = Parts.button(icon, words);
        button.removeClassName("btn");
        if (!tone.isEmpty()) {
            button.addClassName(tone);
        }
        button.addClickListener(click -> pressed.accept(value));
        buttons.put(value, button);
        add(button);
        return this;
    }

    /** Shows what is taken, and whether another can be. */
    void show(Optional<T> taken, boolean open) {
        buttons.forEach((value, button) -> {
            boolean on = taken.filter(value::equals).isPresent();
            button.getElement().setAttribute("aria-pressed", Boolean.toString(on));
            button.setEnabled(open);
        });
    }
}
