package vn.gopy.shell.failure;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import vn.gopy.shared.Refusal;

/**
 * A path below the API that nothing answers is absent, and one that answers other methods says which, as problem details;
 * without this the screens would answer it.
 */
@Hidden
@RestController
class UnknownApiPath {

    private final ObjectProvider<RequestMappingHandlerMapping> routes;
    private final ObjectProvider<HandlerMapping> library;

    UnknownApiPath(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes,
            @Qualifier("resourceHandlerMapping") ObjectProvider<HandlerMapping> library) {
        this.routes = routes;
        this.library = library;
    }

    /** The readable description, whose files lie in the library that shows it. */
    @GetMapping({"/api/swagger-ui/**"})
    void description(HttpServletRequest request, HttpServletResponse response) throws Exception {
        HandlerExecutionChain files = library.getObject().getHandler(request);
        if (files == null || !(files.getHandler() instanceof HttpRequestHandler file)) {
            throw Refusal.notFound();
        }
        for (HandlerInterceptor before : files.getInterceptorList()) {
            before.preHandle(request, response, file);
        }
        file.handleRequest(request, response);
    }

    @RequestMapping({"/api", "/app-api", "/api/**", "/app-api/**"})
    void unknown(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        Set<String> methods =
                methodsOf(ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication());
        if (!methods.isEmpty()) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), methods);
        }
        throw Refusal.notFound();
    }

    private Set<String> methodsOf(PathContainer path) {
        return routes.getObject().getHandlerMethods().keySet().stream()
                .filter(route -> matches(route, path))
                .flatMap(route -> route.getMethodsCondition().getMethods().stream())
                .map(Enum::name)
                .collect(Collectors.toSet());
    }

    private static boolean matches(RequestMappingInfo route, PathContainer path) {
        return route.getPathPatternsCondition() != null
                && route.getPathPatternsCondition().getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
    }
}
