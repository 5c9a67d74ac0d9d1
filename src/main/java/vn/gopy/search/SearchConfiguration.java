package vn.gopy.search;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.lucene.EmbeddedIndex;
import vn.gopy.search.question.Abbreviations;
import vn.gopy.search.question.Reordering;
import vn.gopy.search.ranking.LearnedFiles;
import vn.gopy.search.ranking.SecondLook;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SearchConfiguration.class);

    /** @param timeLimit after which an answer is what was found until then; longer only where machines stand still, as in tests */
    @Bean(destroyMethod = "close")
    SearchEngine searchEngine(
            @Value("${gopy.data}") Path data, @Value("${gopy.search-time-limit:3s}") Duration timeLimit) {
        return EmbeddedIndex.open(data.resolve("index"), timeLimit);
    }

    /** How long the first stage may take for the second look to be taken. */
    private static final Duration PATIENCE = Duration.ofMillis(50);

    /** By what was learned and is part of the program; without it, and until it is read, hits stand in their first order. */
    @Bean
    Reordering reordering(MeterRegistry meters) {
        Map<Reordering.Skipped, Counter> skipped = new EnumMap<>(Reordering.Skipped.class);
        for (Reordering.Skipped reason : Reordering.Skipped.values()) {
            String name = reason.name().toLowerCase(Locale.ROOT);
            skipped.put(reason, meters.counter("gopy.search.first.order", "reason", name));
        }
        String provision = HitType.PROVISION.name() + ":";
        return new Reordering(
                learned(),
                id -> id.startsWith(provision),
                PATIENCE,
                reason -> Objects.requireNonNull(skipped.get(reason)).increment());
    }

    /** Nobody searches in the first half second, so the start does not wait for the reading. */
    private static Supplier<@Nullable SecondLook> learned() {
        AtomicReference<@Nullable SecondLook> look = new AtomicReference<>();
        Thread.ofVirtual().name("second-look").start(() -> {
            try {
                look.set(LearnedFiles.shipped());
            } catch (IOException e) {
                log.warn("Search results stand in their first order: {}", e.toString());
            }
        });
        return look::get;
    }

    @Bean
    Abbreviations abbreviations() {
        return Abbreviations.official();
    }
}
