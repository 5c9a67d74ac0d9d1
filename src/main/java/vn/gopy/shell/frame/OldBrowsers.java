package vn.gopy.shell.frame;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import vn.gopy.plain.PlainAddresses;
import vn.gopy.shared.ui.BrowserFiles;

/**
 * Leads browsers that cannot show the screens to the plain page that stands for the one they asked for, before any other
 * script runs: those that are too old by a check, those without script by the page itself. Vaadin's own check, which leads to
 * a page in English and forgets the place, is taken out.
 */
@Component
class OldBrowsers implements VaadinServiceInitListener {

    private static final String VAADINS = "v-r=oldbrowser";

    private final String check = BrowserFiles.inline("frame/old.js");

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::lead);
    }

    private void lead(IndexHtmlResponse response) {
        Document page = response.getDocument();
        page.head().getElementsByTag("script").stream()
                .filter(script -> script.data().contains(VAADINS))
                .forEach(Element::remove);
        String plain = PlainAddresses.opening(wanted(response.getVaadinRequest()));
        page.head()
                .prependElement("noscript")
                .appendElement("meta")
                .attr("http-equiv", "refresh")
                .attr("content", "0;url=" + plain);
        page.head().prependElement("script").appendChild(new DataNode(check));
    }

    private static String wanted(VaadinRequest request) {
        String path = Objects.requireNonNullElse(request.getPathInfo(), "/");
        String question = request instanceof HttpServletRequest web ? web.getQueryString() : null;
        return question == null ? path : path + "?" + question;
    }
}
