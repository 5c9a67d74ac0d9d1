package vn.gopy.search.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.search.SavedSearch;
import vn.gopy.search.SavedSearches;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Texts;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** Theo dõi nội dung này: keeps the present search and has its person told of what is new; pressed again it is forgotten. */
final class SaveButton extends Div {

    private final Askers askers;
    private final SavedSearches saved;
    private final Texts texts;
    private final NativeButton button = Parts.classed(new NativeButton(), "btn");
    private final Span words = new Span();
    private final Span said = Parts.classed(new Span(), "cap");
    private Inquiry inquiry;

    @SuppressWarnings("NullAway.Init") // given before it is shown
    SaveButton(Askers askers, SavedSearches saved, Texts texts) {
        this.askers = askers;
        this.saved = saved;
        this.texts = texts;
        addClassName("save-search");
        said.getElement().setAttribute("role", "status");
        button.add(new Icon("bell"), words);
        button.addClickListener(click -> turn());
        add(button, said);
    }

    void show(Inquiry asked) {
        inquiry = asked;
        said.setText("");
        draw();
    }

    private void draw() {
        boolean kept = saved.of(askers.require()).stream().anyMatch(inquiry::is);
        button.getElement().setAttribute("aria-pressed", Boolean.toString(kept));
        words.setText(getTranslation(kept ? "search.save.kept" : "search.save"));
    }

    private void turn() {
        Person asker = askers.require();
        SavedSearch same =
                saved.of(asker).stream().filter(inquiry::is).findFirst().orElse(null);
        try {
            if (same == null) {
                said.setText(keep(asker));
            } else {
                saved.delete(asker, same.id(), same.version());
                said.setText(getTranslation("search.save.forgotten"));
            }
        } catch (Refusal refused) {
            said.setText(sentence(refused));
        }
        draw();
    }

    /** What is too broad to be told about is kept all the same. */
    private String keep(Person asker) {
        try {
            saved.save(asker, "", inquiry.page(0, 0), true);
            return getTranslation("search.save.done");
        } catch (Refusal refused) {
            if (!refused.code().equals("SEARCH_TOO_BROAD")) {
                throw refused;
            }
            saved.save(asker, "", inquiry.page(0, 0), false);
            return getTranslation("search.save.doneOnly") + " " + sentence(refused);
        }
    }

    private String sentence(Refusal refused) {
        return texts.get(getLocale(), "refusal." + refused.code(), refused.arguments());
    }
}
