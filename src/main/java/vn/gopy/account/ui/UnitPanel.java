package vn.gopy.account.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Askers;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitEntry;
import vn.gopy.account.UnitKind;
import vn.gopy.account.Units;
import vn.gopy.shared.ui.Parts;

/** One unit beside the list: a new one, or the name and kind of one that is there. */
final class UnitPanel extends Aside {

    private final transient Askers askers;
    private final transient Units units;
    private final transient @Nullable UnitEntry seen;
    private final transient BiConsumer<Unit, String> done;

    private final FormProblems problems = new FormProblems();
    private final TextField name = problems.at("name", new TextField(getTranslation("admin.unitName")));
    private final TextField code = problems.at("code", new TextField(getTranslation("admin.code")));
    private final ComboBox<UnitKind> kind = new ComboBox<>(getTranslation("admin.kind"), UnitKind.values());
    private final Checkbox keepFormer = new Checkbox(getTranslation("admin.keepFormer"), true);

    /**
     * @param seen null for a new unit
     * @param done hears which unit was changed, and the sentence to say about it
     */
    UnitPanel(
            Askers askers,
            Units units,
            Clock clock,
            @Nullable UnitEntry seen,
            String said,
            Runnable close,
            BiConsumer<Unit, String> done) {
        this.askers = askers;
        this.units = units;
        this.seen = seen;
        this.done = done;
        addClassNames("card", "panel");
        String title =
                seen == null ? getTranslation("admin.addUnit") : seen.unit().name();
        getElement().setAttribute("aria-label", title);
        kind.setItemLabelGenerator(one -> getTranslation("unit.kind." + one));
        kind.setValue(UnitKind.DEPARTMENT);
        Div fields = Parts.classed(new Div(name, Parts.classed(new Div(code, kind), "pair")), "fields");
        if (seen != null) {
            name.setValue(seen.unit().name());
            code.setValue(seen.unit().code());
            code.setReadOnly(true);
            kind.setValue(seen.unit().kind());
            fields.add(keepFormer);
        }
        NativeButton save = Parts.button("", getTranslation(seen == null ? "admin.registerUnit" : "admin.save"));
        save.addClickListener(press -> save());
        add(
                new PanelHead(title, close),
                DoneNote.of(said),
                fields,
                problems,
                Parts.classed(new Div(Parts.caption(getTranslation("admin.unitTrail")), save), "panel-end"));
        if (seen != null) {
            add(new SuccessionPart(askers, units, seen, clock, done));
        }
    }

    private void save() {
        problems.attempt(() -> {
            UnitKind chosen = kind.getOptionalValue().orElse(UnitKind.OTHER);
            Unit unit = seen == null
                    ? units.register(askers.require(), code.getValue(), name.getValue(), chosen)
                    : units.change(askers.require(), seen.unit(), name.getValue(), chosen, keepFormer.getValue());
            done.accept(unit, getTranslation(seen == null ? "admin.unitAdded" : "admin.saved", unit.name()));
        });
    }
}
