package vn.gopy.consultation.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.account.Units;
import vn.gopy.consultation.AnchorState;
import vn.gopy.consultation.Capacity;
import vn.gopy.consultation.Comment;
import vn.gopy.consultation.CommentId;
import vn.gopy.consultation.CommentKind;
import vn.gopy.consultation.CommentState;
import vn.gopy.consultation.Comments;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.LineageId;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.Page;
import vn.gopy.shared.web.Versions;

@RestController
@RequestMapping("/api/v1")
class CommentController {

    private final Askers askers;
    private final Comments comments;
    private final People people;
    private final Units units;

    CommentController(Askers askers, Comments comments, People people, Units units) {
        this.askers = askers;
        this.comments = comments;
        this.people = people;
        this.units = units;
    }

    /** A comment as other systems see it; {@code author} is the user name, {@code unit} the code. */
    record CommentJson(
            CommentId id,
            int version,
            @Nullable VersionId versionId,
            @Nullable ProvisionId provisionId,
            @Nullable LineageId lineage,
            CommentKind kind,
            String text,
            @Nullable String quote,
            @Nullable String replacement,
            String author,
            String authorName,
            @Nullable String unit,
            Capacity capacity,
            CommentState state,
            String createdAt,
            @Nullable String sentAt,
            boolean late,
            AnchorState anchor,
            boolean exact,
            List<CommentJson> replies) {}

    @PostMapping("/provisions/{id}/comments")
    ResponseEntity<CommentJson> create(@PathVariable UUID id, @RequestBody CommentRequest request) {
        return created(comments.create(askers.require(), new ProvisionId(id), request.wanted()));
    }

    @PostMapping("/dossiers/{id}/comments")
    ResponseEntity<CommentJson> createOnDossier(@PathVariable UUID id, @RequestBody CommentRequest request) {
        return created(comments.create(askers.require(), new DossierId(id), request.wanted()));
    }

    private ResponseEntity<CommentJson> created(Comment comment) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Versions.tag(comment.version()))
                .body(json(comment, List.of(), new Names()));
    }

    @PostMapping("/comments/send")
    CommentSending.Sent send(@RequestBody CommentSending sending) {
        return sending.apply(comments, askers.require());
    }

    record Reply(@Nullable String text) {}

    @PostMapping("/comments/{id}/replies")
    ResponseEntity<CommentJson> reply(@PathVariable UUID id, @RequestBody Reply reply) {
        return created(
                comments.reply(askers.require(), new CommentId(id), Objects.requireNonNullElse(reply.text(), "")));
    }

    @PatchMapping("/comments/{id}")
    ResponseEntity<CommentJson> edit(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody CommentEdit edit) {
        Person asker = askers.require();
        Comment after = edit.apply(comments, asker, new CommentId(id), ifMatch);
        return ResponseEntity.ok().eTag(Versions.tag(after.version())).body(json(after, List.of(), new Names()));
    }

    @DeleteMapping("/comments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        Person asker = askers.require();
        comments.deletable(asker, new CommentId(id));
        comments.delete(asker, new CommentId(id), Versions.required(ifMatch));
    }

    /** Root opinions with their replies inside, as far as the asker may see them. */
    @GetMapping("/versions/{id}/comments")
    Page<CommentJson> of(@PathVariable UUID id) {
        Map<CommentId, List<Comment>> threads = new LinkedHashMap<>();
        comments.of(askers.require(), new VersionId(id))
                .forEach(one -> threads.computeIfAbsent(one.root(), root -> new ArrayList<>())
                        .add(one));
        Names names = new Names();
        return Page.whole(threads.values().stream()
                .map(thread -> json(thread.getFirst(), thread.subList(1, thread.size()), names))
                .toList());
    }

    private CommentJson json(Comment comment, List<Comment> replies, Names names) {
        return new CommentJson(
                comment.id(),
                comment.version(),
                comment.versionId(),
                comment.provisionId(),
                comment.lineage(),
                comment.kind(),
                comment.state() == CommentState.WITHDRAWN ? "" : comment.text(),
                comment.quote(),
                comment.state() == CommentState.WITHDRAWN ? null : comment.replacement(),
                names.username(comment.author().id()),
                comment.author().name(),
                names.unit(comment.author().unit()),
                comment.capacity(),
                comment.state(),
                comment.createdAt().toString(),
                comment.sentAt() == null ? null : comment.sentAt().toString(),
                comment.late(),
                AnchorState.IN_PLACE,
                true,
                replies.stream().map(reply -> json(reply, List.of(), names)).toList());
    }

    /** User names and unit codes of one answer, each looked up once. */
    private final class Names {

        private final Map<PersonId, String> usernames = new HashMap<>();
        private final Map<UnitId, String> codes = new HashMap<>();

        String username(PersonId id) {
            return usernames.computeIfAbsent(
                    id, person -> people.byId(person).map(Person::username).orElse(""));
        }

        @Nullable
        String unit(@Nullable UnitId id) {
            if (id != null && codes.isEmpty()) {
                units.all().forEach(unit -> codes.put(unit.id(), unit.code()));
            }
            return id == null ? null : codes.get(id);
        }
    }
}
