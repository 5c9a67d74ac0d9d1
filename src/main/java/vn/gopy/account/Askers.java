package vn.gopy.account;

import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Says who is asking now. The person is read anew each time, so that a change of role or a disabling works at once. */
@Component
public class Askers {

    private final People people;

    Askers(People people) {
        this.people = people;
    }

    /**
     * The signed-in person of this thread, unless nobody is signed in, the account is disabled, its password was changed
     * elsewhere since, or the device that began the session was forgotten.
     */
    public Optional<Person> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof Caller caller) {
            return Optional.of(caller.person());
        }
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        Optional<Person> person = authentication.getPrincipal() instanceof SignedIn in
                ? people.signedIn(in.getUsername(), in.passwordChanges(), in.device())
                : people.byUsername(authentication.getName());
        return person.filter(Person::enabled);
    }

    /**
     * The signed-in person as who makes one call, read now and not again before that call ends; empty as {@link #current} is.
     * Never kept in a session.
     */
    public Optional<Authentication> forOneCall() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .flatMap(session -> current()
                        .map(person -> session instanceof Caller
                                ? session
                                : new Caller(person, session.getName(), session.getAuthorities())));
    }

    /** The signed-in person; fails where the way in has let nobody through. */
    public Person require() {
        return current().orElseThrow(NotSignedIn::new);
    }

    /** Nobody is signed in, or the account was disabled meanwhile. */
    public static final class NotSignedIn extends AuthenticationException {
        NotSignedIn() {
            super("not signed in");
        }
    }
}
