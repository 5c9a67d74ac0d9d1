package vn.gopy.shell.failure;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import jakarta.annotation.security.PermitAll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import vn.gopy.shared.ui.Parts;
import vn.gopy.shared.web.Busy;
import vn.gopy.shell.frame.MainLayout;

/** What a person sees when a screen could not be made; the cause stands in the log only. */
@ParentLayout(MainLayout.class)
@PermitAll
class FailedView extends Main implements HasErrorParameter<Exception>, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(FailedView.class);

    FailedView() {
        addClassName("page");
        add(
                Parts.classed(new Paragraph(getTranslation("err.failed")), "empty"),
                Parts.buttonLink("/", "home", getTranslation("err.back")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        if (parameter.getException() instanceof AuthenticationException) {
            UI.getCurrent().getPage().reload();
            return HttpStatusCode.UNAUTHORIZED.getCode();
        }
        if (Busy.is(parameter.getException())) {
            LOG.warn(
                    "The screen {} waited too long for a connection of the database",
                    event.getLocation().getPath());
            return HttpStatusCode.SERVICE_UNAVAILABLE.getCode();
        }
        LOG.error("The screen {} could not be made", event.getLocation().getPath(), parameter.getException());
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }

    @Override
    public String getPageTitle() {
        return "Góp Ý";
    }
}
