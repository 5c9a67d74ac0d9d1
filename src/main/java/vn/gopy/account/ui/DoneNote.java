package vn.gopy.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** The sentence that says that something has been done. */
final class DoneNote {

    private DoneNote() {}

    static Div of(String words) {
        Div said = Parts.classed(new Div(), "said");
        said.getElement().setAttribute("role", "status");
        if (!words.isEmpty()) {
            said.add(Parts.classed(new Div(new Icon("check"), new Span(words)), "note", "ok"));
        }
        return said;
    }
}
