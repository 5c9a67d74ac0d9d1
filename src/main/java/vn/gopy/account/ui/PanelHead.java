package vn.gopy.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** What a panel is about, and the way to shut it. */
final class PanelHead extends Div {

    PanelHead(String title, Runnable close) {
        addClassName("panel-head");
        NativeButton shut = Parts.classed(new NativeButton(), "btn", "ico");
        shut.add(new Icon("close"));
        shut.setAriaLabel(getTranslation("admin.close"));
        shut.addClickListener(press -> close.run());
        add(Parts.classed(new H2(title), "s"), shut);
    }
}
