package vn.gopy.shared.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.databind.JsonNode;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/**
 * What no body of a request may hold, whatever the call: characters of no text, texts, lists and moments beyond all
 * limits, nothing where a list names something. The facades know the narrower limit of each field.
 */
@RestControllerAdvice
class SoundBodies extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        requireSound(body);
        return body;
    }

    private static void requireSound(@Nullable Object value) {
        switch (value) {
            case null -> {
                // an absent field takes its default
            }
            case String text -> text(text);
            case Instant moment -> Limits.moment(moment);
            case OffsetDateTime moment -> Limits.moment(moment.toInstant());
            case LocalDate day -> Limits.day(day);
            case Collection<?> items -> Limits.list(items, Limits.BULK).forEach(SoundBodies::requireSound);
            case Map<?, ?> fields -> fields(fields);
            case JsonNode node -> node(node);
            case Record fields -> fields(fields);
            default -> {
                // a number, a choice, an id
            }
        }
    }

    private static void text(String text) {
        if (!TextGate.isText(text)) {
            throw new Refusal(Refusal.Kind.MALFORMED, "MALFORMED");
        }
        TextGate.WORDING.pass(text);
    }

    private static void fields(Map<?, ?> fields) {
        Limits.list(fields.keySet(), Limits.LIST).forEach(SoundBodies::requireSound);
        fields.values().forEach(SoundBodies::requireSound);
    }

    private static void node(JsonNode node) {
        if (node.isString()) {
            requireSound(node.stringValue());
        } else if (node.isArray()) {
            Limits.list(node.values(), Limits.BULK).forEach(item -> {
                if (item.isNull()) {
                    throw new Refusal(Refusal.Kind.MALFORMED, "MALFORMED");
                }
                requireSound(item);
            });
        } else if (node.isObject()) {
            Limits.list(node.propertyNames(), Limits.LIST).forEach(SoundBodies::requireSound);
            node.values().forEach(SoundBodies::requireSound);
        }
    }

    private static void fields(Record fields) {
        for (RecordComponent component : fields.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                requireSound(component.getAccessor().invoke(fields));
            } catch (InvocationTargetException | IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
