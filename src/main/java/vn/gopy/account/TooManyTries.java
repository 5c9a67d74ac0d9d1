package vn.gopy.account;

import org.springframework.security.core.AuthenticationException;

/** Whoever tries a password has to wait first; whether it was right was not looked at. */
public final class TooManyTries extends AuthenticationException {

    private final long seconds;

    public TooManyTries(long seconds) {
        super("too many tries");
        this.seconds = seconds;
    }

    /** How long to wait. */
    public long seconds() {
        return seconds;
    }
}
