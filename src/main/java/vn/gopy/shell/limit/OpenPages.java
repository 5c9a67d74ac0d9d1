package vn.gopy.shell.limit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Bounds how many pages a session keeps open on the server: a page that was left without a word, as by a script that never
 * says good-bye, would else be kept until its heartbeats are missed. The one that was heard of longest ago goes first.
 */
@Component
class OpenPages implements VaadinServiceInitListener {

    private final int most;

    OpenPages(@Value("${gopy.limits.open-pages}") int most) {
        this.most = most;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> closeLongestUnheard(init.getUI()));
    }

    private void closeLongestUnheard(UI opened) {
        VaadinSession session = opened.getSession();
        List<UI> others = session.getUIs().stream()
                .filter(page -> page != opened && !page.isClosing())
                .sorted(Comparator.comparingLong(
                                (UI page) -> page.getInternals().getLastHeartbeatTimestamp())
                        .thenComparing(UI::getUIId))
                .toList();
        others.stream().limit(Math.max(0, others.size() + 1 - most)).forEach(UI::close);
    }
}
