package vn.gopy.search.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import vn.gopy.account.Askers;
import vn.gopy.search.IndexStatus;
import vn.gopy.search.SearchIndexes;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.Parts;

/**
 * How searching stands, for the administrator: the index and its making anew, and by what hits are put in order. An order
 * of one's own is offered where the library is large enough for it, and never learned by itself. Not a word of what was
 * indexed is shown.
 */
@Route(Addresses.INDEX)
@RolesAllowed("ADMINISTRATOR")
class IndexView extends Main implements HasDynamicTitle {

    private final Askers askers;
    private final SearchIndexes indexes;
    private final Div shown = new Div();

    IndexView(Askers askers, SearchIndexes indexes) {
        this.askers = askers;
        this.indexes = indexes;
        addClassNames("page", "admin");
        add(
                Parts.classed(
                        new Div(
                                Parts.title(getTranslation("index.title")),
                                Parts.classed(
                                        new Div(Parts.buttonLink(
                                                Addresses.page(Addresses.PEOPLE),
                                                "people",
                                                getTranslation("admin.title"))),
                                        "acts")),
                        "page-head"),
                shown);
        show();
    }

    private void show() {
        IndexStatus status = indexes.status(askers.require());
        shown.removeAll();
        shown.add(index(status), new OrderCard(status.ranking()));
    }

    private Section index(IndexStatus status) {
        DescriptionList facts = Parts.classed(new DescriptionList(), "index-facts");
        fact(facts, "index.documents", Figures.two(status.documents()));
        fact(facts, "index.lag", Figures.two(status.lag()));
        fact(facts, "index.difference", Figures.two(status.difference()));
        fact(facts, "index.dead", Figures.two(status.dead().size()));
        fact(
                facts,
                "index.rebuild",
                getTranslation("index.rebuild." + status.rebuild().state()));
        NativeButton anew = Parts.button("", getTranslation("index.anew"));
        anew.setEnabled(!status.rebuild().isUnderWay());
        anew.addClickListener(press -> {
            indexes.rebuild(askers.require());
            show();
        });
        NativeButton look = Parts.button("", getTranslation("index.look"));
        look.addClickListener(press -> show());
        Div fields = Parts.classed(new Div(facts), "fields");
        if (!status.troubles().isEmpty()) {
            fields.add(Parts.classed(new Paragraph(getTranslation("index.troubles")), "err"));
        }
        return Parts.classed(
                new Section(
                        Parts.section(getTranslation("index.whole"), ""),
                        fields,
                        Parts.classed(new Div(look, anew), "panel-end")),
                "card",
                "panel",
                "alone");
    }

    private void fact(DescriptionList facts, String name, String value) {
        facts.add(new DescriptionList.Term(getTranslation(name)), new DescriptionList.Description(value));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("index.title") + " · Góp Ý";
    }
}
