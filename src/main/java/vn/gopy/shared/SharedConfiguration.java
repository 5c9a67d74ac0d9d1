package vn.gopy.shared;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SharedConfiguration {

    @Bean
    AdjustableClock clock() {
        return new AdjustableClock();
    }
}
