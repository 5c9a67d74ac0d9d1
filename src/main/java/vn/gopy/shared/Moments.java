package vn.gopy.shared;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Moments as offices write them, in the time of Vietnam. */
public final class Moments {

    /** Asia/Ho_Chi_Minh: the zone of every date shown and of every deadline. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM, HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH_DEADLINE =
            DateTimeFormatter.ofPattern("'before' HH:mm, EEEE dd/MM/yyyy", Locale.ENGLISH);

    private Moments() {}

    /** 30/11/2026. */
    public static String date(Instant moment) {
        return DATE.format(moment.atZone(ZONE));
    }

    /** 30/11/2026. */
    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** 15:20. */
    public static String time(Instant moment) {
        return TIME.format(moment.atZone(ZONE));
    }

    /** 17 giờ 00 ngày 30/11/2026. */
    public static String clock(Instant moment) {
        ZonedDateTime local = moment.atZone(ZONE);
        return "%02d giờ %02d ngày %s".formatted(local.getHour(), local.getMinute(), DATE.format(local));
    }

    /** 22/11, 15:20. */
    public static String shortly(Instant moment) {
        return SHORT.format(moment.atZone(ZONE));
    }

    /** trước 17 giờ 00, thứ Hai ngày 30/11/2026. */
    public static String deadline(Instant moment, Locale locale) {
        ZonedDateTime local = moment.atZone(ZONE);
        if (Locale.ENGLISH.equals(Texts.of(locale))) {
            return ENGLISH_DEADLINE.format(local);
        }
        return "trước %02d giờ %02d, %s ngày %s"
                .formatted(local.getHour(), local.getMinute(), weekday(local.getDayOfWeek()), DATE.format(local));
    }

    /** Whole days from now until the day of the moment; 0 on the day itself, negative afterwards. */
    public static long daysUntil(Instant moment, Instant now) {
        return moment.atZone(ZONE).toLocalDate().toEpochDay()
                - now.atZone(ZONE).toLocalDate().toEpochDay();
    }

    /** Thứ Hai … Chủ nhật, at the beginning of a line. */
    public static String weekday(DayOfWeek day, Locale locale) {
        if (Locale.ENGLISH.equals(Texts.of(locale))) {
            return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        }
        String name = weekday(day);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** thứ Hai … Chủ nhật. */
    public static String weekday(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> "thứ Hai";
            case TUESDAY -> "thứ Ba";
            case WEDNESDAY -> "thứ Tư";
            case THURSDAY -> "thứ Năm";
            case FRIDAY -> "thứ Sáu";
            case SATURDAY -> "thứ Bảy";
            case SUNDAY -> "Chủ nhật";
        };
    }
}
