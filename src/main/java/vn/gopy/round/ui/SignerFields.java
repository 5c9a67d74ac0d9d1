package vn.gopy.round.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import vn.gopy.round.Answering;
import vn.gopy.round.letter.ReplySigner;
import vn.gopy.round.letter.ReplySigner.Authority;
import vn.gopy.round.letter.ReplySigners;
import vn.gopy.shared.TextGate;
import vn.gopy.shared.ui.Parts;

/** Who signs the letter of a reply, and the fields in which that is said. */
final class SignerFields extends Div {

    private final transient ReplyPage page;
    private final transient ReplySigners signers;

    SignerFields(ReplyPage page, ReplySigners signers) {
        this.page = page;
        this.signers = signers;
        addClassName("letter-file");
        show();
    }

    private void show() {
        removeAll();
        Optional<ReplySigner> said = said();
        Paragraph who = Parts.classed(
                new Paragraph(said.map(this::words).orElse(getTranslation("answering.signer.usual"))), "cap");
        NativeButton change = Parts.button("pen", getTranslation("answering.signer.change"), "sm");
        change.addClickListener(click -> form());
        add(who, Parts.classed(new Div(change), "ways"));
    }

    private Optional<ReplySigner> said() {
        Answering.Sheet sheet = page.sheet();
        return signers.of(page.asker(), sheet.round().id(), sheet.invitee().key());
    }

    private String words(ReplySigner signer) {
        String as = signer.authority() == Authority.HEAD
                ? signer.post()
                : getTranslation("answering.signer." + signer.authority()) + " " + signer.forPost() + ", "
                        + signer.post();
        return getTranslation("answering.signer.said", as + " " + signer.name());
    }

    private void form() {
        removeAll();
        Optional<ReplySigner> said = said();
        ComboBox<Authority> authority = new ComboBox<>(getTranslation("answering.signer.authority"));
        authority.setItems(Authority.values());
        authority.setItemLabelGenerator(one -> getTranslation("answering.signer." + one));
        TextField forPost = field("forPost", said.map(ReplySigner::forPost));
        TextField post = field("post", said.map(ReplySigner::post));
        TextField name = field("name", said.map(ReplySigner::name));
        authority.addValueChangeListener(change -> forPost.setVisible(change.getValue() != Authority.HEAD));
        authority.setValue(said.map(ReplySigner::authority).orElse(Authority.DEPUTY));
        NativeButton save = Parts.button("stamp", getTranslation("answering.signer.save"), "sm", "pri");
        int seen = said.map(ReplySigner::version).orElse(0);
        save.addClickListener(click -> save(new ReplySigner(
                seen,
                authority.getOptionalValue().orElse(Authority.HEAD),
                forPost.getValue(),
                post.getValue(),
                name.getValue())));
        NativeButton not = Parts.button("", getTranslation("answering.act.cancel"), "sm");
        not.addClickListener(click -> show());
        add(
                Parts.classed(new Div(authority, forPost), "pair"),
                Parts.classed(new Div(post, name), "pair"),
                Parts.classed(new Div(save, not), "ways"));
    }

    private TextField field(String name, Optional<String> value) {
        TextField field = new TextField(getTranslation("answering.signer." + name));
        field.setMaxLength(TextGate.NAME.most());
        field.setValue(value.orElse(""));
        return field;
    }

    private void save(ReplySigner signer) {
        Answering.Sheet sheet = page.sheet();
        page.attempt(
                () -> signers.say(
                        page.asker(), sheet.round().id(), sheet.invitee().key(), signer),
                getTranslation("answering.signer.done"));
    }
}
