package vn.gopy.shell;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.stereotype.Component;

/**
 * Remembers for five minutes, under a keyed hash, that a user name and password were right, since checking a password is
 * costly by intent and a script sends it with every call. The stored password hash is part of the key: a changed password
 * or a disabled account is forgotten at once.
 */
@Component
class CheckedCredentials implements AuthenticationManager {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private final Map<String, Instant> right = new ConcurrentHashMap<>();
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
        UserDetails account = accounts.loadUserByUsername(given.getName());
        if (!account.isEnabled()) {
            throw new BadCredentialsException("disabled");
        }
        String key = keyed(given.getName() + "\n" + given.getCredentials() + "\n" + account.getPassword());
        Instant until = right.get(key);
        if (until != null && Instant.now().isBefore(until)) {
            return UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
        }
        Authentication checked = passwords.getObject().authenticate(given);
        remember(key);
        return checked;
    }

    private void remember(String key) {
        Instant now = Instant.now();
        if (right.size() >= MOST) {
            right.values().removeIf(until -> !now.isBefore(until));
        }
        if (right.size() < MOST) {
            right.put(key, now.plus(REMEMBERED));
        }
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
