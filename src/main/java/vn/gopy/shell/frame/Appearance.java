package vn.gopy.shell.frame;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import java.util.List;
import java.util.Map;
import vn.gopy.shared.ui.BrowserFiles;

/** The page around all screens: styles, and the few lines that must run before anything is painted. */
@StyleSheet(Aura.STYLESHEET)
@Viewport("width=device-width, initial-scale=1")
public class Appearance implements AppShellConfigurator {

    /** A chosen light or dark look, so that the first paint already has it. */
    private static final String CHOSEN_LOOK = """
            try { const look = localStorage.getItem('gopy-theme'); if (look) document.documentElement.dataset.theme = look; }
            catch (refused) { /* a browser without storage shows the look of the system */ }""";

    /**
     * Vaadin's bundle needs these three; without them an official would see a white page or one in English. Asked before
     * anything is loaded, keeping the target.
     */
    private static final String NEW_ENOUGH = """
            if (!('popover' in HTMLElement.prototype) || !Set.prototype.union || !CSS.supports('color', 'light-dark(red, red)'))
              location.replace('/trinh-duyet-cu?den=' + encodeURIComponent(location.pathname + location.search));""";

    /** Who listens on a window is told in the order of asking, and only a page's own lines ask before the router. */
    private static final String STEPS =
            "addEventListener('popstate', step =>" + " document.querySelector('gopy-reader')?.stepped?.(step));";

    /** A page that begins with the reader fetches the draft, and the reader's files, while the frame is still starting. */
    private static final String AHEAD =
            """
            if (/\\/ho-so\\/[\\w-]+\\/du-thao\\/\\d+$/.test(location.pathname)) {
              for (const src of ['%s', '%s']) document.head.append(Object.assign(document.createElement('script'), { type: 'module', src }));
            }""".formatted(BrowserFiles.at("reader/ahead.js"), BrowserFiles.at("reader/reader.js"));

    /** What the frame around every screen asks for when it has started: there by then. */
    private static final List<String> FRAME = List.of(
            "frame/frame.js",
            "frame/bell.js",
            "frame/drop.js",
            "frame/slash.js",
            "frame/language.js",
            "search/suggest.js");

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", BrowserFiles.at("mark.svg"), "any");
        settings.addLink(BrowserFiles.at(BrowserFiles.STYLE), Map.of("rel", "stylesheet"));
        FRAME.forEach(file -> settings.addLink(BrowserFiles.at(file), Map.of("rel", "modulepreload")));
        settings.addInlineWithContents(Inline.Position.PREPEND, AHEAD, Inline.Wrapping.JAVASCRIPT);
        settings.addInlineWithContents(Inline.Position.PREPEND, STEPS, Inline.Wrapping.JAVASCRIPT);
        settings.addInlineWithContents(Inline.Position.PREPEND, CHOSEN_LOOK, Inline.Wrapping.JAVASCRIPT);
        settings.addInlineWithContents(Inline.Position.PREPEND, NEW_ENOUGH, Inline.Wrapping.JAVASCRIPT);
    }
}
