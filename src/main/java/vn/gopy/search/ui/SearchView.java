package vn.gopy.search.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.search.Facet;
import vn.gopy.search.SearchResults;
import vn.gopy.search.Searches;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;
import vn.gopy.shared.ui.TypeAhead;

/** Tra cứu: results while typing, narrowed by facets; everything chosen stands in the address. */
@Route("tra-cuu")
@PermitAll
@StyleSheet("context://app/search.css")
class SearchView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAUSE_WHILE_TYPING_MS = 250;

    private final Person asker;
    private final Searches searches;
    private final Input words = new Input();
    private final Understanding understanding = new Understanding(this::say);
    private final FacetPanel facets = new FacetPanel(this::choose);
    private final ResultList results = new ResultList(this::order, this::more);
    private final Paragraph hint = Parts.classed(new Paragraph(), "empty");
    private final Div found = Parts.classed(new Div(), "search-cols");
    private Inquiry inquiry = Inquiry.of(QueryParameters.empty());
    private int pages;

    SearchView(Askers askers, Searches searches) {
        this.asker = askers.require();
        this.searches = searches;
        addClassNames("page", "search-page");
        H1 title = Parts.classed(new H1(getTranslation("search.title")), "vh");
        hint.setText(getTranslation("search.hint"));
        found.add(facets, results);
        add(title, box(), understanding, hint, found, scope());
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
        clear.addClickListener(click -> say(""));
        TypeAhead field = Parts.classed(new TypeAhead(words, new Icon("search"), clear), "search-field");
        NativeButton go = Parts.button("", getTranslation("search.go"), "pri");
        go.addClickListener(click -> say(words.getValue()));
        Div box = Parts.classed(new Div(field, go), "search-box");
        box.getElement().setAttribute("role", "search");
        return box;
    }

    private Component scope() {
        return Parts.classed(new Paragraph(new Icon("lock"), new Span(getTranslation("search.scope"))), "search-scope");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!asker.readsContent()) {
            throw new NotFoundException();
        }
        inquiry = Inquiry.of(event.getLocation().getQueryParameters());
        words.setValue(inquiry.words());
        show();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        words.getElement().executeJs("""
                const field = this;
                setTimeout(() => field.focus());
                const slash = pressed => {
                  if (!field.isConnected) { document.removeEventListener('keydown', slash); return; }
                  const typing = pressed.composedPath()[0].closest?.('input:not([type=checkbox]), textarea, select');
                  if (pressed.key === '/' && !typing) { pressed.preventDefault(); field.focus(); }
                };
                document.addEventListener('keydown', slash);
                field.addEventListener('keydown', pressed => {
                  if (pressed.key === 'ArrowDown') {
                    document.querySelector('.hit .pathline')?.focus(); pressed.preventDefault();
                  }
                });""");
    }

    /** While typing the address follows without a step in the history for each letter. */
    private void typed(String text) {
        inquiry = inquiry.withWords(text.strip());
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location("tra-cuu", inquiry.address()));
        show();
    }

    private void say(String text) {
        words.setValue(text);
        go(inquiry.withWords(text.strip()));
    }

    private void choose(Facet facet, String value, boolean wanted) {
        go(inquiry.with(facet, value, wanted));
    }

    private void order(boolean newestFirst) {
        go(inquiry.inOrder(newestFirst));
    }

    private void go(Inquiry next) {
        UI.getCurrent().navigate(SearchView.class, next.address());
    }

    private void show() {
        boolean asked = !inquiry.words().isBlank();
        hint.setVisible(!asked);
        found.setVisible(asked);
        understanding.setVisible(asked);
        if (!asked) {
            return;
        }
        pages = 1;
        SearchResults answer = searches.search(asker, inquiry.page(0, ResultList.PAGE));
        understanding.show(answer, inquiry);
        facets.show(answer, inquiry);
        results.show(answer, inquiry, () -> go(inquiry.with(Facet.DRAFT, "EARLIER", true)), this::say);
    }

    private void more() {
        results.append(searches.search(asker, inquiry.page(pages, ResultList.PAGE)));
        pages++;
    }

    @Override
    public String getPageTitle() {
        String title = getTranslation("search.title") + " · Góp Ý";
        return inquiry.words().isBlank() ? title : inquiry.words() + ": " + title;
    }
}
