package vn.gopy.shell.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;

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

    private static Authentication given(String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated("thuky", password);
    }

    private static CheckedCredentials credentials(AuthenticationManager passwords) {
        UserDetailsService accounts =
                name -> User.withUsername(name).password("hash").roles("MEMBER").build();
        var beans = new StaticListableBeanFactory();
        beans.addBean("passwords", passwords);
        ObjectProvider<AuthenticationManager> provider = beans.getBeanProvider(AuthenticationManager.class);
        return new CheckedCredentials(provider, accounts);
    }
}
