package vn.gopy.demo;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Work that may be done at the same time: reading drafts and hashing passwords take a core each for a while. */
final class Together {

    private Together() {}

    /** Does all of it and waits; fails when a part fails. */
    static void run(Stream<Runnable> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(work.map(one -> CompletableFuture.runAsync(one, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }
}
