package vn.gopy.round.api;

import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.gopy.account.Askers;
import vn.gopy.draft.UploadedFile;
import vn.gopy.round.RoundId;
import vn.gopy.round.letter.ReplyLetters;
import vn.gopy.round.letter.ReplySigner;
import vn.gopy.round.letter.ReplySigners;
import vn.gopy.round.letter.SignedCopies;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.Downloads;
import vn.gopy.shared.web.Versions;

/** The letter with which a unit answers a round. */
@RestController
class ReplyLetterController {

    private final Askers askers;
    private final ReplyLetters letters;
    private final ReplySigners signers;
    private final SignedCopies copies;

    ReplyLetterController(Askers askers, ReplyLetters letters, ReplySigners signers, SignedCopies copies) {
        this.askers = askers;
        this.letters = letters;
        this.signers = signers;
        this.copies = copies;
    }

    /** Công văn trả lời. */
    @GetMapping({"/api/v1/rounds/{id}/replies/{unit}/letter.docx", "/app-api/rounds/{id}/replies/{unit}/letter.docx"})
    ResponseEntity<byte[]> docx(@PathVariable UUID id, @PathVariable String unit) {
        ReplyLetters.Paper paper = letters.of(askers.require(), new RoundId(id), unit);
        return Downloads.word(paper.fileName(), paper.bytes());
    }

    /** Bản ký, of a reply that was sent; another one takes its place. */
    @PutMapping(path = "/api/v1/rounds/{id}/replies/{unit}/letter", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ReplyController.ReplyJson> sign(
            @PathVariable UUID id,
            @PathVariable String unit,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestParam MultipartFile file)
            throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return ReplyController.ReplyJson.tagged(copies.keep(
                askers.require(),
                new RoundId(id),
                unit,
                new UploadedFile(name, file.getBytes(), ""),
                Versions.optional(ifMatch, null)));
    }

    /** The signed copy, byte for byte. */
    @GetMapping({"/api/v1/rounds/{id}/replies/{unit}/letter", "/app-api/rounds/{id}/replies/{unit}/letter"})
    ResponseEntity<Resource> signed(@PathVariable UUID id, @PathVariable String unit) {
        SignedCopies.Opened opened = copies.open(askers.require(), new RoundId(id), unit);
        return Downloads.untouched(opened.name(), opened.content());
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
