package vn.gopy.search;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.lucene.EmbeddedIndex;
import vn.gopy.search.question.Abbreviations;
import vn.gopy.search.question.Reordering;
import vn.gopy.search.ranking.LearnedLook;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    /** @param timeLimit after which an answer is what was found until then; longer only where machines stand still, as in tests */
    @Bean(destroyMethod = "close")
    SearchEngine searchEngine(
            @Value("${gopy.data}") Path data, @Value("${gopy.search-time-limit:3s}") Duration timeLimit) {
        return EmbeddedIndex.open(data.resolve("index"), timeLimit);
    }

    /** How long the first stage may take for the second look to be taken, and how long that may take. */
    private static final Duration PATIENCE = Duration.ofMillis(50);

    /** Nobody searches in the first half second, so the start does not wait for the reading. */
    @Bean
    LearnedLook learnedLook(@Value("${gopy.data}") Path data) {
        return LearnedLook.reading(data.resolve("ranking"));
    }

    /** By what was learned; without it, and until it is read, hits stand in their first order. */
    @Bean
    Reordering reordering(MeterRegistry meters, LearnedLook learned) {
        Map<Reordering.Skipped, Counter> skipped = new EnumMap<>(Reordering.Skipped.class);
        for (Reordering.Skipped reason : Reordering.Skipped.values()) {
            String name = reason.name().toLowerCase(Locale.ROOT);
            skipped.put(reason, meters.counter("gopy.search.first.order", "reason", name));
        }
        String provision = HitType.PROVISION.name() + ":";
        return new Reordering(
                learned,
                id -> id.startsWith(provision),
                PATIENCE,
                reason -> Objects.requireNonNull(skipped.get(reason)).increment());
    }

    @Bean
    Abbreviations abbreviations() {
        return Abbreviations.official();
    }
}
