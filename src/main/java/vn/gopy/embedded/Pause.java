package vn.gopy.embedded;

import java.time.Duration;

/** A short sleep between two looks at the same thing. */
final class Pause {

    private Pause() {}

    static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw StartFailure.stopped();
        }
    }
}
