package vn.gopy.draft.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.shared.Registration;
import java.util.function.BooleanSupplier;
import vn.gopy.shared.ui.BrowserFiles;

/**
 * Has a page look again, as long as something on it is still being read, whenever the server tells the browser that a draft
 * has changed; and now and then by itself, where the news do not get through. A page on which nothing waits asks for
 * nothing and keeps no line open.
 */
final class WhileReading {

    static final String TAG = "gopy-reading";

    /** A draft has changed, or the line was opened after it may have. */
    static final String CAME = "came";

    private static final int MILLIS = 15_000;

    private final Component page;
    private final BooleanSupplier look;
    /** Keeps a line to the server open while it is on the page. */
    private final Element news = new Element(TAG);

    /** @param look shows what is different; true while something still waits */
    WhileReading(Component page, BooleanSupplier look) {
        this.page = page;
        this.look = look;
        BrowserFiles.module(page, "frame/reading.js");
        news.addEventListener(CAME, came -> again());
        page.addAttachListener(attached -> begin(attached.getUI()));
    }

    private void begin(UI ui) {
        Registration polling = ui.addPollListener(poll -> again());
        page.addDetachListener(detached -> {
            polling.remove();
            ui.setPollInterval(-1);
            detached.unregisterListener();
        });
        again();
    }

    /** Looks now, and goes on while something waits. */
    void again() {
        boolean waits = look.getAsBoolean();
        page.getUI().ifPresent(ui -> {
            ui.setPollInterval(waits ? MILLIS : -1);
            if (!waits) {
                news.removeFromParent();
            } else if (news.getParent() == null) {
                page.getElement().appendChild(news);
            }
        });
    }
}
