package vn.gopy.shell.failure;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Calls of both interfaces and plain pages are watched for what they are denied. */
@Configuration(proxyBeanMethods = false)
class DeniedAccessConfiguration implements WebMvcConfigurer {

    private final DeniedAccess denied;

    DeniedAccessConfiguration(DeniedAccess denied) {
        this.denied = denied;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(denied).addPathPatterns("/api/**", "/app-api/**", "/don-gian/**");
    }
}
