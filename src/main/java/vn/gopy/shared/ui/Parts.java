package vn.gopy.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** Pieces of pages in our own shapes. */
public final class Parts {

    private Parts() {}

    /** The title of a page. */
    public static H1 title(String words) {
        H1 title = new H1(words);
        title.addClassName("t");
        return title;
    }

    /** The head of a section with a rule under it and a small remark at its right. */
    public static H2 section(String words, String remark) {
        H2 head = new H2(new Span(words));
        head.addClassNames("s", "ruled");
        if (!remark.isEmpty()) {
            head.add(caption(remark));
        }
        return head;
    }

    /** Small quiet words. */
    public static Span caption(String words) {
        Span caption = new Span(words);
        caption.addClassName("cap");
        return caption;
    }

    /** A button in our shape; {@code kinds} such as {@code pri} or {@code sm}. */
    public static NativeButton button(String icon, String words, String... kinds) {
        NativeButton button = new NativeButton();
        button.addClassName("btn");
        button.addClassNames(kinds);
        if (!icon.isEmpty()) {
            button.add(new Icon(icon));
        }
        button.add(new Span(words));
        return button;
    }

    /** Gives a button of ours other words. */
    public static void rename(NativeButton button, String words) {
        button.getChildren()
                .filter(Span.class::isInstance)
                .map(Span.class::cast)
                .forEach(span -> span.setText(words));
    }

    /** A link that looks like a button. */
    public static Anchor buttonLink(String href, String icon, String words, String... kinds) {
        Anchor link = new Anchor(href);
        link.addClassName("btn");
        link.addClassNames(kinds);
        if (!icon.isEmpty()) {
            link.add(new Icon(icon));
        }
        link.add(new Span(words));
        return link;
    }

    /** Something with class names. */
    public static <T extends Component & HasStyle> T classed(T part, String... names) {
        part.addClassNames(names);
        return part;
    }
}
