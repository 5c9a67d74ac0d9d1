package vn.gopy.round.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Answering;
import vn.gopy.round.AnsweringOpinions;
import vn.gopy.round.Capacity;
import vn.gopy.round.ReplacedReplies;
import vn.gopy.round.Replies;
import vn.gopy.round.Reply;
import vn.gopy.round.ReplyAct;
import vn.gopy.round.ReplyStep;
import vn.gopy.round.letter.ReplySigners;
import vn.gopy.shared.Moments;
import vn.gopy.shared.TextGate;
import vn.gopy.shared.ui.DayField;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** Beside the positions: what is said on clauses, whose the reply is, the number of its letter, and what was done with it. */
final class ReplySide extends Div {

    private final transient ReplyPage page;
    private final transient Replies replies;
    private final OpinionCards cards;
    private final TimeSection time;
    private final RouteSection route;
    private final InnerSection inner;
    private final transient ReplySigners signers;
    private final transient ReplacedReplies replaced;
    private final SignedCopyPart signed;
    private final Section hat = new Section();
    private final Section letter = new Section();
    private final Section steps = new Section();
    private final Section before = new Section();
    private final RadioButtonGroup<Capacity> whose = new RadioButtonGroup<>();

    ReplySide(
            ReplyPage page,
            Replies replies,
            AnsweringOpinions opinions,
            TimeSection time,
            RouteSection route,
            InnerSection inner,
            ReplySigners signers,
            SignedCopyPart signed,
            ReplacedReplies replaced) {
        this.page = page;
        this.replies = replies;
        this.time = time;
        this.route = route;
        this.inner = inner;
        this.signers = signers;
        this.signed = signed;
        this.replaced = replaced;
        addClassNames("col", "beside");
        cards = new OpinionCards(page, opinions);
        whose.setItems(Capacity.UNIT, Capacity.BOTH);
        whose.setItemLabelGenerator(capacity -> getTranslation(
                "answering.hat." + capacity, page.sheet().invitee().name()));
        hat.add(
                Parts.section(getTranslation("answering.section.hat"), ""),
                whose,
                Parts.classed(new Paragraph(getTranslation("answering.hat.why")), "cap"));
        whose.setAriaLabel(getTranslation("answering.section.hat"));
        add(hat, cards, inner, letter, time, route, steps, before);
        show();
    }

    /** Whose the reply is said to be; empty where that was asked and is not answered. */
    Optional<Capacity> capacity() {
        return hat.isVisible()
                ? Optional.ofNullable(whose.getValue())
                : Optional.of(page.sheet().invitee().unit() == null ? Capacity.OWN : Capacity.UNIT);
    }

    /** Leads to the question that is not answered. */
    void askForCapacity() {
        whose.setInvalid(true);
        whose.setErrorMessage(getTranslation("answering.hat.missing"));
        whose.getElement().callJsFunction("focus");
    }

    void show() {
        Answering.Sheet sheet = page.sheet();
        hat.setVisible(sheet.asksHat() && (sheet.may(ReplyAct.SEND) || page.amending()));
        cards.show();
        letter.removeAll();
        letter.setVisible(sheet.invitee().unit() != null && sheet.reply().isPresent() && !page.amending());
        if (letter.isVisible()) {
            letter.add(Parts.section(getTranslation("answering.section.letter"), ""));
            sheet.reply().filter(reply -> sheet.may(ReplyAct.NUMBER)).ifPresent(this::number);
            signed.show();
            letter.add(new SignerFields(page, signers), file(sheet), signed);
        }
        time.show();
        inner.show();
        route.show();
        steps.removeAll();
        steps.setVisible(!sheet.steps().isEmpty());
        if (steps.isVisible()) {
            steps.add(Parts.section(getTranslation("answering.section.steps"), ""), steps(sheet.steps()));
        }
        before.removeAll();
        before.setVisible(sheet.replaced() > 0);
        if (before.isVisible()) {
            before.add(new ReplacedList(
                    codes(),
                    replaced.of(page.asker(), sheet.round().id())
                            .getOrDefault(sheet.invitee().id(), List.of())));
        }
    }

    private Map<VersionId, String> codes() {
        Map<VersionId, String> codes = new LinkedHashMap<>();
        page.drafts().forEach(draft -> codes.put(draft.id(), draft.place().heading(this::getTranslation)));
        return codes;
    }

    /** The letter as a Word file, as it stands now. */
    private Div file(Answering.Sheet sheet) {
        Anchor word = Parts.buttonLink(
                "/app-api/rounds/" + sheet.round().id() + "/replies/"
                        + UriUtils.encodePathSegment(sheet.invitee().key(), StandardCharsets.UTF_8) + "/letter.docx",
                "download",
                getTranslation("answering.letter.make"),
                "sm");
        word.setRouterIgnore(true);
        return Parts.classed(
                new Div(word, Parts.classed(new Paragraph(getTranslation("answering.letter.help")), "cap")),
                "letter-file");
    }

    private void number(Reply reply) {
        TextField number = new TextField(getTranslation("answering.number"));
        number.setValue(reply.letterNumber());
        number.setMaxLength(TextGate.NUMBER.most());
        number.setHelperText(
                getTranslation("answering.number.hint", page.sheet().invitee().key()));
        DayField date = new DayField(getTranslation("answering.number.date"));
        date.setValue(reply.letterDate());
        NativeButton save = Parts.button("stamp", getTranslation("answering.act.number"));
        save.addClickListener(click ->
                page.attempt(() -> write(number.getValue(), date.getValue()), getTranslation("answering.done.number")));
        letter.add(
                Parts.classed(new Div(number, date), "pair"),
                save,
                Parts.classed(new Paragraph(getTranslation("answering.number.help")), "cap"));
    }

    private void write(String number, @Nullable LocalDate date) {
        Answering.Sheet sheet = page.sheet();
        replies.letter(
                page.asker(), sheet.round().id(), sheet.invitee().key(), number, date, OptionalInt.of(sheet.version()));
    }

    private UnorderedList steps(List<ReplyStep> done) {
        UnorderedList list = Parts.classed(new UnorderedList(), "hist");
        boolean entered = page.sheet().reply().filter(Reply::isEntered).isPresent();
        for (ReplyStep step : done) {
            String icon = switch (step.action()) {
                case SUBMIT, PASS -> "send";
                case RETURN -> "undo";
                case SEND -> "stamp";
            };
            String key = "answering.step." + step.action()
                    + (entered && step.action() == ReplyStep.Action.SEND ? ".entered" : "");
            list.add(new ListItem(
                    new Icon(icon),
                    new Span(getTranslation(key, step.by(), step.remark())),
                    Parts.caption(Moments.shortly(step.at()))));
        }
        return list;
    }
}
