package vn.gopy.opinion.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitId;
import vn.gopy.account.Units;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.anchor.Anchor;
import vn.gopy.draft.anchor.AnchorState;
import vn.gopy.draft.anchor.Quotation;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.CommentState;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.Conversation;
import vn.gopy.opinion.HandPlacing;
import vn.gopy.opinion.PlacedOpinion;
import vn.gopy.opinion.ThreadFeed;
import vn.gopy.opinion.ThreadFeeds;
import vn.gopy.opinion.ThreadMark;
import vn.gopy.opinion.ThreadMarks;
import vn.gopy.shared.Texts;

/** Makes the JSON of threads as one asker sees them. */
@Component
public class Threads {

    private final ThreadFeeds feeds;
    private final Conversation conversation;
    private final Composing composing;
    private final ThreadMarks threadMarks;
    private final People people;
    private final Units units;
    private final Texts texts;

    Threads(
            ThreadFeeds feeds,
            Conversation conversation,
            Composing composing,
            ThreadMarks threadMarks,
            People people,
            Units units,
            Texts texts) {
        this.feeds = feeds;
        this.conversation = conversation;
        this.composing = composing;
        this.threadMarks = threadMarks;
        this.people = people;
        this.units = units;
        this.texts = texts;
    }

    /** Those of the version that the asker may see, or what is different since the mark. */
    public FeedJson feed(Person asker, VersionId version, @Nullable String since, Locale locale) {
        ThreadFeed feed = feeds.of(asker, version, since);
        Map<CommentId, List<Comment>> threads = new LinkedHashMap<>();
        feed.comments()
                .forEach(one -> threads.computeIfAbsent(one.root(), root -> new ArrayList<>())
                        .add(one));
        Writing writing = new Writing(asker, locale, feed.comments(), feed.placed(), feed.marks());
        List<ThreadJson> items = threads.values().stream().map(writing::thread).toList();
        return new FeedJson(items, items.size(), null, feed.whole(), feed.vanished(), feed.mark());
    }

    /** One opinion or answer, without what was answered to it. */
    public ThreadJson of(Person asker, Comment comment, Locale locale) {
        return new Writing(asker, locale, List.of(comment), Map.of(), feeds.marks(List.of(comment)))
                .one(comment, List.of());
    }

    /** The same of one that was written just now, to which nobody can have said anything. */
    public ThreadJson ofNew(Person asker, Comment comment, Locale locale) {
        return new Writing(asker, locale, List.of(comment), Map.of(), Map.of()).one(comment, List.of());
    }

    /** An opinion of an earlier version that was put somewhere, without what was answered to it. */
    public ThreadJson of(Person asker, HandPlacing.Placed placed, Locale locale) {
        Comment comment = placed.comment();
        return new Writing(
                        asker,
                        locale,
                        List.of(comment),
                        Map.of(comment.id(), placed.at()),
                        feeds.marks(List.of(comment)))
                .one(comment, List.of());
    }

    /** Where an opinion stands on the version that is read. */
    private record Stand(
            @Nullable ProvisionId place,
            AnchorState state,
            boolean exact,
            @Nullable Quotation quote,
            ThreadJson.@Nullable Origin origin) {

        static Stand of(Comment comment, @Nullable PlacedOpinion placed) {
            if (placed == null) {
                return new Stand(comment.provisionId(), AnchorState.IN_PLACE, true, comment.quotation(), null);
            }
            Anchor anchor = placed.anchor();
            boolean withdrawn = comment.state() == CommentState.WITHDRAWN;
            var origin = new ThreadJson.Origin(
                    placed.from(),
                    placed.ordinal(),
                    placed.origin(),
                    placed.place(),
                    withdrawn ? null : comment.quote(),
                    withdrawn ? null : placed.uptake(),
                    anchor.byHand());
            return new Stand(anchor.place(), anchor.state(), anchor.exact(), anchor.quote(), origin);
        }
    }

    /** One answer in the making; names are looked up once for all of it. */
    private final class Writing {

