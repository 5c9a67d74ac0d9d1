package vn.gopy.notice.api;

import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.notice.Notices;

@RestController
class NoticeController {

    private final Askers askers;
    private final Notices notices;

    NoticeController(Askers askers, Notices notices) {
        this.askers = askers;
        this.notices = notices;
    }

    record Unread(int unread) {}

    @GetMapping("/app-api/notices/unread")
    Unread unread(Locale locale) {
        return new Unread(notices.unread(askers.require(), locale));
    }
}
