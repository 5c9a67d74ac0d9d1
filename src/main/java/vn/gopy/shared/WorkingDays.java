package vn.gopy.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * Ngày làm việc: Monday to Friday but for the public holidays that stand at the same date each year. Tết, Giỗ Tổ and days
 * in lieu are decided year by year and are not known here; whoever sets a deadline is told so.
 */
public final class WorkingDays {

    private static final Set<MonthDay> HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1), MonthDay.of(9, 2));

    private WorkingDays() {}

    /** Whether offices work on the day. */
    public static boolean is(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(MonthDay.from(day));
    }

    /** The last of so many working days, the first of which follows the given day. */
    public static LocalDate after(LocalDate day, int days) {
        LocalDate at = day;
        for (int left = days; left > 0; ) {
            at = at.plusDays(1);
            if (is(at)) {
                left--;
            }
        }
        return at;
    }

    /** The day itself, or the first working day after it. */
    public static LocalDate notBefore(LocalDate day) {
        return is(day) ? day : after(day, 1);
    }
}
