package vn.gopy.consultation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.function.BooleanSupplier;

/**
 * Has a page look again, more than once a second, as long as something on it is still being read. A page on which nothing
 * waits asks for nothing.
 */
final class WhileReading {

    private static final int MILLIS = 700;

    private final Component page;
    private final BooleanSupplier look;

    /** @param look shows what is different; true while something still waits */
    WhileReading(Component page, BooleanSupplier look) {
        this.page = page;
        this.look = look;
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
        page.getUI().ifPresent(ui -> ui.setPollInterval(waits ? MILLIS : -1));
    }
}
