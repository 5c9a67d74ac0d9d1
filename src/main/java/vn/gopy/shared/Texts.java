package vn.gopy.shared;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The words of screens and messages, by key, in Vietnamese and English. A missing key is an error, not a blank. */
@Component
public class Texts {

    /** The language of the screens unless a person chooses another. */
    public static final Locale VIETNAMESE = Locale.of("vi");

    private static final String[] BUNDLES = {
        "classpath:vaadin-i18n/translations",
        "classpath:vaadin-i18n/reader",
        "classpath:vaadin-i18n/answering",
        "classpath:vaadin-i18n/opening",
        "classpath:vaadin-i18n/checker",
        "classpath:vaadin-i18n/align",
        "classpath:vaadin-i18n/compare",
        "classpath:vaadin-i18n/finding",
        "classpath:vaadin-i18n/search",
        "classpath:vaadin-i18n/notice",
        "classpath:vaadin-i18n/support",
        "classpath:vaadin-i18n/ending",
        "classpath:vaadin-i18n/mine",
        "classpath:vaadin-i18n/people",
        "classpath:vaadin-i18n/outputs",
        "classpath:vaadin-i18n/plain"
    };

    private final Bundle bundle = new Bundle();

    /** The sentence of a key with its values filled in; {@code {0}} or {@code {name}} as the bundle writes it. */
    public String get(Locale locale, String key, Object... values) {
        return bundle.getMessage(key, values, of(locale));
    }

    /** Whether there is a sentence for the key. */
    public boolean has(String key) {
        try {
            bundle.getMessage(key, null, VIETNAMESE);
            return true;
        } catch (NoSuchMessageException absent) {
            return false;
        }
    }

    /** The pattern of a key, for message sources. */
    public MessageFormat format(Locale locale, String key) {
        return new MessageFormat(bundle.getMessage(key, null, of(locale)), of(locale));
    }

    /** All sentences whose key starts so, for code that runs in the browser. */
    public Map<String, String> startingWith(Locale locale, String prefix) {
        Map<String, String> found = new TreeMap<>();
        bundle.all(of(locale)).forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(key, value);
            }
        });
        return found;
    }

    /** The supported language nearest to the wish: English where English is asked for, else Vietnamese. */
    public static Locale of(Locale wish) {
        return "en".equals(wish.getLanguage()) ? Locale.ENGLISH : VIETNAMESE;
    }

    private static final class Bundle extends ReloadableResourceBundleMessageSource {

        Bundle() {
            setBasenames(BUNDLES);
            setDefaultEncoding("UTF-8");
            setFallbackToSystemLocale(false);
            setAlwaysUseMessageFormat(false);
        }

        Map<String, String> all(Locale locale) {
            Map<String, String> sentences = new TreeMap<>();
            Objects.requireNonNull(getMergedProperties(locale).getProperties())
                    .forEach((key, value) -> sentences.put(key.toString(), value.toString()));
            return sentences;
        }
    }
}
