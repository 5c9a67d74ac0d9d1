package vn.gopy.plain;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.shared.Refusal;

/**
 * Every form of a plain page: with the session of somebody else than the page was made for it does nothing, and what was
 * kept of it is forgotten once it was taken.
 */
@Component
class PlainForms implements HandlerInterceptor, WebMvcConfigurer {

    private static final int FIRST_FAILURE = 400;

    private final Askers askers;
    private final KeptForms kept;

    PlainForms(Askers askers, KeptForms kept) {
        this.askers = askers;
        this.kept = kept;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(PlainAddresses.HOME + "/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String owner = isForm(request) ? request.getParameter(KeptForms.OWNER) : null;
        if (owner != null) {
            Person asker = askers.require();
            if (!asker.id().toString().equals(owner)) {
                throw Refusal.conflict("PERSON_CHANGED", asker.displayName());
            }
        }
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        boolean refused = answer != null
                && answer.getStatus() != null
                && answer.getStatus().value() >= FIRST_FAILURE;
        if (isForm(request) && !refused) {
            kept.taken(request, response);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        return "POST".equals(request.getMethod());
    }
}
