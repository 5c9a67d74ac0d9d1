package vn.gopy.consolidation.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gopy.legaltext.Body;

class BodyNameTest {

    @ParameterizedTest
    @CsvSource({
        "Quyết định, ban hành Quy chế làm việc, Quyết định ban hành Quy chế làm việc",
        "Chương trình, CHƯƠNG TRÌNH HÀNH ĐỘNG của Ban Thường vụ Tỉnh ủy, Chương trình hành động của Ban Thường vụ Tỉnh"
                + " ủy",
        "Quy chế, QUY CHẾ LÀM VIỆC, QUY CHẾ LÀM VIỆC",
        ", UBND tỉnh quy định mức chi, UBND tỉnh quy định mức chi"
    })
    void theKindStandsOnceAndIsNotShouted(String type, String title, String name) {
        assertThat(BodyName.of(new Body("X", type, "", title, "", "", List.of(), List.of())))
                .isEqualTo(name);
    }
}
