package vn.gopy.shell.failure;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import jakarta.annotation.security.PermitAll;
import vn.gopy.shared.ui.Parts;
import vn.gopy.shell.frame.MainLayout;

/** Absent and hidden say the same words. */
@ParentLayout(MainLayout.class)
@PermitAll
class NotFoundView extends Main implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    private final DeniedAccess denied;

    NotFoundView(DeniedAccess denied) {
        this.denied = denied;
        addClassName("page");
        add(
                Parts.classed(new Paragraph(getTranslation("err.notFound")), "empty"),
                Parts.buttonLink("/", "home", getTranslation("err.back")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        denied.note(event.getLocation().getPath());
        return HttpStatusCode.NOT_FOUND.getCode();
    }

    @Override
    public String getPageTitle() {
        return "Góp Ý";
    }
}
