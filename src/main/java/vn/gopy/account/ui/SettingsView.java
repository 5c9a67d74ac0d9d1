package vn.gopy.account.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import vn.gopy.account.AskedGroups;
import vn.gopy.account.Askers;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.People;
import vn.gopy.account.Units;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Settings;
import vn.gopy.shared.Settings.Office;
import vn.gopy.shared.Settings.Practice;
import vn.gopy.shared.TextGate;
import vn.gopy.shared.WorkingDays;
import vn.gopy.shared.ui.Parts;

/** What belongs to this installation, for the administrator: how papers name the office, and how the office works. */
@Route(Addresses.SETTINGS)
@RolesAllowed("ADMINISTRATOR")
class SettingsView extends Main implements HasDynamicTitle {

    private final Askers askers;
    private final InstallationSettings settings;
    private final FormProblems problems = new FormProblems();
    private final TextField party = field("party");
    private final TextField state = field("state");
    private final TextField place = field("place");
    private final TextField committee = field("committee");
    private final TextField secretariat = field("secretariat");
    private final TextField secretariatHead = field("secretariatHead");
    private final TextField standingBody = field("standingBody");
    private final IntegerField largestFile = number("largestFile", Practice.MOST_LARGEST_FILE);
    private final IntegerField soonDays = number("soonDays", Practice.MOST_SOON_DAYS);
    private final TextField remindDays = field("remindDays");
    private final Checkbox namedPaper = new Checkbox(getTranslation("settings.namedPaper"));
    private final TextArea freeDays = lines("freeDays");
    private final TextArea workedDays = lines("workedDays");
    private final Div said = DoneNote.of("");
    private Settings seen;

    SettingsView(Askers askers, People people, Units units, AskedGroups groups, InstallationSettings settings) {
        this.askers = askers;
        this.settings = settings;
        addClassNames("page", "admin");
        AdminHead head = new AdminHead(Addresses.SETTINGS);
        head.count(
                people.all().size(),
                units.all().size(),
                groups.all(askers.require()).size());
        NativeButton save = Parts.button("", getTranslation("admin.save"), "pri");
        save.addClickListener(press -> save());
        Paragraph lead = Parts.classed(new Paragraph(getTranslation("settings.lead")), "mut");
        Div fields = new Div(
                lead,
                party,
                state,
                place,
                committee,
                standingBody,
                secretariat,
                secretariatHead,
                largestFile,
                soonDays,
                remindDays,
                namedPaper,
                freeDays,
                workedDays);
        add(
                head,
                Parts.classed(
                        new Div(
                                said,
                                Parts.classed(fields, "fields"),
                                problems,
                                Parts.classed(
                                        new Div(Parts.caption(getTranslation("settings.trail")), save), "panel-end")),
                        "card",
                        "panel",
                        "alone"));
        seen = settings.get();
        show();
    }

    private TextField field(String name) {
        return problems.at(name, new TextField(getTranslation("settings." + name)));
    }

    private TextArea lines(String name) {
        TextArea area = problems.at(name, new TextArea(getTranslation("settings." + name)));
        area.setHelperText(getTranslation("settings." + name + ".help"));
        area.setMaxLength(TextGate.TEXT.most());
        return area;
    }

    private IntegerField number(String name, int most) {
        IntegerField field = problems.at(name, new IntegerField(getTranslation("settings." + name)));
        field.setMax(most);
        field.setStepButtonsVisible(true);
        return field;
    }

    private void show() {
        Office office = seen.office();
        party.setValue(office.party());
        state.setValue(office.state());
        place.setValue(office.place());
        committee.setValue(office.committee());
        secretariat.setValue(office.secretariat());
        secretariatHead.setValue(office.secretariatHead());
        standingBody.setValue(office.standingBody());
        largestFile.setValue(seen.practice().largestFile());
        soonDays.setValue(seen.practice().soonDays());
        remindDays.setValue(seen.practice().writtenDays());
        namedPaper.setValue(seen.practice().namedPaper());
        freeDays.setValue(seen.days().writtenFree());
        workedDays.setValue(seen.days().writtenWorked());
    }

    private void save() {
        said.removeAll();
        if (problems.attempt(() -> seen = settings.change(askers.require(), seen, written()))) {
            show();
            said.add(DoneNote.of(getTranslation("settings.saved")));
        }
    }

    private Settings written() {
        Office office = new Office(
                party.getValue(),
                state.getValue(),
                place.getValue(),
                committee.getValue(),
                secretariat.getValue(),
                secretariatHead.getValue(),
                standingBody.getValue());
        return new Settings(
                office,
                new Practice(
                        written(largestFile, Practice.USUAL.largestFile()),
                        written(soonDays, Practice.USUAL.soonDays()),
                        Practice.days(remindDays.getValue()),
                        namedPaper.getValue()),
                WorkingDays.of(freeDays.getValue(), workedDays.getValue()));
    }

    /** What nobody wrote is as usual. */
    private static int written(IntegerField field, int usual) {
        return field.getOptionalValue().orElse(usual);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.settings") + " · Góp Ý";
    }
}
