package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.consolidation.inquiry.Inquiries;
import vn.gopy.consolidation.inquiry.Inquiry;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;
import vn.gopy.shared.ui.Parts;

/** Hỏi cơ quan chuyên môn, as the unit sees it that is asked: the questions, and its head's answers. */
@Route(Addresses.INQUIRIES)
@PermitAll
class InquiriesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Askers askers;
    private final Inquiries inquiries;

    InquiriesView(Askers askers, Inquiries inquiries) {
        this.askers = askers;
        this.inquiries = inquiries;
        addClassNames("page", "inquiries");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (askers.require().units().isEmpty()) {
            throw new NotFoundException();
        }
        draw();
    }

    private void draw() {
        removeAll();
        add(Parts.title(getTranslation("inquiries.title")), Parts.caption(getTranslation("inquiries.whatIsTold")));
        Person asker = askers.require();
        List<Inquiry> all = inquiries.toUnitsOf(asker);
        if (all.isEmpty()) {
            add(Parts.classed(new Paragraph(getTranslation("inquiries.none")), "empty"));
        }
        all.forEach(one -> add(card(asker, one)));
    }

    private Div card(Person asker, Inquiry one) {
        Div card = Parts.classed(
                new Div(
                        new H2(one.question()),
                        Parts.caption(getTranslation(
                                "inquiries.from",
                                one.unitName(),
                                one.roundTitle(),
                                one.due() == null ? getTranslation("inquiries.soon") : Moments.date(one.due())))),
                "inquiry");
        if (!asker.heads(Objects.requireNonNull(one.unit()))) {
            card.add(new Paragraph(one.waits() ? getTranslation("inquiries.head") : one.answer()));
            return card;
        }
        TextArea words = new TextArea(getTranslation("inquiries.answer"));
        words.setMaxLength(TextGate.TEXT.most());
        words.setWidthFull();
        words.setValue(one.answer());
        words.getElement().setAttribute("lang", "vi");
        Paragraph refused = Parts.classed(new Paragraph(), "err");
        refused.getElement().setAttribute("role", "alert");
        NativeButton send =
                Parts.button("send", getTranslation(one.waits() ? "inquiries.send" : "inquiries.sendAgain"), "pri");
        send.addClickListener(click -> {
            try {
                inquiries.answer(askers.require(), one.id(), one.version(), words.getValue());
                draw();
            } catch (Refusal why) {
                refused.setText(getTranslation("refusal." + why.code(), why.arguments()));
            }
        });
        card.add(words, refused, Parts.classed(new Div(send), "acts"));
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("inquiries.title") + " · Góp Ý";
    }
}
