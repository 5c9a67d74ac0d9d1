package vn.gopy.shell.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeButton;
import java.util.stream.Stream;
import vn.gopy.shared.ui.BrowserFiles;
import vn.gopy.shared.ui.Parts;

/** Light, dark, or as the system has it; chosen and shown by the browser alone. */
@Tag("gopy-looks")
final class Looks extends Component implements HasComponents {

    Looks() {
        BrowserFiles.module(this, "frame/frame.js");
        getElement()
                .setAttribute("class", "looks")
                .setAttribute("data-here", true)
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("look.label"));
        Stream.of("", "light", "dark").map(this::look).forEach(this::add);
    }

    private NativeButton look(String value) {
        NativeButton look = Parts.button("", getTranslation("look." + (value.isEmpty() ? "system" : value)), "sm");
        look.getElement().setAttribute("data-look", value).setAttribute("aria-pressed", "false");
        return look;
    }
}
