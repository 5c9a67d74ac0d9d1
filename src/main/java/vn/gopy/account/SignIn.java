package vn.gopy.account;

import java.util.Objects;
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
        Person person = people.byUsername(username)
                .filter(Person::enabled)
                .orElseThrow(() -> new UsernameNotFoundException("unknown or disabled"));
        KeptPassword password =
                people.password(person.id()).orElseThrow(() -> new UsernameNotFoundException("without a password"));
        return new SignedIn(
                Objects.requireNonNull(person.username()),
                password,
                AuthorityUtils.createAuthorityList(
                        person.roles().stream().map(role -> "ROLE_" + role).toList()));
    }
}
