package vn.gopy.shell.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import vn.gopy.account.PersonId;
import vn.gopy.shared.ui.BrowserFiles;
import vn.gopy.shared.ui.Parts;

/** The way out; the element first asks about words of this person that the browser keeps. */
@Tag("gopy-sign-out")
final class SignOut extends Component implements HasComponents {

    SignOut(PersonId person, Runnable leave) {
        BrowserFiles.module(this, "frame/frame.js");
        getElement()
                .setAttribute("person", person.toString())
                .setAttribute("kept", getTranslation("signOut.kept", "{0}"))
                .setAttribute("forget", getTranslation("signOut.forget"))
                .setAttribute("stay", getTranslation("signOut.stay"));
        getElement().addEventListener("leave", event -> leave.run());
        add(Parts.button("sign-out", getTranslation("nav.signOut"), "ter"));
    }
}
