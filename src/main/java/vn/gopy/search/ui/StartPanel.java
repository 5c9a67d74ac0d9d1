package vn.gopy.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.search.RecentSearches;
import vn.gopy.search.SavedSearch;
import vn.gopy.search.SavedSearches;
import vn.gopy.shared.Excerpt;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.SearchAddress;
import vn.gopy.shared.Texts;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** Before anything is asked: how to ask, the last searches, and the kept ones. */
final class StartPanel extends Div {

    private static final int MOST_SHOWN = 80;

    private final Askers askers;
    private final RecentSearches recent;
    private final SavedSearches saved;
    private final Texts texts;
    private final Paragraph said = Parts.classed(new Paragraph(), "said");

    StartPanel(Askers askers, RecentSearches recent, SavedSearches saved, Texts texts) {
        this.askers = askers;
        this.recent = recent;
        this.saved = saved;
        this.texts = texts;
        addClassName("search-start");
        said.getElement().setAttribute("role", "status");
    }

    void show() {
        removeAll();
        add(Parts.classed(new Paragraph(getTranslation("search.hint")), "empty"));
        add(Parts.classed(new Paragraph(getTranslation("search.hint.filters")), "cap"));
        Person asker = askers.require();
        addRecent(asker);
        addSaved(asker);
    }

    private void addRecent(Person asker) {
        List<String> last = recent.of(asker);
        if (last.isEmpty()) {
            return;
        }
        Section section = new Section(Parts.section(getTranslation("search.recent.title"), ""));
        UnorderedList rows = Parts.classed(new UnorderedList(), "recent");
        last.forEach(words -> rows.add(new ListItem(recent(words))));
        NativeButton clear = Parts.button("trash", getTranslation("search.recent.clear"), "ter", "sm");
        clear.addClickListener(click -> {
            recent.clear(askers.require());
            show();
        });
        section.add(rows, clear);
        add(section);
    }

    /** A long one in short, whole for whoever rests on it. */
    private static Anchor recent(String words) {
        Anchor again = new Anchor(SearchAddress.ofWords(words), Excerpt.head(words, MOST_SHOWN));
        again.setTitle(words);
        return again;
    }

    private void addSaved(Person asker) {
        List<SavedSearch> kept = saved.of(asker);
        Section section = new Section(Parts.section(getTranslation("search.saved.title"), ""), said);
        if (kept.isEmpty()) {
            section.add(Parts.classed(new Paragraph(getTranslation("search.saved.none")), "cap"));
        }
        UnorderedList rows = Parts.classed(new UnorderedList(), "saved", "rows");
        kept.forEach(search -> rows.add(new SavedRow(search, this::change, this::delete)));
        section.add(rows);
        add(section);
    }

    private void change(SavedSearch search, String name, boolean alert) {
        said.removeAll();
        try {
            saved.change(askers.require(), search.id(), search.version(), name, alert);
        } catch (Refusal refused) {
            said.add(sentence(refused));
        }
        show();
    }

    /** Deleted at once; what was deleted can be brought back. */
    private void delete(SavedSearch search) {
        said.removeAll();
        try {
            saved.delete(askers.require(), search.id(), search.version());
            said.add(new Span(getTranslation("search.saved.deleted", search.name()) + " "), undo(search));
        } catch (Refusal refused) {
            said.add(sentence(refused));
        }
        show();
    }

    private Component undo(SavedSearch search) {
        NativeButton undo = Parts.button("undo", getTranslation("search.saved.undo"), "ter", "sm");
        undo.addClickListener(click -> {
            said.removeAll();
            saved.save(askers.require(), search.name(), search.page(0, 0), search.alert());
            show();
        });
        return undo;
    }

    private Span sentence(Refusal refused) {
        return new Span(
                new Icon("warning"),
                new Span(texts.get(getLocale(), "refusal." + refused.code(), refused.arguments())));
    }
}
