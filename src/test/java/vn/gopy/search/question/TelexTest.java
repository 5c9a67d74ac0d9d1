package vn.gopy.search.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelexTest {

    @ParameterizedTest
    @CsvSource({
        "nghij, nghị",
        "ddinhj, định",
        "quyeets, quyết",
        "dinhj, dịnh",
        "phoos, phố",
        "bieejn, biện",
        "pharn, phản",
        "chees, chế",
        "dduowcj, được",
        "tuw, tư",
        "Uyr, ủy"
    })
    void keysLeftBehindAreRead(String typed, String meant) {
        assertThat(Telex.decode(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "quy", "lam", "tra", "57", "nq"})
    void wordsWithoutKeysAreLeftAlone(String typed) {
        assertThat(Telex.decode(typed)).isEmpty();
    }
}
