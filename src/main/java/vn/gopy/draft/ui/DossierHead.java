package vn.gopy.draft.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Unit;
import vn.gopy.account.Units;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierChange;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.legaltext.Outline;
import vn.gopy.shared.Moments;
import vn.gopy.shared.ui.Parts;

/** Title, number and drafting unit of a dossier, editable by those who keep it, and what its latest draft says of itself. */
final class DossierHead extends Div {

    private final People people;
    private final Units units;
    private final ReadersPanel.DossierPage page;
    private final Div facts = new Div();

    DossierHead(People people, Units units, ReadersPanel.DossierPage page) {
        this.people = people;
        this.units = units;
        this.page = page;
        addClassName("dossier-head");
    }

    void show(boolean keeps) {
        removeAll();
        Dossier dossier = page.dossier();
        Div head = Parts.classed(new Div(), "page-head");
        String drafter = dossier.drafterName() == null ? "" : " · " + dossier.drafterName();
        head.add(Parts.title(dossier.title()), Parts.caption(dossier.code() + drafter));
        if (keeps) {
            NativeButton edit = Parts.button("pen", getTranslation("dossier.edit"), "ter", "sm");
            edit.addClickListener(click -> edit());
            head.add(Parts.classed(new Div(edit), "acts"));
        }
        add(head, facts);
        facts(Optional.empty(), Optional.empty());
    }

    /** Who is in charge of the dossier, and what was read from the draft if it has been read. */
    void facts(Optional<DraftVersion> draft, Optional<Outline> outline) {
        facts.removeAll();
        DescriptionList list = Parts.classed(new DescriptionList(), "facts");
        fact(
                list,
                "owner",
                people.byId(page.dossier().owner()).map(Person::displayName).orElse(""));
        outline.ifPresent(read -> {
            fact(list, "number", read.number());
            fact(list, "issuer", read.issuer());
            fact(list, "date", read.issuedOn() == null ? null : Moments.date(read.issuedOn()));
            fact(list, "extent", extent(read));
        });
        draft.ifPresent(read -> fact(list, "read", Moments.date(read.uploadedAt())));
        facts.add(list);
    }

    private String extent(Outline read) {
        return UploadResults.words(
                this,
                new Drafts.Extent(
                        read.counts().getOrDefault("CHAPTER", 0), read.counts().getOrDefault("ARTICLE", 0)));
    }

    private void fact(DescriptionList list, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            Div pair = new Div(
                    new DescriptionList.Term(getTranslation("dossier.fact." + key)),
                    new DescriptionList.Description(value));
            list.getElement().appendChild(pair.getElement());
        }
    }

    private void edit() {
        Input title = Parts.classed(new Input(), "fld");
        title.setValue(page.dossier().title());
        title.setId("ten-ho-so");
        title.getElement().setAttribute("maxlength", "500");
        NativeLabel label = new NativeLabel(getTranslation("dossier.edit.title"));
        label.setFor(title);
        DrafterChoice drafter = new DrafterChoice();
        NativeButton save = Parts.button("check", getTranslation("dossier.save"), "pri");
        save.addClickListener(click -> save(title, drafter));
        save.addClickShortcut(Key.ENTER).listenOn(title);
        NativeButton cancel = Parts.button("", getTranslation("dossier.cancel"), "ter");
        cancel.addClickListener(click -> show(true));
        removeAll();
        add(Parts.classed(new Div(label, title, drafter, Parts.classed(new Div(save, cancel), "acts")), "edit-form"));
        title.focus();
    }

    private void save(Input title, DrafterChoice drafter) {
        DossierChange change = new DossierChange(title.getValue(), null, null, drafter.chosen(), null);
        if (page.change(change)) {
            Confirmation.that(getTranslation("dossier.edit.saved"));
        }
    }

    /** Cơ quan chủ trì, among all units. */
    private final class DrafterChoice extends Div {

        private String chosen;

        @SuppressWarnings("NullAway.Init") // given before it is shown
        DrafterChoice() {
            List<Unit> all = units.all();
            Element choice = new Element("select").setAttribute("class", "fld").setAttribute("id", "co-quan-chu-tri");
            choice.appendChild(option(
                    "", getTranslation("dossier.edit.noDrafter"), page.dossier().drafter() == null));
            all.forEach(unit -> choice.appendChild(option(
                    unit.code(), unit.name(), unit.id().equals(page.dossier().drafter()))));
            choice.addEventListener(
                            "change",
                            change -> chosen =
                                    change.getEventData().get("element.value").asString())
                    .addEventData("element.value");
            NativeLabel label = new NativeLabel(getTranslation("dossier.edit.drafter"));
            label.getElement().setAttribute("for", "co-quan-chu-tri");
            add(label);
            getElement().appendChild(choice);
        }

        /** The code of another unit, empty for none; null when it stays as it is. */
        String chosen() {
            return chosen;
        }

        private Element option(String code, String name, boolean selected) {
            return new Element("option")
                    .setText(name)
                    .setAttribute("value", code)
                    .setAttribute("selected", selected);
        }
    }
}
