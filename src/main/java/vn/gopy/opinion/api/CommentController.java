package vn.gopy.opinion.api;

import java.time.Clock;
import java.util.Locale;
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
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.Conversation;
import vn.gopy.opinion.Sending;
import vn.gopy.shared.web.Versions;

@RestController
@RequestMapping("/api/v1")
class CommentController {

    private final Askers askers;
    private final Composing composing;
    private final Sending sending;
    private final Conversation conversation;
    private final Threads threads;
    private final Clock clock;

    CommentController(
            Askers askers,
            Composing composing,
            Sending sending,
            Conversation conversation,
            Threads threads,
            Clock clock) {
        this.askers = askers;
        this.composing = composing;
        this.sending = sending;
        this.conversation = conversation;
        this.threads = threads;
        this.clock = clock;
    }

    @PostMapping("/provisions/{id}/comments")
    ResponseEntity<ThreadJson> create(@PathVariable UUID id, @RequestBody CommentRequest request, Locale locale) {
        Person asker = askers.require();
        return created(asker, composing.create(asker, new ProvisionId(id), request.wanted()), locale);
    }

    @PostMapping("/dossiers/{id}/comments")
    ResponseEntity<ThreadJson> createOnDossier(
            @PathVariable UUID id, @RequestBody CommentRequest request, Locale locale) {
        Person asker = askers.require();
        return created(asker, composing.create(asker, new DossierId(id), request.wanted()), locale);
    }

    private ResponseEntity<ThreadJson> created(Person asker, Comment comment, Locale locale) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Versions.tag(comment.version()))
                .body(threads.ofNew(asker, comment, locale));
    }

    @PostMapping("/comments/send")
    CommentSending.Sent send(@RequestBody CommentSending wanted) {
        return wanted.apply(sending, askers.require(), clock);
    }

    record Reply(@Nullable String text) {}

    @PostMapping("/comments/{id}/replies")
    ResponseEntity<ThreadJson> reply(@PathVariable UUID id, @RequestBody Reply reply, Locale locale) {
        Person asker = askers.require();
        String text = Objects.requireNonNullElse(reply.text(), "");
        return created(asker, conversation.reply(asker, new CommentId(id), text), locale);
    }

    @PatchMapping("/comments/{id}")
    ResponseEntity<ThreadJson> edit(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody CommentEdit edit,
            Locale locale) {
        Person asker = askers.require();
        Comment after = edit.apply(composing, asker, new CommentId(id), ifMatch);
        return ResponseEntity.ok().eTag(Versions.tag(after.version())).body(threads.of(asker, after, locale));
    }

    @DeleteMapping("/comments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        Person asker = askers.require();
        composing.deletable(asker, new CommentId(id));
        composing.delete(asker, new CommentId(id), Versions.required(ifMatch));
    }

    /**
     * Root opinions with their replies inside, as far as the asker may see them; with a mark of the last answer only what
     * is different since then.
     */
    @GetMapping("/versions/{id}/comments")
    FeedJson of(@PathVariable UUID id, @RequestParam(required = false) @Nullable String since, Locale locale) {
        return threads.feed(askers.require(), new VersionId(id), since, locale);
    }
}
