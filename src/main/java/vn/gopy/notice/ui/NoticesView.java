package vn.gopy.notice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.gopy.account.Askers;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.notice.NoticeChoices;
import vn.gopy.notice.Notices;
import vn.gopy.notice.Notices.Told;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Texts;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** Thông báo: what the person was told; opening the list counts as having seen it. */
@Route(Addresses.NOTICES)
@PermitAll
class NoticesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Askers askers;
    private final Notices notices;
    private final NoticeChoices choices;
    private final People people;
    private final Texts texts;

    NoticesView(Askers askers, Notices notices, NoticeChoices choices, People people, Texts texts) {
        this.askers = askers;
        this.notices = notices;
        this.choices = choices;
        this.people = people;
        this.texts = texts;
        addClassNames("page", "notices-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Person asker = askers.require();
        List<Told> told = notices.of(asker, getLocale());
        add(Parts.classed(new Div(Parts.title(getTranslation("notice.title"))), "page-head"));
        if (told.isEmpty()) {
            add(Parts.classed(new Paragraph(getTranslation("notice.none")), "empty"));
        }
        Map<Boolean, List<Told>> seen = told.stream()
                .collect(Collectors.partitioningBy(one -> one.notice().readAt() != null));
        group("notice.new", seen.getOrDefault(false, List.of()));
        group("notice.seen", seen.getOrDefault(true, List.of()));
        if (notices.mails()) {
            add(mail(asker));
        }
        add(new NoticeWaysPart(askers, choices, notices.mails()));
        notices.read(asker, told.stream().map(one -> one.notice().id()).toList());
    }

    private void group(String titleKey, List<Told> told) {
        if (told.isEmpty()) {
            return;
        }
        UnorderedList rows = Parts.classed(new UnorderedList(), "rows", "notices");
        told.forEach(one -> rows.add(row(one)));
        add(new Section(Parts.section(getTranslation(titleKey), Figures.two(told.size())), rows));
    }

    private ListItem row(Told told) {
        Div head = Parts.classed(new Div(new Icon("bell")), "notice-head");
        head.add(Parts.classed(new Anchor(told.words().path(), told.words().title()), "lnk"));
        head.add(
                Parts.classed(new Span(), "grow"),
                Parts.caption(Moments.shortly(told.notice().updatedAt())));
        ListItem row = new ListItem(head);
        told.words().lines().forEach(line -> row.add(Parts.classed(new Paragraph(line), "cap")));
        return row;
    }

    private Component mail(Person asker) {
        Input address = Parts.classed(new Input(), "fld");
        address.setId("mail-address");
        address.setType("email");
        address.setValue(people.mailAddress(asker.id()).orElse(""));
        NativeLabel label = new NativeLabel(getTranslation("notice.mail.label"));
        label.setFor(address);
        Span said = Parts.classed(new Span(), "cap");
        said.getElement().setAttribute("role", "status");
        NativeButton save = Parts.button("", getTranslation("notice.mail.save"));
        save.addClickListener(click -> said.setText(keep(address)));
        Div line = Parts.classed(new Div(address, save, said), "notice-mail-line");
        return Parts.classed(new Div(label, line, Parts.caption(getTranslation("notice.mail.hint"))), "notice-mail");
    }

    private String keep(Input address) {
        try {
            people.changeMailAddress(askers.require(), address.getValue());
            address.getElement().removeAttribute("aria-invalid");
            return getTranslation("notice.mail.saved");
        } catch (Refusal refused) {
            address.getElement().setAttribute("aria-invalid", "true");
            return texts.get(getLocale(), "refusal." + refused.code(), refused.arguments());
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notice.title") + " · Góp Ý";
    }
}
