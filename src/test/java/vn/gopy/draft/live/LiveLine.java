package vn.gopy.draft.live;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import vn.gopy.account.Person;

/** The line of an open page, with all that was heard on it. */
public record LiveLine(MockHttpSession session, MvcResult result) {

    /** Opens it and waits until it is. */
    public static LiveLine opened(MockMvc web, String path, Person person) {
        return opened(web, path, person, new MockHttpSession());
    }

    /** The same in a session that may have others. */
    static LiveLine opened(MockMvc web, String path, Person person, MockHttpSession session) {
        try {
            LiveLine line = new LiveLine(
                    session,
                    web.perform(get(path).session(session).with(user(Objects.requireNonNull(person.username()))))
                            .andReturn());
            line.await("event:hello");
            return line;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    public String heard() {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    public void await(String words) {
        long end = System.nanoTime() + SECONDS.toNanos(60);
        while (!heard().contains(words)) {
            assertThat(System.nanoTime()).as("heard only %s", heard()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    public boolean ended() {
        try {
            result.getAsyncResult(20_000);
            return true;
        } catch (IllegalStateException stillOpen) {
            return false;
        }
    }
}
