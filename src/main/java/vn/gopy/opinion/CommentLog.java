package vn.gopy.opinion;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.account.UnitId;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;

/** What every change of an opinion leaves behind: a row in the trail, and events for those who follow it. */
@Component
class CommentLog {

    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CommentLog(Trail trail, Clock clock, ApplicationEventPublisher events) {
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
        if (comment.state() == CommentState.SENT && before != CommentState.SENT && comment.isRoot()) {
            events.publishEvent(new CommentSent(comment));
        }
        events.publishEvent(new CommentChanged(comment.root(), comment.dossierId(), comment.versionId()));
    }

    /** The present moment as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
