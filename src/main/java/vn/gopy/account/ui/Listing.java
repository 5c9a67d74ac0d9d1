package vn.gopy.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Function;
import vn.gopy.shared.ui.Parts;
import vn.gopy.vietnamese.Folding;

/** A list that is filtered by typed words, as a card: the filter on top, rows that open what they name. */
final class Listing extends Div {

    /** Enough to look through; who looks for one among more types a name. */
    private static final int SHOWN = 200;

    private final Input words = Parts.classed(new Input(), "fld", "narrow");
    private final Div tools = Parts.classed(new Div(words), "tools");
    private final Span count = Parts.caption("");
    private final Div rows = Parts.classed(new Div(), "scroll-x");

    Listing(String placeholder, Runnable changed, Component... filters) {
        addClassNames("card", "listing");
        words.setPlaceholder(placeholder);
        words.setAriaLabel(placeholder);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> changed.run());
        tools.add(filters);
        count.getElement().setAttribute("role", "status");
        tools.add(count);
        add(tools, rows);
    }

    /** Whether something with these words is looked for, however marks and capitals were typed. */
    boolean looksFor(String described) {
        return Folding.holds(described, words.getValue());
    }

    /** Shows what was found, a row each. */
    <T> void show(List<T> found, String counted, List<String> columns, Function<T, NativeTableRow> row) {
        rows.removeAll();
        count.setText(counted);
        if (found.isEmpty()) {
            nothing(getTranslation("admin.none"));
            return;
        }
        NativeTableRow head = new NativeTableRow();
        columns.forEach(column -> head.add(new NativeTableHeaderCell(column)));
        NativeTableBody body = new NativeTableBody();
        found.stream().limit(SHOWN).map(row).forEach(body::add);
        rows.add(Parts.classed(new NativeTable(new NativeTableHeader(head), body), "g", "stack"));
        if (found.size() > SHOWN) {
            rows.add(Parts.classed(new Paragraph(getTranslation("admin.more", SHOWN, found.size())), "cap", "more"));
        }
    }

    /** Shows why there is nothing to look through. */
    void showNothing(String why) {
        rows.removeAll();
        count.setText("");
        nothing(why);
    }

    private void nothing(String why) {
        rows.add(Parts.classed(new Paragraph(why), "empty"));
    }

    /** A row whose first cell opens it; the whole row can be pressed. */
    static NativeTableRow row(String name, boolean chosen, Runnable open, Component... cells) {
        NativeButton opener = Parts.classed(new NativeButton(name), "opener");
        opener.addClickListener(press -> open.run());
        NativeTableRow row = new NativeTableRow(new NativeTableCell(opener));
        if (chosen) {
            row.addClassName("cur");
            opener.getElement().setAttribute("aria-current", "true");
        }
        for (Component cell : cells) {
            row.add(new NativeTableCell(cell));
        }
        return row;
    }

    /** Words that are cut at the end of their column; whole for whoever points at them. */
    static Span cell(String words) {
        Span cell = new Span(words);
        cell.setTitle(words);
        return cell;
    }
}
