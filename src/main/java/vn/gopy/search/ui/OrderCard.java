package vn.gopy.search.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import vn.gopy.search.IndexStatus.Ranking;
import vn.gopy.search.ranking.LearnedLook;
import vn.gopy.shared.ui.Parts;

/** By what hits are put in order, and where the library is large enough the way to an order of one's own. */
final class OrderCard extends Section {

    private static final String LEARN = "bin/gopy train-ranking --data ";

    OrderCard(Ranking ranking) {
        addClassNames("card", "panel", "alone");
        Div fields =
                Parts.classed(new Div(new Paragraph(getTranslation("index.order." + ranking.learned()))), "fields");
        if (ranking.libraryIsEnough()) {
            boolean own = ranking.learned().equals(LearnedLook.State.OWN.name());
            fields.add(
                    new Paragraph(getTranslation(own ? "index.learnAgain" : "index.learn")),
                    Parts.classed(new Pre(LEARN + getTranslation("index.folder")), "index-command"),
                    Parts.classed(new Paragraph(getTranslation("index.refused")), "mut"));
        } else {
            fields.add(Parts.classed(new Paragraph(getTranslation("index.tooFew")), "mut"));
        }
        add(Parts.section(getTranslation("index.order"), ""), fields);
    }
}
