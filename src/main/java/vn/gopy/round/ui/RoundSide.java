package vn.gopy.round.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import vn.gopy.draft.VersionId;
import vn.gopy.round.AnswerCounts;
import vn.gopy.round.OutcomeFigures;
import vn.gopy.round.Replies;
import vn.gopy.round.Reply;
import vn.gopy.round.RoundFigures;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.ui.Parts;

/** Beside the board of a round: how each of its drafts was answered, and on which days. */
final class RoundSide extends Div {

    private static final int MOST_DAYS = 10;

    RoundSide() {
        addClassName("side");
    }

    /** @param codes of the drafts by which the columns are named, in the order of the round */
    void byDraft(Map<VersionId, String> codes, RoundFigures answers, OutcomeFigures opinions) {
        NativeTableBody body = new NativeTableBody();
        body.add(row("invitee.agreed", codes, answers, AnswerCounts::agreed));
        body.add(row("invitee.agreedWith", codes, answers, AnswerCounts::agreedWithOpinions));
        body.add(row("invitee.objected", codes, answers, AnswerCounts::objected));
        if (answers.overall().classified() > 0) {
            body.add(row("invitee.secret.short", codes, answers, AnswerCounts::classified));
        }
        body.add(row("invitee.unanswered", codes, answers, AnswerCounts::noAnswer));
        body.add(Parts.classed(row("round.byDraft.sum", codes, answers, AnswerCounts::asked), "sum"));
        NativeTableRow said = begin("round.byDraft.opinions");
        codes.keySet().forEach(draft -> said.add(number(opinions.on(draft).opinions())));
        body.add(said);
        NativeTableRow head = new NativeTableRow(new NativeTableHeaderCell(getTranslation("round.byDraft.said")));
        codes.values().forEach(code -> head.add(Parts.classed(new NativeTableHeaderCell(code), "n")));
        NativeTable table = Parts.classed(new NativeTable(new NativeTableHeader(head), body), "g");
        add(new Section(Parts.section(getTranslation("round.byDraft"), ""), table));
    }

    private NativeTableRow row(
            String key, Map<VersionId, String> codes, RoundFigures answers, ToIntFunction<AnswerCounts> count) {
        NativeTableRow row = begin(key);
        codes.keySet()
                .forEach(draft ->
                        row.add(number(count.applyAsInt(answers.drafts().get(draft)))));
        return row;
    }

    private NativeTableRow begin(String key) {
        Element name = new Element("th").setText(getTranslation(key)).setAttribute("scope", "row");
        NativeTableRow row = new NativeTableRow();
        row.getElement().appendChild(name);
        return row;
    }

    private static NativeTableCell number(int number) {
        return Parts.classed(new NativeTableCell(Figures.two(number)), "n");
    }

    /** The latest days on which answers were sent, each with how many. */
    void byDay(List<Replies.Answer> answers) {
        Map<LocalDate, Integer> days = new TreeMap<>();
        answers.stream()
                .flatMap(answer -> answer.reply().stream())
                .filter(reply -> reply.sentAt() != null)
                .forEach(reply -> days.merge(day(reply), 1, Integer::sum));
        if (days.isEmpty()) {
            return;
        }
        int most = days.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        UnorderedList list = Parts.classed(new UnorderedList(), "bars");
        days.entrySet().stream()
                .skip(Math.max(0, days.size() - MOST_DAYS))
                .forEach(day -> list.add(bar(Moments.date(day.getKey()), day.getValue(), most)));
        add(new Section(Parts.section(getTranslation("round.byDay"), ""), list));
    }

    private static LocalDate day(Reply reply) {
        return Objects.requireNonNull(reply.sentAt()).atZone(Moments.ZONE).toLocalDate();
    }

    private static ListItem bar(String name, int number, int most) {
        Element line = new Element("i");
        line.getStyle().set("width", 100 * number / most + "%");
        Span track = new Span();
        track.getElement().appendChild(line).setAttribute("aria-hidden", "true");
        Component figure = Parts.classed(new Span(Figures.two(number)), "strong");
        return new ListItem(new Span(name), track, figure);
    }
}
