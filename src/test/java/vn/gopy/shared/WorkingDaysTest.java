package vn.gopy.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deadlines in working days leave out week-ends and the holidays of fixed date. */
class WorkingDaysTest {

    @Test
    void tenWorkingDaysFromAMondayEndOnAMondayTwoWeeksLater() {
        assertThat(WorkingDays.USUAL.after(LocalDate.of(2026, 11, 16), 10)).isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @Test
    void holidaysAndWeekEndsAreNotCounted() {
        assertThat(WorkingDays.USUAL.after(LocalDate.of(2026, 4, 29), 1)).isEqualTo(LocalDate.of(2026, 5, 4));
        assertThat(WorkingDays.USUAL.after(LocalDate.of(2026, 9, 1), 1)).isEqualTo(LocalDate.of(2026, 9, 3));
    }

    @Test
    void aDeadlineInCalendarDaysEndsOnAWorkingDay() {
        assertThat(WorkingDays.USUAL.notBefore(LocalDate.of(2026, 11, 28))).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(WorkingDays.USUAL.notBefore(LocalDate.of(2026, 11, 27))).isEqualTo(LocalDate.of(2026, 11, 27));
    }

    @Test
    void whatIsDecidedForAYearIsNotCountedAndASaturdayThatIsWorkedIs() {
        WorkingDays days = WorkingDays.of("05/02/2027 - 11/02/2027 Tết Nguyên đán\n16/4/2027: Giỗ Tổ", "20/02/2027");

        assertThat(days.after(LocalDate.of(2027, 2, 4), 1)).isEqualTo(LocalDate.of(2027, 2, 12));
        assertThat(days.before(LocalDate.of(2027, 2, 12), 1)).isEqualTo(LocalDate.of(2027, 2, 4));
        assertThat(days.after(LocalDate.of(2027, 2, 19), 1)).isEqualTo(LocalDate.of(2027, 2, 20));
        assertThat(days.before(LocalDate.of(2027, 2, 22), 2)).isEqualTo(LocalDate.of(2027, 2, 19));
        assertThat(days.knows(2027)).isTrue();
        assertThat(days.knows(2026)).isFalse();
    }

    @Test
    void daysAreWrittenAsTheyAreRead() {
        String written = "05/02/2027 - 11/02/2027 Tết Nguyên đán\n12/02/2027 nghỉ bù\n16/04/2027";
        WorkingDays days = WorkingDays.of(written, "");

        assertThat(days.writtenFree()).isEqualTo(written);
        assertThat(WorkingDays.of(days.writtenFree(), days.writtenWorked())).isEqualTo(days);
        assertThat(WorkingDays.of(" ", "")).isEqualTo(WorkingDays.USUAL);
    }

    @Test
    void whatIsNoDayIsRefusedWithItsLine() {
        for (String wrong :
                List.of("Tết", "31/02/2027", "05/02/27", "11/02/2027 - 05/02/2027", "01/01/2027 - 01/01/2099")) {
            assertThatThrownBy(() -> WorkingDays.of("16/04/2027\n" + wrong, ""))
                    .as(wrong)
                    .isInstanceOfSatisfying(Refusal.class, refused -> {
                        assertThat(refused.code()).isEqualTo("DAYS_WRONG");
                        assertThat(refused.arguments()).containsExactly(wrong);
                        assertThat(refused.field()).contains("freeDays");
                    });
        }
    }
}
