package vn.gopy.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.ui.Parts;

/** The head that the administrator's pages share: title, what can be added, and the way from one to the other. */
final class AdminHead extends Div {

    private final Nav tabs = Parts.classed(new Nav(), "tabs");
    private final String current;

    AdminHead(String current, Component... add) {
        this(current, "admin.title", add);
    }

    /** @param title of a page that others than administrators see as well */
    AdminHead(String current, String title, Component... add) {
        this.current = current;
        tabs.setAriaLabel(getTranslation("admin.title"));
        add(
                Parts.classed(
                        new Div(Parts.title(getTranslation(title)), Parts.classed(new Div(add), "acts")), "page-head"),
                tabs);
    }

    /** The way to the page that takes lists in. */
    static Anchor takingIn(String words) {
        return Parts.buttonLink(Addresses.page(Addresses.ROSTER), "upload", words);
    }

    void count(int people, int units, int groups) {
        tabs.removeAll();
        tabs.add(
                counted(tab(Addresses.PEOPLE, "admin.people"), people),
                counted(tab(Addresses.UNITS, "admin.units"), units),
                counted(tab(Addresses.GROUPS, "admin.groups"), groups),
                tab(Addresses.SETTINGS, "admin.settings"),
                tab(Addresses.SUPPORT, "support.tab"),
                tab(Addresses.INDEX, "admin.index"));
    }

    private static Anchor counted(Anchor tab, int count) {
        tab.getElement().appendChild(new Element("small").setText("%02d".formatted(count)));
        return tab;
    }

    private Anchor tab(String path, String key) {
        Anchor tab = new Anchor(Addresses.page(path), new Span(getTranslation(key)));
        if (path.equals(current)) {
            tab.getElement().setAttribute("aria-current", "page");
        }
        return tab;
    }
}
