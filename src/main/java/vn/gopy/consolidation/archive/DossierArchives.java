package vn.gopy.consolidation.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.audit.Trail;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointAccess;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.archive.DossierArchive.Content;
import vn.gopy.consolidation.archive.DossierArchive.Part;
import vn.gopy.consolidation.edition.Edition;
import vn.gopy.consolidation.edition.Editions;
import vn.gopy.consolidation.table.ConsolidatedTables;
import vn.gopy.consolidation.table.ConsolidatedTables.TableFile;
import vn.gopy.consolidation.table.PaperKind;
import vn.gopy.consolidation.table.TableFormat;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.draft.comparison.ComparedDrafts;
import vn.gopy.opinion.Attachments;
import vn.gopy.opinion.CommentId;
import vn.gopy.round.Invitee;
import vn.gopy.round.Replies;
import vn.gopy.round.Reply;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.round.letter.AskingLetters;
import vn.gopy.round.letter.SignedCopies;
import vn.gopy.shared.Refusal;

/**
 * Puts a dossier together as one zip file, for the secretariat and the chair: what they may read of it at that moment. Each
 * part is made when it is written, so that no more than one is in memory.
 */
@Service
public class DossierArchives {

    /** More parts no dossier has that people work on. */
    private static final int MOST = 1_000;

    private final Dossiers dossiers;
    private final Drafts drafts;
    private final ComparedDrafts compared;
    private final Rounds rounds;
    private final ConsolidatedTables tables;
    private final Editions editions;
    private final Trail trail;
    private final ArchivedRecords records;
    private final Replies replies;
    private final SignedCopies copies;
    private final AskingLetters asking;
    private final Points points;
    private final Attachments attachments;
    private final Clock clock;

    DossierArchives(
            Dossiers dossiers,
            Drafts drafts,
            ComparedDrafts compared,
            Rounds rounds,
            ConsolidatedTables tables,
            Editions editions,
            Trail trail,
            ArchivedRecords records,
            Replies replies,
            SignedCopies copies,
            AskingLetters asking,
            Points points,
            Attachments attachments,
            Clock clock) {
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.compared = compared;
        this.rounds = rounds;
        this.tables = tables;
        this.editions = editions;
        this.trail = trail;
        this.records = records;
        this.replies = replies;
        this.copies = copies;
        this.asking = asking;
        this.points = points;
        this.attachments = attachments;
        this.clock = clock;
    }

    /**
     * What the file will hold; the export is traced.
     *
     * @throws Refusal NOT_FOUND; FORBIDDEN to others than secretariat and chair
     */
    @Transactional
    public DossierArchive of(Person asker, DossierId id) {
        Dossier dossier = dossiers.get(asker, id);
        if (!mayArchive(asker)) {
            throw Refusal.forbidden();
        }
        List<Part> parts = new ArrayList<>();
        List<DraftVersion> versions = drafts.of(asker, id);
        versions.forEach(version -> parts.add(file(asker, version)));
        comparisons(asker, versions, parts);
        List<UUID> subjects = new ArrayList<>(List.of(id.value()));
        versions.forEach(version -> subjects.add(version.id().value()));
        for (Round round : rounds.of(asker, id)) {
            if (PointAccess.lists(asker, round, clock.instant())) {
                subjects.add(round.id().value());
                editions.of(asker, round.id())
                        .forEach(edition -> subjects.add(edition.id().value()));
                outputs(asker, round, versions, parts);
                attached(asker, round, versions, parts);
                String folder = "4. " + round.title() + "/";
                parts.add(new Part(folder + "Văn bản góp ý.csv", () -> csv(records.letters(asker, round))));
                if (asker.is(Role.SECRETARIAT)) { // nobody else is given the letters with which a round is run
                    parts.add(new Part(
                            folder + "Công văn xin ý kiến.docx",
                            bytes(() -> asking.invitation(asker, round.id()).bytes())));
                }
                signedLetters(asker, round, folder, parts);
            }
        }
        parts.addFirst(new Part("Nhật ký.csv", () -> csv(records.trail(subjects))));
        trail.record(asker.actor(), "DOSSIER_ARCHIVED", "DOSSIER", id.value());
        return new DossierArchive(dossier.code() + ", hồ sơ.zip", parts.subList(0, Math.min(MOST, parts.size())));
    }

