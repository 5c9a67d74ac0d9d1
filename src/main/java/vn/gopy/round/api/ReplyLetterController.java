package vn.gopy.round.api;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.round.RoundId;
import vn.gopy.round.letter.ReplyLetters;
import vn.gopy.round.letter.ReplySigner;
import vn.gopy.round.letter.ReplySigners;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.Downloads;
import vn.gopy.shared.web.Versions;

/** The letter with which a unit answers a round. */
@RestController
class ReplyLetterController {

    private final Askers askers;
    private final ReplyLetters letters;
    private final ReplySigners signers;

    ReplyLetterController(Askers askers, ReplyLetters letters, ReplySigners signers) {
        this.askers = askers;
        this.letters = letters;
        this.signers = signers;
    }

    /** Công văn trả lời. */
    @GetMapping({"/api/v1/rounds/{id}/replies/{unit}/letter.docx", "/app-api/rounds/{id}/replies/{unit}/letter.docx"})
    ResponseEntity<byte[]> docx(@PathVariable UUID id, @PathVariable String unit) {
        ReplyLetters.Paper paper = letters.of(askers.require(), new RoundId(id), unit);
        return Downloads.word(paper.fileName(), paper.bytes());
    }

    /** @param version of what was said before; 0 or absent for nothing */
    record SignerJson(
            ReplySigner.@Nullable Authority authority,
            @Nullable String forPost,
            @Nullable String post,
            @Nullable String name,
            @Nullable Integer version) {

        static ResponseEntity<SignerJson> tagged(ReplySigner signer) {
            return ResponseEntity.ok()
                    .eTag(Versions.tag(signer.version()))
                    .body(new SignerJson(
                            signer.authority(), signer.forPost(), signer.post(), signer.name(), signer.version()));
        }
    }

    /** Absent while nobody has said it. */
    @GetMapping("/api/v1/rounds/{id}/replies/{unit}/signer")
    ResponseEntity<SignerJson> signer(@PathVariable UUID id, @PathVariable String unit) {
        return SignerJson.tagged(
                signers.of(askers.require(), new RoundId(id), unit).orElseThrow(Refusal::notFound));
    }

    /** Người ký. */
    @PutMapping("/api/v1/rounds/{id}/replies/{unit}/signer")
    ResponseEntity<SignerJson> sign(@PathVariable UUID id, @PathVariable String unit, @RequestBody SignerJson wanted) {
        return SignerJson.tagged(signers.say(
                askers.require(),
                new RoundId(id),
                unit,
                new ReplySigner(
                        Objects.requireNonNullElse(wanted.version(), 0),
                        Objects.requireNonNullElse(wanted.authority(), ReplySigner.Authority.HEAD),
                        Objects.requireNonNullElse(wanted.forPost(), ""),
                        Objects.requireNonNullElse(wanted.post(), ""),
                        Objects.requireNonNullElse(wanted.name(), ""))));
    }
}
