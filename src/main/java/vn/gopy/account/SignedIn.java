package vn.gopy.account;

import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** Whom a session belongs to, and after how many changes of the password it began. */
final class SignedIn extends User {

    private final int passwordChanges;

    SignedIn(String username, KeptPassword password, Collection<? extends GrantedAuthority> authorities) {
        super(username, password.hash(), authorities);
        this.passwordChanges = password.changes();
    }

    int passwordChanges() {
        return passwordChanges;
    }
}
