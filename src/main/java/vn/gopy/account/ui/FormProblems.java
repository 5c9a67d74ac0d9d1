package vn.gopy.account.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.gopy.shared.Refusal;

/** Says what is refused at the field that it is about, else in its own place; each form has one of its own. */
final class FormProblems extends Paragraph {

    private final transient Map<String, HasValidation> fields = new LinkedHashMap<>();

    FormProblems() {
        addClassName("err");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /** The field that facades call by this name. */
    <T extends HasValidation> T at(String name, T field) {
        fields.put(name, field);
        return field;
    }

    /** Does the work and says whether it was done; what was said before goes away. */
    boolean attempt(Runnable work) {
        clear();
        try {
            work.run();
            return true;
        } catch (Refusal refusal) {
            say(refusal);
            return false;
        }
    }

    /** Says it at the field with this name. */
    void say(String field, String words) {
        Optional.ofNullable(fields.get(field))
                .ifPresentOrElse(
                        shown -> {
                            shown.setErrorMessage(words);
                            shown.setInvalid(true);
                        },
                        () -> {
                            setText(words);
                            setVisible(true);
                        });
    }

    void clear() {
        fields.values().forEach(field -> field.setInvalid(false));
        setText("");
        setVisible(false);
    }

    private void say(Refusal refusal) {
        say(refusal.field().orElse(""), getTranslation("refusal." + refusal.code(), refusal.arguments()));
    }
}
