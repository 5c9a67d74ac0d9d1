package vn.gopy.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Texts;

/** A field for a day, written and shown as 30/11/2026; the week begins on Monday. */
public final class DayField extends DatePicker {

    public DayField(String label) {
        super(label);
        Locale locale = Texts.of(
                UI.getCurrent() == null ? Texts.VIETNAMESE : UI.getCurrent().getLocale());
        setLocale(locale);
        setI18n(words(locale));
        addClassName("day-field");
    }

    private DatePickerI18n words(Locale locale) {
        boolean english = Locale.ENGLISH.equals(locale);
        List<DayOfWeek> days = Stream.concat(
                        Stream.of(DayOfWeek.SUNDAY),
                        Stream.of(DayOfWeek.values()).limit(6))
                .toList();
        return new DatePickerI18n()
                .setDateFormats("dd/MM/yyyy", "d/M/yyyy", "d/M/yy")
                .setFirstDayOfWeek(1)
                .setMonthNames(IntStream.rangeClosed(1, 12)
                        .mapToObj(month ->
                                english ? Month.of(month).getDisplayName(TextStyle.FULL, locale) : "Tháng " + month)
                        .toList())
                .setWeekdays(
                        days.stream().map(day -> Moments.weekday(day, locale)).toList())
                .setWeekdaysShort(days.stream().map(day -> brief(day, english)).toList())
                .setToday(getTranslation("day.today"))
                .setCancel(getTranslation("day.cancel"));
    }

    private static String brief(DayOfWeek day, boolean english) {
        if (english) {
            return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        }
        return day == DayOfWeek.SUNDAY ? "CN" : "T" + (day.getValue() + 1);
    }
}
