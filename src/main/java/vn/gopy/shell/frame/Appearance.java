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
        settings.addInlineWithContents(
                Inline.Position.PREPEND, BrowserFiles.inline("frame/first.js"), Inline.Wrapping.JAVASCRIPT);
    }
}
