package vn.gopy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gopy.shared.Settings.Office;
import vn.gopy.vietnamese.Folding;

/** The product is of no province: the one of the example is named by the example's files alone. */
class NothingParticularTest {

    private static final List<Path> PRODUCT = List.of(
            Path.of("src/main/java"),
            Path.of("src/main/resources/application.yaml"),
            Path.of("src/main/resources/vaadin-i18n"),
            Path.of("src/main/resources/templates"),
            Path.of("src/main/resources/db"),
            Path.of("frontend"));

    @Test
    void noSourceNamesTheProvinceOfTheExample() throws IOException {
        Office office = Story.read().office();
        assertThat(List.of(office.party(), office.state()))
                .allSatisfy(line -> assertThat(Folding.fold(line)).contains(Folding.fold(office.place())));
        List<String> named = new ArrayList<>();
        for (Path root : PRODUCT) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().matches(".*\\.(java|yaml|properties|html|sql|js|css)"))
                        .filter(file -> Folding.fold(text(file)).contains(Folding.fold(office.place())))
                        .map(Path::toString)
                        .forEach(named::add);
            }
        }
        assertThat(named).isEmpty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
