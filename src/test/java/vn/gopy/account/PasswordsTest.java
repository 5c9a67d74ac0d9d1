package vn.gopy.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordsTest {

    @Test
    void aHundredSignInsAtOnceLeaveTheThreadsOfRequestsFree() {
        Set<Thread> hashing = ConcurrentHashMap.newKeySet();
        try (var passwords = new Passwords.InTurn(new Noting(hashing));
                var requests = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 100)
                    .mapToObj(i -> requests.submit(() -> passwords.matches("demo", "demo")))
                    .toList();
            assertThat(all).allSatisfy(one -> assertThat(one.get()).isTrue());
        }
        assertThat(hashing).noneMatch(Thread::isVirtual);
        assertThat(hashing).hasSizeLessThanOrEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void aFailureOfTheEncoderIsItsOwn() {
        try (var passwords = new Passwords.InTurn(new Noting(ConcurrentHashMap.newKeySet()))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> passwords.encode(""))
                    .withMessage("empty");
        }
    }

    private record Noting(Set<Thread> threads) implements PasswordEncoder {

        @Override
        public String encode(@Nullable CharSequence password) {
            throw new IllegalArgumentException("empty");
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            threads.add(Thread.currentThread());
            return String.valueOf(password).equals(hash);
        }
    }
}
