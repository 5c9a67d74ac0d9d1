package vn.gopy.opinion;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Membership;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Unit;
import vn.gopy.audit.Change;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.round.Capacity;
import vn.gopy.round.Visibility;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/** Writing opinions: made, changed and taken back by those whose words they are; kept unsent, or sent at once. */
@Service
public class Composing {

    private static final int MOST_READERS = 50;

    private final CommentRepository repository;
    private final Rulings rulings;
    private final Capacities capacities;
    private final Drafts drafts;
    private final Dossiers dossiers;
    private final People people;
    private final Comments comments;
    private final WordingRepository wordings;
    private final Mentions mentions;
    private final CommentLog log;

    Composing(
            CommentRepository repository,
            Rulings rulings,
            Capacities capacities,
            Drafts drafts,
            Dossiers dossiers,
            People people,
            Comments comments,
            WordingRepository wordings,
            Mentions mentions,
            CommentLog log) {
        this.repository = repository;
        this.rulings = rulings;
        this.capacities = capacities;
        this.drafts = drafts;
        this.dossiers = dossiers;
        this.people = people;
        this.comments = comments;
        this.wordings = wordings;
        this.mentions = mentions;
        this.log = log;
    }

    /** Writes an opinion on a place of a published version; kept unsent, or sent at once. */
    @Transactional
    public Comment create(Person asker, ProvisionId place, NewComment request) {
        Drafts.Held held = drafts.held(asker, place);
        DraftVersion draft = held.version();
        capacities.require(asker, request.effectiveCapacity(), draft.dossierId());
        if (draft.state() != VersionState.PUBLISHED) {
            throw Refusal.conflict("NOT_PUBLISHED");
        }
        PlacedProvision provision = held.place();
        NewComment wanted = request.passed();
        CommentChecks.words(wanted);
        CommentChecks.quote(provision, wanted);
        List<PlacedProvision> further = further(asker, wanted);
        CommentChecks.places(further, draft.id());
        DossierId dossier = draft.dossierId();
        return store(asker, wanted, dossier, discussion(asker, dossier), provision, further);
    }

    /** Writes an opinion on the whole dossier. */
    @Transactional
    public Comment create(Person asker, DossierId id, NewComment request) {
        Dossier dossier = dossiers.get(asker, id);
        capacities.require(asker, request.effectiveCapacity(), id);
        NewComment wanted = request.passed();
        CommentChecks.words(wanted);
        if (wanted.quote() != null) {
            throw Refusal.unprocessable("QUOTE_NOT_FOUND");
        }
        List<PlacedProvision> further = further(asker, wanted);
        if (!further.isEmpty()) {
            VersionId version = further.getFirst().versionId();
            drafts.hold(version);
            further = further(asker, wanted);
            CommentChecks.places(further, version);
            CommentChecks.commentable(drafts.get(asker, version), id);
        }
        return store(asker, wanted, id, dossier::discussion, null, further);
    }

