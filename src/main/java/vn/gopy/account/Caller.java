package vn.gopy.account;

import java.util.Collection;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Who makes one call: read when the call was let in and true for that call, so it is not read again. */
public final class Caller extends AbstractAuthenticationToken {

    private final transient Person person;
    private final String username;

    /** @param username as it was given at the sign-in */
    Caller(Person person, String username, Collection<? extends GrantedAuthority> authorities) {
        super(authorities);
        this.person = person;
        this.username = username;
        setAuthenticated(true);
    }

    /** The right of an account, read for this call alone, to make it. Never kept in a session. */
    public static Authentication of(UserDetails account) {
        return account instanceof SignedIn read
                ? new Caller(read.person(), read.getUsername(), read.getAuthorities())
                : UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
    }

    Person person() {
        return person;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return username;
    }
}