        private final Person asker;
        private final Map<PersonId, String> usernames;
        private final Map<UnitId, String> codes;
        private final Map<CommentKind, String> labels = new HashMap<>();
        private final Map<CommentId, PlacedOpinion> placed;
        private final Map<CommentId, List<ThreadMark>> marks;
        private final Locale locale;

        Writing(
                Person asker,
                Locale locale,
                List<Comment> all,
                Map<CommentId, PlacedOpinion> placed,
                Map<CommentId, List<ThreadMark>> marks) {
            this.asker = asker;
            this.marks = marks;
            this.placed = placed;
            this.locale = locale;
            this.usernames =
                    usernames(all.stream().map(one -> one.author().id()).collect(Collectors.toSet()));
            boolean ofUnits = all.stream().anyMatch(one -> one.author().unit() != null);
            this.codes = ofUnits ? units.all().stream().collect(Collectors.toMap(Unit::id, Unit::code)) : Map.of();
        }

        /** One's own name is known without asking. */
        private Map<PersonId, String> usernames(Set<PersonId> authors) {
            Set<PersonId> others = new HashSet<>(authors);
            others.remove(asker.id());
            return Stream.concat(
                            Stream.of(asker),
                            others.isEmpty() ? Stream.of() : people.among(List.copyOf(others)).stream())
                    .filter(person -> person.username() != null)
                    .collect(Collectors.toMap(Person::id, person -> Objects.requireNonNull(person.username())));
        }

        ThreadJson thread(List<Comment> thread) {
            Comment root = thread.getFirst();
            List<ThreadJson> replies =
                    thread.stream().skip(1).map(reply -> one(reply, List.of())).toList();
            return one(root, replies);
        }

        ThreadJson one(Comment comment, List<ThreadJson> replies) {
            boolean withdrawn = comment.state() == CommentState.WITHDRAWN;
            Comment.Author author = comment.author();
            Stand stand = Stand.of(comment, placed.get(comment.id()));
            Quotation quote = withdrawn ? null : stand.quote();
            return new ThreadJson(
                    comment.id(),
                    comment.version(),
                    comment.versionId(),
                    stand.place(),
                    comment.lineage(),
                    comment.kind(),
                    labels.computeIfAbsent(comment.kind(), kind -> texts.get(locale, "comment.kind." + kind)),
                    withdrawn ? "" : comment.text(),
                    quote == null ? null : quote.words(),
                    quote == null ? "" : quote.prefix(),
                    quote == null ? "" : quote.suffix(),
                    quote == null ? null : quote.start(),
                    withdrawn ? null : comment.replacement(),
                    usernames.getOrDefault(author.id(), ""),
                    author.name(),
                    author.post(),
                    author.unit() == null ? null : codes.get(author.unit()),
                    author.unit() == null ? null : author.unitName(),
                    comment.capacity(),
                    comment.state(),
                    comment.visibility(),
                    comment.restricted(),
                    comment.createdAt().toString(),
                    comment.sentAt() == null ? null : comment.sentAt().toString(),
                    comment.editedAt() == null || withdrawn
                            ? null
                            : comment.editedAt().toString(),
                    comment.late(),
                    stand.state(),
                    stand.exact(),
                    stand.origin(),
                    author.id().equals(asker.id()),
                    comment.isRoot() && conversation.mayReply(asker, comment),
                    composing.mayEdit(asker, comment),
                    composing.mayTakeBack(asker, comment),
                    threadMarks.mayAgree(asker, comment),
                    threadMarks.mayResolve(asker, comment),
                    withdrawn ? List.of() : comment.files(),
                    said(comment, ThreadMark.Kind.AGREED),
                    said(comment, ThreadMark.Kind.RESOLVED).stream().findFirst().orElse(null),
                    replies);
        }

        private List<ThreadJson.Said> said(Comment comment, ThreadMark.Kind kind) {
            return marks.getOrDefault(comment.id(), List.of()).stream()
                    .filter(mark -> mark.kind() == kind)
                    .map(mark -> new ThreadJson.Said(
                            mark.name(),
                            mark.post(),
                            mark.at().toString(),
                            mark.by().equals(asker.id())))
                    .toList();
        }
    }
}
