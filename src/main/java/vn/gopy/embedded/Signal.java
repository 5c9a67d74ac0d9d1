package vn.gopy.embedded;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** The two ways to end a PostgreSQL server; Java itself can send neither. */
enum Signal {
    /** Ends the sessions, writes a checkpoint and goes. */
    FAST_SHUTDOWN("INT"),
    /** Goes at once; the next start recovers from the log, and nothing acknowledged is lost. */
    IMMEDIATE_SHUTDOWN("QUIT");

    private final String name;

    Signal(String name) {
        this.name = name;
    }

    void send(long pid) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -%s %d".formatted(name, pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException noShell) {
            throw StartFailure.failed("no /bin/sh", noShell);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
