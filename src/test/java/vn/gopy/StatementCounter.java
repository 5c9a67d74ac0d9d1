package vn.gopy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * Listens to what goes to the database, so that a test can tell how many statements a page takes. Only what the running
 * thread sends is counted: jobs in the background disturb nobody.
 */
@Component
public class StatementCounter implements BeanPostProcessor {

    private static final ThreadLocal<@Nullable List<String>> HEARD = new ThreadLocal<>();

    /** The statements that this thread sends while it does the work, in order. */
    public static List<String> statements(Runnable work) {
        List<String> before = HEARD.get();
        List<String> heard = new ArrayList<>();
        HEARD.set(heard);
        try {
            work.run();
        } finally {
            HEARD.set(before);
        }
        return heard;
    }

    /** How many statements this thread sends while it does the work. */
    public static int count(Runnable work) {
        return statements(work).size();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !(bean instanceof Listening) ? new Listening(source) : bean;
    }

    private static final class Listening extends DelegatingDataSource {

        private Listening(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return listening(super.getConnection());
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return listening(super.getConnection(user, password));
        }
    }

    private static Connection listening(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return result instanceof Statement statement ? listening(statement, first(arguments)) : result;
        });
    }

    private static Statement listening(Statement statement, Optional<String> prepared) {
        Class<?> kind = Stream.of(CallableStatement.class, PreparedStatement.class, Statement.class)
                .filter(one -> one.isInstance(statement))
                .findFirst()
                .orElseThrow();
        return (Statement) proxy(kind, (proxy, method, arguments) -> {
            List<String> heard = HEARD.get();
            if (heard != null && method.getName().startsWith("execute")) {
                heard.add(first(arguments).or(() -> prepared).orElse(""));
            }
            return call(statement, method, arguments);
        });
    }

    private static Optional<String> first(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String sql
                ? Optional.of(sql)
                : Optional.empty();
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<? extends T> kind, InvocationHandler handler) {
        return (T) Proxy.newProxyInstance(StatementCounter.class.getClassLoader(), new Class<?>[] {kind}, handler);
    }
}
