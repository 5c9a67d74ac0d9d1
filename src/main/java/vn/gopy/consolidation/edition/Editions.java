package vn.gopy.consolidation.edition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointAccess;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.edition.Edition.Changes;
import vn.gopy.consolidation.edition.Edition.Likeness;
import vn.gopy.consolidation.edition.Edition.SignedFile;
import vn.gopy.consolidation.table.ConsolidatedTable;
import vn.gopy.consolidation.table.ConsolidatedTables;
import vn.gopy.consolidation.table.TableFormat;
import vn.gopy.document.FileStore;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Sha256;
import vn.gopy.shared.TextGate;

/** Bản tổng hợp lần n: the secretariat freezes and moves them on; those who read the points of the round read them. */
@Service
public class Editions {

    private final EditionRepository repository;
    private final ConsolidatedTables tables;
    private final Points points;
    private final Rounds rounds;
    private final Drafts drafts;
    private final FileStore files;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Editions(
            EditionRepository repository,
            ConsolidatedTables tables,
            Points points,
            Rounds rounds,
            Drafts drafts,
            FileStore files,
            Trail trail,
            Clock clock,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.tables = tables;
        this.points = points;
        this.rounds = rounds;
        this.drafts = drafts;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Chốt bản tổng hợp: keeps the table as it stands now. Of two who freeze at once the second is told {@code STALE}.
     *
     * @param draft the draft it is about; null for all of the round
     * @param last the number of the latest edition that was seen; 0 for none
     */
    @Transactional
    public Edition freeze(Person asker, RoundId round, @Nullable VersionId draft, int last) {
        rounds.get(asker, round);
        requireRunner(asker);
        repository.lock(round);
        Edition before = repository.last(round, draft).orElse(null);
        if (last != (before == null ? 0 : before.ordinal())) {
            throw Refusal.stale();
        }
        List<Point> all = points.of(asker, round);
        FrozenTable frozen = FrozenTable.of(
                tables.table(asker, round, draft, all),
                all.stream()
                        .filter(point -> draft == null || draft.equals(point.versionId()))
                        .toList());
        Changes changes =
                before == null ? Changes.NONE : frozen.since(FrozenTable.read(repository.content(before.id())));
        String content = frozen.json();
        Edition edition = new Edition(
                EditionId.next(),
                1,
                round,
                draft,
                last + 1,
                Sha256.of(content),
                changes,
                EditionState.WORKING,
                "",
                null,
                null,
                "",
                clock.instant());
        repository.add(edition, content, asker.id());
        trail.record(
                asker.actor(), "EDITION_FROZEN", "EDITION", edition.id().value(), Change.created(edition.sha256()));
        return repository.byId(edition.id()).orElseThrow();
    }

    /** The editions of a round, the latest first. */
    @Transactional(readOnly = true)
    public List<Edition> of(Person asker, RoundId round) {
        requireReader(asker, round);
        return repository.of(round);
    }

    /** One edition. */
    @Transactional(readOnly = true)
    public Edition get(Person asker, EditionId id) {
        Edition edition = repository.byId(id).orElseThrow(Refusal::notFound);
        requireReader(asker, edition.round());
        return edition;
    }

    /** The frozen table; once it is signed, with its number and date. */
    @Transactional(readOnly = true)
    public ConsolidatedTable table(Person asker, EditionId id) {
        return printed(get(asker, id));
    }

    private ConsolidatedTable printed(Edition edition) {
        ConsolidatedTable table =
                FrozenTable.read(repository.content(edition.id())).table();
        return edition.date() == null ? table : table.signedAs(edition.number(), edition.date());
    }

    /** The frozen table as a file. The export is traced; the bytes are made when everything is read. */
    @Transactional(propagation = Propagation.NEVER)
    public ConsolidatedTables.TableFile file(Person asker, EditionId id, TableFormat format) {
        var frozen = transaction.execute(running -> {
            Edition edition = get(asker, id);
            trail.record(asker.actor(), "EDITION_EXPORTED", "EDITION", id.value());
            String about = tables.about(asker, edition.round(), edition.draft());
            return new Printed(
                    "Bản tổng hợp lần %d, %s.%s".formatted(edition.ordinal(), about, format.ending()),
                    printed(edition));
        });
        return new ConsolidatedTables.TableFile(frozen.name(), format.write(frozen.table()));
    }

    private record Printed(String name, ConsolidatedTable table) {}

    /**
     * Moves an edition on, or back from signing. Signed it has a number and a date; issued it keeps them.
     *
     * @param number số, ký hiệu; needed when it is signed, else not read
     */
    @Transactional
    public Edition move(
            Person asker,
            EditionId id,
            int version,
            EditionState state,
            @Nullable String number,
            @Nullable LocalDate date) {
        Edition edition = get(asker, id);
        requireRunner(asker);
        if (!edition.state().leadsTo(state)) {
            throw Refusal.conflict("EDITION_STATE");
        }
        if (edition.version() != version) {
            throw Refusal.stale();
        }
        boolean signing = state == EditionState.SIGNED;
        String wanted = signing
                ? TextGate.NUMBER.require(Objects.requireNonNullElse(number, ""), "NUMBER_MISSING")
                : edition.number();
        if (signing && date == null) {
            throw Refusal.unprocessable("DATE_MISSING");
        }
        if (!repository.move(id, version, state, wanted, signing ? date : edition.date())) {
            throw Refusal.stale();
        }
        trail.record(
                asker.actor(),
                "EDITION_MOVED",
                "EDITION",
                id.value(),
                Change.of("state", edition.state().name(), state.name()));
        return repository.byId(id).orElseThrow();
    }

    /**
     * Keeps the signed file and compares its words with the frozen ones; a scan without words is kept too. Of an edition
     * that has its number and date: 409 {@code EDITION_NOT_SIGNED} before.
     */
    public Edition attach(Person asker, EditionId id, int version, UploadedFile upload) {
        Edition edition = get(asker, id);
        requireRunner(asker);
        if (edition.date() == null) {
            throw Refusal.conflict("EDITION_NOT_SIGNED");
        }
        Reading reading = drafts.read(upload);
        Likeness likeness =
                reading.problem() == Problem.NO_TEXT ? null : SignedText.compare(printed(edition), text(reading));
        return Objects.requireNonNull(transaction.execute(status -> {
            String sha256 = files.put(upload.content());
            if (!repository.sign(id, version, new SignedFile(upload.fileName(), sha256, likeness))) {
                throw Refusal.stale();
            }
            trail.record(asker.actor(), "EDITION_FILE_KEPT", "EDITION", id.value(), Change.created(sha256));
            return repository.byId(id).orElseThrow();
        }));
    }

    private static String text(Reading reading) {
        return reading.blocks().stream()
                .map(block -> block.label() + " " + block.text())
                .collect(Collectors.joining("\n"));
    }

    /** The signed file as it was handed in. */
    @Transactional(readOnly = true)
    public ConsolidatedTables.TableFile signedFile(Person asker, EditionId id) {
        SignedFile signed = get(asker, id).signed();
        if (signed == null) {
            throw Refusal.notFound();
        }
        return new ConsolidatedTables.TableFile(signed.name(), files.read(signed.sha256()));
    }

    private void requireReader(Person asker, RoundId id) {
        Round round = rounds.get(asker, id);
        if (!PointAccess.lists(asker, round, clock.instant())) {
            throw Refusal.forbidden();
        }
    }

    private void requireRunner(Person asker) {
        if (!rounds.mayRun(asker)) {
            throw Refusal.forbidden();
        }
    }
}
