package vn.gopy.round.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.gopy.round.Approver;
import vn.gopy.round.Approvers;

/** Người duyệt bảng tổng hợp: how one is called, and the field in which one is chosen. */
final class ApproverChoice {

    private ApproverChoice() {}

    /** The post, or the name with the post of the person. */
    static String words(Component page, Approvers.Choice choice) {
        return switch (choice.approver()) {
            case Approver.Chair() -> page.getTranslation("approver.chair");
            case Approver.HeadOf head -> page.getTranslation("approver.head", choice.name());
            case Approver.Named named ->
                choice.post().isEmpty()
                        ? choice.name()
                        : page.getTranslation("approver.named", choice.name(), choice.post());
        };
    }

    /** Offers these. */
    static void fill(ComboBox<Approver> field, List<Approvers.Choice> choices) {
        Map<Approver, Approvers.Choice> known =
                choices.stream().collect(Collectors.toMap(Approvers.Choice::approver, Function.identity()));
        field.setLabel(field.getTranslation("approver"));
        field.setItemLabelGenerator(one -> words(field, Objects.requireNonNull(known.get(one))));
        field.setItems(choices.stream().map(Approvers.Choice::approver).toList());
    }
}
