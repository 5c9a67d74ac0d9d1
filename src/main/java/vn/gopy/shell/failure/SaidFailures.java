package vn.gopy.shell.failure;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Texts;

/**
 * What a press on a screen says when it fails: a refusal its sentence, whoever is no longer signed in the way in, anything
 * else one sentence, its cause standing in the log only.
 */
@Component
class SaidFailures implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(SaidFailures.class);
    private static final int SHOWN_MILLIS = 8000;

    private final Texts texts;

    SaidFailures(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(this::say));
    }

    private void say(ErrorEvent failure) {
        Throwable cause = failure.getThrowable();
        UI page = UI.getCurrent();
        if (cause instanceof AuthenticationException) {
            if (page != null) {
                page.getPage().reload();
            }
            return;
        }
        if (!(cause instanceof Refusal)) {
            LOG.error("A press on a screen failed", cause);
        }
        if (page != null) {
            Notification.show(sentence(page, cause), SHOWN_MILLIS, Notification.Position.BOTTOM_START)
                    .setAssertive(true);
        }
    }

    private String sentence(UI page, Throwable cause) {
        return cause instanceof Refusal refusal
                ? texts.get(page.getLocale(), "refusal." + refusal.code(), refusal.arguments())
                : texts.get(page.getLocale(), "err.failed");
    }
}
