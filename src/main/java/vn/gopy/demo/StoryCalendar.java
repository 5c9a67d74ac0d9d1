package vn.gopy.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import vn.gopy.shared.Moments;

/**
 * The days of the story, counted from the day of filling. A day that falls on a Saturday or Sunday moves back to the
 * Friday before it, for offices write and close on working days.
 *
 * @param today the day of filling
 */
record StoryCalendar(LocalDate today) {

    /** The working day {@code offset} days from the day of filling; negative for the past. */
    LocalDate day(int offset) {
        var day = today.plusDays(offset);
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.minusDays(2);
            default -> day;
        };
    }

    /** 17:00 of that day; a deadline ahead is never moved back to today or before. */
    Instant deadline(int offset) {
        var day = day(offset);
        var kept = offset > 0 && !day.isAfter(today) ? today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
        return kept.atTime(17, 0).atZone(Moments.ZONE).toInstant();
    }

    /** A moment of that day. */
    Instant at(int offset, LocalTime time) {
        return day(offset).atTime(time).atZone(Moments.ZONE).toInstant();
    }

    /** That day as offices print it, such as 05/11/2026. */
    String printed(int offset) {
        return Moments.date(day(offset));
    }
}
