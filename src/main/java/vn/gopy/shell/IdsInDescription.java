package vn.gopy.shell;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gopy.shared.Id;

/** Describes ids as what they are in JSON: plain UUID texts. */
@Component
class IdsInDescription implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        Class<?> asked =
                TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (Id.class.isAssignableFrom(asked)) {
            return new UUIDSchema();
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }
}
