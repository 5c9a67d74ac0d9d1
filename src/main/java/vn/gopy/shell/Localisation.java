package vn.gopy.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import vn.gopy.shared.Texts;

/** One set of words for Vaadin's screens, plain pages and problem details; Vietnamese unless a person chose English. */
@Configuration(proxyBeanMethods = false)
public class Localisation {

    /** The cookie that keeps the chosen language. */
    public static final String COOKIE = "gopy-lang";

    @Bean
    I18NProvider i18n(Texts texts) {
        return new I18NProvider() {
            @Override
            public List<Locale> getProvidedLocales() {
                return List.of(Texts.VIETNAMESE, Locale.ENGLISH);
            }

            @Override
            public String getTranslation(String key, Locale locale, Object... values) {
                return texts.get(locale, key, values);
            }
        };
    }

    @Bean
    MessageSource messageSource(Texts texts) {
        return new AbstractMessageSource() {
            @Override
            protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
                return texts.has(code) ? texts.format(locale, code) : null;
            }
        };
    }

    /** Vietnamese for everybody; the language of the browser says nothing about an official's. */
    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver(COOKIE);
        resolver.setDefaultLocaleFunction(request -> {
            String wish = request.getHeader("Accept-Language");
            boolean api = request.getRequestURI().startsWith("/api/");
            return api && wish != null && wish.startsWith("en") ? Locale.ENGLISH : Texts.VIETNAMESE;
        });
        resolver.setRejectInvalidCookies(false);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        return resolver;
    }
}
