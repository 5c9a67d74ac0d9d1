package vn.gopy.account;

import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Gives Spring Security the account behind a user name. */
@Component
class SignIn implements UserDetailsService {

    private final People people;

    SignIn(People people) {
        this.people = people;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        Person person = people.byUsername(username).orElseThrow(() -> new UsernameNotFoundException(username));
        String hash = people.passwordHash(person.id()).orElseThrow(() -> new UsernameNotFoundException(username));
        return User.withUsername(username)
                .password(hash)
                .disabled(!person.enabled())
                .authorities(person.roles().stream().map(role -> "ROLE_" + role).toArray(String[]::new))
                .build();
    }
}
