package vn.gopy.consultation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.consultation.Desk;
import vn.gopy.consultation.Round;
import vn.gopy.consultation.RoundState;
import vn.gopy.consultation.Rounds;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** The desk (bàn làm việc): what waits for this person, the open rounds, what is new. */
@Route("")
@PermitAll
class DeskView extends Main implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(DeskView.class);

    private final Desk desk;
    private final Rounds rounds;
    private final RoundRow row;
    private final Clock clock;

    DeskView(Askers askers, Desk desk, Rounds rounds, RoundRow row, Clock clock) {
        Person asker = askers.require();
        this.desk = desk;
        this.rounds = rounds;
        this.row = row;
        this.clock = clock;
        addClassName("page");
        add(head());
        if (asker.readsContent()) {
            Div left =
                    new Div(box("desk.waiting", () -> waiting(asker)), box("desk.openRounds", () -> openRounds(asker)));
            Div columns = Parts.classed(new Div(left, box("desk.news", () -> news(asker))), "cols");
            add(columns);
        } else {
            add(Parts.classed(new Paragraph(getTranslation("desk.administrator")), "empty"));
        }
    }

    /** One part of the desk; what goes wrong in it leaves the others as they are. */
    private Component box(String titleKey, Supplier<Component> part) {
        try {
            return part.get();
        } catch (RuntimeException failed) {
            LOG.error("The part {} of a desk failed", titleKey, failed);
            return new Section(
                    Parts.section(getTranslation(titleKey), ""),
                    Parts.classed(new Paragraph(getTranslation("desk.broken")), "empty"));
        }
    }

    private Component head() {
        ZonedDateTime today = clock.instant().atZone(Moments.ZONE);
        String day = Moments.weekday(today.getDayOfWeek(), getLocale()) + ", " + Moments.date(clock.instant());
        Div head = Parts.classed(new Div(), "page-head");
        head.add(Parts.title(getTranslation("nav.desk")), Parts.caption(day));
        return head;
    }

    private Component waiting(Person asker) {
        List<Desk.Task> tasks = desk.tasks(asker);
        Section section = new Section(
                Parts.section(getTranslation("desk.waiting"), getTranslation("desk.tasks", two(tasks.size()))));
        if (tasks.isEmpty()) {
            section.add(Parts.classed(new Paragraph(getTranslation("empty.desk")), "empty"));
            return section;
        }
        UnorderedList list = Parts.classed(new UnorderedList(), "works");
        tasks.forEach(task -> list.add(line(task)));
        section.add(list);
        return section;
    }

    private ListItem line(Desk.Task task) {
        Div words = switch (task) {
            case Desk.Task.Unsent unsent ->
                words(unsent.path(), getTranslation("desk.unsent", two(unsent.count())), unsent.dossier());
            case Desk.Task.ToAnswer answer ->
                words(
                        answer.path(),
                        getTranslation("desk.toAnswer", answer.title()),
                        answer.who() + " · " + Moments.deadline(answer.deadline(), getLocale()));
            case Desk.Task.ToApprove approve ->
                words(approve.path(), getTranslation("desk.toApprove", approve.who()), approve.title());
            case Desk.Task.ToSupplement more ->
                words(
                        more.path(),
                        getTranslation("desk.toSupplement", two(more.count()), more.unit()),
                        more.dossier());
            case Desk.Task.ToRemind remind ->
                words(
                        remind.path(),
                        getTranslation(
                                "desk.toRemind",
                                two(remind.unopened() + remind.opened() + remind.preparing()),
                                Moments.daysUntil(remind.deadline(), clock.instant())),
                        getTranslation(
                                "desk.toRemind.details",
                                remind.title(),
                                two(remind.unopened()),
                                two(remind.opened()),
                                two(remind.preparing())));
            case Desk.Task.ToCheck check ->
                words(
                        check.path(),
                        getTranslation("desk.toCheck", check.dossier()),
                        getTranslation("term.draft", check.ordinal()));
        };
        String icon = switch (task) {
            case Desk.Task.Unsent unsent -> "pen";
            case Desk.Task.ToAnswer answer -> "calendar";
            case Desk.Task.ToApprove approve -> "stamp";
            case Desk.Task.ToSupplement more -> "stamp";
            case Desk.Task.ToRemind remind -> "bell";
            case Desk.Task.ToCheck check -> "lines";
        };
        String path = task.path();
        return new ListItem(new Icon(icon), words, Parts.buttonLink(path, "", getTranslation("action.open"), "sm"));
    }

    private static Div words(String path, String what, String about) {
        return new Div(new Anchor(path, what), Parts.classed(new Paragraph(about), "cap"));
    }

    private Component openRounds(Person asker) {
        List<Round> open = rounds.list(asker).stream()
                .filter(round -> round.state(clock.instant()) == RoundState.OPEN)
                .toList();
        Section section = new Section(
                Parts.section(getTranslation("desk.openRounds"), getTranslation("desk.rounds", two(open.size()))));
        if (open.isEmpty()) {
            section.add(Parts.classed(new Paragraph(getTranslation("empty.rounds")), "empty"));
            return section;
        }
        UnorderedList list = Parts.classed(new UnorderedList(), "rounds");
        row.of(this, asker, open.reversed()).forEach(list::add);
        section.add(list);
        return section;
    }

    private Component news(Person asker) {
        List<Desk.News> news = desk.news(asker);
        Section section = new Section(Parts.section(getTranslation("desk.news"), ""));
        if (news.isEmpty()) {
            section.add(Parts.classed(new Paragraph(getTranslation("empty.news")), "empty"));
            return section;
        }
        UnorderedList list = Parts.classed(new UnorderedList(), "rows");
        news.forEach(one -> {
            Anchor link = new Anchor(one.path(), one.author() + ": ");
            link.addClassName("news-author");
            Paragraph words = new Paragraph();
            words.add(link, new Span(one.excerpt()));
            list.add(new ListItem(
                    words, Parts.classed(new Paragraph(one.place() + " · " + Moments.shortly(one.at())), "cap")));
        });
        section.add(list);
        return section;
    }

    private static String two(int number) {
        return Figures.two(number);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.desk") + " · Góp Ý";
    }
}
