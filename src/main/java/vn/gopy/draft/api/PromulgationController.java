package vn.gopy.draft.api;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.ending.Promulgation;
import vn.gopy.draft.ending.Promulgations;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.Given;
import vn.gopy.shared.web.Versions;

/** The end of a dossier: number, date and text as issued. */
@RestController
@RequestMapping("/api/v1/dossiers/{id}/promulgation")
class PromulgationController {

    private final Askers askers;
    private final Promulgations promulgations;

    PromulgationController(Askers askers, Promulgations promulgations) {
        this.askers = askers;
        this.promulgations = promulgations;
    }

    /** @param last ordinal of the last draft before the issued text, with which it is compared */
    record PromulgationJson(
            int version,
            String number,
            LocalDate date,
            VersionId versionId,
            int ordinal,
            @Nullable Integer last,
            String recordedBy,
            String recordedAt) {

        static ResponseEntity<PromulgationJson> of(HttpStatus status, Promulgation one) {
            return ResponseEntity.status(status)
                    .eTag(Versions.tag(one.version()))
                    .body(new PromulgationJson(
                            one.version(),
                            one.number(),
                            one.date(),
                            one.text(),
                            one.ordinal(),
                            one.last(),
                            one.recordedBy(),
                            one.recordedAt().toString()));
        }
    }

    @GetMapping
    ResponseEntity<PromulgationJson> get(@PathVariable UUID id) {
        return PromulgationJson.of(
                HttpStatus.OK,
                promulgations.of(askers.require(), new DossierId(id)).orElseThrow(Refusal::notFound));
    }

    record EndRequest(
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable UUID versionId) {}

    @PostMapping
    ResponseEntity<PromulgationJson> end(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody EndRequest request) {
        Person asker = askers.require();
        DossierId dossier = new DossierId(id);
        promulgations.requireEnding(asker, dossier);
        int seen = Versions.required(ifMatch);
        if (request.versionId() == null) {
            throw Refusal.unprocessable("ISSUED_TEXT_UNCHECKED");
        }
        return PromulgationJson.of(
                HttpStatus.CREATED,
                promulgations.record(
                        asker,
                        dossier,
                        seen,
                        new VersionId(request.versionId()),
                        Objects.requireNonNullElse(request.number(), ""),
                        request.date()));
    }

    /** What is left out stays as it is. */
    record CorrectRequest(Given<String> number, Given<LocalDate> date) {}

    @PatchMapping
    ResponseEntity<PromulgationJson> correct(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody CorrectRequest request) {
        Person asker = askers.require();
        DossierId dossier = new DossierId(id);
        Promulgation before = promulgations.of(asker, dossier).orElseThrow(Refusal::notFound);
        int seen = Versions.required(ifMatch);
        return PromulgationJson.of(
                HttpStatus.OK,
                promulgations.correct(
                        asker,
                        dossier,
                        seen,
                        request.number().or(before.number(), ""),
                        request.date().or(before.date())));
    }
}
