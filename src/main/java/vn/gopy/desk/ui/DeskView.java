package vn.gopy.desk.ui;

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
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.desk.Desk;
import vn.gopy.round.Round;
import vn.gopy.round.RoundState;
import vn.gopy.round.Rounds;
import vn.gopy.round.ui.RoundRow;
import vn.gopy.shared.Addresses;
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
    private final DeskCharts charts;
    private final Clock clock;

    DeskView(Askers askers, Desk desk, Rounds rounds, RoundRow row, DeskCharts charts, Clock clock) {
        Person asker = askers.require();
        this.desk = desk;
        this.rounds = rounds;
        this.row = row;
        this.charts = charts;
        this.clock = clock;
        addClassName("page");
        add(head());
        if (asker.readsContent()) {
            add(leads(asker) ? forThoseWhoLead(asker) : forThoseWhoAnswer(asker));
        } else {
            add(Parts.classed(new Paragraph(getTranslation("desk.administrator")), "empty"));
        }
    }

    private static boolean leads(Person asker) {
        return asker.is(Role.SECRETARIAT) || asker.is(Role.CHAIR);
    }

    private Component forThoseWhoLead(Person asker) {
        Div left = new Div(
                box("desk.waiting", () -> waiting(asker)),
                box("desk.openRounds", () -> openRounds(asker)),
                box("desk.news", () -> news(asker)));
        Div right = new Div(
                box("desk.byChapter", () -> charts.byChapter(this, asker).orElseGet(Section::new)),
                box("desk.byOutcome", () -> charts.byOutcome(this, asker).orElseGet(Section::new)));
        return Parts.classed(new Div(left, right), "cols");
    }

    private Component forThoseWhoAnswer(Person asker) {
        Div left = new Div(
                box("desk.waiting", () -> waiting(asker)),
                box("desk.openRounds", () -> openRounds(asker)),
                box("desk.readable", () -> readable(asker)));
        return Parts.classed(new Div(left, box("desk.news", () -> news(asker))), "cols");
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
        return switch (task) {
            case Desk.Task.Unsent unsent ->
                line("pen", "send", unsent, getTranslation("desk.unsent", two(unsent.count())), unsent.dossier());
            case Desk.Task.ToAnswer answer ->
                line("calendar", "answer", answer, getTranslation("desk.toAnswer", answer.title()), toAnswer(answer));
            case Desk.Task.ToApprove approve ->
                line(
                        "stamp",
                        "approve",
                        approve,
                        getTranslation("desk.toApprove", approve.who()),
                        approve.title() + " · " + Moments.deadline(approve.deadline(), getLocale()));
            case Desk.Task.ToSupplement more ->
                line(
                        "stamp",
                        "approve",
                        more,
                        getTranslation("desk.toSupplement", two(more.count()), more.unit()),
                        more.dossier());
            case Desk.Task.ToDecide decide ->
                line("flag", "decide", decide, getTranslation("desk.toDecide", two(decide.count())), decide.title());
            case Desk.Task.ToRemind remind -> line("bell", "remind", remind, toRemind(remind), silent(remind));
            case Desk.Task.ToCheck check
            when check.count() == 1 -> {
                Desk.Unchecked only = check.latest().getFirst();
                yield line(
                        "lines",
                        "check",
                        check,
                        getTranslation("desk.toCheck", only.dossier()),
                        only.code() + " · "
                                + getTranslation(only.name().key(), only.name().ordinal()));
            }
            case Desk.Task.ToCheck check -> manyToCheck(check);
        };
    }

    private ListItem line(String icon, String verb, Desk.Task task, String what, String about) {
        return line(icon, verb, task, what, Parts.classed(new Paragraph(about), "cap"));
    }

    /** @param verb what the button at the right says is done there */
    private ListItem line(String icon, String verb, Desk.Task task, String what, Component about) {
        return new ListItem(
                new Icon(icon),
                new Div(new Anchor(task.path(), what), about),
                Parts.buttonLink(task.path(), "", getTranslation("desk.do." + verb), "sm"));
    }

    private String toAnswer(Desk.Task.ToAnswer answer) {
        String who = answer.who() + " · " + Moments.deadline(answer.deadline(), getLocale());
        return answer.answered() == 0
                ? who
                : who + " · " + getTranslation("desk.answered", two(answer.answered()), two(answer.drafts()));
    }

    private String toRemind(Desk.Task.ToRemind remind) {
        String places = two(remind.unopened() + remind.opened() + remind.preparing());
        long days = Moments.daysUntil(remind.deadline(), clock.instant());
        return days == 0
                ? getTranslation("desk.toRemind.today", places)
                : getTranslation("desk.toRemind", places, days);
    }

    private String silent(Desk.Task.ToRemind remind) {
        return getTranslation(
                "desk.toRemind.details",
                remind.title(),
                two(remind.unopened()),
                two(remind.opened()),
                two(remind.preparing()));
    }

    /** Many drafts are one line; each is reached by its code. */
    private ListItem manyToCheck(Desk.Task.ToCheck check) {
        Paragraph codes = Parts.classed(new Paragraph(), "cap", "codes");
        check.latest().forEach(one -> {
            Anchor code = Parts.classed(new Anchor(one.path(), one.code()), "lnk");
            code.setTitle(one.dossier());
            codes.add(code);
        });
        if (check.count() > check.latest().size()) {
            codes.add(Parts.classed(
                    new Anchor(Addresses.page(Addresses.DOSSIERS), getTranslation("desk.toCheck.all")), "lnk"));
        }
        return line("lines", "check", check, getTranslation("desk.toCheck.many", two(check.count())), codes);
    }

    /** What there is to read for those who lead nothing, so that an empty desk still says where to go. */
    private Component readable(Person asker) {
        List<Desk.Readable> drafts = desk.readable(asker);
        Section section = new Section(Parts.section(getTranslation("desk.readable"), ""));
        if (drafts.isEmpty()) {
            section.add(Parts.classed(new Paragraph(getTranslation("empty.readable")), "empty"));
            return section;
        }
        UnorderedList list = Parts.classed(new UnorderedList(), "works");
        drafts.forEach(draft -> list.add(new ListItem(
                new Icon("file"),
                new Div(
                        new Anchor(draft.path(), draft.title()),
                        Parts.classed(
                                new Paragraph(getTranslation(
                                        "desk.readable.about",
                                        draft.code(),
                                        draft.ordinal(),
                                        Moments.date(draft.published()))),
                                "cap")),
                Parts.buttonLink(draft.path(), "", getTranslation("desk.do.read"), "sm"))));
        section.add(list);
        return section;
    }

    private Component openRounds(Person asker) {
        Instant now = clock.instant();
        List<Round> open = rounds.list(asker).stream()
                .filter(round -> round.state(now) == RoundState.OPEN)
                .sorted(Round.byUrgency(now))
                .toList();
        Section section = new Section(
                Parts.section(getTranslation("desk.openRounds"), getTranslation("desk.rounds", two(open.size()))));
        if (open.isEmpty()) {
            section.add(Parts.classed(new Paragraph(getTranslation("empty.rounds")), "empty"));
            return section;
        }
        UnorderedList list = Parts.classed(new UnorderedList(), "rounds");
        row.of(this, asker, open).forEach(list::add);
        section.add(list);
        return section;
    }

    private Component news(Person asker) {
        List<Desk.News> news = desk.news(asker);
        Optional<Instant> before = desk.visit(asker);
        Section section = new Section(Parts.section(getTranslation("desk.news"), ""));
        if (news.isEmpty()) {
            section.add(Parts.classed(new Paragraph(getTranslation("empty.news")), "empty"));
            return section;
        }
        UnorderedList list = Parts.classed(new UnorderedList(), "news");
        news.forEach(one -> list.add(piece(one, before.filter(one.at()::isAfter).isPresent())));
        section.add(list);
        return section;
    }

    /** @param fresh came after the visit before this one */
    private ListItem piece(Desk.News one, boolean fresh) {
        Anchor link = Parts.classed(new Anchor(one.path(), one.author()), "news-author");
        Span words =
                Parts.classed(new Span(link, new Span(one.excerpt().isEmpty() ? "" : ": " + one.excerpt())), "clamp");
        Span when = Parts.classed(new Span(new Span(Moments.shortly(one.at()))), "cap", "when");
        ListItem piece =
                new ListItem(when, new Div(words, Parts.classed(new Paragraph(one.place()), "cap", "clamp", "one")));
        if (fresh) {
            piece.addClassName("fresh");
            when.addComponentAsFirst(Parts.classed(new Span(getTranslation("desk.news.fresh")), "vh"));
        }
        return piece;
    }

    private static String two(int number) {
        return Figures.two(number);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.desk") + " · Góp Ý";
    }
}
