package vn.gopy.consultation.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import vn.gopy.shared.ui.BrowserFiles;

/**
 * Lets a page that begins with the reader fetch the draft, and the reader's own files, while the frame around it is still
 * starting. The page works the same without.
 */
@Component
class ReaderAhead implements VaadinServiceInitListener {

    private static final Pattern READER = Pattern.compile("/ho-so/[\\w-]+/du-thao/\\d+");

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            String path = page.getVaadinRequest().getPathInfo();
            if (path != null && READER.matcher(path).matches()) {
                hurry(page);
            }
        });
    }

    private static void hurry(IndexHtmlResponse page) {
        Element head = page.getDocument().head();
        head.prependElement("link").attr("rel", "modulepreload").attr("href", BrowserFiles.at("reader.js"));
        // Not in line with the modules of the frame: it would wait until they have all run.
        head.prependElement("script")
                .attr("type", "module")
                .attr("async", true)
                .attr("src", BrowserFiles.at("reader-ahead.js"));
    }
}
