package vn.gopy.draft.ui;

import com.vaadin.flow.component.notification.Notification;

/** A sentence that confirms what was done; it goes by itself. */
final class Confirmation {

    private static final int MILLIS = 6000;

    private Confirmation() {}

    static void that(String sentence) {
        Notification.show(sentence, MILLIS, Notification.Position.BOTTOM_START);
    }
}
