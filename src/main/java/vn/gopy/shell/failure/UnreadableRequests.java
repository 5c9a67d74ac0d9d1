package vn.gopy.shell.failure;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Whatever handles it: a request that cannot be read is malformed, and no failure that belongs into the log. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class UnreadableRequests {

    @ExceptionHandler(InvalidParameterException.class)
    void unreadable(HttpServletResponse response) throws IOException {
        response.sendError(400);
    }
}
