package vn.gopy.round.ui;

import com.vaadin.flow.component.Svg;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;

/** How many have answered in the course of a round: a stair with one step for each day on which answers were sent. */
final class AnsweredOverTime {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 90;
    private static final int LEFT = 26;
    private static final int RIGHT = 10;
    private static final int TOP = 14;
    private static final int BOTTOM = 20;

    private final LocalDate first;
    private final LocalDate deadline;
    private final LocalDate last;
    private final int asked;
    private final List<Day> days = new ArrayList<>();

    /** @param until how many had answered when it ended */
    record Day(LocalDate date, int sent, int until) {}

    AnsweredOverTime(Round round, List<Replies.Answer> answers, Instant now) {
        Map<LocalDate, Integer> sent = new TreeMap<>();
        answers.stream()
                .filter(answer -> answer.invitee().invited())
                .flatMap(answer -> answer.reply().stream())
                .flatMap(reply -> Stream.ofNullable(reply.sentAt()))
                .forEach(at -> sent.merge(day(at), 1, Integer::sum));
        int until = 0;
        for (Map.Entry<LocalDate, Integer> one : sent.entrySet()) {
            until += one.getValue();
            days.add(new Day(one.getKey(), one.getValue(), until));
        }
        asked = (int)
                answers.stream().filter(answer -> answer.invitee().invited()).count();
        deadline = day(round.closes());
        first = days.isEmpty() || day(round.opensAt()).isBefore(days.getFirst().date())
                ? day(round.opensAt())
                : days.getFirst().date();
        LocalDate today = day(now);
        LocalDate latest = days.isEmpty() ? today : days.getLast().date();
        LocalDate known = today.isBefore(deadline) ? today : deadline;
        last = known.isAfter(latest) ? known : latest;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Moments.ZONE).toLocalDate();
    }

    boolean isEmpty() {
        return days.isEmpty();
    }

    List<Day> days() {
        return List.copyOf(days);
    }

    private LocalDate end() {
        return last.isAfter(deadline) ? last : deadline;
    }

    private double x(LocalDate day) {
        long all = Math.max(1, ChronoUnit.DAYS.between(first, end()));
        return LEFT + (double) (WIDTH - LEFT - RIGHT) * ChronoUnit.DAYS.between(first, day) / all;
    }

    private double y(int number) {
        return HEIGHT - BOTTOM - (double) (HEIGHT - TOP - BOTTOM) * number / Math.max(1, asked);
    }

    /**
     * The stair with the deadline across it; those who do not see it have the table.
     *
     * @param words what is written at the deadline
     */
    Svg drawing(String words) {
        StringBuilder drawn = new StringBuilder(
                "<svg class=\"stair\" viewBox=\"0 0 %d %d\" aria-hidden=\"true\">".formatted(WIDTH, HEIGHT));
        line(drawn, "axis", x(first), y(0), x(end()), y(0));
        line(drawn, "axis", x(first), y(asked), x(end()), y(asked));
        line(drawn, "due", x(deadline), TOP, x(deadline), HEIGHT - BOTTOM);
        text(drawn, "end", x(deadline), TOP - 4, HtmlUtils.htmlEscape(words));
        text(drawn, "end", LEFT - 4, y(0), "0");
        text(drawn, "end", LEFT - 4, y(asked) + 4, Integer.toString(asked));
        text(drawn, "start", x(first), HEIGHT - 4, Moments.date(first));
        text(drawn, "end", x(end()), HEIGHT - 4, Moments.date(end()));
        drawn.append("<path class=\"steps\" d=\"").append(at("M%.1f %.1f", x(first), y(0)));
        days.forEach(day -> drawn.append(at(" H%.1f V%.1f", x(day.date()), y(day.until()))));
        drawn.append(at(" H%.1f\"/>", x(last)));
        int until = days.getLast().until();
        text(drawn, "end", x(last), y(until) - 4, Figures.two(until));
        return new Svg(drawn.append("</svg>").toString());
    }

    private static void line(StringBuilder drawn, String kind, double x1, double y1, double x2, double y2) {
        drawn.append("<path class=\"")
                .append(kind)
                .append("\" d=\"")
                .append(at("M%.1f %.1f L%.1f %.1f\"/>", x1, y1, x2, y2));
    }

    private static void text(StringBuilder drawn, String anchor, double x, double y, String escaped) {
        drawn.append(at("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"", x, y))
                .append(anchor)
                .append("\">")
                .append(escaped)
                .append("</text>");
    }

    /** As a drawing writes numbers, whatever the language. */
    private static String at(String pattern, Object... numbers) {
        return String.format(Locale.ROOT, pattern, numbers);
    }
}
