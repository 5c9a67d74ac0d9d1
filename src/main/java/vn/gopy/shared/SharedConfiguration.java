package vn.gopy.shared;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@Configuration(proxyBeanMethods = false)
class SharedConfiguration {

    private static final int RECURRING = 8;

    @Bean
    AdjustableClock clock() {
        return new AdjustableClock();
    }

    /** So many threads that no recurring work waits for another, such as news for a mail server that does not answer. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(RECURRING);
        scheduler.setThreadNamePrefix("recurring-");
        scheduler.setDaemon(true);
        return scheduler;
    }
}
