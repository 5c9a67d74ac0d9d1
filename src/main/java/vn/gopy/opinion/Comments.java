package vn.gopy.opinion;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import vn.gopy.round.Capacity;
import vn.gopy.round.Round;
import vn.gopy.round.Visibility;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/** Opinions on clauses, in threads: composed in peace, sent together, seen by those whom the rules let see them. */
@Service
public class Comments {

    private static final int MOST_READERS = 50;

    private final CommentRepository repository;
    private final Rulings rulings;
    private final Capacities capacities;
    private final Drafts drafts;
    private final Dossiers dossiers;
    private final People people;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Comments(
            CommentRepository repository,
            Rulings rulings,
            Capacities capacities,
            Drafts drafts,
            Dossiers dossiers,
            People people,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.rulings = rulings;
        this.capacities = capacities;
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
        VersionId version = drafts.provision(asker, place).versionId();
        drafts.hold(version);
        DraftVersion draft = drafts.get(asker, version);
        capacities.require(asker, request.effectiveCapacity(), draft.dossierId());
        if (draft.state() != VersionState.PUBLISHED) {
            throw Refusal.conflict("NOT_PUBLISHED");
        }
        PlacedProvision provision = drafts.provision(asker, place);
        NewComment wanted = request.passed();
        CommentChecks.words(wanted);
        CommentChecks.quote(provision, wanted);
        List<PlacedProvision> further = further(asker, wanted);
        CommentChecks.places(further, version);
        return store(asker, wanted, dossiers.get(asker, draft.dossierId()), provision, further);
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
        return store(asker, wanted, dossier, null, further);
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
        Dossier dossier =
                dossiers.get(asker, drafts.get(asker, place.versionId()).dossierId());
        NewComment said = unit == null ? wanted : wanted.forUnit(unit.code());
        capacities.require(asker, said.effectiveCapacity(), dossier.id());
        Comment.Author author = returned(asker, unit);
        Comment comment = draft(asker, said, author, dossier, place, entersFor(asker, author.unit()));
        repository.add(comment);
        record(asker, "COMMENT_WRITTEN", comment, Change.created(comment.text()));
        announce(comment, comment.state());
        return comment;
    }

