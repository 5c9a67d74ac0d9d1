package vn.gopy.account;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Argon2id, a few at a time: one hash takes 16 MB and a core for a while, so a hundred sign-ins at once must queue rather
 * than take the machine.
 */
@Configuration(proxyBeanMethods = false)
class Passwords {

    @Bean
    PasswordEncoder passwordEncoder() {
        return new InTurn(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
    }

    /**
     * Another encoder's work on threads of the operating system, as many as there are cores. A request's own thread is
     * virtual: it would keep all others from its core until the hash is done, and some such threads would stop every
     * answer.
     */
    record InTurn(PasswordEncoder encoder, ExecutorService threads) implements PasswordEncoder, AutoCloseable {

        InTurn(PasswordEncoder encoder) {
            this(
                    encoder,
                    Executors.newFixedThreadPool(
                            Runtime.getRuntime().availableProcessors(),
                            Thread.ofPlatform().daemon().name("password-", 1).factory()));
        }

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return inTurn(() -> encoder.encode(password));
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            return inTurn(() -> encoder.matches(password, hash));
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }

        private <T extends @Nullable Object> T inTurn(Supplier<T> work) {
            try {
                return CompletableFuture.supplyAsync(work, threads).join();
            } catch (CompletionException failure) {
                throw failure.getCause() instanceof RuntimeException own ? own : failure;
            }
        }
    }
}
