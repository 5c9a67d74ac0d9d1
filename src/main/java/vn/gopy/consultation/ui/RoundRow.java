package vn.gopy.consultation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.consultation.AnswerCounts;
import vn.gopy.consultation.Invitee;
import vn.gopy.consultation.Position;
import vn.gopy.consultation.Replies;
import vn.gopy.consultation.Reply;
import vn.gopy.consultation.ReplyState;
import vn.gopy.consultation.Round;
import vn.gopy.consultation.RoundState;
import vn.gopy.consultation.Rounds;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Texts;
import vn.gopy.shared.ui.Parts;

/**
 * A round as a line of a list: days left, title, deadline; for the secretariat and the chair one small box per addressee,
 * whose shape says the state without colour, and the sums beside it.
 */
@SpringComponent
class RoundRow {

    /** In the order in which the boxes stand. */
    private static final List<String> LOOKS =
            List.of("ok full", "part full", "no full", "keep full", "acc half", "idle plain", "idle dash");

    private final Rounds rounds;
    private final Replies replies;
    private final Clock clock;

    RoundRow(Rounds rounds, Replies replies, Clock clock) {
        this.rounds = rounds;
        this.replies = replies;
        this.clock = clock;
    }

    /** The line of one round. */
    ListItem of(Component page, Person asker, Round round) {
        Div words = new Div(
                new H3(new Anchor("/dot/" + round.id(), round.title())),
                Parts.caption(Moments.deadline(round.closes(), locale())));
        if (asker.is(Role.SECRETARIAT) || asker.is(Role.CHAIR)) {
            List<Replies.Answer> answers = replies.list(asker, round.id());
            words.add(boxes(answers), sums(page, asker, round));
        }
        return new ListItem(left(page, round), words);
    }

    private static Locale locale() {
        return UI.getCurrent() == null ? Texts.VIETNAMESE : UI.getCurrent().getLocale();
    }

    private Div left(Component page, Round round) {
        RoundState state = round.state(clock.instant());
        boolean open = state == RoundState.OPEN;
        long days = Moments.daysUntil(round.closes(), clock.instant());
        Div left = Parts.classed(new Div(), "left");
        left.getElement().appendChild(new Element("b").setText(open ? String.valueOf(days) : "–"));
        left.add(new Span(page.getTranslation(open ? "round.days" : "round.state." + state)));
        if (open && days <= 3) {
            left.addClassName("hot");
        }
        return left;
    }

    private static Div boxes(List<Replies.Answer> answers) {
        Div boxes = Parts.classed(new Div(), "sq");
        boxes.getElement().setAttribute("aria-hidden", "true");
        answers.stream()
                .map(RoundRow::look)
                .sorted(Comparator.comparing(LOOKS::indexOf))
                .forEach(look -> {
                    Element box = new Element("i");
                    box.getClassList().addAll(List.of(look.split(" ")));
                    boxes.getElement().appendChild(box);
                });
        return boxes;
    }

    private static String look(Replies.Answer answer) {
        Invitee invitee = answer.invitee();
        Reply reply = answer.reply().orElse(null);
        if (invitee.classifiedAt() != null) {
            return "keep full";
        }
        if (reply == null) {
            return invitee.openedAt() == null ? "idle dash" : "idle plain";
        }
        if (reply.state() != ReplyState.SENT) {
            return "acc half";
        }
        return switch (reply.positions().values().stream().max(Enum::compareTo).orElse(Position.AGREE)) {
            case AGREE -> "ok full";
            case AGREE_WITH -> "part full";
            case OBJECT -> "no full";
        };
    }

    private Paragraph sums(Component page, Person asker, Round round) {
        AnswerCounts counts = rounds.counts(asker, round.id(), null);
        return Parts.classed(
                new Paragraph(page.getTranslation(
                        "round.sums",
                        two(counts.answered()),
                        two(counts.asked()),
                        two(counts.agreed()),
                        two(counts.agreedWithOpinions()),
                        two(counts.objected()),
                        two(counts.classified()),
                        two(counts.noAnswer()))),
                "small");
    }

    private static String two(int number) {
        return "%02d".formatted(number);
    }
}
