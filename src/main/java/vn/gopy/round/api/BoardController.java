package vn.gopy.round.api;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.round.InviteeStanding;
import vn.gopy.round.RoundId;
import vn.gopy.round.board.BoardFiles;
import vn.gopy.shared.web.Downloads;

/** The board of a round as a file. */
@RestController
class BoardController {

    private final Askers askers;
    private final BoardFiles files;

    BoardController(Askers askers, BoardFiles files) {
        this.askers = askers;
        this.files = files;
    }

    /** @param standing whose rows alone are wanted; the sums are of all */
    @GetMapping({"/api/v1/rounds/{id}/board.xlsx", "/app-api/rounds/{id}/board.xlsx"})
    ResponseEntity<byte[]> xlsx(
            @PathVariable UUID id, @RequestParam(required = false) Optional<InviteeStanding> standing) {
        return Downloads.excel("Bảng theo dõi.xlsx", files.xlsx(askers.require(), new RoundId(id), standing));
    }
}
