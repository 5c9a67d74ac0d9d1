package vn.gopy.shared.ui;

import com.vaadin.flow.component.Svg;

/** One of our own icons, silent for screen readers: the word beside it says what it means. */
public final class Icon extends Svg {

    /** @param name a symbol of {@code icons.svg} */
    public Icon(String name) {
        super("<svg class=\"i\" viewBox=\"0 0 20 20\" aria-hidden=\"true\"><use href=\"%s#%s\"/></svg>"
                .formatted(BrowserFiles.at("icons.svg"), name));
        addClassName("ic");
    }
}
