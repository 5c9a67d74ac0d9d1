package vn.gopy.intake.api;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.account.Unit;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.intake.ReturnedFiles;
import vn.gopy.intake.ReturnedOpinion;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;

/** A draft's Word file that came back with tracked changes and margin comments. */
@RestController
class ReturnedController {

    private final Askers askers;
    private final ReturnedFiles returned;
    private final JsonMapper json;

    ReturnedController(Askers askers, ReturnedFiles returned, JsonMapper json) {
        this.askers = askers;
        this.returned = returned;
        this.json = json;
    }

    /**
     * @param resolved a margin comment that was marked as done
     * @param untracked changed without tracking: found only by comparing the words
     * @param moved the items at the other ends, where its words only changed their place
     * @param commentId what it has become already; null when it was not taken in
     */
    record OpinionJson(
            String key,
            ProvisionId provisionId,
            ReturnedOpinion.Fit fit,
            CommentKind kind,
            @Nullable String quote,
            String prefix,
            String suffix,
            @Nullable Integer start,
            @Nullable String replacement,
            String text,
            String wordAuthor,
            String at,
            boolean resolved,
            boolean untracked,
            List<MovedJson> moved,
            @Nullable CommentId commentId) {}

    /**
     * @param key of the item at the other end
     * @param goes whether the words go there; else they come from there
     */
    record MovedJson(String key, ProvisionId provisionId, boolean goes) {

        static MovedJson of(ReturnedOpinion.Moved moved) {
            return new MovedJson(moved.key(), moved.place(), moved.goes());
        }
    }

    record SpeakerJson(String code, String name) {

        static SpeakerJson of(Unit unit) {
            return new SpeakerJson(unit.code(), unit.name());
        }
    }

    /**
     * @param likeness how much of the file's text stands in the draft, from 0 to 1
     * @param written the new unsent opinions
     * @param speakers for whom the asker may take the file in
     */
    record ReturnedJson(
            String file,
            String sha256,
            double likeness,
            List<OpinionJson> items,
            List<CommentId> written,
            List<SpeakerJson> speakers) {}

    record ChoiceJson(
            @Nullable String key,
            @Nullable UUID provisionId,
            @Nullable CommentKind kind) {

        ReturnedFiles.Choice choice() {
            return new ReturnedFiles.Choice(
                    Objects.requireNonNullElse(key, ""),
                    provisionId == null ? null : new ProvisionId(provisionId),
                    kind);
        }
    }

    /**
     * Reads the file; unless it is only a look ({@code preview=true}), its opinions become unsent opinions of the asker,
     * or of the unit that the asker speaks for. {@code choices} takes some only, at other places: a JSON list of
     * {@code {key, provisionId?, kind?}}.
     */
    @PostMapping({"/api/v1/versions/{id}/returned", "/app-api/versions/{id}/returned"})
    ResponseEntity<ReturnedJson> take(
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String onBehalfOf,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestParam(required = false) @Nullable String choices)
            throws IOException {
        Person asker = askers.require();
        VersionId version = new VersionId(id);
        UploadedFile upload =
                new UploadedFile(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes(), "");
        if (preview) {
            return ResponseEntity.ok(answer(asker, returned.look(asker, version, onBehalfOf, upload), List.of()));
        }
        ReturnedFiles.Taken taken = returned.take(asker, version, onBehalfOf, upload, choices(choices));
        HttpStatus status = taken.written().isEmpty() ? HttpStatus.OK : HttpStatus.CREATED;
        return ResponseEntity.status(status).body(answer(asker, taken.found(), taken.written()));
    }

    private @Nullable List<ReturnedFiles.Choice> choices(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            List<ChoiceJson> choices = json.readValue(written, new TypeReference<List<ChoiceJson>>() {});
            if (choices == null) {
                throw malformed();
            }
            return Limits.list(choices, Limits.BULK).stream()
                    .map(ChoiceJson::choice)
                    .toList();
        } catch (JacksonException broken) {
            throw malformed();
        }
    }

    private static Refusal malformed() {
        return new Refusal(Refusal.Kind.MALFORMED, "MALFORMED");
    }

    private ReturnedJson answer(Person asker, ReturnedFiles.Found found, List<Comment> written) {
        return new ReturnedJson(
                found.fileName(),
                found.sha256(),
                found.likeness(),
                found.opinions().stream()
                        .map(one -> json(one, found.taken().get(one.key())))
                        .toList(),
                written.stream().map(Comment::id).toList(),
                returned.speakers(asker).stream().map(SpeakerJson::of).toList());
    }

    private static OpinionJson json(ReturnedOpinion one, @Nullable CommentId taken) {
        return new OpinionJson(
                one.key(),
                one.place(),
                one.fit(),
                one.kind(),
                one.quote(),
                one.prefix(),
                one.suffix(),
                one.start(),
                one.replacement(),
                one.text(),
                one.author(),
                one.at(),
                one.resolved(),
                one.untracked(),
                one.moved().stream().map(MovedJson::of).toList(),
                taken);
    }
}
