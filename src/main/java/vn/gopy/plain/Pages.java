package vn.gopy.plain;

import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Answers of plain pages. */
final class Pages {

    /** What the page after a press may say has happened: the end of a key. */
    private static final Set<String> DONE = Set.of(
            "luu",
            "luu-co-quan",
            "sua",
            "xoa",
            "gui",
            "nhap",
            "nhat-tri",
            "rut",
            "doi",
            "tra-loi",
            "trinh",
            "tep",
            "go");

    private Pages() {}

    static ModelAndView page(String template, Map<String, Object> content) {
        return new ModelAndView("don-gian/" + template, content);
    }

    /** The same page once more, with what was typed and why it was not taken. */
    static ModelAndView refused(String template, Map<String, Object> content, HttpStatus status) {
        return new ModelAndView("don-gian/" + template, content, status);
    }

    /** After a press another page is asked for, so that asking for it again presses nothing. */
    static ModelAndView to(String address) {
        RedirectView view = new RedirectView(address, false, false, false);
        view.setPropagateQueryParams(false);
        return new ModelAndView(view);
    }

    /** The same, and that page says what has happened. */
    static ModelAndView done(String address, String what) {
        int fragment = address.indexOf('#');
        String page = fragment < 0 ? address : address.substring(0, fragment);
        return to(page + (page.contains("?") ? "&" : "?") + "xong=" + what);
    }

    /** The key of the sentence for what the address says has happened; empty for anything else. */
    static String sentence(String done) {
        return DONE.contains(done) ? "plain.done." + done : "";
    }
}
