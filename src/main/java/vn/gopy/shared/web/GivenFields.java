package vn.gopy.shared.web;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Reads {@link Given} fields of bodies: a field that is left out is another thing than one that is null. */
@Configuration(proxyBeanMethods = false)
class GivenFields {

    @Bean
    JacksonModule givenModule() {
        return new SimpleModule("given").addDeserializer(Given.class, new GivenDeserializer(null));
    }

    private static final class GivenDeserializer extends ValueDeserializer<Given<?>> {

        private final @Nullable JavaType type;

        GivenDeserializer(@Nullable JavaType type) {
            this.type = type;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            JavaType given = property == null ? context.getContextualType() : property.getType();
            return new GivenDeserializer(given.containedTypeOrUnknown(0));
        }

        @Override
        public Given<?> deserialize(JsonParser parser, DeserializationContext context) {
            return Given.of(context.readValue(parser, type));
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return Given.of(null);
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Given.absent();
        }
    }
}
