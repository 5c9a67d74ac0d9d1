package vn.gopy.draft.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import vn.gopy.account.Askers;
import vn.gopy.account.Role;
import vn.gopy.draft.support.Support;
import vn.gopy.draft.support.Supporting;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;
import vn.gopy.shared.ui.Parts;
import vn.gopy.shared.ui.State;

/** Hỗ trợ trong hồ sơ: an administrator enters a dossier for some hours; the secretariat sees who was in which, and why. */
@Route(Addresses.SUPPORT)
@RolesAllowed({"ADMINISTRATOR", "SECRETARIAT"})
class SupportView extends Main implements HasDynamicTitle {

    private final Askers askers;
    private final Supporting supporting;
    private final Div shown = new Div();
    private final Paragraph problem = Parts.classed(new Paragraph(), "err");

    SupportView(Askers askers, Supporting supporting) {
        this.askers = askers;
        this.supporting = supporting;
        addClassNames("page", "admin");
        problem.getElement().setAttribute("role", "alert");
        Div acts = Parts.classed(new Div(), "acts");
        add(Parts.classed(new Div(Parts.title(getTranslation("support.title")), acts), "page-head"));
        if (askers.require().is(Role.ADMINISTRATOR)) {
            acts.add(Parts.buttonLink(Addresses.page(Addresses.PEOPLE), "people", getTranslation("admin.title")));
            add(entering());
        } else {
            add(new Paragraph(getTranslation("support.lead")));
        }
        add(shown);
        show();
    }

    private Component entering() {
        TextField code = new TextField(getTranslation("support.dossier"));
        code.setHelperText(getTranslation("support.dossier.help"));
        code.setMaxLength(TextGate.NUMBER.most());
        TextField reason = new TextField(getTranslation("support.reason"));
        reason.setHelperText(getTranslation("support.reason.help"));
        reason.setMaxLength(TextGate.TITLE.most());
        Select<Integer> hours = new Select<>();
        hours.setLabel(getTranslation("support.hours"));
        hours.setItems(Supporting.HOURS);
        hours.setItemLabelGenerator(one -> getTranslation("support.hours.of", Figures.two(one)));
        hours.setValue(Supporting.HOURS.getFirst());
        NativeButton enter = Parts.button("key", getTranslation("support.enter"), "pri");
        enter.addClickListener(press -> enter(code, hours.getValue(), reason));
        return Parts.classed(
                new Section(
                        Parts.section(getTranslation("support.enter"), ""),
                        Parts.classed(
                                new Div(new Paragraph(getTranslation("support.how")), code, reason, hours, problem),
                                "fields"),
                        Parts.classed(new Div(enter), "panel-end")),
                "card",
                "panel",
                "alone");
    }

    private void enter(TextField code, int hours, TextField reason) {
        code.setInvalid(false);
        reason.setInvalid(false);
        problem.setText("");
        try {
            Support entered = supporting.enter(askers.require(), code.getValue(), hours, reason.getValue());
            UI.getCurrent().navigate(Addresses.dossier(entered.dossier()).substring(1));
        } catch (Refusal refused) {
            String words = getTranslation("refusal." + refused.code(), refused.arguments());
            switch (refused.field().orElse("")) {
                case "dossier" -> invalid(code, words);
                case "reason" -> invalid(reason, words);
                default -> problem.setText(words);
            }
        }
    }

    private static void invalid(TextField field, String words) {
        field.setErrorMessage(words);
        field.setInvalid(true);
    }

    private void show() {
        List<Support> latest = supporting.latest(askers.require());
        shown.removeAll();
        if (latest.isEmpty()) {
            shown.add(Parts.classed(new Paragraph(getTranslation("support.none")), "empty"));
            return;
        }
        UnorderedList rows = Parts.classed(new UnorderedList(), "rows");
        latest.forEach(one -> rows.add(row(one)));
        shown.add(Parts.classed(
                new Section(Parts.section(getTranslation("support.list"), Figures.two(latest.size())), rows),
                "support-list"));
    }

    private ListItem row(Support one) {
        boolean lasts = supporting.lasts(one);
        boolean leads = lasts || askers.require().is(Role.SECRETARIAT);
        Component name = leads
                ? Parts.classed(new Anchor(Addresses.dossier(one.dossier()), one.code()), "lnk")
                : new Span(one.code());
        Div head = Parts.classed(
                new Div(name, new Span(one.name()), Parts.classed(new Span(), "grow"), state(one, lasts)),
                "notice-head");
        if (lasts) {
            NativeButton end = Parts.button("", getTranslation("support.end"), "sm");
            end.addClickListener(press -> end(one));
            head.add(end);
        }
        return new ListItem(head, Parts.classed(new Paragraph(one.reason()), "cap"));
    }

    private Component state(Support one, boolean lasts) {
        String endedBy = one.endedBy();
        if (lasts) {
            return new State(State.Tone.WAIT, "clock", getTranslation("support.lasts", Moments.shortly(one.endsAt())));
        }
        return Parts.caption(
                endedBy == null
                        ? getTranslation("support.over", Moments.shortly(one.beginsAt()), Moments.shortly(one.endsAt()))
                        : getTranslation("support.overBy", Moments.shortly(one.beginsAt()), endedBy));
    }

    private void end(Support one) {
        try {
            supporting.end(askers.require(), one.id());
        } catch (Refusal refused) {
            problem.setText(getTranslation("refusal." + refused.code(), refused.arguments()));
        }
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("support.title") + " · Góp Ý";
    }
}
