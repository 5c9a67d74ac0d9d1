package vn.gopy.search;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.gopy.search.lucene.EmbeddedIndex;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(3);

    @Bean(destroyMethod = "close")
    SearchEngine searchEngine(@Value("${gopy.data}") Path data) {
        return EmbeddedIndex.open(data.resolve("index"), TIME_LIMIT);
    }

    @Bean
    Abbreviations abbreviations() {
        return Abbreviations.official();
    }
}
