package vn.gopy.round.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Askers;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.Person;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitId;
import vn.gopy.account.Units;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Approver;
import vn.gopy.round.Approvers;
import vn.gopy.round.Invitee;
import vn.gopy.round.InviteeId;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Reply;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.round.StandIns;
import vn.gopy.round.board.StateWords;
import vn.gopy.round.letter.SignedCopies;
import vn.gopy.round.running.Contact;
import vn.gopy.round.running.Contacts;
import vn.gopy.round.running.Entering;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;
import vn.gopy.shared.ui.DayField;
import vn.gopy.shared.ui.Parts;

/** What whoever runs a round writes about one who is asked: a letter that has come, whom to call, who answers unasked. */
@SpringComponent
class RunningForms {

    private final Askers askers;
    private final Rounds rounds;
    private final Approvers approvers;
    private final Replies replies;
    private final Entering entering;
    private final Contacts contacts;
    private final Units units;
    private final StandIns standIns;
    private final SignedCopies copies;
    private final InstallationSettings settings;

    RunningForms(
            Askers askers,
            Rounds rounds,
            Approvers approvers,
            Replies replies,
            Entering entering,
            Contacts contacts,
            Units units,
            StandIns standIns,
            SignedCopies copies,
            InstallationSettings settings) {
        this.askers = askers;
        this.rounds = rounds;
        this.approvers = approvers;
        this.replies = replies;
        this.entering = entering;
        this.contacts = contacts;
        this.units = units;
        this.standIns = standIns;
        this.copies = copies;
        this.settings = settings;
    }

    /**
     * Fields, and what is done with them.
     *
     * @param question said above them
     * @param yes key of the words of the button
     */
    record Form(String question, Component fields, String yes, Runnable deed) {}

    /** Văn bản góp ý: a position on every draft, number and date of the letter. */
    Form letter(Component page, Round round, Replies.Answer answer) {
        Map<VersionId, Rounds.DraftPlace> places = rounds.places(askers.require(), round.drafts());
        Map<VersionId, ComboBox<Position>> positions = new LinkedHashMap<>();
        Div fields = Parts.classed(new Div(), "pair");
        round.drafts().forEach(draft -> {
            String code = Optional.ofNullable(places.get(draft))
                    .map(place -> place.heading(page::getTranslation))
                    .orElse("");
            ComboBox<Position> said = new ComboBox<>(page.getTranslation("running.letter.position", code));
            said.setItems(Position.values());
            said.setItemLabelGenerator(position -> page.getTranslation(StateWords.of(position)));
            said.setValue(Position.AGREE);
            positions.put(draft, said);
            fields.add(said);
        });
        TextField number = new TextField(page.getTranslation("answering.number"));
        number.setMaxLength(TextGate.NUMBER.most());
        DayField date = new DayField(page.getTranslation("answering.number.date"));
        fields.add(number, date);
        return new Form(
                page.getTranslation("running.letter.ask", answer.invitee().name()),
                fields,
                "running.letter.yes",
                () -> entering.enter(
                        askers.require(),
                        round.id(),
                        answer.invitee().key(),
                        said(positions),
                        number.getValue(),
                        date.getValue()));
    }

    private static Map<VersionId, Position> said(Map<VersionId, ComboBox<Position>> fields) {
        Map<VersionId, Position> said = new LinkedHashMap<>();
        fields.forEach((draft, field) ->
                said.put(draft, field.getOptionalValue().orElseThrow(() -> Refusal.unprocessable("POSITION_MISSING"))));
        return said;
    }

    /** Văn bản mật: the fact alone. */
    Form classified(Component page, Round round, Replies.Answer answer) {
        return new Form(
                page.getTranslation("running.classified.ask", answer.invitee().name()),
                new Div(),
                "running.classified.yes",
                () -> replies.classified(
                        askers.require(), round.id(), answer.invitee().key()));
    }

    /** Who approves the table. */
    Form approver(Component page, Round round) {
        ComboBox<Approver> chosen = new ComboBox<>();
        ApproverChoice.fill(chosen, approvers.choices(askers.require()));
        chosen.setValue(round.approver());
        return new Form(
                page.getTranslation("running.approver.ask"),
                chosen,
                "running.approver.yes",
                () -> approvers.choose(
                        askers.require(), round.id(), OptionalInt.of(round.version()), chosen.getValue()));
    }

