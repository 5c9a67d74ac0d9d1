package vn.gopy.shared.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;

/** A state: icon, word and soft ground, never colour alone. */
public final class State extends Span {

    /** How the state looks. */
    public enum Tone {
        IDLE(""),
        OK("ok"),
        PART("part"),
        KEEP("keep"),
        WAIT("wait"),
        NO("no"),
        ACCENT("acc");

        private final String className;

        Tone(String className) {
            this.className = className;
        }
    }

    public State(Tone tone, String icon, String word) {
        addClassName("st");
        if (tone != Tone.IDLE) {
            addClassName(tone.className);
        }
        add(new Icon(icon), new Text(word));
    }
}