    /** The places beside the main one, as they stand now. */
    private List<PlacedProvision> further(Person asker, NewComment wanted) {
        List<ProvisionId> ids = wanted.places().stream().distinct().toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        List<PlacedProvision> found = drafts.provisions(asker, ids);
        if (found.size() != ids.size()) {
            throw Refusal.notFound();
        }
        return ids.stream()
                .map(id -> found.stream()
                        .filter(place -> place.id().equals(id))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /**
     * Writes an unsent opinion that a returned file holds, on a place of a version that is held. The secretariat may enter
     * it for a unit that it is not in; it counts as soon as the secretariat sends it, for the file is the unit's own.
     */
    public Comment takeIn(Person asker, PlacedProvision place, NewComment found, @Nullable Unit unit) {
        NewComment wanted = found.passed();
        CommentChecks.words(wanted);
        CommentChecks.quote(place, wanted);
        DossierId dossier = drafts.get(asker, place.versionId()).dossierId();
        NewComment said = unit == null ? wanted : wanted.forUnit(unit.code());
        Capacity capacity = said.effectiveCapacity();
        capacities.require(asker, capacity, dossier);
        Comment.Author author = returned(asker, unit);
        Visibility visibility =
                rulings.visibility(asker, capacity, dossier, place.versionId(), log.now(), discussion(asker, dossier));
        Comment comment = draft(said, author, dossier, place, visibility, Authorship.entersFor(asker, author.unit()));
        repository.add(comment);
        log.record(asker, "COMMENT_WRITTEN", comment, Change.created(comment.text()));
        log.announce(comment, comment.state());
        return comment;
    }

    /** Refuses where the person has no own name to speak in about the dossier. */
    public void requireOwnName(Person asker, DossierId dossier) {
        capacities.require(asker, Capacity.OWN, dossier);
    }

    private static Comment.Author returned(Person asker, @Nullable Unit unit) {
        return unit != null && Authorship.entersFor(asker, unit.id())
                ? new Comment.Author(asker.id(), asker.displayName(), asker.post(), unit.id(), unit.name())
                : author(asker, unit == null ? Capacity.OWN : Capacity.UNIT, unit == null ? null : unit.code());
    }

    /** The dossier's, read where it is asked for: a version that may be read is one of a dossier that may be. */
    private Supplier<Discussion> discussion(Person asker, DossierId dossier) {
        return () -> dossiers.get(asker, dossier).discussion();
    }

    private Comment store(
            Person asker,
            NewComment wanted,
            DossierId dossier,
            Supplier<Discussion> before,
            @Nullable PlacedProvision place,
            List<PlacedProvision> further) {
        Comment.Author author = author(asker, wanted.effectiveCapacity(), wanted.onBehalfOf());
        Rulings.Receipt receipt = rulings.receipt(log.now());
        Capacity capacity = wanted.effectiveCapacity();
        VersionId version = place == null ? null : place.versionId();
        Visibility visibility = wanted.send()
                ? receipt.visibility(asker, capacity, dossier, version, before)
                : rulings.visibility(asker, capacity, dossier, version, log.now(), before);
        Comment draft = draft(wanted, author, dossier, place, visibility, false);
        List<PersonId> readers = readers(wanted, dossier);
        Comment comment = wanted.send() ? Sending.sent(receipt, asker, draft) : draft;
        List<ProvisionId> others = further.stream()
                .map(PlacedProvision::id)
                .filter(other -> !other.equals(comment.provisionId()))
                .toList();
        repository.addLate(comment, others, readers);
        log.record(asker, "COMMENT_WRITTEN", comment, Change.created(comment.text()));
        log.announce(comment, draft.state(), () -> others);
        mentions.tell(asker, comment, comment.text(), "");
        return comment;
    }

    private Comment draft(
            NewComment wanted,
            Comment.Author author,
            DossierId dossier,
            @Nullable PlacedProvision place,
            Visibility visibility,
            boolean entered) {
        CommentId id = CommentId.next();
        boolean quotes = wanted.quote() != null;
        return new Comment(
                id,
                1,
                dossier,
                place == null ? null : place.versionId(),
                place == null ? null : place.id(),
                place == null ? null : place.lineage(),
                id,
                null,
                wanted.kind(),
                wanted.text(),
                wanted.quote(),
                quotes ? Objects.requireNonNullElse(wanted.prefix(), "") : "",
                quotes ? Objects.requireNonNullElse(wanted.suffix(), "") : "",
                quotes ? wanted.start() : null,
                wanted.replacement(),
                author,
                wanted.effectiveCapacity(),
                CommentState.UNSENT,
                visibility,
                !wanted.restrictedTo().isEmpty(),
                false,
                log.now(),
                null,
                null,
                List.of(),
                entered);
    }

    /** Whom an opinion is told to alone; each must be able to read the dossier, or the words would reach nobody. */
    private List<PersonId> readers(NewComment wanted, DossierId dossier) {
        List<String> names = wanted.restrictedTo().stream().distinct().toList();
        if (names.size() > MOST_READERS) {
            throw Refusal.unprocessable("TOO_MANY", MOST_READERS);
        }
        return names.stream().map(name -> reader(name, dossier)).toList();
    }

    private PersonId reader(String username, DossierId dossier) {
        Person reader =
                people.byUsername(username).orElseThrow(() -> Refusal.unprocessable("PERSON_UNKNOWN", username));
        if (!reader.enabled() || !dossiers.mayRead(reader, dossier)) {
            throw Refusal.unprocessable("READER_CANNOT_READ", username);
        }
        return reader.id();
    }

    private static Comment.Author author(Person asker, Capacity capacity, @Nullable String unitCode) {
        if (capacity == Capacity.OWN) {
            return new Comment.Author(asker.id(), asker.displayName(), asker.post(), null, "");
        }
        if (unitCode == null) {
            throw Refusal.unprocessable("UNIT_MISSING");
        }
        Membership membership = asker.membership(unitCode)
                .filter(one -> asker.speaksFor(one.unitId()))
                .orElseThrow(Refusal::forbidden);
        return new Comment.Author(
                asker.id(), asker.displayName(), membership.post(), membership.unitId(), membership.unitName());
    }

    /**
     * Changes an own opinion that does not count in a round; {@code version} is the one that the asker has seen. What
     * others may have read is kept beside it. An answer is part of its thread, which stands once the round is locked.
     */
    @Transactional
    public Comment edit(
            Person asker, CommentId id, int version, CommentKind kind, String text, @Nullable String replacement) {
        Comment before = editable(asker, id);
        if (before.version() != version) {
            throw Refusal.stale();
        }
        String words = TextGate.TEXT.pass(text);
        String wording = TextGate.WORDING.passOrNull(replacement);
        CommentChecks.words(words, wording, kind);
        Comment root = before.isRoot() ? before : comments.get(asker, before.root());
        if (root.round() != null) {
            rulings.requireUnlocked(root.round());
        }
        Instant edited = before.wasReadByOthers() ? log.now() : null;
        if (!repository.update(id, version, kind, words, wording, edited)) {
            throw Refusal.stale();
        }
        Comment after = repository.any(id).orElseThrow();
        if (edited != null) {
            var earlier = new EarlierWording(
                    before.kind(), before.text(), before.replacement(), edited, asker.displayName(), asker.post());
            wordings.add(before, earlier, asker.id());
            mentions.tell(asker, root, words, before.text());
        }
        log.record(asker, "COMMENT_EDITED", before, Change.of("text", before.text(), words));
        log.announce(before, before.state());
        return after;
    }

    /**
     * Takes an own opinion back: an unsent one is gone, a sent one that counts in no round stays in its thread as
     * withdrawn. The trail keeps that it was there.
     */
    @Transactional
    public void delete(Person asker, CommentId id, int version) {
        Comment comment = deletable(asker, id);
        boolean done = comment.version() == version
                && (comment.isDraft() ? repository.delete(id, version) : repository.withdraw(id, version));
        if (!done) {
            throw Refusal.stale();
        }
        log.record(asker, "COMMENT_DELETED", comment, Change.of("text", comment.text(), null));
        log.announce(comment, comment.state());
    }

    /**
     * The opinion, when the asker may take it back now; else refuses as {@link #delete} does. What nobody else has seen
     * goes with its author; a unit's words are taken back by who speaks for the unit today.
     */
    @Transactional(readOnly = true)
    public Comment deletable(Person asker, CommentId id) {
        Comment comment = comments.get(asker, id);
        if (!isOwn(asker, comment)) {
            throw Refusal.forbidden();
        }
        if (comment.round() != null) {
            throw Refusal.conflict("COMMENT_FROZEN");
        }
        return comment;
    }

    /** The opinion, when the asker may change it now; else refuses as {@link #edit} does. */
    @Transactional(readOnly = true)
    public Comment editable(Person asker, CommentId id) {
        Comment comment = comments.get(asker, id);
        if (!Authorship.speaks(asker, comment)) {
            throw Refusal.forbidden();
        }
        if (!comment.editable()) {
            throw Refusal.conflict("COMMENT_FROZEN");
        }
        return comment;
    }

    private static boolean isOwn(Person asker, Comment comment) {
        return comment.author().id().equals(asker.id())
                && (comment.state() == CommentState.UNSENT || Authorship.maySpeak(asker, comment));
    }

    /** Whether the person may take this opinion back now, which the person sees. */
    public boolean mayTakeBack(Person asker, Comment comment) {
        return isOwn(asker, comment) && comment.round() == null && comment.state() != CommentState.WITHDRAWN;
    }

    /** Whether the person may change this opinion now, which the person sees. */
    public boolean mayEdit(Person asker, Comment comment) {
        return comment.editable() && Authorship.speaks(asker, comment);
    }
}