    /** Who approves the table of the round. */
    String approverOf(Component page, Round round) {
        return ApproverChoice.words(page, approvers.of(askers.require(), round.id()));
    }

    /** Whom to call. */
    Form contact(Component page, Round round, Replies.Answer answer, @Nullable Contact known) {
        TextField name = new TextField(page.getTranslation("running.contact.name"));
        name.setMaxLength(TextGate.NAME.most());
        TextField phone = new TextField(page.getTranslation("running.contact.phone"));
        phone.setMaxLength(TextGate.NUMBER.most());
        if (known != null) {
            name.setValue(known.name());
            phone.setValue(known.phone());
        }
        return new Form(
                page.getTranslation("running.contact.ask", answer.invitee().name()),
                Parts.classed(new Div(name, phone), "pair"),
                "running.contact.yes",
                () -> contacts.put(
                        askers.require(),
                        round.id(),
                        answer.invitee().key(),
                        name.getValue(),
                        phone.getValue(),
                        known == null ? 0 : known.version()));
    }

    /** Gửi thay cho: for which of those who were asked a body has answered that was not; for none it stands beside the sum. */
    Form standsFor(Component page, Round round, Replies.Answer sender) {
        Person asker = askers.require();
        Optional<InviteeId> now = standIns.of(asker, round.id()).values().stream()
                .filter(one -> one.sender().equals(sender.invitee().id()))
                .map(StandIns.StandIn::asked)
                .findFirst();
        List<Invitee> offered = replies.list(asker, round.id()).stream()
                .filter(answer -> answer.reply().isEmpty()
                        || now.filter(answer.invitee().id()::equals).isPresent())
                .map(Replies.Answer::invitee)
                .filter(invitee -> invitee.invited() && invitee.unit() != null && invitee.classifiedAt() == null)
                .toList();
        ComboBox<Invitee> asked = new ComboBox<>(page.getTranslation("running.standsFor.asked"));
        asked.setItems(offered);
        offered.stream()
                .filter(one -> now.filter(one.id()::equals).isPresent())
                .findFirst()
                .ifPresent(asked::setValue);
        asked.setItemLabelGenerator(Invitee::name);
        asked.setClearButtonVisible(true);
        asked.setPlaceholder(page.getTranslation("running.standsFor.none"));
        String key = sender.invitee().key();
        return new Form(
                page.getTranslation("running.standsFor.ask", sender.invitee().name()),
                Parts.classed(new Div(asked), "pair"),
                "running.standsFor.yes",
                () -> asked.getOptionalValue()
                        .ifPresentOrElse(
                                one -> standIns.standFor(askers.require(), round.id(), key, one.key()),
                                () -> standIns.standAlone(askers.require(), round.id(), key)));
    }

    /** Bản ký: the signed copy of the letter of a body, as it came to the secretariat. */
    Component signed(Component page, Round round, Replies.Answer answer, Consumer<Runnable> told) {
        OptionalInt seen = OptionalInt.of(answer.reply().map(Reply::version).orElse(0));
        return SignedCopyPart.upload(
                page,
                settings.get().practice().largestFile() << 20,
                "answering.signed.add",
                file -> copies.keep(
                        askers.require(), round.id(), answer.invitee().key(), file, seen),
                told);
    }

    /** Ngoài danh sách lấy ý kiến: a unit that answers without being asked. */
    Form beside(Component page, Round round) {
        Set<UnitId> there = replies.list(askers.require(), round.id()).stream()
                .flatMap(answer -> Optional.ofNullable(answer.invitee().unit()).stream())
                .collect(Collectors.toSet());
        List<Unit> others =
                units.all().stream().filter(unit -> !there.contains(unit.id())).toList();
        ComboBox<Unit> unit = new ComboBox<>(page.getTranslation("running.beside.unit"));
        unit.setItems(others);
        unit.setItemLabelGenerator(Unit::name);
        return new Form(
                page.getTranslation("running.beside.ask"),
                Parts.classed(new Div(unit), "pair"),
                "running.beside.yes",
                () -> rounds.beside(
                        askers.require(),
                        round.id(),
                        unit.getOptionalValue()
                                .map(Unit::code)
                                .orElseThrow(() -> Refusal.unprocessable("UNIT_MISSING"))));
    }
}
