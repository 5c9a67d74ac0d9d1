package vn.gopy.notice.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.notice.NoticeChoices;
import vn.gopy.notice.NoticeWay;
import vn.gopy.notice.Notices;
import vn.gopy.shared.Page;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Texts;

@RestController
class NoticeController {

    private final Askers askers;
    private final Notices notices;
    private final NoticeChoices choices;
    private final Texts texts;

    NoticeController(Askers askers, Notices notices, NoticeChoices choices, Texts texts) {
        this.askers = askers;
        this.notices = notices;
        this.choices = choices;
        this.texts = texts;
    }

    record Unread(int unread) {}

    /**
     * @param way MAIL, DAILY, PRODUCT or NONE
     * @param must whether NONE cannot be chosen
     */
    record ChoiceJson(String kind, String label, NoticeWay way, boolean must) {}

    @GetMapping("/api/v1/me/notices")
    Page<ChoiceJson> choices(Locale locale) {
        return Page.whole(choices.of(askers.require()).stream()
                .map(one -> new ChoiceJson(
                        one.kind(), texts.get(locale, "notice.kind." + one.kind()), one.way(), one.must()))
                .toList());
    }

    record Chosen(@Nullable NoticeWay way) {}

    @PutMapping("/api/v1/me/notices/{kind}")
    Page<ChoiceJson> choose(@PathVariable String kind, @RequestBody Chosen chosen, Locale locale) {
        if (chosen.way() == null) {
            throw Refusal.unprocessable("NOTICE_WAY_MISSING").with("field", "way");
        }
        choices.choose(askers.require(), kind, chosen.way());
        return choices(locale);
    }

    @GetMapping("/app-api/notices/unread")
    Unread unread(Locale locale) {
        return new Unread(notices.unread(askers.require(), locale));
    }
}
