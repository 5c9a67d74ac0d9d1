package vn.gopy.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream is read whole or refused, whatever it says about its length. */
class WholeBytesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, (16 << 10) - 1, 16 << 10, (16 << 10) + 1, (1 << 20) + (16 << 10), 5_000_000})
    void allBytesComeInTheirOrder(int length) throws IOException {
        byte[] content = content(length);
        assertThat(WholeBytes.of(stream(content), -1, length)).isEqualTo(content);
        assertThat(WholeBytes.of(stream(content), length, length)).isEqualTo(content);
        assertThat(WholeBytes.of(stream(content), length + 3L, length + 3)).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100_000, 3_000_000})
    void oneByteTooManyIsRefused(int length) {
        assertThatThrownBy(() -> WholeBytes.of(stream(content(length)), -1, length - 1))
                .isInstanceOf(WholeBytes.TooMany.class);
        assertThatThrownBy(() -> WholeBytes.of(stream(content(length)), length, length - 1))
                .isInstanceOf(WholeBytes.TooMany.class);
        assertThatThrownBy(() -> WholeBytes.of(stream(content(length)), length - 1L, length))
                .isInstanceOf(WholeBytes.TooMany.class);
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(7).nextBytes(content);
        return content;
    }

    private static InputStream stream(byte[] content) {
        return new ByteArrayInputStream(content);
    }
}
