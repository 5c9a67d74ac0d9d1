package vn.gopy.shell.frame;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import vn.gopy.shared.Texts;

/** Gives every page the language that the person chose; Vietnamese until then, whatever the browser says. */
@Component
class ChosenLanguage implements VaadinServiceInitListener {

    private final LocaleResolver languages;
    private final Texts texts;

    ChosenLanguage(LocaleResolver languages, Texts texts) {
        this.languages = languages;
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> {
            if (VaadinRequest.getCurrent() instanceof HttpServletRequest request) {
                init.getUI().setLocale(languages.resolveLocale(request));
                init.getUI()
                        .getReconnectDialogConfiguration()
                        .setDialogText(texts.get(languages.resolveLocale(request), "err.offline"));
            }
        });
        event.getSource().setSystemMessagesProvider(info -> messages(info.getLocale()));
    }

    /** A session that has ended simply begins anew: the sign-in page keeps the target. */
    private CustomizedSystemMessages messages(Locale locale) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption(texts.get(locale, "err.failed"));
        messages.setInternalErrorMessage("");
        messages.setCookiesDisabledCaption(texts.get(locale, "err.cookies"));
        messages.setCookiesDisabledMessage("");
        return messages;
    }
}
