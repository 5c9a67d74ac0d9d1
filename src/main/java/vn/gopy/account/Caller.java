package vn.gopy.account;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;

/** Who makes one call of the API: read when the call was let in and true for that call, so it is not read again. */
public final class Caller extends AbstractAuthenticationToken {

    private final transient Person person;
    private final String username;

    private Caller(SignedIn account) {
        super(account.getAuthorities());
        this.person = account.person();
        this.username = account.getUsername();
        setAuthenticated(true);
    }

    /** The right of an account, read for this call alone, to make it. Never kept in a session. */
    public static Authentication of(UserDetails account) {
        return account instanceof SignedIn read
                ? new Caller(read)
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
