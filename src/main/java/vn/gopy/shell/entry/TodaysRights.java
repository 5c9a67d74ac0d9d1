package vn.gopy.shell.entry;

import com.vaadin.flow.server.auth.AccessCheckResult;
import com.vaadin.flow.server.auth.AnnotatedViewAccessChecker;
import com.vaadin.flow.server.auth.NavigationAccessChecker;
import com.vaadin.flow.server.auth.NavigationContext;
import java.util.Optional;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.account.Role;

/**
 * Asks at each navigation what the person is today, as the database says, never what the session was told at sign-in:
 * annotations of a view open it to the roles of this moment only.
 */
final class TodaysRights implements NavigationAccessChecker {

    private final AnnotatedViewAccessChecker annotations;
    private final Askers askers;

    TodaysRights(AnnotatedViewAccessChecker annotations, Askers askers) {
        this.annotations = annotations;
        this.askers = askers;
    }

    @Override
    public AccessCheckResult check(NavigationContext navigation) {
        Optional<Person> asker = askers.current();
        return annotations.check(new NavigationContext(
                navigation.getRouter(),
                navigation.getNavigationTarget(),
                navigation.getLocation(),
                navigation.getParameters(),
                asker.isPresent() ? navigation.getPrincipal() : null,
                role -> asker.filter(person -> person.is(Role.valueOf(role))).isPresent(),
                navigation.isErrorHandling(),
                navigation.isNavigating()));
    }
}
