package vn.gopy.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AddressesTest {

    private static final Id DOSSIER = () -> UUID.fromString("01980000-0000-7000-8000-000000000001");
    private static final String PAGE = "/ho-so/01980000-0000-7000-8000-000000000001";

    /** A page's address in a string of its own: its name behind a stroke or at the beginning, or a part of a longer one. */
    private static final Pattern WRITTEN = Pattern.compile(
            "\"/?(?:ho-so|dot|thong-bao|mat-khau|quan-tri)(?:/[^\"]*)?\"|\"[^\"\\n]*/(?:du-thao|kiem-tra)\\b");

    @Test
    void pagesOfADossierAreFoundByItsId() {
        assertThat(Addresses.dossier(DOSSIER)).isEqualTo(PAGE);
        assertThat(Addresses.draft(DOSSIER, VersionNumber.main(2))).isEqualTo(PAGE + "/du-thao/2");
        assertThat(Addresses.check(DOSSIER, VersionNumber.main(2))).isEqualTo(PAGE + "/du-thao/2/kiem-tra");
        assertThat(Addresses.comparison(DOSSIER, VersionNumber.main(1), VersionNumber.main(2)))
                .isEqualTo(PAGE + "/so-sanh/1/2");
    }

    @Test
    void aPlaceIsNamedByItsBodyWhereItHasOne() {
        assertThat(Addresses.place(DOSSIER, VersionNumber.main(1), Addresses.anchor("QC", "dieu-2/diem-đ")))
                .isEqualTo(PAGE + "/du-thao/1#QC/dieu-2/diem-%C4%91");
        assertThat(Addresses.place(DOSSIER, VersionNumber.main(1), Addresses.anchor("", "phu-luc-1")))
                .isEqualTo(PAGE + "/du-thao/1#phu-luc-1");
        assertThat(Addresses.place(DOSSIER, VersionNumber.main(1), "QC/muc-a b"))
                .endsWith("#QC/muc-a%20b");
    }

    @Test
    void parametersStandBeforeThePlace() {
        String place = Addresses.place(DOSSIER, VersionNumber.main(1), "QC/dieu-2");
        String marked = Addresses.with(Addresses.with(place, "tim", "phản biện & khác"), "tim", "#");
        assertThat(marked).isEqualTo(PAGE + "/du-thao/1?tim=ph%E1%BA%A3n+bi%E1%BB%87n+%26+kh%C3%A1c&tim=%23#QC/dieu-2");
        assertThat(Addresses.with(Addresses.draft(DOSSIER, VersionNumber.main(1)), "tra-loi"))
                .isEqualTo(PAGE + "/du-thao/1?tra-loi");
    }

    @Test
    void noOtherClassWritesTheAddressOfAPage() throws IOException {
        List<String> written = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".java"))
                            .filter(path -> !path.endsWith("Addresses.java")
                                    && !path.endsWith("PlainAddresses.java")
                                    && !path.endsWith("SearchAddress.java"))::iterator) {
                WRITTEN.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> written.add(file.getFileName() + " " + found.group()));
            }
        }
        assertThat(written).isEmpty();
    }

    @Test
    void aVersionOfAPaperIsNamedByThePaperAndItsTurn() {
        VersionNumber paper = new VersionNumber(3, 2);
        assertThat(Addresses.check(DOSSIER, paper)).isEqualTo(PAGE + "/du-thao/tai-lieu-3-2/kiem-tra");
        assertThat(VersionNumber.of("tai-lieu-3-2")).isEqualTo(paper);
        assertThat(VersionNumber.of("12")).isEqualTo(VersionNumber.main(12));
        assertThat(Stream.of("", "0x1", "tai-lieu-3", "tai-lieu--1-2", "1234567", "١"))
                .allSatisfy(none -> assertThatIllegalArgumentException().isThrownBy(() -> VersionNumber.of(none)));
    }
}
