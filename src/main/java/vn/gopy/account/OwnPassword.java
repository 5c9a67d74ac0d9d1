package vn.gopy.account;

import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.audit.Trail;
import vn.gopy.shared.Refusal;

/** The password of whoever is signed in, changed by its owner. */
@Service
public class OwnPassword {

    private final ObjectProvider<AuthenticationManager> wayIn;
    private final AccountRepository accounts;
    private final SignIn signIn;
    private final PasswordEncoder passwords;
    private final PasswordRule rule;
    private final Trail trail;

    OwnPassword(
            @Qualifier("authenticationManager") ObjectProvider<AuthenticationManager> wayIn,
            AccountRepository accounts,
            SignIn signIn,
            PasswordEncoder passwords,
            PasswordRule rule,
            Trail trail) {
        this.wayIn = wayIn;
        this.accounts = accounts;
        this.signIn = signIn;
        this.passwords = passwords;
        this.rule = rule;
        this.trail = trail;
    }

    /** Whether the password is one that an administrator gave, which its owner should change. */
    @Transactional(readOnly = true)
    public boolean isGiven(Person asker) {
        return accounts.passwordGiven(asker.id());
    }

    /**
     * Changes the password. The old one is asked for like at the way in, so that guessing it at a screen that was left
     * alone has to wait as well; all sessions end that began with it, see {@link #stay(Person)}.
     *
     * @throws Refusal PASSWORD_OLD_WRONG, PASSWORD_WAIT, PASSWORD_SAME, or what {@link PasswordRule} refuses
     */
    @Transactional
    public void change(Person asker, String old, String wanted) {
        String username = Objects.requireNonNull(asker.username());
        Refusal.at("old", () -> checkedOld(username, old));
        if (wanted.equals(old)) {
            throw Refusal.unprocessable("PASSWORD_SAME").with("field", "password");
        }
        rule.check(wanted, username);
        if (!accounts.changePassword(asker, Objects.requireNonNull(passwords.encode(wanted)), false)) {
            throw Refusal.stale();
        }
        trail.record(asker.actor(), "PASSWORD_CHANGED", "PERSON", asker.id().value());
    }

    /** Lets the session of this very request go on after the change. */
    public void stay(Person asker) {
        var account = signIn.loadUserByUsername(Objects.requireNonNull(asker.username()));
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
    }

    private String checkedOld(String username, String old) {
        try {
            wayIn.getObject().authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, old));
            return old;
        } catch (TooManyTries wait) {
            throw new Refusal(Refusal.Kind.TOO_MANY, "PASSWORD_WAIT", wait.seconds());
        } catch (AuthenticationServiceException unasked) {
            throw new DataAccessResourceFailureException("The password could not be looked at", unasked);
        } catch (AuthenticationException wrong) {
            throw Refusal.unprocessable("PASSWORD_OLD_WRONG");
        }
    }
}
