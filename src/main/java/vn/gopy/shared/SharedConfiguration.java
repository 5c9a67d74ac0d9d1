package vn.gopy.shared;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@Configuration(proxyBeanMethods = false)
class SharedConfiguration {

    private static final int RECURRING = 8;

    /** The state with which the database refuses a change after a dossier's end. */
    private static final String DOSSIER_ENDED = "GY001";

    @Bean
    AdjustableClock clock() {
        return new AdjustableClock();
    }

    /** Tells who wanted to change something of a dossier that has ended: the database refuses it wherever it is done. */
    @Bean
    SQLExceptionTranslator sqlExceptions() {
        var translator = new SQLExceptionSubclassTranslator();
        translator.setCustomTranslator((task, sql, failure) -> {
            if (DOSSIER_ENDED.equals(failure.getSQLState())) {
                throw Refusal.conflict("DOSSIER_ENDED");
            }
            return null;
        });
        return translator;
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource source, SQLExceptionTranslator failures, LateWrites late) {
        return late.behind(source, failures);
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
