package vn.gopy.round.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.List;
import vn.gopy.round.AnsweringOpinions;
import vn.gopy.round.AnsweringOpinions.Said;
import vn.gopy.round.AnsweringOpinions.Stage;
import vn.gopy.round.ReplyAct;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;
import vn.gopy.shared.ui.State;
import vn.gopy.shared.ui.State.Tone;

/** What is said on single places of the drafts, each with the way to its place, and the ways to say more. */
final class OpinionCards extends Section {

    private final transient ReplyPage page;
    private final transient AnsweringOpinions opinions;

    OpinionCards(ReplyPage page, AnsweringOpinions opinions) {
        this.page = page;
        this.opinions = opinions;
        show();
    }

    void show() {
        removeAll();
        List<Said> said = page.sheet().opinions();
        boolean speaks = page.sheet().may(ReplyAct.WRITE) || page.sheet().may(ReplyAct.AMEND);
        add(Parts.section(
                getTranslation("answering.section.opinions"),
                said.isEmpty() ? "" : getTranslation("answering.opinions.count", Figures.two(said.size()))));
        if (said.isEmpty()) {
            add(Parts.classed(
                    new Paragraph(getTranslation(speaks ? "answering.opinions.none" : "answering.opinions.none.sent")),
                    "mut",
                    "small"));
        } else {
            UnorderedList list = Parts.classed(new UnorderedList(), "said-list");
            said.forEach(one -> list.add(card(one)));
            add(list);
        }
        if (speaks) {
            unsent();
            waysToDrafts();
        }
    }

    private ListItem card(Said said) {
        Div head = Parts.classed(
                new Div(Parts.classed(new Anchor(said.path(), said.place()), "row-title"), stage(said)), "said-head");
        ListItem card = new ListItem(head);
        if (!said.quote().isEmpty()) {
            Element quote = new Element("blockquote").setText(said.quote());
            quote.setAttribute("class", "law");
            card.getElement().appendChild(quote);
        }
        if (!said.words().isEmpty()) {
            card.add(Parts.classed(new Paragraph(said.words()), "q"));
        }
        if (said.proposal() != null) {
            card.add(Parts.classed(new Paragraph(getTranslation("answering.proposes", said.proposal())), "q"));
        }
        boolean entered = said.stage() == Stage.ENTERED;
        if (!said.author().isEmpty() && (entered || page.sheet().invitee().unit() != null)) {
            card.add(Parts.classed(new Paragraph(said.author()), "cap"));
        }
        return card;
    }

    private State stage(Said said) {
        boolean own = page.sheet().invitee().unit() == null;
        return switch (said.stage()) {
            case UNSENT -> new State(Tone.WAIT, "eye", getTranslation("answering.stage.UNSENT" + (own ? ".own" : "")));
            case PREPARED -> new State(Tone.IDLE, "pen", getTranslation("answering.stage.PREPARED"));
            case SENT -> new State(Tone.OK, "check", getTranslation("answering.stage.SENT"));
            case ENTERED -> new State(Tone.OK, "check", getTranslation("answering.stage.ENTERED"));
        };
    }

    /** What only its author sees yet can be put into the reply, or be sent by who speaks the last word. */
    private void unsent() {
        List<Said> mine = page.sheet().unsent();
        if (mine.isEmpty()) {
            return;
        }
        boolean ends = page.sheet().invitee().unit() == null
                || page.asker().heads(page.sheet().invitee().unit());
        String key = ends ? "answering.handIn.head" : "answering.handIn";
        String count = Figures.two(mine.size());
        NativeButton hand = Parts.button("send", getTranslation(key, count), "sm");
        hand.addClickListener(click -> page.attempt(
                () -> opinions.handIn(page.asker(), mine.stream().map(Said::id).toList()),
                getTranslation(ends ? "answering.handedIn.head" : "answering.handedIn", count)));
        add(Parts.classed(
                new Div(new Icon("eye"), new Div(new Span(getTranslation(key + ".why", count)), hand)),
                "note",
                "wait"));
    }

    private void waysToDrafts() {
        Div ways = Parts.classed(new Div(), "ways");
        boolean single = page.drafts().size() == 1;
        page.drafts().forEach(draft -> ways.add(way(draft, single)));
        add(ways);
    }

    private Component way(ReplyPage.Draft draft, boolean single) {
        String words = single
                ? getTranslation("answering.readDraft")
                : getTranslation("answering.readDraft") + ": " + draft.place().heading(this::getTranslation);
        return Parts.buttonLink(draft.place().path(), "comment", words, "sm");
    }

    /** How many of them go out with the reply. */
    static long outgoing(ReplyPage page) {
        return page.sheet().opinions().stream()
                .filter(one -> one.stage() == Stage.PREPARED)
                .count();
    }
}
