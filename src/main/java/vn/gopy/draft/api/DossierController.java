package vn.gopy.draft.api;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.account.UnitId;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierChange;
import vn.gopy.draft.DossierFilter;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.DossierKeeping;
import vn.gopy.draft.DossierReader;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.NewDossier;
import vn.gopy.draft.SeriesId;
import vn.gopy.draft.SeriesRole;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionState;
import vn.gopy.legaltext.Changes;
import vn.gopy.shared.Page;
import vn.gopy.shared.web.Given;
import vn.gopy.shared.web.Versions;

@RestController
@RequestMapping("/api/v1/dossiers")
class DossierController {

    private final Askers askers;
    private final Dossiers dossiers;
    private final DossierKeeping keeping;
    private final Drafts drafts;

    DossierController(Askers askers, Dossiers dossiers, DossierKeeping keeping, Drafts drafts) {
        this.askers = askers;
        this.dossiers = dossiers;
        this.keeping = keeping;
        this.drafts = drafts;
    }

    record DossierRequest(
            @Nullable String title,
            @Nullable String kind,
            @Nullable Audience audience,
            @Nullable List<String> people,
            @Nullable Discussion discussion,
            @Nullable String drafter) {

        NewDossier wanted() {
            return new NewDossier(
                    Objects.requireNonNullElse(title, ""),
                    Objects.requireNonNullElse(kind, "OTHER"),
                    Objects.requireNonNullElse(audience, Audience.INVITED),
                    Objects.requireNonNullElse(discussion, Discussion.SEALED),
                    Objects.requireNonNullElse(people, List.of()),
                    drafter);
        }
    }

    record DossierJson(
            DossierId id,
            int version,
            String code,
            String title,
            String kind,
            Audience audience,
            Discussion discussion,
            @Nullable String drafter,
            String createdAt,
            boolean ended,
            @Nullable List<VersionJson> versions) {

        static DossierJson of(Dossier dossier, @Nullable List<VersionJson> versions) {
            return new DossierJson(
                    dossier.id(),
                    dossier.version(),
                    dossier.code(),
                    dossier.title(),
                    dossier.kind(),
                    dossier.audience(),
                    dossier.discussion(),
                    dossier.drafterName(),
                    dossier.createdAt().toString(),
                    dossier.ended(),
                    versions);
        }
    }

    @PostMapping
    ResponseEntity<DossierJson> create(@RequestBody DossierRequest request) {
        Dossier dossier = dossiers.create(askers.require(), request.wanted());
        return ResponseEntity.created(URI.create("/api/v1/dossiers/" + dossier.id()))
                .eTag(Versions.tag(dossier.version()))
                .body(DossierJson.of(dossier, null));
    }

    @GetMapping
    Page<DossierJson> list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable VersionState state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(defaultValue = "50") int size) {
        Page<Dossier> part = dossiers.page(askers.require(), new DossierFilter(kind, state, q), next, size);
        return new Page<>(
                part.items().stream()
                        .map(dossier -> DossierJson.of(dossier, null))
                        .toList(),
                part.total(),
                part.next());
    }

    @GetMapping("/{id}")
    ResponseEntity<DossierJson> get(@PathVariable UUID id) {
        Person asker = askers.require();
        Dossier dossier = dossiers.get(asker, new DossierId(id));
        List<VersionJson> versions =
                drafts.of(asker, dossier.id()).stream().map(VersionJson::of).toList();
        return ResponseEntity.ok().eTag(Versions.tag(dossier.version())).body(DossierJson.of(dossier, versions));
    }

    /** What is left out stays as it is; null empties it: no drafting unit, nobody named, the usual audience. */
    record ChangeRequest(
            Given<String> title,
            Given<String> kind,
            Given<Audience> audience,
            Given<String> drafter,
            Given<List<String>> people) {

        DossierChange wanted() {
            return new DossierChange(
                    wanted(title, ""),
                    wanted(kind, "OTHER"),
                    wanted(audience, Audience.INVITED),
                    wanted(drafter, ""),
                    wanted(people, List.of()));
        }

        private static <T> @Nullable T wanted(Given<T> field, T empty) {
            return field.present() ? Objects.requireNonNullElse(field.value(), empty) : null;
        }
    }

    @PatchMapping("/{id}")
    ResponseEntity<DossierJson> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ChangeRequest request) {
        Person asker = askers.require();
        DossierId dossier = new DossierId(id);
        keeping.requireKeeper(asker, dossier);
        Dossier changed = keeping.change(asker, dossier, Versions.required(ifMatch), request.wanted());
        return ResponseEntity.ok().eTag(Versions.tag(changed.version())).body(DossierJson.of(changed, null));
    }

    /** Together with its unchecked drafts and papers. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        Person asker = askers.require();
        DossierId dossier = new DossierId(id);
        keeping.requireDeletable(asker, dossier);
        keeping.delete(asker, dossier, Versions.required(ifMatch));
    }

    /** @param from as an ISO 8601 moment */
    record ReaderJson(@Nullable String username, @Nullable UnitId unit, String name, boolean named, String from) {

        static ReaderJson of(DossierReader reader) {
            return new ReaderJson(
                    reader.username(),
                    reader.unit(),
                    reader.name(),
                    reader.named(),
                    reader.from().toString());
        }
    }

    record ReadersJson(Audience audience, List<ReaderJson> items) {}

    /** Who may read besides owner, secretariat and chair. */
    @GetMapping("/{id}/readers")
    ReadersJson readers(@PathVariable UUID id) {
        Person asker = askers.require();
        Dossier dossier = dossiers.get(asker, new DossierId(id));
        return new ReadersJson(
                dossier.audience(),
                keeping.readers(asker, dossier.id()).stream()
                        .map(ReaderJson::of)
                        .toList());
    }

    record Received(String id, VersionState state) {

        static ResponseEntity<Received> of(DraftVersion version) {
            return ResponseEntity.status(HttpStatus.ACCEPTED)
                    .location(URI.create("/api/v1/versions/" + version.id()))
                    .body(new Received(version.id().toString(), version.state()));
        }
    }

    @PostMapping("/{id}/versions")
    ResponseEntity<Received> upload(
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(required = false) @Nullable UUID series,
            @RequestParam(defaultValue = "FINAL") Changes changes)
            throws IOException {
        return Received.of(drafts.upload(
                askers.require(),
                new DossierId(id),
                series == null ? null : new SeriesId(series),
                upload(file, label, changes)));
    }

    @PostMapping("/{id}/papers")
    ResponseEntity<Received> paper(
            @PathVariable UUID id, @RequestParam MultipartFile file, @RequestParam SeriesRole role) throws IOException {
        return Received.of(
                drafts.uploadPaper(askers.require(), new DossierId(id), role, upload(file, "", Changes.FINAL)));
    }

    private static UploadedFile upload(MultipartFile file, String label, Changes changes) throws IOException {
        return new UploadedFile(
                Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes(), label, changes);
    }
}
