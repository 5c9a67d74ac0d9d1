package vn.gopy.opinion.api;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.HandPlacing;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.web.Versions;

/** Where people put opinions of earlier versions. */
@RestController
class AnchorController {

    private final Askers askers;
    private final HandPlacing hands;
    private final Threads threads;

    AnchorController(Askers askers, HandPlacing hands, Threads threads) {
        this.askers = askers;
        this.hands = hands;
        this.threads = threads;
    }

    /**
     * @param versionId on which the opinion is read
     * @param provisionId null where it has no place there
     */
    record Placing(@Nullable UUID versionId, @Nullable UUID provisionId) {}

    /** Puts an opinion of an earlier version at a place of a later one, or says that it has none. */
    @PutMapping({"/api/v1/comments/{id}/anchor", "/app-api/comments/{id}/anchor"})
    ResponseEntity<ThreadJson> place(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Placing wanted,
            Locale locale) {
        Person asker = askers.require();
        CommentId opinion = new CommentId(id);
        if (wanted.versionId() == null) {
            throw Refusal.unprocessable("ANCHOR_NOT_EARLIER");
        }
        VersionId version = new VersionId(wanted.versionId());
        ProvisionId place = wanted.provisionId() == null ? null : new ProvisionId(wanted.provisionId());
        hands.requirePlaceable(asker, opinion, version);
        return answer(asker, hands.put(asker, opinion, Versions.required(ifMatch), version, place), locale);
    }

    /** Lets it stand where the ties of the versions put it. */
    @DeleteMapping({"/api/v1/comments/{id}/anchor", "/app-api/comments/{id}/anchor"})
    ResponseEntity<ThreadJson> release(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestParam UUID versionId,
            Locale locale) {
        Person asker = askers.require();
        CommentId opinion = new CommentId(id);
        VersionId version = new VersionId(versionId);
        hands.requirePlaceable(asker, opinion, version);
        return answer(asker, hands.release(asker, opinion, Versions.required(ifMatch), version), locale);
    }

    private ResponseEntity<ThreadJson> answer(Person asker, HandPlacing.Placed placed, Locale locale) {
        return ResponseEntity.ok()
                .eTag(Versions.tag(placed.comment().version()))
                .body(threads.of(asker, placed, locale));
    }
}
