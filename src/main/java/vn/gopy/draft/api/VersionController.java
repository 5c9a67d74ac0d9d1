package vn.gopy.draft.api;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.Citations;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.OutlineView;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionKeeping;
import vn.gopy.draft.VersionState;
import vn.gopy.draft.brief.Briefs;
import vn.gopy.draft.comparison.ComparisonJson;
import vn.gopy.draft.comparison.Comparisons;
import vn.gopy.draft.finding.WarningJson;
import vn.gopy.legaltext.Outline;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Texts;
import vn.gopy.shared.web.Downloads;
import vn.gopy.shared.web.Given;
import vn.gopy.shared.web.Versions;

@RestController
@RequestMapping({"/api/v1/versions", "/app-api/versions"})
class VersionController {

    private final Askers askers;
    private final Drafts drafts;
    private final VersionKeeping keeping;
    private final Briefs briefs;
    private final Citations citations;
    private final Comparisons comparisons;
    private final OutlineView view;
    private final Texts texts;
    private final JsonMapper json;

    VersionController(
            Askers askers,
            Drafts drafts,
            VersionKeeping keeping,
            Briefs briefs,
            Citations citations,
            Comparisons comparisons,
            OutlineView view,
            Texts texts,
            JsonMapper json) {
        this.askers = askers;
        this.drafts = drafts;
        this.keeping = keeping;
        this.briefs = briefs;
        this.citations = citations;
        this.comparisons = comparisons;
        this.view = view;
        this.texts = texts;
        this.json = json;
    }

    /** With the lines before it, and with the header data and warnings of the outline once it is read. */
    @GetMapping("/{id}")
    ResponseEntity<JsonNode> get(@PathVariable UUID id, Locale locale) {
        Person asker = askers.require();
        DraftVersion version = drafts.get(asker, new VersionId(id));
        ObjectNode node = json.valueToTree(VersionJson.of(version));
        node.set("brief", json.valueToTree(briefs.of(asker, version.id())));
        if (version.state() == VersionState.REVIEW || version.state() == VersionState.PUBLISHED) {
            addHeader(node, drafts.outline(asker, version.id()), locale);
        }
        return ResponseEntity.ok().eTag(Versions.tag(version.version())).body(node);
    }

    private void addHeader(ObjectNode node, Outline outline, Locale locale) {
        ObjectNode header = json.valueToTree(outline);
        header.retain("regime", "type", "number", "issuer", "issuedOn", "title", "draftLabel", "urgency");
        node.set("header", header);
        node.set("warnings", json.valueToTree(WarningJson.of(outline.warnings(), texts, locale)));
    }

    @GetMapping("/{id}/outline")
    ResponseEntity<JsonNode> outline(@PathVariable UUID id, Locale locale) {
        Drafts.PlacedOutline placed = drafts.placedOutline(askers.require(), new VersionId(id));
        return ResponseEntity.ok()
                .eTag(Versions.tag(placed.version().version()))
                .body(view.of(placed, locale));
    }

    /** What became of every place since another version of the dossier. */
    @GetMapping("/{id}/comparison")
    ComparisonJson comparison(@PathVariable UUID id, @RequestParam("with") UUID older) {
        return comparisons.of(askers.require(), new VersionId(id), new VersionId(older));
    }

    /** What the text cites, and what of the library cites it. */
    @GetMapping("/{id}/citations")
    CitationsJson citations(@PathVariable UUID id) {
        return CitationsJson.of(citations.of(askers.require(), new VersionId(id)));
    }

    @PostMapping("/{id}/publish")
    ResponseEntity<VersionJson> publish(@PathVariable UUID id) {
        DraftVersion version = drafts.publish(askers.require(), new VersionId(id));
        return ResponseEntity.ok().eTag(Versions.tag(version.version())).body(VersionJson.of(version));
    }

    /** Left out, the label stays; null takes it away. */
    record ChangeRequest(Given<String> label) {}

    @PatchMapping("/{id}")
    ResponseEntity<VersionJson> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ChangeRequest request) {
        Person asker = askers.require();
        VersionId wanted = new VersionId(id);
        keeping.requireKeeper(asker, wanted);
        int seen = Versions.required(ifMatch);
        String label = request.label().or(drafts.get(asker, wanted).label(), "");
        DraftVersion version = keeping.label(asker, wanted, seen, label);
        return ResponseEntity.ok().eTag(Versions.tag(version.version())).body(VersionJson.of(version));
    }

    record BriefRequest(@Nullable List<@Nullable String> lines) {}

    /** The lines before it, in place of those that are there. */
    @PutMapping("/{id}/brief")
    ResponseEntity<VersionJson> brief(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody BriefRequest request) {
        Person asker = askers.require();
        VersionId wanted = new VersionId(id);
        keeping.requireKeeper(asker, wanted);
        List<String> lines = Limits.list(Objects.requireNonNullElse(request.lines(), List.of()), Limits.LIST);
        DraftVersion version = briefs.write(asker, wanted, Versions.required(ifMatch), lines);
        return ResponseEntity.ok().eTag(Versions.tag(version.version())).body(VersionJson.of(version));
    }

    /** Only while its check is not finished. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        Person asker = askers.require();
        VersionId version = new VersionId(id);
        keeping.requireUnchecked(asker, version);
        keeping.delete(asker, version, Versions.required(ifMatch));
    }

    /** A page of a PDF as a picture, drawn when it is first looked at. */
    @GetMapping(
            path = "/{id}/pages/{page}",
            produces = {MediaType.IMAGE_PNG_VALUE, "application/problem+json"})
    ResponseEntity<byte[]> page(@PathVariable UUID id, @PathVariable int page) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .header("X-Content-Type-Options", "nosniff")
                .body(drafts.page(askers.require(), new VersionId(id), page));
    }

    /** The original bytes, never shown in the page. */
    @GetMapping("/{id}/file")
    ResponseEntity<Resource> file(@PathVariable UUID id) {
        Person asker = askers.require();
        DraftVersion version = drafts.get(asker, new VersionId(id));
        return Downloads.untouched(version.file().name(), drafts.file(asker, version.id()));
    }
}
