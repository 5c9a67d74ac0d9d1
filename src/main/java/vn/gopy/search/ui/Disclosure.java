package vn.gopy.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.function.Supplier;
import vn.gopy.shared.ui.Parts;

/** Something more about a result: asked for when its button is pressed, folded again by the next press. */
final class Disclosure extends Div {

    private final NativeButton fold;
    private final Div found = Parts.classed(new Div(), "related");

    /** @param key of the button's words */
    Disclosure(String icon, String key, Supplier<Component> content) {
        addClassName("hit-related");
        fold = Parts.button(icon, getTranslation(key), "ter", "sm");
        fold.getElement().setAttribute("aria-expanded", "false");
        fold.addClickListener(click -> turn(content));
        found.setVisible(false);
        add(fold, found);
    }

    private void turn(Supplier<Component> content) {
        boolean open = !found.isVisible();
        fold.getElement().setAttribute("aria-expanded", Boolean.toString(open));
        found.removeAll();
        found.setVisible(open);
        if (open) {
            found.add(content.get());
        }
    }
}
