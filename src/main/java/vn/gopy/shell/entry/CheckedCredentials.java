package vn.gopy.shell.entry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import vn.gopy.account.Caller;

/**
 * Remembers for five minutes, under a keyed hash, that a user name and password were right, since checking a password is
 * costly by intent and a script sends it with every call. The stored password hash is part of the key: a changed password
 * or a disabled account is forgotten at once. Calls that come together with the same name and password wait for one check.
 * A name that does not exist costs as much work as one that does.
 */
@Component
class CheckedCredentials implements AuthenticationManager {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private final Cache<String, Boolean> right =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();
    private final SecretKeySpec secret = secret();
    private final ObjectProvider<AuthenticationManager> passwords;
    private final UserDetailsService accounts;

    CheckedCredentials(
            @Qualifier("authenticationManager") ObjectProvider<AuthenticationManager> passwords,
            UserDetailsService accounts) {
        this.passwords = passwords;
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        UserDetails account;
        try {
            account = accounts.loadUserByUsername(given.getName());
        } catch (UsernameNotFoundException unknown) {
            return passwords.getObject().authenticate(given);
        }
        String key = keyed(given.getName() + "\n" + given.getCredentials() + "\n" + account.getPassword());
        right.get(key, unchecked -> passwords.getObject().authenticate(given).isAuthenticated());
        return Caller.of(account);
    }

    private String keyed(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SecretKeySpec secret() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return new SecretKeySpec(random, "HmacSHA256");
    }
}
