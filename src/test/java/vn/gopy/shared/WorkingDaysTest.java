package vn.gopy.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Deadlines in working days leave out week-ends and the holidays of fixed date. */
class WorkingDaysTest {

    @Test
    void tenWorkingDaysFromAMondayEndOnAMondayTwoWeeksLater() {
        assertThat(WorkingDays.after(LocalDate.of(2026, 11, 16), 10)).isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @Test
    void holidaysAndWeekEndsAreNotCounted() {
        assertThat(WorkingDays.after(LocalDate.of(2026, 4, 29), 1)).isEqualTo(LocalDate.of(2026, 5, 4));
        assertThat(WorkingDays.after(LocalDate.of(2026, 9, 1), 1)).isEqualTo(LocalDate.of(2026, 9, 3));
    }

    @Test
    void aDeadlineInCalendarDaysEndsOnAWorkingDay() {
        assertThat(WorkingDays.notBefore(LocalDate.of(2026, 11, 28))).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(WorkingDays.notBefore(LocalDate.of(2026, 11, 27))).isEqualTo(LocalDate.of(2026, 11, 27));
    }
}
