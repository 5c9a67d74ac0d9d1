package vn.gopy.opinion;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.account.UnitId;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.draft.ProvisionId;

/** What every change of an opinion leaves behind: a row in the trail, and events for those who follow it. */
@Component
class CommentLog {

    private final CommentRepository repository;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CommentLog(CommentRepository repository, Trail trail, Clock clock, ApplicationEventPublisher events) {
        this.repository = repository;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    void record(Person asker, String action, Comment comment, Change change) {
        UnitId unit = comment.author().unit();
        trail.record(
                asker.actor(),
                action,
                "COMMENT",
                comment.id().value(),
                change.onBehalfOf(unit == null ? null : unit.value()));
    }

    void announce(Comment comment, CommentState before) {
        announce(comment, before, () -> repository.places(comment.id()));
    }

    /** The same, where the further places are known. */
    void announce(Comment comment, CommentState before, Supplier<List<ProvisionId>> places) {
        if (comment.state() == CommentState.SENT && before != CommentState.SENT && comment.isRoot()) {
            events.publishEvent(new CommentSent(comment, places.get()));
        }
        events.publishEvent(new CommentChanged(comment.root(), comment.dossierId(), comment.versionId()));
    }

    /** The present moment as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
