package vn.gopy.draft.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import vn.gopy.shared.ui.Parts;

/** A button for what cannot be undone: it asks once more, in its own place. */
final class SureButton extends Span {

    private final NativeButton first;

    /**
     * @param label its spoken name where the words alone do not say which thing is meant
     * @param deed done after the second press
     */
    SureButton(String words, String label, String question, Runnable deed) {
        addClassName("sure");
        first = Parts.button("trash", words, "ter");
        first.setAriaLabel(label);
        first.addClickListener(click -> ask(words, question, deed));
        add(first);
    }

    private void ask(String words, String question, Runnable deed) {
        NativeButton yes = Parts.button("trash", words, "danger");
        yes.addClickListener(click -> deed.run());
        NativeButton no = Parts.button("", getTranslation("dossier.cancel"), "ter");
        no.addClickListener(click -> {
            removeAll();
            add(first);
            first.focus();
        });
        removeAll();
        Span asked = new Span(question);
        asked.getElement().setAttribute("role", "alert");
        add(asked, yes, no);
        no.focus();
    }
}
