package vn.gopy.notice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import vn.gopy.account.Askers;
import vn.gopy.notice.NoticeChoices;
import vn.gopy.notice.NoticeChoices.Choice;
import vn.gopy.notice.NoticeWay;
import vn.gopy.shared.ui.Parts;

/** Cách nhận thông báo: for each kind how the person is told, kept as soon as it is chosen. */
final class NoticeWaysPart extends Section {

    private final Askers askers;
    private final NoticeChoices choices;
    private final Span said = Parts.classed(new Span(), "cap");

    /** @param mails whether a mail server is configured; without one the ways by mail are said to wait for it */
    NoticeWaysPart(Askers askers, NoticeChoices choices, boolean mails) {
        this.askers = askers;
        this.choices = choices;
        addClassName("notice-ways");
        said.getElement().setAttribute("role", "status");
        add(Parts.section(getTranslation("notice.ways"), ""));
        if (!mails) {
            add(Parts.classed(new Paragraph(getTranslation("notice.ways.noMail")), "cap"));
        }
        choices.of(askers.require()).forEach(one -> add(line(one)));
        add(said);
    }

    private Component line(Choice choice) {
        Select<NoticeWay> way = new Select<>();
        way.setId("way-" + choice.kind());
        way.setItems(choice.ways());
        way.setItemLabelGenerator(one -> getTranslation("notice.way." + one));
        way.setValue(choice.way());
        way.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choices.choose(askers.require(), choice.kind(), change.getValue());
                said.setText(getTranslation("notice.ways.saved"));
            }
        });
        String words = getTranslation("notice.kind." + choice.kind());
        way.setAriaLabel(words);
        Div name = new Div(new NativeLabel(words));
        if (choice.must()) {
            name.add(Parts.caption(getTranslation("notice.ways.must")));
        }
        return Parts.classed(new Div(name, way), "notice-way");
    }
}
