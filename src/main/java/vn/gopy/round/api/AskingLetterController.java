package vn.gopy.round.api;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.round.RoundId;
import vn.gopy.round.letter.AskingLetters;
import vn.gopy.round.letter.ReplyLetters;
import vn.gopy.shared.web.Downloads;

/** The letters with which a round is run. */
@RestController
class AskingLetterController {

    private final Askers askers;
    private final AskingLetters letters;

    AskingLetterController(Askers askers, AskingLetters letters) {
        this.askers = askers;
        this.letters = letters;
    }

    /** Công văn xin ý kiến. */
    @GetMapping({"/api/v1/rounds/{id}/invitation.docx", "/app-api/rounds/{id}/invitation.docx"})
    ResponseEntity<byte[]> invitation(@PathVariable UUID id) {
        return file(letters.invitation(askers.require(), new RoundId(id)));
    }

    /** Công văn đôn đốc. */
    @GetMapping({"/api/v1/rounds/{id}/urging.docx", "/app-api/rounds/{id}/urging.docx"})
    ResponseEntity<byte[]> urging(@PathVariable UUID id) {
        return file(letters.urging(askers.require(), new RoundId(id)));
    }

    private static ResponseEntity<byte[]> file(ReplyLetters.Paper paper) {
        return Downloads.word(paper.fileName(), paper.bytes());
    }
}
