package vn.gopy;

import java.nio.file.Path;
import java.util.HashMap;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives each application context of the tests its own database and data folder. */
public class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var name = TestPostgres.freshName();
        var properties =
                new HashMap<String, Object>(TestPostgres.shared().database(name).springProperties());
        properties.put("gopy.jobs.polling", "200ms");
        properties.put("gopy.data", folder(name).toString());
        properties.put("gopy.search-time-limit", "60s"); // a first search among many other processes
        properties.put("gopy.reader.pooled", "true"); // that a child ends with its file is tested with the reader alone
        properties.put(
                "gopy.reader.twice", "false"); // a process of its own for each upload; its tests run it themselves
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
    }

    private static Path folder(String name) {
        return TestPostgres.home().resolve("data").resolve(name);
    }
}
