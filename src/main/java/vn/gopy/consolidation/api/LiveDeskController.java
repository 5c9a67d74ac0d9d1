package vn.gopy.consolidation.api;

import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.gopy.account.Askers;
import vn.gopy.consolidation.live.LiveDesks;
import vn.gopy.round.RoundId;

/** What open desks listen to. */
@RestController
class LiveDeskController {

    private final Askers askers;
    private final LiveDesks live;

    LiveDeskController(Askers askers, LiveDesks live) {
        this.askers = askers;
        this.live = live;
    }

    @GetMapping(path = "/app-api/rounds/{id}/desk/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter open(@PathVariable UUID id, HttpSession session) {
        return live.open(askers.require(), new RoundId(id), session);
    }
}
