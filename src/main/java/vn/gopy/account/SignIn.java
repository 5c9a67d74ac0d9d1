package vn.gopy.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Gives Spring Security the account behind a user name, however its letters were typed; a disabled one looks absent. */
@Component
class SignIn implements UserDetailsService {

    private final People people;

    SignIn(People people) {
        this.people = people;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        return people.account(username)
                .filter(found -> found.person().enabled())
                .map(found -> signedIn(found.person(), found.password(), null))
                .orElseThrow(() -> new UsernameNotFoundException("unknown, disabled, or without a password"));
    }

    /** The account of somebody whom a device lets in, unless the password was changed since. */
    Optional<UserDetails> onDevice(Person person, int passwordChanges, DeviceId device) {
        return people.password(person.id())
                .filter(password -> password.changes() == passwordChanges)
                .map(password -> signedIn(person, password, device));
    }

    private static SignedIn signedIn(Person person, KeptPassword password, @Nullable DeviceId device) {
        return new SignedIn(
                person,
                password,
                device,
                AuthorityUtils.createAuthorityList(
                        person.roles().stream().map(role -> "ROLE_" + role).toList()));
    }
}
