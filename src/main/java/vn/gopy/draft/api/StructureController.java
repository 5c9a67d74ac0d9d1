package vn.gopy.draft.api;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.StructureChecks;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.finding.WarningJson;
import vn.gopy.draft.repair.WrittenRepair;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Repair;
import vn.gopy.shared.Texts;
import vn.gopy.shared.web.Versions;

/** The check of a structure, for the page and for scripts. */
@RestController
class StructureController {

    private final Askers askers;
    private final StructureChecks checks;
    private final Texts texts;

    StructureController(Askers askers, StructureChecks checks, Texts texts) {
        this.askers = askers;
        this.checks = checks;
        this.texts = texts;
    }

    /** The original beside the outline. */
    @GetMapping({"/api/v1/versions/{id}/structure", "/app-api/versions/{id}/structure"})
    ResponseEntity<StructureJson> structure(@PathVariable UUID id, Locale locale) {
        Person asker = askers.require();
        return answer(checks.get(asker, new VersionId(id)), asker, locale);
    }

    /** The words of the page that shows it; asking for the token sets its cookie. */
    @GetMapping("/app-api/texts/checker")
    Object words(Locale locale, @Nullable CsrfToken token) {
        if (token != null) {
            token.getToken();
        }
        return texts.startingWith(locale, "checker.");
    }

    record Repairs(@Nullable List<WrittenRepair> repairs) {}

    /** These repairs instead of those before; after the check they make a new revision. */
    @PutMapping({"/api/v1/versions/{id}/outline", "/app-api/versions/{id}/outline"})
    ResponseEntity<StructureJson> repair(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Repairs wanted,
            Locale locale) {
        Person asker = askers.require();
        VersionId version = new VersionId(id);
        checks.requireRepairable(asker, version);
        int seen = Versions.required(ifMatch);
        checks.requireSeen(asker, version, seen);
        List<Repair> repairs = Objects.requireNonNullElse(wanted.repairs(), List.<WrittenRepair>of()).stream()
                .map(WrittenRepair::repair)
                .toList();
        return answer(checks.apply(asker, version, seen, repairs), asker, locale);
    }

    record Choice(@Nullable Changes changes) {}

    /** Another choice of tracked changes: the file is read again. */
    @PutMapping({"/api/v1/versions/{id}/changes", "/app-api/versions/{id}/changes"})
    ResponseEntity<StructureJson> choose(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Choice choice,
            Locale locale) {
        Person asker = askers.require();
        VersionId version = new VersionId(id);
        checks.requireOpen(asker, version);
        int seen = Versions.required(ifMatch);
        Changes changes = Objects.requireNonNullElse(choice.changes(), Changes.FINAL);
        return answer(checks.reread(asker, version, seen, changes), asker, locale);
    }

    private ResponseEntity<StructureJson> answer(StructureChecks.Check check, Person asker, Locale locale) {
        List<WarningJson> findings = WarningJson.of(check.structure().outline().warnings(), texts, locale);
        return ResponseEntity.ok()
                .eTag(Versions.tag(check.version().version()))
                .body(StructureJson.of(check, findings, asker));
    }
}
