package vn.gopy.shell.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.ui.BrowserFiles;
import vn.gopy.shared.ui.Icon;

/** The way to the notices, with the number of unseen ones; the element asks for it itself. */
@Tag("gopy-bell")
final class Bell extends Component implements HasComponents {

    Bell() {
        BrowserFiles.module(this, "frame/bell.js");
        Anchor link = new Anchor(Addresses.page(Addresses.NOTICES));
        link.addClassNames("btn", "ico");
        link.add(new Icon("bell"));
        link.setAriaLabel(getTranslation("notice.title"));
        link.setTitle(getTranslation("notice.title"));
        getElement()
                .setAttribute("data-title", getTranslation("notice.title"))
                .setAttribute("data-unseen", getTranslation("notice.unread", "{0}"));
        add(link);
    }

    /** Asks again, as after a page on which notices are seen. */
    void refresh() {
        getElement().executeJs("this.ask?.()");
    }
}
