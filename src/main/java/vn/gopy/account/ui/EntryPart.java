package vn.gopy.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import vn.gopy.account.PasswordLinks;
import vn.gopy.account.Person;
import vn.gopy.account.RememberedDevices;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.BrowserFiles;
import vn.gopy.shared.ui.Parts;

/** How somebody else comes in: a link to set the password, and the devices that need none. */
final class EntryPart extends Div {

    private final FormProblems problems = new FormProblems();
    private final Div made = new Div();
    private final Div remembered = new Div();

    /** What it needs of the room. */
    record Services(PasswordLinks links, RememberedDevices devices) {}

    EntryPart(PersonPanel.Services services, Person person) {
        BrowserFiles.module(this, "answering/copies.js");
        addClassName("entry");
        NativeButton link = Parts.button("key", getTranslation("setPassword.make"), "sm");
        link.addClickListener(press -> problems.attempt(() ->
                show(person, services.entry().links().give(services.askers().require(), person.id()))));
        add(link, made, remembered, problems);
        showDevices(services, person);
    }

    private void show(Person person, String token) {
        made.removeAll();
        NativeButton copy = Parts.button("copy", getTranslation("setPassword.copy"), "sm");
        copy.getElement()
                .setAttribute("data-copies", "{link}")
                .setAttribute("data-link", Addresses.page(Addresses.SET_PASSWORD) + "/" + token)
                .setAttribute("data-done", getTranslation("setPassword.copied"));
        Paragraph words =
                Parts.classed(new Paragraph(getTranslation("setPassword.made", person.displayName())), "small", "mut");
        words.getElement().setAttribute("role", "status");
        made.add(words, copy);
    }

    private void showDevices(PersonPanel.Services services, Person person) {
        remembered.removeAll();
        int count = services.entry()
                .devices()
                .of(services.askers().require(), person.id())
                .size();
        if (count == 0) {
            return;
        }
        NativeButton forget = Parts.button("", getTranslation("device.forgetAll"), "sm", "ter");
        forget.addClickListener(press -> problems.attempt(() -> {
            services.entry().devices().forgetAll(services.askers().require(), person.id());
            showDevices(services, person);
        }));
        remembered.add(Parts.caption(getTranslation("device.count", Figures.two(count))), forget);
    }
}