    /** Refuses where the person has no own name to speak in about the dossier. */
    public void requireOwnName(Person asker, DossierId dossier) {
        capacities.require(asker, Capacity.OWN, dossier);
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

    private Comment store(
            Person asker,
            NewComment wanted,
            Dossier dossier,
            @Nullable PlacedProvision place,
            List<PlacedProvision> further) {
        Comment.Author author = author(asker, wanted.effectiveCapacity(), wanted.onBehalfOf());
        Comment draft = draft(asker, wanted, author, dossier, place, false);
        List<PersonId> readers = readers(wanted, dossier);
        Comment comment = wanted.send() ? sent(rulings.receipt(now()), asker, draft) : draft;
        repository.add(comment);
        int ordinal = 0;
        for (PlacedProvision other : further) {
            if (!other.id().equals(comment.provisionId())) {
                repository.addPlace(comment.id(), other, ++ordinal);
            }
        }
        readers.forEach(reader -> repository.addReader(comment.id(), reader));
        record(asker, "COMMENT_WRITTEN", comment, Change.created(comment.text()));
        announce(comment, draft.state());
        return comment;
    }

    private Comment draft(
            Person asker,
            NewComment wanted,
            Comment.Author author,
            Dossier dossier,
            @Nullable PlacedProvision place,
            boolean entered) {
        CommentId id = CommentId.next();
        Capacity capacity = wanted.effectiveCapacity();
        VersionId version = place == null ? null : place.versionId();
        Instant now = now();
        boolean quotes = wanted.quote() != null;
        return new Comment(
                id,
                1,
                dossier.id(),
                version,
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
                capacity,
                CommentState.UNSENT,
                rulings.visibility(asker, capacity, dossier, version, now),
                !wanted.restrictedTo().isEmpty(),
                false,
                now,
                null,
                entered);
    }

    /** Whom an opinion is told to alone; each must be able to read the dossier, or the words would reach nobody. */
    private List<PersonId> readers(NewComment wanted, Dossier dossier) {
        List<String> names = wanted.restrictedTo().stream().distinct().toList();
        if (names.size() > MOST_READERS) {
            throw Refusal.unprocessable("TOO_MANY", MOST_READERS);
        }
        return names.stream().map(name -> reader(name, dossier)).toList();
    }

    private PersonId reader(String username, Dossier dossier) {
        Person reader =
                people.byUsername(username).orElseThrow(() -> Refusal.unprocessable("PERSON_UNKNOWN", username));
        if (!reader.enabled() || !dossiers.mayRead(reader, dossier.id())) {
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

    /** Who will read what the person writes on the version, by the real rule; for the sentence under the box. */
    @Transactional(readOnly = true)
    public Map<Capacity, Visibility> visibility(Person asker, VersionId version) {
        Dossier dossier = dossiers.get(asker, drafts.get(asker, version).dossierId());
        Map<Capacity, Visibility> visibility = new EnumMap<>(Capacity.class);
        for (Capacity capacity : Capacity.values()) {
            visibility.put(capacity, rulings.visibility(asker, capacity, dossier, version, clock.instant()));
        }
        return visibility;
    }

    /**
     * The opinion as it stands when its author lets it go: a unit's words become the unit's draft unless the head sends
     * them, all else counts from now on, in the round that rules.
     */
    private static Comment sent(Rulings.Receipt receipt, Person asker, Comment draft) {
        UnitId unit = draft.author().unit();
        boolean counts = unit == null || asker.heads(unit) || enters(asker, draft);
        return counts ? receipt.sent(asker, draft) : draft.unitDraft();
    }

    private static boolean enters(Person asker, Comment draft) {
        return draft.entered() && asker.is(Role.SECRETARIAT);
    }

    /** Sends own drafts together, all or nothing; gives them as they stand afterwards. */
    @Transactional
    public List<Comment> send(Person asker, List<CommentId> ids) {
        List<CommentId> wanted =
                Limits.list(ids, Limits.LIST).stream().distinct().toList();
        List<Comment> seen = repository.visible(wanted, asker, clock.instant());
        Rulings.Receipt receipt = rulings.receipt(now());
        receipt.lookAhead(seen);
        List<Comment> locked = repository.lock(wanted);
        if (seen.size() != wanted.size() || locked.size() != wanted.size()) {
            throw Refusal.notFound();
        }
        locked.forEach(comment -> requireSendable(asker, comment));
        capacities.require(asker, locked);
        return locked.stream()
                .map(draft -> goesOut(asker, draft, sent(receipt, asker, draft)))
                .toList();
    }

    private static void requireSendable(Person asker, Comment comment) {
        UnitId unit = comment.author().unit();
        boolean may = switch (comment.state()) {
            case UNSENT -> comment.author().id().equals(asker.id()) && maySpeak(asker, comment);
            case UNIT_DRAFT -> unit != null && asker.heads(unit);
            case SENT, WITHDRAWN -> throw Refusal.conflict("COMMENT_FROZEN");
        };
        if (!may) {
            throw Refusal.forbidden();
        }
    }

    /** Whether these are one's own words, or those of a unit that one speaks for today. */
    private static boolean maySpeak(Person asker, Comment comment) {
        UnitId unit = comment.author().unit();
        return unit == null || asker.speaksFor(unit) || enters(asker, comment);
    }

    private Comment goesOut(Person asker, Comment draft, Comment sent) {
        if (!repository.sent(sent)) {
            throw Refusal.stale();
        }
        record(
                asker,
                "COMMENT_SENT",
                sent,
                Change.of("state", draft.state().name(), sent.state().name()));
        announce(sent, draft.state());
        return sent;
    }

    /**
     * What a unit has prepared goes out with its reply, at the same moment and in the words that stand when the unit's
     * drafts are locked. The round is locked before, and the invitee.
     */
    void sendUnitDrafts(Person asker, UnitId unit, Round round, Instant received) {
        Rulings.Receipt receipt = rulings.receipt(received);
        repository
                .lockUnitDrafts(unit, round.id())
                .forEach(draft -> goesOut(asker, draft, receipt.sentWith(round, asker, draft)));
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
        Comment root = get(asker, get(asker, to).root());
        if (!mayReply(asker, root)) {
            throw Refusal.conflict("THREAD_CLOSED");
        }
        if (root.round() != null) {
            rulings.requireUnlocked(root.round());
        }
        String words = TextGate.TEXT.pass(text);
        CommentChecks.words(words, null, CommentKind.OTHER);
        Comment.Author author = new Comment.Author(asker.id(), asker.displayName(), asker.post(), null, "");
        Comment reply = root.answeredBy(author, words, now());
        repository.add(reply);
        record(asker, "COMMENT_REPLIED", reply, Change.created(words));
        announce(reply, CommentState.UNSENT);
        return reply;
    }

    /** Whether the person may answer in the thread of this first opinion, which the person sees. */
    public boolean mayReply(Person asker, Comment root) {
        UnitId unit = root.author().unit();
        boolean own = unit == null ? root.author().id().equals(asker.id()) : asker.speaksFor(unit);
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
        CommentChecks.words(words, wording, kind);
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
        boolean done = comment.version() == version
                && (comment.editable() ? repository.delete(id, version) : repository.withdraw(id, version));
        if (!done) {
            throw Refusal.stale();
        }
        record(asker, "COMMENT_DELETED", comment, Change.of("text", comment.text(), null));
        announce(comment, comment.state());
    }

    /**
     * The opinion, when the asker may take it back now; else refuses as {@link #delete} does. What nobody else has seen
     * goes with its author; a unit's words are taken back by who speaks for the unit today.
     */
    @Transactional(readOnly = true)
    public Comment deletable(Person asker, CommentId id) {
        Comment comment = get(asker, id);
        boolean may = comment.author().id().equals(asker.id())
                && (comment.state() == CommentState.UNSENT || maySpeak(asker, comment));
        if (!may) {
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
        if (!speaks(asker, comment)) {
            throw Refusal.forbidden();
        }
        if (!comment.editable()) {
            throw Refusal.conflict("COMMENT_FROZEN");
        }
        return comment;
    }

    /** Whether the person may change this opinion now, which the person sees. */
    public boolean mayEdit(Person asker, Comment comment) {
        return comment.editable() && speaks(asker, comment);
    }

    /** Its author, and for the draft of a unit everybody who speaks for the unit. */
    private static boolean speaks(Person asker, Comment comment) {
        boolean author = comment.author().id().equals(asker.id());
        return maySpeak(asker, comment) && (author || comment.state() == CommentState.UNIT_DRAFT);
    }

    /** The opinion or reply, when the asker may see it. */
    @Transactional(readOnly = true)
    public Comment get(Person asker, CommentId id) {
        return repository.visible(List.of(id), asker, clock.instant()).stream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Every opinion and reply on the version, and on its whole dossier, that the asker may see; threads in order of their
     * first opinion.
     */
    @Transactional(readOnly = true)
    public List<Comment> of(Person asker, VersionId version) {
        DossierId dossier = drafts.get(asker, version).dossierId();
        return repository.visible(version, dossier, asker, clock.instant());
    }

    /** Whether the asker may see the thread now; the live push asks before it tells. */
    @Transactional(readOnly = true)
    public boolean visible(Person asker, CommentId root) {
        return !repository.visible(List.of(root), asker, clock.instant()).isEmpty();
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
