package vn.gopy;

import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Who is signed in is kept by a strategy that the application sets for the whole JVM. With several application contexts
 * in one test run the last one to start would rule; each test gets the one of its own context back.
 */
public class OwnSecurityStrategy implements TestExecutionListener, Ordered {

    private static final int BEFORE_ANYBODY_SIGNS_IN = 1000;

    @Override
    public int getOrder() {
        return BEFORE_ANYBODY_SIGNS_IN;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        SecurityContextHolder.setContextHolderStrategy(
                test.getApplicationContext().getBean(SecurityContextHolderStrategy.class));
    }
}
