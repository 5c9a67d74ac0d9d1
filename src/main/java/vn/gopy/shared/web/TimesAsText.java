package vn.gopy.shared.web;

import java.time.temporal.Temporal;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Days and moments in bodies are texts as ISO 8601 writes them. A number would be taken for seconds or days since 1970, an
 * array for year, month and day, and nobody would see that a deadline is another one than was meant.
 */
@Configuration(proxyBeanMethods = false)
class TimesAsText {

    @Bean
    JacksonModule timeModule() {
        return new SimpleModule("times").setDeserializerModifier(new ValueDeserializerModifier() {
            @Override
            public ValueDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription.Supplier bean, ValueDeserializer<?> reader) {
                return Temporal.class.isAssignableFrom(bean.getBeanClass()) ? new IsoText(reader) : reader;
            }
        });
    }

    /** A day or a moment that is not written as ISO 8601 does. */
    static final class NotIso extends DatabindException {

        private NotIso(JsonParser parser) {
            super(parser, "a day or a moment is a text of ISO 8601");
        }
    }

    private static final class IsoText extends DelegatingDeserializer {

        private static final Pattern COUNTED = Pattern.compile("\\s*[+-]?[\\d.]+\\s*");

        IsoText(ValueDeserializer<?> reader) {
            super(reader);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
            return new IsoText(reader);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)
                    || COUNTED.matcher(parser.getString()).matches()) {
                throw new NotIso(parser);
            }
            try {
                return super.deserialize(parser, context);
            } catch (DatabindException unread) {
                throw new NotIso(parser);
            }
        }
    }
}
