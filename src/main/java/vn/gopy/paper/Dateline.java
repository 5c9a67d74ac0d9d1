package vn.gopy.paper;

import java.time.LocalDate;
import vn.gopy.shared.Figures;

/** Place and date at the top of an official text. */
public final class Dateline {

    private Dateline() {}

    /**
     * "Nơi ký, ngày 05 tháng 3 năm 2026": a zero stands before days under 10 and before months 1 and 2 (Nghị định
     * 30/2020/NĐ-CP Phụ lục I).
     */
    public static String of(String place, LocalDate date) {
        var month = date.getMonthValue() < 3 ? "0" + date.getMonthValue() : Integer.toString(date.getMonthValue());
        return "%s %s tháng %s năm %d".formatted(day(place), Figures.two(date.getDayOfMonth()), month, date.getYear());
    }

    /** The same with day and month left to be written by hand. */
    public static String open(String place, int year) {
        return "%s      tháng      năm %d".formatted(day(place), year);
    }

    private static String day(String place) {
        return place.isEmpty() ? "Ngày" : place + ", ngày";
    }
}
