package vn.gopy.draft.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.gopy.account.Askers;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierChange;
import vn.gopy.draft.DossierKeeping;
import vn.gopy.draft.DossierReader;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** "Ai được xem": everybody who may read the dossier, and for those who keep it the means to change that. */
final class ReadersPanel extends Section {

    private static final String SUGGESTIONS = "nguoi-duoc-xem";

    private final Askers askers;
    private final People people;
    private final DossierKeeping keeping;
    private final DossierPage page;

    ReadersPanel(Askers askers, People people, DossierKeeping keeping, DossierPage page) {
        this.askers = askers;
        this.people = people;
        this.keeping = keeping;
        this.page = page;
        addClassName("readers");
        setId("ai-duoc-xem");
    }

    /** The part of the page that this stands on. */
    interface DossierPage {

        /** The dossier as it is shown. */
        Dossier dossier();

        /** Changes it as of what is shown, and shows what has become of it; true when it was changed. */
        boolean change(DossierChange change);
    }

    void show() {
        removeAll();
        Person asker = askers.require();
        Dossier dossier = page.dossier();
        List<DossierReader> readers = keeping.readers(asker, dossier.id());
        String owner = people.byId(dossier.owner()).map(Person::displayName).orElse("");
        add(
                Parts.section(getTranslation("readers.title"), ""),
                new Paragraph(getTranslation("readers.always", owner) + " "
                        + getTranslation("readers." + dossier.audience())));
        boolean keeps = dossier.isChangedBy(asker);
        add(list(readers, keeps));
        add(Parts.classed(new Paragraph(getTranslation("readers.unchecked")), "cap"));
        if (keeps) {
            add(Parts.classed(new Div(adding(readers), audience(dossier)), "readers-acts"));
        }
    }

    private Component list(List<DossierReader> readers, boolean keeps) {
        if (readers.isEmpty()) {
            return Parts.classed(new Paragraph(getTranslation("readers.nobody")), "cap");
        }
        UnorderedList list = Parts.classed(new UnorderedList(), "reader-chips");
        readers.forEach(reader -> list.add(chip(reader, readers, keeps)));
        return list;
    }

    private ListItem chip(DossierReader reader, List<DossierReader> all, boolean keeps) {
        ListItem chip = new ListItem(new Icon(reader.unit() == null ? "person" : "people"), new Span(reader.name()));
        if (!reader.named()) {
            chip.add(Parts.caption(getTranslation("readers.round")));
        } else if (keeps && reader.person() != null) {
            NativeButton out = Parts.button("close", "", "ico", "ter");
            out.setAriaLabel(getTranslation("readers.remove", reader.name()));
            out.addClickListener(click -> {
                List<String> left = new ArrayList<>(named(all));
                left.remove(reader.username());
                if (page.change(DossierChange.naming(left))) {
                    Confirmation.that(getTranslation("readers.removed", reader.name()));
                }
            });
            chip.add(out);
        }
        return chip;
    }

    private static List<String> named(List<DossierReader> readers) {
        return readers.stream()
                .filter(DossierReader::named)
                .map(DossierReader::username)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Suggests a few for what is typed; which they are is asked again when one is added. */
    private Component adding(List<DossierReader> readers) {
        Input name = Parts.classed(new Input(), "fld");
        name.setAriaLabel(getTranslation("readers.add.field"));
        name.setPlaceholder(getTranslation("readers.add.field"));
        name.getElement()
                .setAttribute("list", SUGGESTIONS)
                .setAttribute("autocomplete", "off")
                .setAttribute("maxlength", "500");
        Element suggestions = new Element("datalist").setAttribute("id", SUGGESTIONS);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(typed -> suggest(suggestions, typed.getValue()));
        NativeButton add = Parts.button("plus", getTranslation("readers.add"));
        add.addClickListener(click -> add(name, readers));
        Div field = Parts.classed(new Div(name, add), "readers-add");
        field.getElement().appendChild(suggestions);
        return field;
    }

    private void suggest(Element suggestions, String typed) {
        suggestions.removeAllChildren();
        if (!typed.isBlank()) {
            candidates(typed)
                    .forEach(one -> suggestions.appendChild(new Element("option").setAttribute("value", one.label())));
        }
    }

    private List<DossierReader.Candidate> candidates(String typed) {
        return keeping.candidates(askers.require(), page.dossier().id(), typed.strip());
    }

    private void add(Input name, List<DossierReader> readers) {
        String typed = name.getValue().strip();
        Optional<DossierReader.Candidate> chosen = candidates(typed).stream()
                .filter(one -> one.label().equals(typed))
                .findFirst();
        if (chosen.isEmpty()) {
            name.getElement().setAttribute("aria-invalid", "true");
            Confirmation.that(getTranslation("readers.unknown"));
            return;
        }
        List<String> all = new ArrayList<>(named(readers));
        all.add(chosen.get().username());
        if (page.change(DossierChange.naming(all))) {
            Confirmation.that(getTranslation("readers.added", chosen.get().name()));
        }
    }

    private Component audience(Dossier dossier) {
        Element choice = new Element("select");
        choice.setAttribute("class", "fld").setAttribute("aria-label", getTranslation("readers.audience"));
        for (Audience audience : Audience.values()) {
            Element option = new Element("option").setText(getTranslation("readers.audience." + audience));
            option.setAttribute("value", audience.name());
            option.setAttribute("selected", audience == dossier.audience());
            choice.appendChild(option);
        }
        choice.addEventListener(
                        "change",
                        change -> page.change(DossierChange.readBy(Audience.valueOf(
                                change.getEventData().get("element.value").asString()))))
                .addEventData("element.value");
        Div field = Parts.classed(new Div(), "readers-audience");
        field.getElement().appendChild(choice);
        return field;
    }
}
