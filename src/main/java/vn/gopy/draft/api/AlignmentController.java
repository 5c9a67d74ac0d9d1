package vn.gopy.draft.api;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.alignment.Decisions;
import vn.gopy.draft.alignment.StoredTie;
import vn.gopy.draft.alignment.TieId;
import vn.gopy.draft.alignment.VersionAlignment;
import vn.gopy.draft.alignment.VersionAlignments;
import vn.gopy.draft.comparison.ComparisonJson;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Texts;
import vn.gopy.shared.web.Versions;

/** Which places of a version are which of the version before, and what people have decided about that. */
@RestController
class AlignmentController {

    private final Askers askers;
    private final VersionAlignments alignments;
    private final People people;
    private final Texts texts;

    AlignmentController(Askers askers, VersionAlignments alignments, People people, Texts texts) {
        this.askers = askers;
        this.alignments = alignments;
        this.people = people;
        this.texts = texts;
    }

    @GetMapping({"/api/v1/versions/{id}/alignment", "/app-api/versions/{id}/alignment"})
    ResponseEntity<AlignmentJson> get(@PathVariable UUID id) {
        return answer(alignments.of(askers.require(), new VersionId(id)));
    }

    /** The words of the page that shows it; asking for the token sets its cookie. */
    @GetMapping("/app-api/texts/align")
    Object texts(Locale locale, @Nullable CsrfToken token) {
        if (token != null) {
            token.getToken();
        }
        return texts.startingWith(locale, "align.");
    }

    /** The words of places of both sides, and what turns the ones into the others. */
    @GetMapping({"/api/v1/versions/{id}/alignment/words", "/app-api/versions/{id}/alignment/words"})
    List<ComparisonJson.Step> words(
            @PathVariable UUID id,
            @RequestParam(name = "old", defaultValue = "") List<UUID> old,
            @RequestParam(name = "new", defaultValue = "") List<UUID> fresh) {
        VersionAlignments.Words words =
                alignments.words(askers.require(), new VersionId(id), places(old), places(fresh));
        return ComparisonJson.Step.between(words.before(), words.after());
    }

    private static List<ProvisionId> places(@Nullable List<UUID> ids) {
        return Limits.list(Objects.requireNonNullElse(ids, List.<UUID>of()), Limits.LIST).stream()
                .map(ProvisionId::new)
                .toList();
    }

    /** @param old ids of places of the older version */
    record CorrectedTie(
            @Nullable List<UUID> old,
            @JsonProperty("new") @Nullable List<UUID> fresh) {

        private Decisions.Corrected corrected() {
            return new Decisions.Corrected(places(old), places(fresh));
        }
    }

    /**
     * @param confirm ids of rows that are right as they stand
     * @param reopen ids of confirmed rows of which nothing is said any more
     */
    record Wanted(
            @Nullable List<UUID> confirm,
            @Nullable List<CorrectedTie> ties,
            @Nullable List<UUID> reopen) {

        private Decisions decisions() {
            return new Decisions(
                    rows(confirm),
                    Objects.requireNonNullElse(ties, List.<CorrectedTie>of()).stream()
                            .map(CorrectedTie::corrected)
                            .toList(),
                    rows(reopen));
        }

        private static List<TieId> rows(@Nullable List<UUID> ids) {
            return Objects.requireNonNullElse(ids, List.<UUID>of()).stream()
                    .map(TieId::new)
                    .toList();
        }
    }

    /** Confirms rows, and ties places otherwise than proposed. */
    @PutMapping({"/api/v1/versions/{id}/alignment", "/app-api/versions/{id}/alignment"})
    ResponseEntity<AlignmentJson> decide(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Wanted wanted) {
        Person asker = askers.require();
        VersionId version = new VersionId(id);
        alignments.requireDecidable(asker, version);
        int seen = Versions.required(ifMatch);
        return answer(alignments.decide(asker, version, seen, wanted.decisions()));
    }

    private ResponseEntity<AlignmentJson> answer(VersionAlignment alignment) {
        List<Person> deciders = people.among(alignment.ties().stream()
                .map(StoredTie::decision)
                .filter(Objects::nonNull)
                .map(StoredTie.Decision::by)
                .distinct()
                .toList());
        return ResponseEntity.ok()
                .eTag(Versions.tag(alignment.version().version()))
                .body(AlignmentJson.of(alignment, deciders));
    }
}
