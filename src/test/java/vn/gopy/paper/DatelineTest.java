package vn.gopy.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatelineTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-05, 'Thái Nguyên, ngày 05 tháng 3 năm 2026'",
        "2026-02-15, 'Thái Nguyên, ngày 15 tháng 02 năm 2026'",
        "2026-11-12, 'Thái Nguyên, ngày 12 tháng 11 năm 2026'"
    })
    void aZeroStandsBeforeSmallDaysAndBeforeTheFirstTwoMonthsOnly(LocalDate date, String printed) {
        assertThat(Dateline.of("Thái Nguyên", date)).isEqualTo(printed);
    }
}
