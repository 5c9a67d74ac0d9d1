package vn.gopy.account.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.function.Function;
import vn.gopy.vietnamese.Folding;

/** Boxes in which something is found by words typed with or without marks. */
final class FoundBox {

    private FoundBox() {}

    static <T> ComboBox<T> of(String label, List<T> all, Function<T, String> shown, Function<T, String> described) {
        ComboBox<T> box = new ComboBox<>(label);
        box.setItems(query -> {
            String typed = query.getFilter().orElse("");
            return all.stream()
                    .filter(one -> Folding.holds(described.apply(one), typed))
                    .skip(query.getOffset())
                    .limit(query.getLimit());
        });
        box.setItemLabelGenerator(shown::apply);
        box.setClearButtonVisible(true);
        return box;
    }
}
