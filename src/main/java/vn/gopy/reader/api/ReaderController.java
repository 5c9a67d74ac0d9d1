package vn.gopy.reader.api;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
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
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.live.LiveStream;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.Conversation;
import vn.gopy.opinion.LiveReaders;
import vn.gopy.opinion.Sending;
import vn.gopy.opinion.ThreadFeeds;
import vn.gopy.opinion.api.CommentEdit;
import vn.gopy.opinion.api.CommentRequest;
import vn.gopy.opinion.api.CommentSending;
import vn.gopy.opinion.api.FeedJson;
import vn.gopy.opinion.api.ThreadJson;
import vn.gopy.opinion.api.Threads;
import vn.gopy.round.Replies;
import vn.gopy.round.Rounds;
import vn.gopy.shared.VersionNumber;
import vn.gopy.shared.web.Versions;

/** What the reader element in the page asks for: same facades, same rules, the session of the page. */
@RestController
@RequestMapping("/app-api")
class ReaderController {

    private final Askers askers;
    private final Drafts drafts;
    private final Composing composing;
    private final Sending sending;
    private final Conversation conversation;
    private final Rounds rounds;
    private final Replies replies;
    private final LiveReaders live;
    private final ThreadFeeds feeds;
    private final ReaderPage view;
    private final Threads threads;
    private final Clock clock;

    ReaderController(
            Askers askers,
            Drafts drafts,
            Composing composing,
            Sending sending,
            Conversation conversation,
            Rounds rounds,
            Replies replies,
            LiveReaders live,
            ThreadFeeds feeds,
            ReaderPage view,
            Threads threads,
            Clock clock) {
        this.askers = askers;
        this.drafts = drafts;
        this.composing = composing;
        this.sending = sending;
        this.conversation = conversation;
        this.rounds = rounds;
        this.replies = replies;
        this.live = live;
        this.feeds = feeds;
        this.view = view;
        this.threads = threads;
        this.clock = clock;
    }

    /** Everything a page needs to show the draft; asking for the token sets its cookie. */
    @GetMapping("/versions/{id}/reader")
    JsonNode reader(@PathVariable UUID id, Locale locale, CsrfToken token) {
        token.getToken();
        return view.reader(askers.require(), new VersionId(id), locale);
    }

    /** The same for those who know the draft by its place in the dossier only, as the page's address has it. */
    @GetMapping("/dossiers/{dossier}/drafts/{number}/reader")
    JsonNode reader(@PathVariable UUID dossier, @PathVariable VersionNumber number, Locale locale, CsrfToken token) {
        token.getToken();
        Person asker = askers.require();
        return view.reader(
                asker, drafts.numbered(asker, new DossierId(dossier), number).id(), locale);
    }

    /** All threads, for those who know the draft by its place in the dossier only. */
    @GetMapping("/dossiers/{dossier}/drafts/{number}/threads")
    FeedJson threads(@PathVariable UUID dossier, @PathVariable VersionNumber number, Locale locale) {
        Person asker = askers.require();
        VersionId version =
                drafts.numbered(asker, new DossierId(dossier), number).id();
        return threads.feed(asker, version, null, locale);
    }

    /** All threads, or with a mark of the last answer what is different since then. */
    @GetMapping("/versions/{id}/threads")
    FeedJson threads(@PathVariable UUID id, @RequestParam(required = false) @Nullable String since, Locale locale) {
        return threads.feed(askers.require(), new VersionId(id), since, locale);
    }

    /** The draft was opened on a screen: the secretariat learns that invitees have seen it. */
    @PostMapping("/versions/{id}/opened")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void opened(@PathVariable UUID id) {
        Person asker = askers.require();
        VersionId version = drafts.get(asker, new VersionId(id)).id();
        rounds.ruling(asker, version).ifPresent(round -> replies.opened(asker, round.id()));
    }

    @GetMapping(path = "/versions/{id}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@PathVariable UUID id, HttpSession session) {
        Person asker = askers.require();
        DraftVersion version = drafts.get(asker, new VersionId(id));
        return live.open(asker, version, session);
    }

    /**
     * The next event of that stream in an answer of its own, after 20 seconds at the latest, for pages behind a proxy that
     * cuts streams.
     *
     * @param since the mark of the last answer: what came after it is told at once
     */
    @GetMapping("/versions/{id}/live/next")
    DeferredResult<LiveStream.News> next(@PathVariable UUID id, @RequestParam String since, HttpSession session) {
        Person asker = askers.require();
        DraftVersion version = drafts.get(asker, new VersionId(id));
        return live.next(asker, version, session, () -> feeds.hasNews(asker, version.id(), since));
    }

    @PostMapping("/provisions/{id}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    ThreadJson create(@PathVariable UUID id, @RequestBody CommentRequest request, Locale locale) {
        Person asker = askers.require();
        return threads.ofNew(asker, composing.create(asker, new ProvisionId(id), request.wanted()), locale);
    }

    @PostMapping("/dossiers/{id}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    ThreadJson createOnDossier(@PathVariable UUID id, @RequestBody CommentRequest request, Locale locale) {
        Person asker = askers.require();
        return threads.ofNew(asker, composing.create(asker, new DossierId(id), request.wanted()), locale);
    }

    @PatchMapping("/comments/{id}")
    ThreadJson edit(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody CommentEdit edit,
            Locale locale) {
        Person asker = askers.require();
        Comment after = edit.apply(composing, asker, new CommentId(id), ifMatch);
        return threads.of(asker, after, locale);
    }

    @DeleteMapping("/comments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        Person asker = askers.require();
        composing.deletable(asker, new CommentId(id));
        composing.delete(asker, new CommentId(id), Versions.required(ifMatch));
    }

    record Answer(@Nullable String text) {}

    @PostMapping("/comments/{id}/replies")
    @ResponseStatus(HttpStatus.CREATED)
    ThreadJson reply(@PathVariable UUID id, @RequestBody Answer answer, Locale locale) {
        Person asker = askers.require();
        Comment reply = conversation.reply(asker, new CommentId(id), Objects.requireNonNullElse(answer.text(), ""));
        return threads.of(asker, reply, locale);
    }

    @PostMapping("/comments/send")
    CommentSending.Sent send(@RequestBody CommentSending wanted) {
        return wanted.apply(sending, askers.require(), clock);
    }
}
