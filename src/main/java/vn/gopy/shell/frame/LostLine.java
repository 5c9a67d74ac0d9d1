package vn.gopy.shell.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import vn.gopy.shared.ui.BrowserFiles;

/** Says under the head of the page when the server cannot be reached, in our words, and holds presses back until it can. */
@Tag("gopy-line")
final class LostLine extends Component {

    LostLine() {
        BrowserFiles.module(this, "frame/frame.js");
        getElement()
                .setAttribute("role", "status")
                .setAttribute("lost", getTranslation("line.lost"))
                .setAttribute("held", getTranslation("line.held"));
    }
}
