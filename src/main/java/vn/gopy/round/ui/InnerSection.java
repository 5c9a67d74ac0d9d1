package vn.gopy.round.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import vn.gopy.account.Person;
import vn.gopy.round.Answering;
import vn.gopy.round.ReplyAct;
import vn.gopy.round.inner.InnerAsk;
import vn.gopy.round.inner.InnerAsks;
import vn.gopy.shared.Figures;
import vn.gopy.shared.TextGate;
import vn.gopy.shared.ui.Parts;

/** Lấy ý kiến trong cơ quan: who writes the reply asks people of the unit, and those answer in the same place. */
final class InnerSection extends Section {

    private final transient ReplyPage page;
    private final transient InnerAsks asks;

    InnerSection(ReplyPage page, InnerAsks asks) {
        this.page = page;
        this.asks = asks;
        show();
    }

    void show() {
        removeAll();
        Answering.Sheet sheet = page.sheet();
        if (sheet.invitee().unit() == null) {
            setVisible(false);
            return;
        }
        List<InnerAsk> asked =
                asks.of(page.asker(), sheet.round().id(), sheet.invitee().key());
        boolean writes = sheet.may(ReplyAct.WRITE);
        setVisible(writes || !asked.isEmpty());
        if (!isVisible()) {
            return;
        }
        add(Parts.section(
                getTranslation("answering.inner"),
                asked.isEmpty() ? "" : getTranslation("answering.inner.count", Figures.two(asked.size()))));
        UnorderedList list = Parts.classed(new UnorderedList(), "said-list");
        asked.forEach(one -> list.add(card(one, sheet)));
        if (!asked.isEmpty()) {
            add(list);
        }
        if (writes) {
            Div form = new Div();
            NativeButton ask = Parts.button("people", getTranslation("answering.inner.ask"), "sm");
            ask.addClickListener(click -> form(form));
            form.add(Parts.classed(new Div(ask), "ways"));
            add(form);
        }
    }

    private ListItem card(InnerAsk ask, Answering.Sheet sheet) {
        ListItem card =
                new ListItem(Parts.classed(new Div(Parts.classed(new Span(ask.name()), "row-title")), "said-head"));
        if (!ask.question().isBlank()) {
            card.add(Parts.classed(
                    new Paragraph(getTranslation("answering.inner.question", ask.askedBy(), ask.question())), "cap"));
        }
        boolean mine = ask.person().equals(page.asker().id());
        if (!ask.waits()) {
            card.add(Parts.classed(new Paragraph(ask.answer()), "q"));
        } else if (!mine) {
            card.add(Parts.classed(new Paragraph(getTranslation("answering.inner.waits")), "cap"));
        }
        if (mine && sheet.round().lockedAt() == null) {
            answer(card, ask);
        } else if (!ask.waits() && page.writable()) {
            NativeButton take = Parts.button("down", getTranslation("answering.inner.take"), "sm");
            take.addClickListener(click -> page.attempt(
                    () -> page.write((page.note() + "\n" + ask.answer()).strip()),
                    getTranslation("answering.inner.taken")));
            card.add(Parts.classed(new Div(take), "ways"));
        }
        return card;
    }

    private void answer(ListItem card, InnerAsk ask) {
        TextArea words = new TextArea(getTranslation("answering.inner.mine"));
        words.setMaxLength(TextGate.TEXT.most());
        words.setValue(ask.answer());
        NativeButton say = Parts.button("send", getTranslation("answering.inner.say"), "sm", "pri");
        say.addClickListener(click -> page.attempt(
                () -> asks.answer(page.asker(), page.sheet().round().id(), ask.id(), words.getValue(), ask.version()),
                getTranslation("answering.inner.said")));
        card.add(words, Parts.classed(new Div(say), "ways"));
    }

    private void form(Div place) {
        place.removeAll();
        Answering.Sheet sheet = page.sheet();
        MultiSelectComboBox<Person> who = new MultiSelectComboBox<>(getTranslation("answering.inner.who"));
        who.setItems(
                asks.eligible(page.asker(), sheet.round().id(), sheet.invitee().key()));
        who.setItemLabelGenerator(Person::displayName);
        TextField question = new TextField(getTranslation("answering.inner.what"));
        question.setMaxLength(TextGate.TITLE.most());
        NativeButton ask = Parts.button("send", getTranslation("answering.inner.send"), "sm", "pri");
        ask.addClickListener(click -> page.attempt(
                () -> asks.ask(
                        page.asker(),
                        sheet.round().id(),
                        sheet.invitee().key(),
                        who.getValue().stream().map(Person::id).toList(),
                        question.getValue()),
                getTranslation("answering.inner.asked")));
        NativeButton not = Parts.button("", getTranslation("answering.act.cancel"), "sm");
        not.addClickListener(click -> show());
        place.add(who, question, Parts.classed(new Div(ask, not), "ways"));
    }
}
