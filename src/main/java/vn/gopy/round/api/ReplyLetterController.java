package vn.gopy.round.api;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.round.RoundId;
import vn.gopy.round.letter.ReplyLetters;
import vn.gopy.shared.web.Downloads;

/** The letter with which a unit answers a round. */
@RestController
class ReplyLetterController {

    private final Askers askers;
    private final ReplyLetters letters;

    ReplyLetterController(Askers askers, ReplyLetters letters) {
        this.askers = askers;
        this.letters = letters;
    }

    /** Công văn trả lời. */
    @GetMapping({"/api/v1/rounds/{id}/replies/{unit}/letter.docx", "/app-api/rounds/{id}/replies/{unit}/letter.docx"})
    ResponseEntity<byte[]> docx(@PathVariable UUID id, @PathVariable String unit) {
        ReplyLetters.Paper paper = letters.of(askers.require(), new RoundId(id), unit);
        return Downloads.word(paper.fileName(), paper.bytes());
    }
}