    /** The signed copies of the letters with which the round was answered, as they were handed in. */
    private void signedLetters(Person asker, Round round, String folder, List<Part> parts) {
        for (Replies.Answer answer : replies.list(asker, round.id())) {
            String name =
                    answer.readable() ? answer.reply().map(Reply::signedCopy).orElse("") : "";
            if (!name.isEmpty()) {
                Invitee invitee = answer.invitee();
                parts.add(new Part(
                        folder + "Văn bản góp ý, bản ký, " + invitee.name() + ", " + name,
                        () -> copies.open(asker, round.id(), invitee.key())
                                .content()
                                .getInputStream()));
            }
        }
    }

    /** Whether the person may take whole dossiers away. */
    public boolean mayArchive(Person asker) {
        return asker.is(Role.SECRETARIAT) || asker.is(Role.CHAIR);
    }

    private Part file(Person asker, DraftVersion version) {
        String folder = version.name().isMain()
                ? "1. Dự thảo/Lần " + version.ordinal() + ", "
                : "2. Tài liệu kèm theo/" + version.name().official() + ", ";
        return new Part(
                folder + version.file().name(),
                () -> drafts.file(asker, version.id()).getInputStream());
    }

    private void comparisons(Person asker, List<DraftVersion> versions, List<Part> parts) {
        List<DraftVersion> main = versions.stream()
                .filter(one -> one.name().isMain() && one.state() == VersionState.PUBLISHED)
                .toList();
        for (int n = 1; n < main.size(); n++) {
            DraftVersion older = main.get(n - 1);
            DraftVersion newer = main.get(n);
            parts.add(new Part(
                    "3. So sánh/Lần %d với lần %d.docx".formatted(newer.ordinal(), older.ordinal()),
                    bytes(() -> compared.paper(asker, newer.id(), older.id()).bytes())));
        }
    }

    /** What a round gives on paper about the drafts of this dossier, and its editions about them or about all. */
    private void outputs(Person asker, Round round, List<DraftVersion> versions, List<Part> parts) {
        String folder = "4. " + round.title() + "/";
        List<DraftVersion> asked = versions.stream()
                .filter(version -> round.drafts().contains(version.id()))
                .toList();
        List<VersionId> about = asked.stream().map(DraftVersion::id).toList();
        for (DraftVersion version : asked) {
            VersionId draft = version.id();
            String of = version.name().isMain() ? "" : ", " + version.name().official();
            for (TableFormat format : List.of(TableFormat.DOCX, TableFormat.XLSX)) {
                add(
                        parts,
                        folder,
                        () -> tables.file(asker, round.id(), draft, format),
                        "Bảng tổng hợp" + of + "." + format.ending());
            }
            for (PaperKind kind : PaperKind.values()) {
                add(parts, folder, () -> tables.paper(asker, round.id(), draft, kind), kind.fileName() + of + ".docx");
            }
        }
        for (Edition edition : editions.of(asker, round.id())) {
            VersionId draft = edition.draft();
            if (draft == null || about.contains(draft)) {
                String name = "Bản tổng hợp lần " + edition.ordinal();
                add(parts, folder, () -> editions.file(asker, edition.id(), TableFormat.DOCX), name + ".docx");
                if (edition.signed() != null) {
                    add(
                            parts,
                            folder,
                            () -> editions.signedFile(asker, edition.id()),
                            name + ", bản ký, "
                                    + Objects.requireNonNull(edition.signed()).name());
                }
            }
        }
    }

    /** The files that came with opinions on these drafts, or on the whole dossier. */
    private void attached(Person asker, Round round, List<DraftVersion> versions, List<Part> parts) {
        Set<VersionId> about = versions.stream().map(DraftVersion::id).collect(Collectors.toSet());
        for (Point point : points.of(asker, round.id())) {
            CommentId opinion = point.commentId();
            if (opinion != null && (point.versionId() == null || about.contains(point.versionId()))) {
                point.files()
                        .forEach(file -> parts.add(new Part(
                                "4. " + round.title() + "/Tệp kèm ý kiến số " + point.number() + ", " + file.name(),
                                () -> attachments
                                        .open(asker, opinion, file.id())
                                        .content()
                                        .getInputStream())));
            }
        }
    }

    private static ByteArrayInputStream csv(String lines) {
        return new ByteArrayInputStream((DossierArchive.BYTE_ORDER_MARK + lines).getBytes(StandardCharsets.UTF_8));
    }

    /** Makes a file. */
    private interface Making {
        TableFile make();
    }

    private static void add(List<Part> parts, String folder, Making making, String name) {
        parts.add(new Part(folder + name, bytes(() -> making.make().bytes())));
    }

    /** Makes the bytes of a file. */
    private interface Bytes {
        byte[] make() throws IOException;
    }

    private static Content bytes(Bytes bytes) {
        return () -> new ByteArrayInputStream(bytes.make());
    }
}
