package vn.gopy.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    private static final int MOST_SCANNED_PAGES = 200;
    private static final Duration LONGEST_SCAN = Duration.ofMinutes(20);

    /**
     * An uploaded file is read by a child of its own: whatever it does to that process ends with it. Many files at once,
     * as an import has them, share children.
     */
    @Bean(destroyMethod = "close")
    ChildReader documentReader(
            @Value("${gopy.reader.aot-cache:}") String aotCache, @Value("${gopy.reader.pooled:false}") boolean pooled)
            throws IOException {
        Path cache = Path.of(aotCache);
        boolean usable = !aotCache.isBlank() && Files.isReadable(cache);
        ChildReader.Settings settings = ChildReader.Settings.standard().withAotCache(usable ? cache : null);
        return new ChildReader(pooled ? settings.asPool() : settings, !pooled);
    }

    /** What has no text is recognised later, if this machine can. */
    @Bean(destroyMethod = "close")
    ScanReader scanReader() throws IOException {
        return ScanReader.find(ChildReader.Settings.standard(), MOST_SCANNED_PAGES, LONGEST_SCAN);
    }
}
