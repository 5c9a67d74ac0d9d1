package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import java.util.UUID;
import java.util.function.Consumer;
import vn.gopy.account.PersonId;
import vn.gopy.consolidation.GroupId;
import vn.gopy.round.RoundId;
import vn.gopy.shared.ui.BrowserFiles;

/** What a desk does in the browser alone: it keeps what is typed until it is saved, and hears what others save. */
@Tag("gopy-desk")
final class DeskTag extends HtmlComponent {

    private int saves;

    /**
     * @param changed runs when somebody has saved something in the round
     * @param go hears to which group one wants to go, where words wait
     */
    DeskTag(PersonId person, RoundId round, Runnable changed, Consumer<GroupId> go) {
        BrowserFiles.module(this, "consolidation/desk.js");
        getElement()
                .setAttribute("person", person.toString())
                .setAttribute("round", round.toString())
                .setAttribute("restored", getTranslation("consolidating.restored"))
                .setAttribute("waiting", getTranslation("consolidating.waiting"))
                .setAttribute("role", "status");
        getElement().addEventListener("desk-changed", event -> changed.run());
        getElement()
                .addEventListener(
                        "desk-go",
                        event -> go.accept(
                                group(event.getEventData().get("event.detail").asString())))
                .addEventData("event.detail");
    }

    private static GroupId group(String given) {
        try {
            return new GroupId(UUID.fromString(given));
        } catch (IllegalArgumentException other) {
            return GroupId.next();
        }
    }

    /** The answer to this group is shown. */
    void show(GroupId group) {
        getElement().setAttribute("group", group.toString());
    }

    /** The answer to this group is with the server. */
    void saved(GroupId group) {
        getElement().setAttribute("saved", group + "#" + ++saves);
    }
}
