package vn.gopy.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ngày làm việc: Monday to Friday but for the public holidays that stand at the same date each year, and for what is
 * decided year by year: Tết, Giỗ Tổ, days in lieu, and Saturdays on which offices work instead. An administrator writes
 * these down; whoever sets a deadline sees it in words.
 *
 * @param free days on which offices do not work, each with its name, which may be empty
 * @param worked days on which they do, although they would be free
 */
public record WorkingDays(SortedMap<LocalDate, String> free, SortedMap<LocalDate, String> worked) {

    /** Of an office about which nobody has said anything. */
    public static final WorkingDays USUAL = new WorkingDays(new TreeMap<>(), new TreeMap<>());

    private static final Set<MonthDay> HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1), MonthDay.of(9, 2));

    /** More days than these nobody writes down; far longer nothing is free. */
    private static final int MOST = 400;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern LINE =
            Pattern.compile("(\\d{1,2}/\\d{1,2}/\\d{4})(?:\\s*[-–]\\s*(\\d{1,2}/\\d{1,2}/\\d{4}))?[\\s:,-]*(.*)");

    public WorkingDays {
        free = Collections.unmodifiableSortedMap(new TreeMap<>(free));
        worked = Collections.unmodifiableSortedMap(new TreeMap<>(worked));
    }

    /**
     * As they are written: on each line a day or two with a dash between them, and a name behind: "05/02/2027 -
     * 11/02/2027 Tết Nguyên đán".
     *
     * @throws Refusal DAYS_WRONG with the line, at {@code freeDays} or {@code workedDays}
     */
    public static WorkingDays of(String free, String worked) {
        return new WorkingDays(Refusal.at("freeDays", () -> days(free)), Refusal.at("workedDays", () -> days(worked)));
    }

    private static SortedMap<LocalDate, String> days(String written) {
        SortedMap<LocalDate, String> days = new TreeMap<>();
        for (String line : TextGate.TEXT.pass(written).split("\n")) {
            if (!line.isBlank()) {
                add(days, line.strip());
            }
        }
        return days;
    }

    private static void add(SortedMap<LocalDate, String> days, String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw wrong(line);
        }
        try {
            LocalDate first = LocalDate.parse(parts.group(1), DAY);
            LocalDate last = parts.group(2) == null ? first : LocalDate.parse(parts.group(2), DAY);
            if (last.isBefore(first) || last.isAfter(first.plusDays(MOST))) {
                throw wrong(line);
            }
            first.datesUntil(last.plusDays(1)).forEach(day -> days.put(Limits.day(day), parts.group(3)));
        } catch (DateTimeParseException noDay) {
            throw wrong(line);
        }
        if (days.size() > MOST) {
            throw Refusal.unprocessable("TOO_MANY", MOST);
        }
    }

    private static Refusal wrong(String line) {
        return Refusal.unprocessable("DAYS_WRONG", line);
    }

    /** The days that are free, as they are written, days of one name that follow each other on one line. */
    public String writtenFree() {
        return written(free);
    }

    /** The days that are worked, likewise. */
    public String writtenWorked() {
        return written(worked);
    }

    private static String written(SortedMap<LocalDate, String> days) {
        List<String> lines = new ArrayList<>();
        LocalDate first = null;
        LocalDate last = null;
        String name = "";
        for (Map.Entry<LocalDate, String> day : days.entrySet()) {
            boolean goesOn = last != null
                    && day.getKey().equals(last.plusDays(1))
                    && day.getValue().equals(name);
            if (!goesOn) {
                if (first != null && last != null) {
                    lines.add(line(first, last, name));
                }
                first = day.getKey();
                name = day.getValue();
            }
            last = day.getKey();
        }
        if (first != null && last != null) {
            lines.add(line(first, last, name));
        }
        return String.join("\n", lines);
    }

    private static String line(LocalDate first, LocalDate last, String name) {
        String span = first.equals(last) ? Moments.date(first) : Moments.date(first) + " - " + Moments.date(last);
        return (span + " " + name).strip();
    }

    /** Whether offices work on the day. */
    public boolean is(LocalDate day) {
        if (worked.containsKey(day)) {
            return true;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(MonthDay.from(day))
                && !free.containsKey(day);
    }

    /** The last of so many working days, the first of which follows the given day. */
    public LocalDate after(LocalDate day, int days) {
        return counted(day, days, 1);
    }

    /** The working day that lies so many working days before the given one. */
    public LocalDate before(LocalDate day, int days) {
        return counted(day, days, -1);
    }

    private LocalDate counted(LocalDate day, int days, int step) {
        LocalDate at = day;
        for (int left = days; left > 0; ) {
            at = at.plusDays(step);
            if (is(at)) {
                left--;
            }
        }
        return at;
    }

    /** The day itself, or the first working day after it. */
    public LocalDate notBefore(LocalDate day) {
        return is(day) ? day : after(day, 1);
    }

    /** Whether days of that year are written down: those that are decided year by year may still be missing. */
    public boolean knows(int year) {
        return free.keySet().stream().anyMatch(day -> day.getYear() == year);
    }
}
