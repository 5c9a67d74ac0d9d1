package vn.gopy.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Around a search field: places to go to while somebody types, and recent searches before. The element asks for them
 * itself; what Enter does without a choice is the field's own affair.
 */
@Tag("gopy-suggest")
public final class TypeAhead extends Component implements HasComponents, HasStyle {

    /** @param field the field that is typed into; further parts may stand beside it */
    public TypeAhead(Input field, Component... beside) {
        BrowserFiles.module(this, "search/suggest.js");
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("label", getTranslation("suggest.label"));
        texts.put("count", getTranslation("suggest.count", "{0}"));
        texts.put("DOCUMENT", getTranslation("suggest.DOCUMENT"));
        texts.put("PROVISION", getTranslation("suggest.PROVISION"));
        texts.put("LETTER", getTranslation("search.type.LETTER"));
        texts.put("RECENT", getTranslation("suggest.RECENT"));
        getElement().setAttribute("texts", new JsonMapper().writeValueAsString(texts));
        field.getElement().setAttribute("autocomplete", "off");
        add(beside);
        addComponentAtIndex(Math.min(1, beside.length), field);
    }

    /** Offers the last searches before anything is typed. */
    public TypeAhead withRecent() {
        getElement().setAttribute("recent", true);
        return this;
    }
}
