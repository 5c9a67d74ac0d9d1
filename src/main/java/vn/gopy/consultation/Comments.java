package vn.gopy.consultation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Membership;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitId;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/** Opinions on clauses, in threads: composed in peace, sent together, seen by those whom the rules let see them. */
@Service
public class Comments {

    private final CommentRepository repository;
    private final RoundRepository rounds;
    private final ReplyRepository invitations;
    private final Drafts drafts;
    private final Dossiers dossiers;
    private final People people;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Comments(
            CommentRepository repository,
            RoundRepository rounds,
            ReplyRepository invitations,
            Drafts drafts,
            Dossiers dossiers,
            People people,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.rounds = rounds;
        this.invitations = invitations;
        this.drafts = drafts;
        this.dossiers = dossiers;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /** Writes an opinion on a place of a published version; kept unsent, or sent at once. */
    @Transactional
    public Comment create(Person asker, ProvisionId place, NewComment request) {
        PlacedProvision provision = drafts.provision(asker, place);
        DraftVersion version = drafts.get(asker, provision.versionId());
        if (version.state() != VersionState.PUBLISHED) {
            throw Refusal.conflict("NOT_PUBLISHED");
        }
        NewComment wanted = request.passed();
        check(wanted.text(), wanted.replacement(), wanted.kind());
        checkQuote(provision, wanted.quote());
        return store(asker, wanted, version.dossierId(), provision);
    }

    /** Writes an opinion on the whole dossier. */
    @Transactional
    public Comment create(Person asker, DossierId dossier, NewComment request) {
        dossiers.get(asker, dossier);
        NewComment wanted = request.passed();
        check(wanted.text(), wanted.replacement(), wanted.kind());
        if (wanted.quote() != null) {
            throw Refusal.unprocessable("QUOTE_NOT_FOUND");
        }
        return store(asker, wanted, dossier, null);
    }

    /**
     * Writes an unsent opinion that a returned file holds. The secretariat may enter it for a unit that it is not in; it
     * counts as soon as the secretariat sends it, for the file is the unit's own.
     */
    Comment takeIn(Person asker, PlacedProvision place, NewComment found, @Nullable Unit unit) {
        NewComment wanted = found.passed();
        check(wanted.text(), wanted.replacement(), wanted.kind());
        checkQuote(place, wanted.quote());
        Dossier dossier =
                dossiers.get(asker, drafts.get(asker, place.versionId()).dossierId());
        NewComment said = unit == null ? wanted : wanted.forUnit(unit.code());
        Comment comment = draft(asker, said, returned(asker, unit), dossier, place);
        repository.add(comment);
        if (entersFor(asker, comment.author().unit())) {
            repository.enteredBy(comment.id(), asker.id());
        }
        record(asker, "COMMENT_WRITTEN", comment, Change.created(comment.text()));
        announce(comment, comment.state());
        return comment;
    }

    private static Comment.Author returned(Person asker, @Nullable Unit unit) {
        return unit != null && entersFor(asker, unit.id())
                ? new Comment.Author(asker.id(), asker.displayName(), asker.post(), unit.id(), unit.name())
                : author(asker, unit == null ? Capacity.OWN : Capacity.UNIT, unit == null ? null : unit.code());
    }

    /** Whether the person enters a unit's words from paper or file, being of the secretariat and not of the unit. */
    static boolean entersFor(Person asker, @Nullable UnitId unit) {
        return unit != null && asker.is(Role.SECRETARIAT) && !asker.speaksFor(unit);
    }

    private Comment store(Person asker, NewComment wanted, DossierId dossier, @Nullable PlacedProvision place) {
        Comment.Author author = author(asker, wanted.effectiveCapacity(), wanted.onBehalfOf());
        Comment draft = draft(asker, wanted, author, dossiers.get(asker, dossier), place);
        Comment comment = wanted.send() ? sent(asker, draft) : draft;
        repository.add(comment);
        int ordinal = 0;
        for (ProvisionId further : new LinkedHashSet<>(wanted.places())) {
            if (!further.equals(comment.provisionId())) {
                repository.addPlace(comment.id(), drafts.provision(asker, further), ++ordinal);
            }
        }
        wanted.restrictedTo().stream()
                .map(this::reader)
                .distinct()
                .forEach(reader -> repository.addReader(comment.id(), reader));
        record(asker, "COMMENT_WRITTEN", comment, Change.created(comment.text()));
        announce(comment, draft.state());
        return comment;
    }

    private Comment draft(
            Person asker, NewComment wanted, Comment.Author author, Dossier dossier, @Nullable PlacedProvision place) {
        CommentId id = CommentId.next();
        Capacity capacity = wanted.effectiveCapacity();
        return new Comment(
                id,
                1,
                dossier.id(),
                place == null ? null : place.versionId(),
                place == null ? null : place.id(),
                place == null ? null : place.lineage(),
                id,
                null,
                wanted.kind(),
                wanted.text(),
                wanted.quote(),
                Objects.requireNonNullElse(wanted.prefix(), ""),
                Objects.requireNonNullElse(wanted.suffix(), ""),
                wanted.start(),
                wanted.replacement(),
                author,
                capacity,
                CommentState.UNSENT,
                visibility(
                        asker,
                        capacity,
                        dossier,
                        Optional.ofNullable(place).flatMap(one -> rounds.ruling(one.versionId(), clock.instant()))),
                !wanted.restrictedTo().isEmpty(),
                false,
                now(),
                null);
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
     * A unit's opinions and the chair's words stay sealed in every mode; else the round that rules the version decides,
     * and before there is one the dossier.
     */
    private static Visibility visibility(Person asker, Capacity capacity, Dossier dossier, Optional<Round> ruling) {
        if (capacity != Capacity.OWN || asker.is(Role.CHAIR)) {
            return Visibility.SEALED;
        }
        return ruling.map(Round::visibility).orElseGet(() -> Visibility.of(dossier.discussion()));
    }

    /** Who will read what the person writes on the version, by the real rule; for the sentence under the box. */
    @Transactional(readOnly = true)
    public Visibility visibility(Person asker, Capacity capacity, VersionId version) {
        Dossier dossier = dossiers.get(asker, drafts.get(asker, version).dossierId());
        return visibility(asker, capacity, dossier, rounds.rulingForReading(version, clock.instant()));
    }

    /**
     * The opinion as it stands when its author lets it go: a unit's words become the unit's draft unless the head sends
     * them, all else counts from now on, in the round that rules the version.
     */
    private Comment sent(Person asker, Comment draft) {
        UnitId unit = draft.author().unit();
        if (unit != null && !asker.heads(unit) && !entersFor(asker, unit)) {
            return with(draft, CommentState.UNIT_DRAFT, null, draft.visibility(), false, null);
        }
        Optional<Round> round =
                draft.versionId() == null ? Optional.empty() : rounds.ruling(draft.versionId(), clock.instant());
        return round.map(ruling -> sentIn(ruling, asker, draft, now()))
                .orElseGet(() -> with(draft, CommentState.SENT, null, draft.visibility(), false, now()));
    }

    private Comment sentIn(Round round, Person asker, Comment draft, Instant received) {
        Optional<Invitee> invitation = invitation(round, asker, draft.author().unit());
        switch (round.state(received)) {
            case LOCKED, ANNOUNCED -> throw Refusal.conflict("ROUND_LOCKED");
            case CLOSED -> {
                if (invitation.isEmpty() && !asker.is(Role.SECRETARIAT)) {
                    throw Refusal.conflict("ROUND_CLOSED");
                }
            }
            case PREPARING, OPEN -> {
                // taken as it comes
            }
        }
        Instant deadline = invitation.map(round::deadlineOf).orElse(round.closes());
        Visibility visibility = narrower(draft.visibility(), round.visibility());
        return with(draft, CommentState.SENT, round.id(), visibility, !received.isBefore(deadline), received);
    }

    private static Visibility narrower(Visibility one, Visibility other) {
        return one == Visibility.GROUP && other == Visibility.GROUP ? Visibility.GROUP : Visibility.SEALED;
    }

    private Optional<Invitee> invitation(Round round, Person asker, @Nullable UnitId unit) {
        return invitations.invitees(round.id()).stream()
                .filter(invitee -> unit == null ? asker.id().equals(invitee.person()) : unit.equals(invitee.unit()))
                .findFirst();
    }

    private static Comment with(
            Comment comment,
            CommentState state,
            @Nullable RoundId round,
            Visibility visibility,
            boolean late,
            @Nullable Instant sentAt) {
        return new Comment(
                comment.id(),
                comment.version(),
                comment.dossierId(),
                comment.versionId(),
                comment.provisionId(),
                comment.lineage(),
                comment.root(),
                round,
                comment.kind(),
                comment.text(),
                comment.quote(),
                comment.prefix(),
                comment.suffix(),
                comment.start(),
                comment.replacement(),
                comment.author(),
                comment.capacity(),
                state,
                visibility,
                comment.restricted(),
                late,
                comment.createdAt(),
                sentAt);
    }

    /** Sends own drafts together, all or nothing; gives them as they stand afterwards. */
    @Transactional
    public List<Comment> send(Person asker, List<CommentId> ids) {
        Limits.list(ids, Limits.LIST);
        ids.forEach(id -> get(asker, id));
        List<Comment> locked = repository.lock(ids);
        locked.forEach(comment -> requireSendable(asker, comment));
        return locked.stream().map(comment -> sendOne(asker, comment)).toList();
    }

    private static void requireSendable(Person asker, Comment comment) {
        UnitId unit = comment.author().unit();
        switch (comment.state()) {
            case UNSENT -> {
                // seen by its author alone
            }
            case UNIT_DRAFT -> {
                if (unit == null || !asker.heads(unit)) {
                    throw Refusal.forbidden();
                }
            }
            case SENT, WITHDRAWN -> throw Refusal.conflict("COMMENT_FROZEN");
        }
    }

    private Comment sendOne(Person asker, Comment draft) {
        Comment comment = sent(asker, draft);
        repository.sent(comment);
        record(
                asker,
                "COMMENT_SENT",
                comment,
                Change.of("state", draft.state().name(), comment.state().name()));
        announce(comment, draft.state());
        return comment;
    }

    /** What a unit has prepared goes out with its reply, at the same moment. The round is locked, and the invitee. */
    void sendUnitDrafts(Person asker, UnitId unit, Round round, Instant received) {
        repository.unitDrafts(unit, round.id()).forEach(draft -> {
            Comment comment = sentIn(round, asker, draft, received);
            repository.sent(comment);
            record(asker, "COMMENT_SENT", comment, Change.NONE);
            announce(comment, draft.state());
        });
    }

    private void announce(Comment comment, CommentState before) {
        if (comment.state() == CommentState.SENT && before != CommentState.SENT && comment.isRoot()) {
            events.publishEvent(new CommentSent(comment));
        }
        events.publishEvent(new CommentChanged(comment.root(), comment.dossierId(), comment.versionId()));
    }

    /** Answers in a thread; seen by those who see its first opinion. */
    @Transactional
    public Comment reply(Person asker, CommentId to, String text) {
        Comment root = repository
                .visible(get(asker, to).root(), asker, clock.instant())
                .orElseThrow(Refusal::notFound);
        if (!mayReply(asker, root)) {
            throw Refusal.conflict("THREAD_CLOSED");
        }
        if (root.round() != null) {
            rounds.locked(root.round(), false).orElseThrow(Refusal::notFound).requireUnlocked();
        }
        String words = TextGate.TEXT.pass(text);
        check(words, null, CommentKind.OTHER);
        Comment.Author author = new Comment.Author(asker.id(), asker.displayName(), asker.post(), null, "");
        Comment reply = replyTo(root, author, words);
        repository.add(reply);
        record(asker, "COMMENT_REPLIED", reply, Change.created(words));
        announce(reply, CommentState.UNSENT);
        return reply;
    }

    private Comment replyTo(Comment root, Comment.Author author, String text) {
        return new Comment(
                CommentId.next(),
                1,
                root.dossierId(),
                root.versionId(),
                root.provisionId(),
                root.lineage(),
                root.id(),
                null,
                CommentKind.OTHER,
                text,
                null,
                "",
                "",
                null,
                null,
                author,
                Capacity.OWN,
                CommentState.SENT,
                root.visibility(),
                root.restricted(),
                false,
                now(),
                now());
    }

    /** Whether the person may answer in the thread of this first opinion, which the person sees. */
    public boolean mayReply(Person asker, Comment root) {
        boolean own = root.author().id().equals(asker.id())
                || (root.author().unit() != null
                        && asker.speaksFor(root.author().unit()));
        return root.state() == CommentState.SENT
                && (own || asker.is(Role.SECRETARIAT) || (root.visibility() == Visibility.GROUP && asker.inGroup()));
    }

    /** Changes an own opinion that is not sent yet; {@code version} is the one that the asker has seen. */
    @Transactional
    public Comment edit(
            Person asker, CommentId id, int version, CommentKind kind, String text, @Nullable String replacement) {
        Comment before = editable(asker, id);
        if (before.version() != version) {
            throw Refusal.stale();
        }
        String words = TextGate.TEXT.pass(text);
        String wording = TextGate.WORDING.passOrNull(replacement);
        check(words, wording, kind);
        if (!repository.update(id, version, kind, words, wording)) {
            throw Refusal.stale();
        }
        record(asker, "COMMENT_EDITED", before, Change.of("text", before.text(), words));
        announce(before, before.state());
        return repository.any(id).orElseThrow();
    }

    /**
     * Takes an own opinion back: an unsent one is gone, a sent one that counts in no round stays in its thread as
     * withdrawn. The trail keeps that it was there.
     */
    @Transactional
    public void delete(Person asker, CommentId id, int version) {
        Comment comment = deletable(asker, id);
        repository.lock(List.of(id)).stream()
                .filter(now -> now.version() == version)
                .findFirst()
                .orElseThrow(Refusal::stale);
        if (comment.editable()) {
            repository.delete(id);
        } else {
            repository.withdraw(id);
        }
        record(asker, "COMMENT_DELETED", comment, Change.of("text", comment.text(), null));
        announce(comment, comment.state());
    }

    /** The opinion, when the asker may take it back now; else refuses as {@link #delete} does. */
    @Transactional(readOnly = true)
    public Comment deletable(Person asker, CommentId id) {
        Comment comment = get(asker, id);
        if (!comment.author().id().equals(asker.id())) {
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
        Comment comment = get(asker, id);
        boolean unitDraft = comment.state() == CommentState.UNIT_DRAFT
                && asker.speaksFor(Objects.requireNonNull(comment.author().unit()));
        if (!comment.author().id().equals(asker.id()) && !unitDraft) {
            throw Refusal.forbidden();
        }
        if (!comment.editable()) {
            throw Refusal.conflict("COMMENT_FROZEN");
        }
        return comment;
    }

    /** The opinion or reply, when the asker may see it. */
    @Transactional(readOnly = true)
    public Comment get(Person asker, CommentId id) {
        return repository.visible(id, asker, clock.instant()).orElseThrow(Refusal::notFound);
    }

    /** Every opinion and reply of the version that the asker may see, threads in order of their first opinion. */
    @Transactional(readOnly = true)
    public List<Comment> of(Person asker, VersionId version) {
        drafts.get(asker, version);
        return repository.visible(version, asker, clock.instant());
    }

    /** Whether the asker may see the thread now; the live push asks before it tells. */
    @Transactional(readOnly = true)
    public boolean visible(Person asker, CommentId root) {
        return repository.visible(root, asker, clock.instant()).isPresent();
    }

    /** A thread whatever its visibility, first opinion first, for the product's own work. */
    @Transactional(readOnly = true)
    public List<Comment> anyThread(CommentId root) {
        return repository.thread(root);
    }

    /** Further places of an opinion. */
    @Transactional(readOnly = true)
    public List<ProvisionId> places(CommentId id) {
        return repository.places(id);
    }

    private static void check(String text, @Nullable String replacement, CommentKind kind) {
        boolean worded = replacement != null && (!replacement.isBlank() || kind == CommentKind.REMOVE);
        if (text.isBlank() && !worded && kind != CommentKind.AGREE) {
            throw Refusal.unprocessable("TEXT_MISSING");
        }
    }

    private static void checkQuote(PlacedProvision provision, @Nullable String quote) {
        if (quote != null && !quotes(provision, quote)) {
            throw Refusal.unprocessable("QUOTE_NOT_FOUND");
        }
    }

    /** Whether the words stand in the place. */
    static boolean quotes(PlacedProvision provision, String quote) {
        return Stream.of(provision.text(), Objects.requireNonNullElse(provision.heading(), ""))
                .anyMatch(text -> squeezed(text).contains(squeezed(quote)));
    }

    private static String squeezed(String text) {
        return text.replaceAll("(?U)\\s+", " ").strip();
    }

    private PersonId reader(String username) {
        return people.byUsername(username)
                .map(Person::id)
                .orElseThrow(() -> Refusal.unprocessable("PERSON_UNKNOWN", username));
    }

    private void record(Person asker, String action, Comment comment, Change change) {
        UnitId unit = comment.author().unit();
        trail.record(
                asker.actor(),
                action,
                "COMMENT",
                comment.id().value(),
                change.onBehalfOf(unit == null ? null : unit.value()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
