package vn.gopy.search.question;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.search.engine.EngineAnswer;
import vn.gopy.search.engine.EngineQuery.Order;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.UnfinishedSearchException;
import vn.gopy.search.engine.lucene.EmbeddedIndex;

/** News is never decided by an answer that the time limit cut short: what it lacks would be lost, or told twice. */
class UnfinishedSearchTest {

    @TempDir
    Path folder;

    @Test
    void anAnswerCutShortIsNoAnswer() {
        try (SearchEngine engine = EmbeddedIndex.open(folder, Duration.ofSeconds(5))) {
            SearchEngine hurried = (SearchEngine) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {SearchEngine.class},
                    (proxy, method, arguments) -> method.getName().equals("search")
                            ? new EngineAnswer(0, List.of(), Map.of(), false)
                            : method.invoke(engine, arguments));
            Asking asking =
                    new Asking("quy chế", Map.of(), Map.of(), Set.of("everyone"), Order.RELEVANCE, 0, 10, false);
            assertThatThrownBy(() -> new Finder(hurried).among(asking, List.of("a")))
                    .isInstanceOf(UnfinishedSearchException.class);
        }
    }
}
