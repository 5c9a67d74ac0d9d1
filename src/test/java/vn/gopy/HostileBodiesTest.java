package vn.gopy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.shared.Limits;
import vn.gopy.shared.web.Given;

/** Every field of every body that a route takes, filled with what no field may hold. */
@IntegrationTest
class HostileBodiesTest {

    private static final List<Object> TEXTS = List.of("x".repeat(Limits.TEXT + 1), "a\u0000b", "a\uD800b", "a\u0007b");
    private static final List<Object> MOMENTS = List.of(
            "+292278994-08-17T07:12:55Z",
            "-999999999-01-01T00:00:00Z",
            "+99999-01-01T00:00:00Z",
            "0001-01-01T00:00:00Z");
    private static final List<Object> DAYS =
            List.of("+999999999-12-31", "-999999999-01-01", "+99999-01-01", "0001-01-01");

    @Autowired
    ApiFixture api;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    JsonMapper json;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    /** A body with one hostile value, and how the test calls it. */
    private record Attack(String name, Object body) {

        Attack in(String field) {
            return new Attack(field + "." + name, Collections.singletonMap(field, body));
        }
    }

    private record Route(String method, String path, Type body) {}

    @Test
    void noFieldOfNoRouteTakesWhatNoFieldMayHold() {
        Person secretary = committee.person(Role.SECRETARIAT);
        // routes of the two interfaces share their bodies, and the wall knows bodies only
        Collection<Route> routes = routes().collect(
                        Collectors.toMap(Route::body, Function.identity(), (one, same) -> one))
                .values();
        assertThat(routes).hasSizeGreaterThan(15);
        List<String> taken = new ArrayList<>();
        JsonMapper escaped =
                json.rebuild().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
        for (Route route : routes) {
            for (Attack attack : attacks(route.body()).toList()) {
                var answer = api.as(secretary)
                        .ifMatch("\"1\"")
                        .send(route.method(), route.path(), escaped.writeValueAsString(attack.body()));
                if (answer.status() < 400 || answer.status() >= 500 || !answer.isProblem()) {
                    taken.add(route.method() + " " + route.path() + " " + attack.name() + ": " + answer.status());
                }
            }
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void aBodyOfAnotherShapeIsNoFailureOfTheProduct() {
        Person secretary = committee.person(Role.SECRETARIAT);
        List<String> failed = new ArrayList<>();
        for (Route route : routes().toList()) {
            for (String body : List.of("null", "{}", "[]", "\"x\"", "1", "{", "")) {
                int status = api.as(secretary)
                        .ifMatch("\"1\"")
                        .send(route.method(), route.path(), body)
                        .status();
                if (status >= 500) {
                    failed.add(route.method() + " " + route.path() + " " + body + ": " + status);
                }
            }
        }
        assertThat(failed).isEmpty();
    }

    private Stream<Route> routes() {
        return mapping.getHandlerMethods().entrySet().stream().flatMap(entry -> {
            Method method = entry.getValue().getMethod();
            Optional<Parameter> body = Arrays.stream(method.getParameters())
                    .filter(one -> one.isAnnotationPresent(RequestBody.class))
                    .findFirst();
            return body.stream()
                    .flatMap(one -> entry.getKey().getPatternValues().stream()
                            .map(pattern -> new Route(
                                    entry.getKey().getMethodsCondition().getMethods().stream()
                                            .map(RequestMethod::name)
                                            .findFirst()
                                            .orElseThrow(),
                                    pattern.replace("{id}", UUID.randomUUID().toString())
                                            .replaceAll("\\{\\w+}", "STC"),
                                    one.getParameterizedType())));
        });
    }

    private static Stream<Attack> attacks(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type raw = generic.getRawType();
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            if (raw == Given.class) {
                return attacks(last);
            }
            return Collection.class.isAssignableFrom((Class<?>) raw)
                    ? ofList(last)
                    : attacks(last).map(attack -> attack.in(UUID.randomUUID().toString()));
        }
        Class<?> kind = (Class<?>) type;
        if (kind == String.class) {
            return TEXTS.stream().map(text -> named("text", text));
        }
        if (kind == Instant.class || kind == OffsetDateTime.class) {
            return MOMENTS.stream().map(moment -> named("moment", moment));
        }
        if (kind == LocalDate.class) {
            return DAYS.stream().map(day -> named("day", day));
        }
        if (kind.isEnum() || kind == UUID.class || Number.class.isAssignableFrom(kind) || kind.isPrimitive()) {
            return Stream.of(named("unknown", "NOT_ONE_OF_THEM"), named("long", "9".repeat(1_000)));
        }
        if (JsonNode.class.isAssignableFrom(kind)) {
            return Stream.concat(attacks(String.class), ofList(String.class)).map(attack -> attack.in("text"));
        }
        if (kind.isRecord()) {
            return Arrays.stream(kind.getRecordComponents()).flatMap(HostileBodiesTest::ofField);
        }
        return Stream.empty();
    }

    private static Stream<Attack> ofField(RecordComponent field) {
        return attacks(field.getGenericType()).map(attack -> attack.in(field.getName()));
    }

    private static Stream<Attack> ofList(Type item) {
        Object some = item == UUID.class ? UUID.randomUUID().toString() : item == String.class ? "x" : Map.of();
        return Stream.concat(
                Stream.of(
                        named("null", Collections.singletonList(null)),
                        named("long list", Collections.nCopies(Limits.BULK + 1, some))),
                attacks(item).map(attack -> new Attack("item." + attack.name(), List.of(attack.body()))));
    }

    private static Attack named(String name, Object body) {
        String shown =
                body instanceof String text && text.length() > 40 ? text.substring(0, 10) + "…" : String.valueOf(body);
        return new Attack(body instanceof Collection<?> ? name : name + " " + shown, body);
    }
}
