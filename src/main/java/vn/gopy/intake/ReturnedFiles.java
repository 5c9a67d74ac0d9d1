package vn.gopy.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.Units;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.document.FileStore;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.PlaceKind;
import vn.gopy.draft.PlaceWords;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.legaltext.Reading;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Sha256;
import vn.gopy.shared.Texts;

/**
 * Drafts that came back as Word files: their tracked changes become proposals, their margin comments opinions, each on the
 * place of the version that the file was made from.
 */
@Service
public class ReturnedFiles {

    private static final int MOST_OPINIONS = 2_000;

    /** An opinion has a limit. */
    private static final int MOST_MOVES = 5;

    private final Composing composing;
    private final Drafts drafts;
    private final DraftsInside inside;
    private final Units units;
    private final FileStore files;
    private final ReturnedFileRepository repository;
    private final Trail trail;
    private final Texts texts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ReturnedFiles(
            Composing composing,
            Drafts drafts,
            DraftsInside inside,
            Units units,
            FileStore files,
            ReturnedFileRepository repository,
            Trail trail,
            Texts texts,
            Clock clock,
            TransactionTemplate transaction) {
        this.composing = composing;
        this.drafts = drafts;
        this.inside = inside;
        this.units = units;
        this.files = files;
        this.repository = repository;
        this.trail = trail;
        this.texts = texts;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * What a returned file says.
     *
     * @param likeness how much of the file's text stands in the draft, from 0 to 1; little of it means that the file was
     *     made from something else
     * @param taken which opinions are there already, by key, from this file or from another copy of it
     */
    public record Found(
            String fileName,
            String sha256,
            double likeness,
            List<ReturnedOpinion> opinions,
            Map<String, CommentId> taken) {}

    /**
     * What shall become of one opinion of the file.
     *
     * @param place another place than the one that was found; null keeps it
     * @param kind another kind; null keeps it
     */
    public record Choice(
            String key,
            @Nullable ProvisionId place,
            @Nullable CommentKind kind) {}

    /** @param written the new unsent opinions; none for what was taken in before */
    public record Taken(Found found, List<Comment> written) {}

    /** The units for which the person may take in a file: their own, for the secretariat every one. */
    @Transactional(readOnly = true)
    public List<Unit> speakers(Person asker) {
        return units.all().stream()
                .filter(unit -> asker.speaksFor(unit.id()) || asker.is(Role.SECRETARIAT))
                .toList();
    }

    /** Reads the file and changes nothing. */
    public Found look(Person asker, VersionId version, @Nullable String onBehalfOf, UploadedFile upload) {
        DraftVersion draft = commentable(asker, version);
        Unit unit = unit(asker, onBehalfOf);
        return find(asker, draft, unit, upload);
    }

    /**
     * Takes the file's opinions in as unsent opinions of the person, or as what the person prepares for a unit. The file is
     * kept. Taking in the same file again adds nothing.
     *
     * @param choices those wanted; null for all as they were found
     */
    public Taken take(
            Person asker,
            VersionId version,
            @Nullable String onBehalfOf,
            UploadedFile upload,
            @Nullable List<Choice> choices) {
        DraftVersion draft = commentable(asker, version);
        Unit unit = unit(asker, onBehalfOf);
        if (unit == null) {
            composing.requireOwnName(asker, draft.dossierId());
        }
        Found found = find(asker, draft, unit, upload);
        return transaction.execute(status -> {
            repository.lock(version);
            drafts.hold(version);
            Map<String, CommentId> before = repository.taken(version, asker, unit);
            List<Wanted> wanted = wanted(found, choices).stream()
                    .filter(one -> !before.containsKey(one.opinion().key()))
                    .toList();
            List<Comment> written = wanted.isEmpty() ? List.of() : store(asker, draft, unit, upload, wanted);
            return new Taken(
                    new Found(
                            found.fileName(),
                            found.sha256(),
                            found.likeness(),
                            found.opinions(),
                            repository.taken(version, asker, unit)),
                    written);
        });
    }

    private record Wanted(ReturnedOpinion opinion, Choice choice) {}

    private static List<Wanted> wanted(Found found, @Nullable List<Choice> choices) {
        if (choices == null) {
            return found.opinions().stream()
                    .map(one -> new Wanted(one, new Choice(one.key(), null, null)))
                    .toList();
        }
        Map<String, Choice> chosen = Limits.list(choices, MOST_OPINIONS).stream()
                .collect(Collectors.toMap(Choice::key, Function.identity(), ReturnedFiles::requireSame, HashMap::new));
        Set<String> known = found.opinions().stream().map(ReturnedOpinion::key).collect(Collectors.toUnmodifiableSet());
        if (!known.containsAll(chosen.keySet())) {
            throw Refusal.unprocessable("RETURNED_UNKNOWN");
        }
        return found.opinions().stream()
                .flatMap(one -> Stream.ofNullable(chosen.remove(one.key())).map(choice -> new Wanted(one, choice)))
                .toList();
    }

    /** One opinion is taken in once: two choices about it must not differ. */
    private static Choice requireSame(Choice one, Choice other) {
        if (!one.equals(other)) {
            throw Refusal.unprocessable("RETURNED_TWICE");
        }
        return one;
    }

    private List<Comment> store(
            Person asker, DraftVersion draft, @Nullable Unit unit, UploadedFile upload, List<Wanted> wanted) {
        String sha256 = files.put(upload.content());
        UUID file = repository.add(draft.id(), asker, unit, sha256, upload.fileName(), clock.instant());
        trail.record(
                asker.actor(),
                "RETURNED_FILE_TAKEN",
                "VERSION",
                draft.id().value(),
                Change.created(sha256)
                        .onBehalfOf(unit == null ? null : unit.id().value()));
        PlaceWords names = new PlaceWords(drafts.provisions(asker, draft.id()));
        List<Comment> written = new ArrayList<>();
        for (Wanted one : wanted) {
            Comment comment = composing.takeIn(asker, place(asker, draft, one), words(one, names), unit);
            repository.addOpinion(
                    file, one.opinion().key(), comment.id(), one.opinion().author());
            written.add(comment);
        }
        return written;
    }

    private PlacedProvision place(Person asker, DraftVersion draft, Wanted wanted) {
        ProvisionId id = wanted.choice().place() == null
                ? wanted.opinion().place()
                : wanted.choice().place();
        PlacedProvision place = drafts.provision(asker, id);
        if (!place.versionId().equals(draft.id())) {
            throw Refusal.unprocessable("PLACE_UNKNOWN");
        }
        return place;
    }

    /** At another place the words of the draft are not those that the file changed: the proposal is said in a sentence. */
    private NewComment words(Wanted wanted, PlaceWords names) {
        ReturnedOpinion opinion = wanted.opinion();
        CommentKind kind = wanted.choice().kind() == null
                ? opinion.kind()
                : wanted.choice().kind();
        boolean elsewhere =
                wanted.choice().place() != null && !wanted.choice().place().equals(opinion.place());
        NewComment words =
                NewComment.of(kind, withMoves(said(opinion), opinion, names)).unsent();
        return elsewhere
                ? words
                : new NewComment(
                        kind,
                        withMoves(opinion.text(), opinion, names),
                        opinion.quote(),
                        opinion.prefix(),
                        opinion.suffix(),
                        opinion.start(),
                        opinion.replacement(),
                        List.of(),
                        null,
                        null,
                        false,
                        List.of());
    }

    /** Words that go and come again elsewhere are said to be moved: who reads one of the two opinions knows of the other. */
    private String withMoves(String text, ReturnedOpinion opinion, PlaceWords names) {
        String moves = opinion.moved().stream()
                .flatMap(end -> names.place(end.place()).stream()
                        .filter(place -> place.kind() != PlaceKind.WHOLE_BODY)
                        .map(place -> texts.get(
                                Texts.VIETNAMESE,
                                end.goes() ? "returned.say.goes" : "returned.say.comes",
                                names.of(place))))
                .distinct()
                .limit(MOST_MOVES)
                .collect(Collectors.joining("\n"));
        return text.isEmpty() || moves.isEmpty() ? text + moves : text + "\n" + moves;
    }

    private String said(ReturnedOpinion opinion) {
        if (opinion.replacement() == null || !opinion.text().isBlank()) {
            return opinion.text();
        }
        return opinion.quote() == null
                ? texts.get(Texts.VIETNAMESE, "returned.say.add", opinion.replacement())
                : texts.get(Texts.VIETNAMESE, "returned.say.edit", opinion.quote(), opinion.replacement());
    }

    private Found find(Person asker, DraftVersion draft, @Nullable Unit unit, UploadedFile upload) {
        Reading reading = drafts.read(upload);
        if (reading.problem() != null) {
            throw Refusal.unprocessable(reading.problem().name());
        }
        List<PlacedProvision> places = drafts.provisions(asker, draft.id());
        Reading sent = inside.reading(draft.id());
        Reading news = ReturnedNews.between(sent, reading);
        ReturnedText text = new ReturnedText(news, sent, places);
        List<ReturnedOpinion> opinions = ReturnedOpinions.of(text, news, places, texts);
        if (opinions.size() > MOST_OPINIONS) {
            throw Refusal.unprocessable("TOO_MANY", MOST_OPINIONS);
        }
        return new Found(
                upload.fileName(),
                Sha256.of(upload.content()),
                text.likeness(),
                opinions,
                repository.taken(draft.id(), asker, unit));
    }

    private DraftVersion commentable(Person asker, VersionId id) {
        DraftVersion version = drafts.get(asker, id);
        if (version.state() != VersionState.PUBLISHED) {
            throw Refusal.conflict("NOT_PUBLISHED");
        }
        return version;
    }

    private @Nullable Unit unit(Person asker, @Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        boolean secretary = asker.is(Role.SECRETARIAT);
        Unit unit = units.byCode(code)
                .orElseThrow(() -> secretary ? Refusal.unprocessable("UNIT_UNKNOWN", code) : Refusal.forbidden());
        if (!secretary && !asker.speaksFor(unit.id())) {
            throw Refusal.forbidden();
        }
        return unit;
    }
}
