package vn.gopy.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.Citations;
import vn.gopy.draft.Dossiers;
import vn.gopy.search.Facet;
import vn.gopy.search.RecentSearches;
import vn.gopy.search.RelatedClauses;
import vn.gopy.search.SavedSearchId;
import vn.gopy.search.SavedSearches;
import vn.gopy.search.SearchResults;
import vn.gopy.search.Searches;
import vn.gopy.search.question.AbbreviationGuide;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.SearchAddress;
import vn.gopy.shared.Texts;
import vn.gopy.shared.ui.BrowserFiles;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;
import vn.gopy.shared.ui.TypeAhead;

/** Tra cứu: results while typing, narrowed by facets; everything chosen stands in the address. */
@Route(SearchAddress.ROUTE)
@PermitAll
class SearchView extends Main implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle, ResultList.Asking {

    private static final int PAUSE_WHILE_TYPING_MS = 250;
    private static final int MOST_PAGES_AT_ONCE = 10;

    private final Askers askers;
    private final Searches searches;
    private final SavedSearches saved;
    private final RecentSearches recent;
    private final Input words = new Input();
    private final Understanding understanding;
    private final FacetPanel facets = new FacetPanel(this::choose);
    private final ResultList results;
    private final Chips chips;
    private final SaveButton save;
    private final StartPanel start;
    private final Div found = Parts.classed(new Div(), "search-cols");
    private Inquiry inquiry = Inquiry.of(QueryParameters.empty());
    private int pages;

    SearchView(
            Askers askers,
            Searches searches,
            SavedSearches saved,
            RecentSearches recent,
            RelatedClauses related,
            Citations citations,
            AbbreviationGuide guide,
            Dossiers dossiers,
            Texts texts) {
        this.askers = askers;
        this.searches = searches;
        this.saved = saved;
        this.recent = recent;
        understanding = new Understanding(guide, this::ask);
        results = new ResultList(this, new MoreAbout(askers, related, citations));
        chips = new Chips(askers, dossiers, id -> go(inquiry.with(Facet.DOSSIER, id, false)));
        save = new SaveButton(askers, saved, texts);
        start = new StartPanel(askers, recent, saved, texts);
        addClassNames("page", "search-page");
        BrowserFiles.module(this, "search/keys.js");
        getElement().appendChild(new Element("gopy-search-keys"));
        H1 title = Parts.classed(new H1(getTranslation("search.title")), "vh");
        found.add(facets, results);
        add(title, box(), chips, understanding, start, found, scope());
    }

    private Component box() {
        words.addClassName("search-words");
        words.setPlaceholder(getTranslation("search.placeholder"));
        words.setAriaLabel(getTranslation("search.title"));
        words.getElement().setAttribute("maxlength", "500").setAttribute("autocomplete", "off");
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(PAUSE_WHILE_TYPING_MS);
        words.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                typed(change.getValue());
            }
        });
        NativeButton clear = Parts.classed(new NativeButton(), "btn", "ico");
        clear.add(new Icon("close"));
        clear.setAriaLabel(getTranslation("search.clear"));
        clear.addClickListener(click -> ask(""));
        TypeAhead field = Parts.classed(new TypeAhead(words, new Icon("search"), clear), "search-field");
        NativeButton go = Parts.button("", getTranslation("search.go"), "pri");
        go.addClickListener(click -> ask(words.getValue()));
        words.getElement()
                .addEventListener(
                        "keydown",
                        enter -> ask(enter.getEventData().path("element.value").asString("")))
                .setFilter("event.key === 'Enter' && !event.isComposing")
                .addEventData("element.value");
        Div box = Parts.classed(new Div(field, go, save), "search-box");
        box.getElement().setAttribute("role", "search");
        return box;
    }

    private Component scope() {
        return Parts.classed(new Paragraph(new Icon("lock"), new Span(getTranslation("search.scope"))), "search-scope");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Person asker = askers.require();
        if (!asker.readsContent()) {
            throw new NotFoundException();
        }
        QueryParameters address = event.getLocation().getQueryParameters();
        inquiry = address.getSingleParameter(SearchAddress.KEPT)
                .map(id -> kept(asker, id))
                .orElseGet(() -> Inquiry.of(address));
        words.setValue(inquiry.words());
        recent.note(asker, inquiry.words());
        show();
    }

    private Inquiry kept(Person asker, String id) {
        try {
            return Inquiry.of(saved.get(asker, new SavedSearchId(UUID.fromString(id))));
        } catch (Refusal | IllegalArgumentException absent) {
            throw new NotFoundException();
        }
    }

    /** Whoever opens a result has found what was asked: the words are worth remembering. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        askers.current().ifPresent(asker -> recent.note(asker, inquiry.words()));
    }

    /** While typing the address follows without a step in the history for each letter. */
    private void typed(String text) {
        inquiry = inquiry.withWords(text.strip());
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(SearchAddress.ROUTE, inquiry.address()));
        show();
    }

    @Override
    public void ask(String text) {
        words.setValue(text);
        go(inquiry.withWords(text.strip()));
    }

    private void choose(Facet facet, String value, boolean wanted) {
        go(inquiry.with(facet, value, wanted));
    }

    @Override
    public void go(Inquiry next) {
        UI.getCurrent().navigate(SearchView.class, next.address());
    }

    private void show() {
        boolean asked = !inquiry.words().isBlank();
        start.setVisible(!asked);
        found.setVisible(asked);
        understanding.setVisible(asked);
        save.setVisible(asked);
        chips.show(inquiry);
        if (!asked) {
            start.show();
            return;
        }
        pages = 1;
        SearchResults answer = searches.search(askers.require(), inquiry.page(0, ResultList.PAGE));
        understanding.show(answer, inquiry);
        facets.show(answer, inquiry);
        save.show(inquiry);
        results.show(answer, inquiry);
    }

    /** Pages of which everything belongs to dossiers that show their best already are passed over. */
    @Override
    public void more() {
        Person asker = askers.require();
        int passed = 0;
        while (passed < MOST_PAGES_AT_ONCE
                && !results.append(searches.search(asker, inquiry.page(pages++, ResultList.PAGE)))) {
            passed++;
        }
    }

    @Override
    public String getPageTitle() {
        String title = getTranslation("search.title") + " · Góp Ý";
        return inquiry.words().isBlank() ? title : inquiry.words() + ": " + title;
    }
}
