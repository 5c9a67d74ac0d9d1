package vn.gopy.search;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.lucene.EmbeddedIndex;
import vn.gopy.search.question.Abbreviations;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    /** @param timeLimit after which an answer is what was found until then; longer only where machines stand still, as in tests */
    @Bean(destroyMethod = "close")
    SearchEngine searchEngine(
            @Value("${gopy.data}") Path data, @Value("${gopy.search-time-limit:3s}") Duration timeLimit) {
        return EmbeddedIndex.open(data.resolve("index"), timeLimit);
    }

    @Bean
    Abbreviations abbreviations() {
        return Abbreviations.official();
    }
}
