package vn.gopy.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;

/** Each person finds the own last searches again, and can have them forgotten. */
@IntegrationTest
class RecentSearchesTest {

    @Autowired
    SearchWorld world;

    @Autowired
    RecentSearches recent;

    @Test
    void theLastEightDifferentSearchesAreKeptTheLastFirst() {
        Person person = world.person(Role.MEMBER);
        for (int i = 1; i <= 10; i++) {
            recent.note(person, "từ " + i);
        }
        recent.note(person, " từ 9 ");
        recent.note(person, "   ");

        assertThat(recent.of(person))
                .hasSize(8)
                .startsWith("từ 9", "từ 10", "từ 8")
                .doesNotContain("từ 1", "từ 2");
        assertThat(recent.of(world.person(Role.MEMBER))).isEmpty();
        recent.clear(person);
        assertThat(recent.of(person)).isEmpty();
    }
}
