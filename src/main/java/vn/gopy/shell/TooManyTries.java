package vn.gopy.shell;

import org.springframework.security.core.AuthenticationException;

/** Whoever tries to sign in has to wait first; whether the password was right was not looked at. */
final class TooManyTries extends AuthenticationException {

    private final long seconds;

    TooManyTries(long seconds) {
        super("too many tries");
        this.seconds = seconds;
    }

    /** How long to wait. */
    long seconds() {
        return seconds;
    }
}
