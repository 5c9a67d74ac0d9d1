package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import vn.gopy.consolidation.table.PaperKind;
import vn.gopy.consolidation.table.TableFormat;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.ui.BrowserFiles;
import vn.gopy.shared.ui.Parts;

/** All that a round gives on paper: the table in each kind of file, the papers that go with it, the frozen editions. */
final class OutputMenu extends Div {

    private static final String APP_API = "/app-api";

    OutputMenu(RoundId round) {
        NativeButton open = Parts.button("download", getTranslation("outputs.menu"), "outputs");
        String files = APP_API + "/rounds/" + round + "/consolidation";
        Div menu = Parts.classed(new Div(), "output-menu");
        menu.add(
                file(files, TableFormat.DOCX, "outputs.word"),
                file(files, TableFormat.XLSX, "outputs.excel"),
                print(file(files, TableFormat.PDF, "outputs.pdf"), files),
                Parts.caption(getTranslation("outputs.papers")));
        for (PaperKind kind : PaperKind.values()) {
            menu.add(link(files + "/" + kind.address() + ".docx", "file", "outputs." + kind.address()));
        }
        menu.add(
                figures(round),
                Parts.buttonLink(Addresses.editions(round), "stamp", getTranslation("outputs.editions"), "ter"));
        Popover popover = new Popover(menu);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setTarget(open);
        add(open, popover);
    }

    /** Its words are asked for when it is pressed: answers may have changed since the menu was made. */
    private NativeButton figures(RoundId round) {
        BrowserFiles.module(this, "answering/copies.js");
        NativeButton copy = Parts.button("copy", getTranslation("outputs.figures"), "ter");
        copy.getElement()
                .setAttribute("data-copies-from", "/rounds/" + round + "/consolidation/figures")
                .setAttribute("data-done", getTranslation("outputs.figures.done"))
                .setAttribute("data-failed", getTranslation("outputs.figures.failed"));
        return copy;
    }

    /** A long one takes longer than a person waits. */
    private Anchor print(Anchor file, String files) {
        BrowserFiles.module(this, "consolidation/prints.js");
        file.getElement().setAttribute("data-prints", files.substring(APP_API.length()) + "/prints");
        for (String word : List.of("title", "running", "done", "open", "failed", "close")) {
            file.getElement().setAttribute("data-" + word, getTranslation("outputs.print." + word));
        }
        return file;
    }

    private Anchor file(String files, TableFormat format, String key) {
        return link(files + "." + format.ending(), "table", key);
    }

    private Anchor link(String address, String icon, String key) {
        Anchor link = Parts.buttonLink(address, icon, getTranslation(key), "ter");
        link.setRouterIgnore(true);
        return link;
    }
}
