package vn.gopy.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import vn.gopy.account.Askers;
import vn.gopy.account.OwnPassword;
import vn.gopy.account.Person;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.ui.Parts;

/** Whoever is signed in changes the own password. */
@Route(Addresses.OWN_PASSWORD)
@PermitAll
class OwnPasswordView extends Main implements HasDynamicTitle {

    private final Askers askers;
    private final OwnPassword password;
    private final FormProblems problems = new FormProblems();
    private final PasswordField old = problems.at("old", field("password.old", Autocomplete.CURRENT_PASSWORD));
    private final PasswordField wanted = problems.at("password", field("password.new", Autocomplete.NEW_PASSWORD));
    private final PasswordField again = problems.at("again", field("password.again", Autocomplete.NEW_PASSWORD));
    private final Div said = DoneNote.of("");

    OwnPasswordView(Askers askers, OwnPassword password) {
        this.askers = askers;
        this.password = password;
        addClassNames("page", "own-password");
        wanted.setHelperText(getTranslation("admin.passwordHint"));
        NativeButton change = Parts.button("", getTranslation("password.change"), "pri");
        change.addClickListener(press -> change());
        add(
                Parts.classed(new Div(Parts.title(getTranslation("password.change"))), "page-head"),
                Parts.classed(new Paragraph(getTranslation("password.lead")), "mut"),
                said,
                Parts.classed(new Div(old, wanted, again, problems, change), "fields"));
    }

    private PasswordField field(String key, Autocomplete kind) {
        PasswordField field = new PasswordField(getTranslation(key));
        field.setAutocomplete(kind);
        return field;
    }

    private void change() {
        said.removeAll();
        problems.clear();
        if (!wanted.getValue().equals(again.getValue())) {
            problems.say("again", getTranslation("password.differs"));
            return;
        }
        Person asker = askers.require();
        if (problems.attempt(() -> password.change(asker, old.getValue(), wanted.getValue()))) {
            password.stay(asker);
            List.of(old, wanted, again).forEach(PasswordField::clear);
            said.add(DoneNote.of(getTranslation("password.changed")));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("password.change") + " · Góp Ý";
    }
}
