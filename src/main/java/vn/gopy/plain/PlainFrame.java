package vn.gopy.plain;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Texts;
import vn.gopy.shared.ui.BrowserFiles;
import vn.gopy.shared.web.InnerBrowser;

/** What every plain page has: its sheet, its person, a key that lets its forms be sent twice, what was typed before. */
@Component
class PlainFrame {

    private final Askers askers;
    private final KeptForms kept;
    private final Texts texts;

    PlainFrame(Askers askers, KeptForms kept, Texts texts) {
        this.askers = askers;
        this.kept = kept;
        this.texts = texts;
    }

    void fill(Map<String, Object> page, HttpServletRequest request, Locale locale) {
        Optional<Person> person = askers.current();
        page.put("sheet", BrowserFiles.at(BrowserFiles.PLAIN_STYLE));
        page.put("sign", BrowserFiles.at("mark.svg"));
        page.put("icons", BrowserFiles.at("icons.svg"));
        page.put("english", Locale.ENGLISH.equals(Texts.of(locale)));
        page.put("zalo", InnerBrowser.isZalo(request.getHeader("User-Agent")));
        page.put("person", person.map(Person::displayName).orElse(""));
        page.put("owner", person.map(one -> one.id().toString()).orElse(""));
        page.put("key", UUID.randomUUID().toString());
        page.put("here", here(request));
        page.put("done", done(request, locale));
        page.putIfAbsent("full", "/");
        person.flatMap(one -> kept.find(request, one)).ifPresent(form -> page.put("kept", form));
    }

    /** What the last press has done, as the address says it. */
    private String done(HttpServletRequest request, Locale locale) {
        String key = Pages.sentence(Objects.requireNonNullElse(request.getParameter("xong"), ""));
        String number = Objects.requireNonNullElse(request.getParameter("n"), "");
        int many = number.matches("\\d{1,4}") ? Integer.parseInt(number) : 1;
        return key.isEmpty() ? "" : texts.get(locale, key, Figures.two(many));
    }

    /** The address of the page as its forms name it; what was said about the last press is left out. */
    static String here(HttpServletRequest request) {
        String place = request.getParameter("o");
        return place == null
                ? request.getRequestURI()
                : PlainAddresses.page(request.getRequestURI().replaceAll("/phan$", ""), place);
    }
}
