package vn.gopy.search.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import vn.gopy.search.SavedSearch;
import vn.gopy.shared.SearchAddress;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** A kept search: opens it, renames it, switches its alert, deletes it. */
final class SavedRow extends ListItem {

    /** Receives a new name or another wish about alerts. */
    interface Changing {
        void change(SavedSearch search, String name, boolean alert);
    }

    private final SavedSearch search;
    private final Changing changing;
    private final Div name = Parts.classed(new Div(), "saved-name");

    SavedRow(SavedSearch search, Changing changing, Consumer<SavedSearch> deleting) {
        this.search = search;
        this.changing = changing;
        showName();
        NativeButton delete = iconOnly("trash", getTranslation("search.saved.delete", search.name()));
        delete.addClickListener(click -> deleting.accept(search));
        add(name, alert(), rename(), delete);
    }

    private void showName() {
        name.removeAll();
        name.add(new Anchor(SearchAddress.ofKept(search.id()), search.name()));
        if (!search.words().isBlank() && !search.words().equals(search.name())) {
            name.add(Parts.caption(search.words()));
        }
    }

    private NativeButton alert() {
        NativeButton alert = Parts.classed(new NativeButton(), "btn", "sm", "alert");
        alert.add(new Icon("bell"), new Span(getTranslation("search.saved.alert")));
        alert.getElement().setAttribute("aria-pressed", Boolean.toString(search.alert()));
        alert.addClickListener(click -> changing.change(search, search.name(), !search.alert()));
        return alert;
    }

    private NativeButton rename() {
        NativeButton rename = iconOnly("pen", getTranslation("search.saved.rename", search.name()));
        rename.addClickListener(click -> showField());
        return rename;
    }

    private void showField() {
        name.removeAll();
        Input field = Parts.classed(new Input(), "fld");
        field.setValue(search.name());
        field.setAriaLabel(getTranslation("search.saved.rename", search.name()));
        field.getElement().setAttribute("maxlength", "200");
        field.addValueChangeListener(change -> changing.change(search, change.getValue(), search.alert()));
        field.getElement().addEventListener("keydown", escape -> showName()).setFilter("event.key === 'Escape'");
        name.add(field);
        field.getElement().executeJs("this.focus(); this.select();");
    }

    private static NativeButton iconOnly(String icon, String label) {
        NativeButton button = Parts.classed(new NativeButton(), "btn", "ico");
        button.add(new Icon(icon));
        button.setAriaLabel(label);
        button.setTitle(label);
        return button;
    }
}
