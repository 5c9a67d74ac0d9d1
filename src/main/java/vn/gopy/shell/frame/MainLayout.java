package vn.gopy.shell.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import vn.gopy.account.Askers;
import vn.gopy.account.OwnPassword;
import vn.gopy.account.Person;
import vn.gopy.plain.PlainAddresses;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.SearchAddress;
import vn.gopy.shared.Texts;
import vn.gopy.shared.ui.Breadcrumb;
import vn.gopy.shared.ui.BrowserFiles;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;
import vn.gopy.shared.ui.TypeAhead;
import vn.gopy.shared.web.InnerBrowser;
import vn.gopy.shell.Localisation;

/** The frame of every screen: brand, place, search and person on top, the sections at the left. */
@Layout
@PermitAll
public class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final Div where = Parts.classed(new Div(), "where");
    private final Map<String, Anchor> sections = new LinkedHashMap<>();
    private final Bell bell = new Bell();
    private final AuthenticationContext signedIn;
    private final Askers askers;
    private final OwnPassword password;
    private final Div given = givenPassword();
    private final Anchor plain = plain();

    MainLayout(
            Askers askers,
            OwnPassword password,
            AuthenticationContext signedIn,
            @Value("${gopy.demo:false}") boolean demo) {
        this.askers = askers;
        this.password = password;
        this.signedIn = signedIn;
        Optional<Person> person = person();
        person.ifPresent(owner -> UI.getCurrent()
                .getElement()
                .setAttribute("data-person", owner.id().toString()));
        addToNavbar(bar(person, demo));
        person.map(this::drawer).ifPresent(this::addToDrawer);
        getElement().appendChild(new LostLine().getElement(), given.getElement());
        if (insideZalo()) {
            getElement().appendChild(zalo().getElement());
        }
        setPrimarySection(Section.NAVBAR);
        BrowserFiles.module(this, "frame/drop.js");
        BrowserFiles.module(this, "frame/slash.js");
        BrowserFiles.module(this, "frame/language.js");
        getElement().getThemeList().clear();
    }

    /** The frame stands around the page of failures too, also when the failure is that nothing can be known. */
    private Optional<Person> person() {
        try {
            return askers.current();
        } catch (DataAccessException | TransactionException unknown) {
            return Optional.empty();
        }
    }

    private Component bar(Optional<Person> person, boolean demo) {
        Div bar = Parts.classed(new Div(), "bar");
        bar.getElement().setAttribute("role", "banner");
        bar.add(skipLink(), toggle(), brand(), where, Parts.classed(new Span(), "grow"));
        boolean reads = person.filter(Person::readsContent).isPresent();
        if (reads) {
            bar.add(search());
        }
        if (demo) {
            bar.add(Parts.classed(new Span(getTranslation("demo.badge")), "demo"));
        }
        if (reads) {
            bar.add(bell);
        }
        person.map(this::me).ifPresent(bar::add);
        return bar;
    }

    private Component skipLink() {
        Anchor skip = Parts.classed(new Anchor("#noi-dung", getTranslation("nav.skip")), "skip");
        skip.setRouterIgnore(true);
        return skip;
    }

    private Component toggle() {
        NativeButton toggle = new NativeButton();
        toggle.add(new Icon("menu"));
        toggle.addClassNames("btn", "ico");
        toggle.setAriaLabel(getTranslation("nav.open"));
        toggle.addClickListener(click -> setDrawerOpened(!isDrawerOpened()));
        return toggle;
    }

    private Component brand() {
        Anchor brand = new Anchor("/");
        brand.addClassName("brand");
        brand.add(new Svg("<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><use href=\"%s#mark\"/></svg>"
                .formatted(BrowserFiles.at("icons.svg"))));
        brand.add(new Span("Góp Ý"));
        return brand;
    }

    private Component search() {
        Input words = new Input();
        words.setPlaceholder(getTranslation("nav.search"));
        words.setAriaLabel(getTranslation("nav.search"));
        words.getElement()
                .addEventListener(
                        "keydown",
                        enter -> search(
                                enter.getEventData().path("element.value").asString("")))
                .setFilter("event.key === 'Enter'")
                .addEventData("element.value");
        TypeAhead find = Parts.classed(new TypeAhead(words, new Icon("search")).withRecent(), "find");
        find.getElement().setAttribute("role", "search").appendChild(new Element("kbd").setText("/"));
        return find;
    }

    private static void search(String words) {
        if (!words.isBlank()) {
            UI.getCurrent().navigate(SearchAddress.ROUTE, QueryParameters.of(SearchAddress.WORDS, words.strip()));
        }
    }

    private Component me(Person person) {
        NativeButton me = new NativeButton();
        me.addClassName("me");
        Span initials = Parts.classed(new Span(person.initials()), "av");
        initials.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(person.displayName());
        name.getElement().appendChild(new Element("small").setText(role(person)));
        me.add(initials, name);
        Popover menu = new Popover(personMenu(person));
        menu.setTarget(me);
        Div holder = new Div(me, menu);
        return holder;
    }

    private String role(Person person) {
        return person.roles().stream()
                .findFirst()
                .map(role -> getTranslation("role." + role))
                .orElseGet(() -> person.memberships().stream()
                        .findFirst()
                        .map(membership -> membership.unitName())
                        .orElse(""));
    }

    private Component personMenu(Person person) {
        Div menu = Parts.classed(new Div(), "person-menu");
        Span name = new Span(person.displayName());
        Span post = Parts.caption(person.post());
        Div who = Parts.classed(new Div(name, post), "who");
        menu.add(who, new Looks(), language());
        menu.add(Parts.buttonLink(
                Addresses.page(Addresses.OWN_PASSWORD), "key", getTranslation("password.change"), "ter"));
        menu.add(Parts.buttonLink(
                Addresses.page(Addresses.OWN_ACCOUNT), "people", getTranslation("account.title"), "ter"));
        menu.add(guide(), plain);
        menu.add(new SignOut(person.id(), signedIn::logout));
        return menu;
    }

    /** Beside the work, in a window of its own. */
    private Component guide() {
        Anchor guide = Parts.buttonLink("/huong-dan", "help", getTranslation("guide.title"), "ter");
        guide.setRouterIgnore(true);
        guide.setTarget("_blank");
        return guide;
    }

    /** The same page without script; where it leads follows where the person is. */
    private Anchor plain() {
        Anchor plain = Parts.buttonLink(PlainAddresses.HOME, "file", getTranslation("plain.title"), "ter");
        plain.setRouterIgnore(true);
        return plain;
    }

    private static boolean insideZalo() {
        VaadinRequest request = VaadinService.getCurrentRequest();
        return request != null && InnerBrowser.isZalo(request.getHeader("User-Agent"));
    }

    private Div zalo() {
        return Parts.classed(
                new Div(new Icon("warning"), new Span(getTranslation("warn.zalo"))), "note", "wait", "given");
    }

    /** What an administrator knows is no secret: its owner is asked to change it, at the desk, where nothing is in the way. */
    private Div givenPassword() {
        Div given = Parts.classed(new Div(), "note", "wait", "given");
        given.add(
                new Icon("key"),
                new Span(getTranslation("password.given")),
                Parts.classed(
                        new Anchor(Addresses.page(Addresses.OWN_PASSWORD), getTranslation("password.change")), "lnk"));
        given.setVisible(false);
        return given;
    }

    private Component language() {
        boolean english = Locale.ENGLISH.equals(Texts.of(getLocale()));
        NativeButton other = Parts.button("", english ? "Tiếng Việt" : "English", "sm");
        String tag = english ? "vi" : "en";
        other.getElement()
                .setAttribute("lang", tag)
                .setAttribute("data-language", tag)
                .setAttribute("data-cookie", Localisation.COOKIE);
        return other;
    }

    private Component drawer(Person person) {
        Nav drawer = Parts.classed(new Nav(), "drawer");
        drawer.setAriaLabel(getTranslation("nav.label"));
        section(drawer, "/", "home", "nav.desk");
        if (person.readsContent()) {
            section(drawer, Addresses.page(Addresses.DOSSIERS), "folder", "nav.dossiers");
            section(drawer, Addresses.page(Addresses.ROUNDS), "calendar", "nav.rounds");
            section(drawer, Addresses.page(Addresses.OWN_OPINIONS), "opinion", "nav.myOpinions");
            section(drawer, "/" + SearchAddress.ROUTE, "search", "nav.search");
        } else {
            section(drawer, Addresses.page(Addresses.PEOPLE), "people", "admin.title");
        }
        return drawer;
    }

    private void section(Nav drawer, String path, String icon, String key) {
        Anchor link = new Anchor(path);
        link.add(new Icon(icon), new Span(getTranslation(key)));
        sections.put(path, link);
        drawer.add(link);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String path = "/" + event.getLocation().getPath();
        sections.forEach((section, link) -> {
            boolean current = section.equals("/") ? path.equals("/") : path.startsWith(section);
            if (current) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
        given.setVisible(path.equals("/") && person().filter(password::isGiven).isPresent());
        plain.setHref(PlainAddresses.opening("/" + event.getLocation().getPathWithQueryParameters()));
        bell.refresh();
        where.removeAll();
        where.setVisible(getContent() instanceof Breadcrumb);
        if (getContent() instanceof Breadcrumb place) {
            Element title = new Element("b").setText(place.place());
            where.add(new Anchor(place.sectionPath(), place.sectionName()), new Icon("right"));
            where.getElement().appendChild(title);
        }
        getContent().getElement().setAttribute("id", "noi-dung");
        boolean wide = getContent() instanceof Breadcrumb place && place.wide();
        getElement().executeJs("this.drawerOpened = !$0 && window.innerWidth > 1180", wide);
    }
}
