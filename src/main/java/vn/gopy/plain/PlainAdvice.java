package vn.gopy.plain;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Texts;

/** What all plain pages share: their frame, and the page that says why something was not done. */
@ControllerAdvice(basePackageClasses = PlainAdvice.class)
class PlainAdvice {

    private final PlainFrame frame;
    private final KeptForms kept;
    private final Texts texts;

    PlainAdvice(PlainFrame frame, KeptForms kept, Texts texts) {
        this.frame = frame;
        this.kept = kept;
        this.texts = texts;
    }

    @ModelAttribute
    void frame(Model model, HttpServletRequest request, Locale locale) {
        Map<String, Object> page = new HashMap<>();
        frame.fill(page, request, locale);
        model.addAllAttributes(page);
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        return said(refusal, request, response, locale);
    }

    /** Two did something at once and one of them came too late: done again it sees what the other has done. */
    @ExceptionHandler({TransientDataAccessException.class, DuplicateKeyException.class})
    ModelAndView crossed(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        return said(Refusal.conflict("CHANGED_MEANWHILE"), request, response, locale);
    }

    private ModelAndView said(
            Refusal refusal, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        Map<String, Object> page = new HashMap<>();
        frame.fill(page, request, locale);
        page.put("problem", texts.get(locale, "refusal." + refusal.code(), refusal.arguments()));
        page.put("back", kept.keep(request, response).orElse(PlainAddresses.HOME));
        return new ModelAndView(
                "don-gian/loi", page, HttpStatus.valueOf(refusal.kind().status()));
    }
}
