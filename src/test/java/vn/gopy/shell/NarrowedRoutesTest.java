package vn.gopy.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import vn.gopy.IntegrationTest;

/** Whatever is asked is answered by the method that Spring would have found by asking every route. */
@IntegrationTest
class NarrowedRoutesTest {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping narrowed;

    @Autowired
    private ApplicationContext context;

    @Test
    void everyRouteIsFoundAsSpringFindsIt() {
        assertThat(narrowed).isInstanceOf(NarrowedRoutes.class);
        RequestMappingHandlerMapping stock = stock();
        List<String> different = new ArrayList<>();
        int found = 0;
        for (RequestMappingInfo route : narrowed.getHandlerMethods().keySet()) {
            for (String pattern : route.getPatternValues()) {
                for (String path : paths(pattern)) {
                    for (String method : METHODS) {
                        Answer ours = answer(narrowed, method, path, route);
                        Answer theirs = answer(stock, method, path, route);
                        found += ours.found() ? 1 : 0;
                        if (!ours.equals(theirs)) {
                            different.add(method + " " + path + ": " + ours + ", Spring: " + theirs);
                        }
                    }
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(found).isGreaterThan(1_000);
    }

    /** What the method is told of the path besides being found. */
    private record Answer(String method, Object variables, Object pattern, boolean found) {}

    private static Answer answer(
            RequestMappingHandlerMapping routes, String method, String path, RequestMappingInfo route) {
        var request = new MockHttpServletRequest(method, path);
        route.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .ifPresent(type -> request.setContentType(type.toString()));
        ServletRequestPathUtils.parseAndCache(request);
        try {
            HandlerExecutionChain chain = routes.getHandler(request);
            return new Answer(
                    chain == null ? "nobody" : Objects.toString(chain.getHandler()),
                    Objects.toString(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)),
                    Objects.toString(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)),
                    chain != null);
        } catch (Exception refused) {
            return new Answer(refused.toString(), "", "", false);
        }
    }

    /** The pattern filled in plainly, and as clients write it that are careless or hostile. */
    private static Set<String> paths(String pattern) {
        String path = pattern.replaceAll("\\{[^}]*}", "4f1c2f0e-5d3b-4a6e-9b57-0c3d8a1e2f44")
                .replace("**", "a/b.c");
        String last = path.substring(path.lastIndexOf('/') + 1);
        String encoded = last.isEmpty()
                ? path
                : path.substring(0, path.length() - last.length()) + "%" + Integer.toHexString(last.charAt(0))
                        + last.substring(1);
        return new LinkedHashSet<>(
                List.of(path, path + "/", path + ";v=1", path.replaceFirst("/", "//"), encoded, path + ".json"));
    }

    private RequestMappingHandlerMapping stock() {
        var stock = new RequestMappingHandlerMapping() {
            @Override
            protected boolean isHandler(Class<?> beanType) {
                return false; // they are taken over, as their settings have made them
            }
        };
        stock.setApplicationContext(context);
        stock.setPatternParser(narrowed.getPatternParser());
        stock.setContentNegotiationManager(narrowed.getContentNegotiationManager());
        stock.afterPropertiesSet();
        narrowed.getHandlerMethods()
                .forEach((route, method) -> stock.registerMapping(route, method.getBean(), method.getMethod()));
        return stock;
    }
}
