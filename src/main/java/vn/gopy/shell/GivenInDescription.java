package vn.gopy.shell;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gopy.shared.web.Given;

/** Describes fields of a change as what they hold in JSON; that they may be left out is said by their not being required. */
@Component
class GivenInDescription implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        JavaType asked = TypeFactory.defaultInstance().constructType(type.getType());
        return Given.class.equals(asked.getRawClass())
                ? context.resolve(new AnnotatedType(asked.containedType(0)))
                : others.hasNext() ? others.next().resolve(type, context, others) : null;
    }
}
