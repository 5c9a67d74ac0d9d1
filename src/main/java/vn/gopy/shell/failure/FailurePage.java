package vn.gopy.shell.failure;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import vn.gopy.shared.Texts;
import vn.gopy.shared.ui.BrowserFiles;

/** The page that says why something could not be shown, made from text alone so that it can be made whatever has failed. */
@Component
class FailurePage {

    private static final int MEGABYTES = 50;

    private final Texts texts;

    FailurePage(Texts texts) {
        this.texts = texts;
    }

    /** The code of the failure for machines: the nearest one that has a sentence. */
    String code(int status) {
        String exact = switch (status) {
            case 401 -> "UNAUTHENTICATED";
            case 403 -> "FORBIDDEN";
            case 413 -> "TOO_LARGE";
            default -> "HTTP_" + status;
        };
        return texts.has("refusal." + exact) ? exact : status < 500 ? "HTTP_400" : "HTTP_500";
    }

    /** The sentence of the failure. */
    String sentence(Locale language, int status) {
        return texts.get(language, "refusal." + code(status), MEGABYTES);
    }

    /** The whole page, in the language. */
    String html(Locale language, int status) {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Góp Ý</title>
                <link rel="icon" href="%s">
                <link rel="stylesheet" href="%s">
                </head>
                <body>
                <main class="page">
                <p class="empty">%s</p>
                <a class="btn" href="/">%s</a>
                </main>
                </body>
                </html>
                """.formatted(
                        Texts.of(language).getLanguage(),
                        BrowserFiles.at("mark.svg"),
                        BrowserFiles.at(BrowserFiles.STYLE),
                        HtmlUtils.htmlEscape(sentence(language, status), "UTF-8"),
                        HtmlUtils.htmlEscape(texts.get(language, "err.back"), "UTF-8"));
    }
}
