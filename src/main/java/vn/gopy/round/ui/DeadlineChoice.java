package vn.gopy.round.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.gopy.shared.Moments;
import vn.gopy.shared.WorkingDays;
import vn.gopy.shared.ui.DayField;
import vn.gopy.shared.ui.Parts;

/** Until when answers are in time: usual spans or any day, at an hour, and the same in words. */
final class DeadlineChoice extends Section {

    private static final LocalTime END_OF_WORK = LocalTime.of(17, 0);
    private static final List<LocalTime> USUAL_HOURS = List.of(LocalTime.of(11, 30), LocalTime.of(16, 30), END_OF_WORK);
    private static final int USUAL = 10;

    private enum Span {
        FIVE(5),
        TEN(USUAL),
        TWENTY(20);

        private final int days;

        Span(int days) {
            this.days = days;
        }
    }

    private final LocalDate today;
    private final transient WorkingDays days;
    private final Segments<Span> spans;
    private final DayField day = new DayField(getTranslation("opening.deadline.day"));
    private final ComboBox<LocalTime> time = new ComboBox<>(getTranslation("opening.deadline.time"));
    private final Paragraph words = Parts.classed(new Paragraph(), "deadline-words");
    private final Paragraph remark = Parts.classed(new Paragraph(), "cap");
    private final Runnable changed;

    /**
     * @param days of the office
     * @param changed called when another deadline is chosen
     */
    DeadlineChoice(Instant now, WorkingDays days, Runnable changed) {
        this.days = days;
        this.changed = changed;
        today = now.atZone(Moments.ZONE).toLocalDate();
        spans = new Segments<Span>(getTranslation("opening.deadline"), this::take)
                .with(Span.FIVE, "", getTranslation("opening.deadline.5"), "acc")
                .with(Span.TEN, "", getTranslation("opening.deadline.10"), "acc")
                .with(Span.TWENTY, "", getTranslation("opening.deadline.20"), "acc");
        time.setItems(USUAL_HOURS);
        time.setItemLabelGenerator(at -> "%02d giờ %02d".formatted(at.getHour(), at.getMinute()));
        time.setValue(END_OF_WORK);
        day.setMin(today);
        add(
                Parts.section(getTranslation("opening.deadline"), ""),
                spans,
                Parts.classed(new Div(day, time), "pair"),
                words,
                remark);
        words.getElement().setAttribute("role", "status");
        day.addValueChangeListener(change -> show());
        time.addValueChangeListener(change -> show());
        take(Span.TEN);
    }

    /** Chooses this moment. */
    void take(Instant moment) {
        LocalTime hour = moment.atZone(Moments.ZONE).toLocalTime();
        if (!USUAL_HOURS.contains(hour)) {
            time.setItems(Stream.concat(Stream.of(hour), USUAL_HOURS.stream())
                    .sorted()
                    .toList());
        }
        time.setValue(hour);
        day.setValue(moment.atZone(Moments.ZONE).toLocalDate());
        show();
    }

    private void take(Span span) {
        day.setValue(on(span));
        show();
    }

    private LocalDate on(Span span) {
        return span == Span.TWENTY ? days.notBefore(today.plusDays(span.days)) : days.after(today, span.days);
    }

    private void show() {
        LocalDate chosen = day.getValue();
        spans.show(
                Optional.ofNullable(chosen)
                        .flatMap(on -> List.of(Span.values()).stream()
                                .filter(span -> on(span).equals(on))
                                .findFirst()),
                true);
        Locale locale = getLocale();
        words.setText(
                moment().map(at -> Moments.deadline(at, locale)).orElse(getTranslation("opening.deadline.missing")));
        remark.setText(
                chosen == null || days.is(chosen)
                        ? year(chosen == null ? today : chosen)
                        : getTranslation(
                                "opening.deadline.free",
                                Moments.weekday(chosen.getDayOfWeek(), locale) + " " + Moments.date(chosen)));
        changed.run();
    }

    /** By which calendar working days are counted. */
    private String year(LocalDate chosen) {
        return days.knows(chosen.getYear())
                ? getTranslation("opening.deadline.calendar", Integer.toString(chosen.getYear()))
                : getTranslation("opening.deadline.holidays");
    }

    /** The chosen moment; empty where none is chosen. */
    Optional<Instant> moment() {
        return Optional.ofNullable(day.getValue())
                .map(on -> on.atTime(Optional.ofNullable(time.getValue()).orElse(END_OF_WORK))
                        .atZone(Moments.ZONE)
                        .toInstant());
    }

    /** The end of work on a day. */
    static Instant endOf(LocalDate day) {
        return day.atTime(END_OF_WORK).atZone(Moments.ZONE).toInstant();
    }
}
