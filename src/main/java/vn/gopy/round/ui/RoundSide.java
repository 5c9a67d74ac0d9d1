package vn.gopy.round.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionName;
import vn.gopy.round.AnswerCounts;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.RoundFigures;
import vn.gopy.round.figures.OpinionSpread;
import vn.gopy.round.figures.OutcomeFigures;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.ui.Parts;

/** Beside the board of a round, each with its table: how its drafts were answered, when, and where the opinions are. */
final class RoundSide extends Div {

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
        Section section = new Section(Parts.section(getTranslation("round.byDraft"), ""));
        codes.forEach((draft, code) -> section.add(strip(code, answers.on(draft))));
        section.add(table);
        add(section);
    }

    /** The answers on a draft side by side; the table below tells them. */
    private static Div strip(String code, AnswerCounts counts) {
        Div strip = Parts.classed(new Div(), "strip");
        part(strip, "ok", counts.agreed());
        part(strip, "part", counts.agreedWithOpinions());
        part(strip, "no", counts.objected());
        part(strip, "keep", counts.classified());
        part(strip, "none", counts.noAnswer());
        Div line = Parts.classed(new Div(Parts.caption(code), strip), "coded");
        line.getElement().setAttribute("aria-hidden", "true");
        return line;
    }

    private static void part(Div strip, String tone, int number) {
        if (number > 0) {
            Element part = new Element("i");
            part.getClassList().add(tone);
            part.getStyle().set("flex-grow", Integer.toString(number));
            strip.getElement().appendChild(part);
        }
    }

    private NativeTableRow row(
            String key, Map<VersionId, String> codes, RoundFigures answers, ToIntFunction<AnswerCounts> count) {
        NativeTableRow row = begin(key);
        codes.keySet().forEach(draft -> row.add(number(count.applyAsInt(answers.on(draft)))));
        return row;
    }

    private NativeTableRow begin(String key) {
        return named(getTranslation(key));
    }

    private static NativeTableRow named(String words) {
        Element name = new Element("th").setText(words).setAttribute("scope", "row");
        NativeTableRow row = new NativeTableRow();
        row.getElement().appendChild(name);
        return row;
    }

    private static NativeTableCell number(int number) {
        return Parts.classed(new NativeTableCell(Figures.two(number)), "n");
    }

    /** How many had answered by the end of each day until now; the same as a table below it. */
    void byDay(Round round, List<Replies.Answer> answers, Instant now) {
        AnsweredOverTime line = new AnsweredOverTime(round, answers, now);
        if (line.isEmpty()) {
            return;
        }
        NativeTableBody body = new NativeTableBody();
        line.days().forEach(day -> {
            NativeTableRow row = named(Moments.date(day.date()));
            row.add(number(day.sent()), number(day.until()));
            body.add(row);
        });
        NativeTableRow head = new NativeTableRow(
                new NativeTableHeaderCell(getTranslation("round.byDay.day")),
                Parts.classed(new NativeTableHeaderCell(getTranslation("round.byDay.sent")), "n"),
                Parts.classed(new NativeTableHeaderCell(getTranslation("round.byDay.until")), "n"));
        NativeTable table = Parts.classed(new NativeTable(new NativeTableHeader(head), body), "g");
        add(new Section(
                Parts.section(getTranslation("round.byDay"), ""),
                line.drawing(getTranslation("round.byDay.deadline")),
                new NativeDetails(getTranslation("round.table"), table)));
    }

    /** Where the opinions on a draft are; each bar has its number, and the sum stands below. */
    void byChapter(OpinionSpread.Chart chart) {
        int most = chart.bars().stream()
                .mapToInt(OpinionSpread.Bar::opinions)
                .max()
                .orElse(1);
        NativeTableBody body = new NativeTableBody();
        chart.bars().stream().filter(bar -> bar.named() || bar.opinions() > 0).forEach(bar -> {
            NativeTableRow row = named(bar.named() ? bar.key() : getTranslation("desk.bar." + bar.key()));
            row.add(bar(bar.opinions(), most), number(bar.opinions()));
            body.add(row);
        });
        NativeTableRow sum = named(getTranslation("round.byDraft.sum"));
        sum.add(new NativeTableCell(), number(chart.total()));
        body.add(Parts.classed(sum, "sum"));
        String about = aboutChapters(chart);
        NativeTable table = Parts.classed(new NativeTable(body), "g", "barred");
        table.getElement().setAttribute("aria-label", about);
        add(new Section(
                Parts.section(getTranslation("desk.byChapter"), ""),
                Parts.classed(new Paragraph(about), "cap"),
                table));
    }

    private String aboutChapters(OpinionSpread.Chart chart) {
        VersionName draft = Objects.requireNonNull(chart.draft());
        String name = VersionName.inSentence(getTranslation(draft.key(), draft.ordinal()));
        return getTranslation("desk.byChapter.about", chart.about(), name, Figures.two(chart.total()));
    }

    private static NativeTableCell bar(int number, int most) {
        Element line = new Element("i");
        line.getStyle().set("width", 100 * number / Math.max(1, most) + "%");
        NativeTableCell cell = new NativeTableCell();
        cell.getElement().appendChild(line).setAttribute("aria-hidden", "true");
        return cell;
    }
}
