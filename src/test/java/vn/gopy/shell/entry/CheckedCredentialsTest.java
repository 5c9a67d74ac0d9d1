package vn.gopy.shell.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

class CheckedCredentialsTest {

    private static final int CALLS = 20;

    private final AtomicInteger checks = new AtomicInteger();

    @Test
    void callsThatComeTogetherWithTheSamePasswordAreCheckedOnce() {
        var credentials = credentials(given -> {
            checks.incrementAndGet();
            Thread.yield();
            return UsernamePasswordAuthenticationToken.authenticated(given.getName(), null, List.of());
        });
        var together = new CyclicBarrier(CALLS);
        try (var calls = Executors.newFixedThreadPool(CALLS)) {
            var all = IntStream.range(0, CALLS)
                    .mapToObj(i -> calls.submit(() -> {
                        together.await();
                        return credentials.authenticate(given("demo"));
                    }))
                    .toList();
            assertThat(all)
                    .allSatisfy(one -> assertThat(one.get().isAuthenticated()).isTrue());
        }
        assertThat(checks).hasValue(1);
    }

    @Test
    void aWrongPasswordIsCheckedEachTime() {
        var credentials = credentials(given -> {
            checks.incrementAndGet();
            throw new BadCredentialsException("wrong");
        });
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> credentials.authenticate(given("demo2")))
                    .isInstanceOf(BadCredentialsException.class);
        }
        assertThat(checks).hasValue(2);
    }

    @Test
    void aRightPasswordIsRememberedNoLongerThanItOpensTheAccount() {
        var hash = new AtomicReference<>("hash");
        var credentials = credentials(
                given -> {
                    checks.incrementAndGet();
                    if (!"hash".equals(hash.get())) {
                        throw new BadCredentialsException("changed or closed");
                    }
                    return UsernamePasswordAuthenticationToken.authenticated(given.getName(), null, List.of());
                },
                name -> account(name, hash.get()));
        for (int i = 0; i < 2; i++) {
            assertThat(credentials.authenticate(given("demo")).isAuthenticated())
                    .isTrue();
        }
        assertThat(checks).hasValue(1);
        for (String later : List.of("another", "")) {
            hash.set(later);
            assertThatThrownBy(() -> credentials.authenticate(given("demo")))
                    .isInstanceOf(BadCredentialsException.class);
        }
        assertThat(checks).hasValue(3);
    }

    /** @param hash empty for an account that is closed */
    private static UserDetails account(String name, String hash) {
        if (hash.isEmpty()) {
            throw new UsernameNotFoundException("closed");
        }
        return User.withUsername(name).password(hash).roles("MEMBER").build();
    }

    private static Authentication given(String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated("thuky", password);
    }

    private static CheckedCredentials credentials(AuthenticationManager passwords) {
        return credentials(passwords, name -> account(name, "hash"));
    }

    private static CheckedCredentials credentials(AuthenticationManager passwords, UserDetailsService accounts) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("passwords", passwords);
        ObjectProvider<AuthenticationManager> provider = beans.getBeanProvider(AuthenticationManager.class);
        return new CheckedCredentials(provider, accounts);
    }
}
