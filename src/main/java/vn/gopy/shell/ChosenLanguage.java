package vn.gopy.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Gives every page the language that the person chose; Vietnamese until then, whatever the browser says. */
@Component
class ChosenLanguage implements VaadinServiceInitListener {

    private final LocaleResolver languages;

    ChosenLanguage(LocaleResolver languages) {
        this.languages = languages;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> {
            if (VaadinRequest.getCurrent() instanceof HttpServletRequest request) {
                init.getUI().setLocale(languages.resolveLocale(request));
            }
        });
    }
}
