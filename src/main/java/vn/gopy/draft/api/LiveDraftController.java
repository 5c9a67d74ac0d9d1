package vn.gopy.draft.api;

import jakarta.servlet.http.HttpSession;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.gopy.account.Askers;
import vn.gopy.draft.live.LiveDrafts;

/** What pages listen to that wait for the reading of a file. */
@RestController
class LiveDraftController {

    private final Askers askers;
    private final LiveDrafts live;

    LiveDraftController(Askers askers, LiveDrafts live) {
        this.askers = askers;
        this.live = live;
    }

    @GetMapping(path = "/app-api/drafts/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter open(HttpSession session) {
        return live.open(askers.require(), session);
    }
}
