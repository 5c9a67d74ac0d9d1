package vn.gopy.shell;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import vn.gopy.shared.ui.BrowserFiles;

/** Serves what browsers keep: our files below their one folder, for a year. */
@Configuration(proxyBeanMethods = false)
public class StaticFiles implements WebMvcConfigurer {

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(BrowserFiles.folder() + "**")
                .addResourceLocations("classpath:/" + BrowserFiles.CLASS_PATH)
                .setCacheControl(FOR_GOOD);
        // Nothing else is there; without this the screens would answer with their empty shell.
        registry.addResourceHandler("/app/**").addResourceLocations("classpath:/META-INF/resources/app/nothing/");
    }

    /** All our rules as one sheet. */
    @Bean
    RouterFunction<ServerResponse> style() {
        return kept(BrowserFiles.STYLE, CSS, BrowserFiles.style());
    }

    /** The rules of the pages without script. */
    @Bean
    RouterFunction<ServerResponse> plainStyle() {
        return kept(BrowserFiles.PLAIN_STYLE, CSS, BrowserFiles.plainStyle());
    }

    /** The templates of boxes, which come from their own archive. */
    @Bean
    RouterFunction<ServerResponse> templates() {
        var files = RouterFunctions.route();
        BrowserFiles.templates().forEach((file, content) -> files.add(kept(file, SCRIPT, content)));
        return files.build();
    }

    private static RouterFunction<ServerResponse> kept(String file, MediaType type, byte[] content) {
        return RouterFunctions.route()
                .GET(
                        BrowserFiles.at(file),
                        request -> ServerResponse.ok()
                                .cacheControl(FOR_GOOD)
                                .contentType(type)
                                .body(content))
                .build();
    }

    /** For pages made from templates, which may not reach for it themselves: their controller hands it to them. */
    @Component("browserFiles")
    public static class ForTemplates {

        public String at(String file) {
            return BrowserFiles.at(file);
        }

        /** What the desk will need, so that the sign-in page can fetch it while a name is typed. */
        public List<String> ahead() {
            return VaadinBundle.files();
        }
    }
}
