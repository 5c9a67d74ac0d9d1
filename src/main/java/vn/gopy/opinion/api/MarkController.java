package vn.gopy.opinion.api;

import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.ThreadMarks;

/** What is said of a thread without words. */
@RestController
class MarkController {

    private final Askers askers;
    private final ThreadMarks marks;
    private final Threads threads;

    MarkController(Askers askers, ThreadMarks marks, Threads threads) {
        this.askers = askers;
        this.marks = marks;
        this.threads = threads;
    }

    /** Agrees with an opinion in a discussion that is open to the group. */
    @PostMapping({"/api/v1/comments/{id}/agree", "/app-api/comments/{id}/agree"})
    ThreadJson agree(@PathVariable UUID id, Locale locale) {
        Person asker = askers.require();
        return threads.of(asker, marks.agree(asker, new CommentId(id)), locale);
    }

    /** Agrees no longer. */
    @DeleteMapping({"/api/v1/comments/{id}/agree", "/app-api/comments/{id}/agree"})
    ThreadJson takeBack(@PathVariable UUID id, Locale locale) {
        Person asker = askers.require();
        return threads.of(asker, marks.takeBackAgreement(asker, new CommentId(id)), locale);
    }

    /** Says that the talk has come to its end. */
    @PostMapping({"/api/v1/comments/{id}/resolve", "/app-api/comments/{id}/resolve"})
    ThreadJson resolve(@PathVariable UUID id, Locale locale) {
        Person asker = askers.require();
        return threads.of(asker, marks.resolve(asker, new CommentId(id)), locale);
    }

    /** Says that the talk goes on. */
    @DeleteMapping({"/api/v1/comments/{id}/resolve", "/app-api/comments/{id}/resolve"})
    ThreadJson reopen(@PathVariable UUID id, Locale locale) {
        Person asker = askers.require();
        return threads.of(asker, marks.reopen(asker, new CommentId(id)), locale);
    }
}
