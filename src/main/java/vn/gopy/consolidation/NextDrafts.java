package vn.gopy.consolidation;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.audit.Trail;
import vn.gopy.consolidation.merged.MergedDraft;
import vn.gopy.consolidation.merged.PlaceLines;
import vn.gopy.document.MarkedCopies;
import vn.gopy.document.rewrite.Marking;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;

/**
 * Lập dự thảo lần sau: the Word file that was asked about, with the accepted wording as tracked changes of the secretariat and
 * the opinions as comments in the margin. For the secretariat, and for the chair once a round is closed. What was
 * reported separately (báo cáo riêng) stands in no comment, whoever asks, because the file is handed on.
 */
@Service
public class NextDrafts {

    /** Beyond this, comments of one margin are read by nobody; wordings go in all the same. */
    private static final int MOST_REMARKS = 3_000;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'");

    private final Drafts drafts;
    private final DraftsInside inside;
    private final Dossiers dossiers;
    private final Rounds rounds;
    private final Points points;
    private final QuoteQuery quotes;
    private final MarkedCopies copies;
    private final InstallationSettings settings;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NextDrafts(
            Drafts drafts,
            DraftsInside inside,
            Dossiers dossiers,
            Rounds rounds,
            Points points,
            QuoteQuery quotes,
            MarkedCopies copies,
            InstallationSettings settings,
            Trail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.drafts = drafts;
        this.inside = inside;
        this.dossiers = dossiers;
        this.rounds = rounds;
        this.points = points;
        this.quotes = quotes;
        this.copies = copies;
        this.settings = settings;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What goes into the file.
     *
     * @param applied points whose accepted wording goes in
     * @param left those whose wording does not, because its place is not found or another wording has taken its words
     * @param remarks how many comments there are
     */
    public record Sum(List<PointId> applied, List<PointId> left, int remarks) {}

    /** A file with the name under which it is kept. */
    public record NextDraft(String fileName, byte[] bytes) {}

    private record Plan(DraftVersion version, Marking marking, Sum sum) {}

    /** What would go into the file, without making it. */
    @Transactional
    public Sum sum(Person asker, VersionId id) {
        return plan(asker, id).sum();
    }

    /**
     * Makes the file; the export is traced.
     *
     * @throws Refusal {@code NOT_A_WORD_FILE} where the version is of another kind
     */
    public NextDraft docx(Person asker, VersionId id) {
        Plan plan = transaction.execute(running -> {
            Plan made = plan(asker, id);
            trail.record(asker.actor(), "MERGED_DRAFT_EXPORTED", "VERSION", id.value());
            return made;
        });
        byte[] bytes = copies.of(plan.version().file().sha256(), plan.marking()).file();
        return new NextDraft(fileName(asker, plan.version()), bytes);
    }

    private String fileName(Person asker, DraftVersion version) {
        String code = dossiers.get(asker, version.dossierId()).code();
        return code + " " + version.name().official() + ", đã đưa câu chữ tiếp thu.docx";
    }

    /** A moment as word processors write it into marks: the clock of the place. */
    static String stamp(Instant moment) {
        return CLOCK.format(moment.truncatedTo(ChronoUnit.SECONDS).atZone(Moments.ZONE));
    }

    private Plan plan(Person asker, VersionId id) {
        DraftVersion version = drafts.get(asker, id);
        if (!asker.is(Role.SECRETARIAT) && !asker.is(Role.CHAIR)) {
            throw Refusal.forbidden();
        }
        drafts.outline(asker, id); // refuses what was not read
        Map<ProvisionId, PlacedProvision> places =
                inside.provisions(id).stream().collect(Collectors.toMap(PlacedProvision::id, place -> place));
        String secretariat = settings.get().office().secretariat();
        var merged = new MergedDraft(new PlaceLines(inside.structure(id)), secretariat, stamp(clock.instant()));
        Sum sum = fill(merged, issues(asker, version), places, secretariat);
        Marking marking = Marking.of(inside.reading(id).blocks(), merged.changes(), merged.remarks());
        return new Plan(version, marking, sum);
    }

    /** The points about the version, as far as they may be read, issue by issue in the order of the table. */
    private List<List<Point>> issues(Person asker, DraftVersion version) {
        Map<GroupId, List<Point>> issues = new LinkedHashMap<>();
        for (Round round : rounds.of(asker, version.dossierId())) {
            if (round.drafts().contains(version.id()) && PointAccess.lists(asker, round, clock.instant())) {
                points.of(asker, round.id()).stream()
                        .filter(point -> version.id().equals(point.versionId()))
                        .forEach(point -> issues.computeIfAbsent(point.groupId(), none -> new ArrayList<>())
                                .add(point));
            }
        }
        return List.copyOf(issues.values());
    }

    private Sum fill(
            MergedDraft merged,
            List<List<Point>> issues,
            Map<ProvisionId, PlacedProvision> places,
            String secretariat) {
        Map<PointId, String> quoted = quotes.of(issues.stream()
                .flatMap(List::stream)
                .filter(NextDrafts::isTold)
                .map(Point::id)
                .toList());
        List<PointId> applied = new ArrayList<>();
        List<PointId> left = new ArrayList<>();
        for (List<Point> issue : issues) {
            Set<PointId> taken = wordings(merged, issue, places, quoted);
            issue.stream()
                    .filter(NextDrafts::isApplied)
                    .forEach(point -> (taken.contains(point.id()) ? applied : left).add(point.id()));
            remark(merged, issue, places, quoted, secretariat, taken);
        }
        return new Sum(List.copyOf(applied), List.copyOf(left), merged.remarks().size());
    }

    private static Set<PointId> wordings(
            MergedDraft merged,
            List<Point> issue,
            Map<ProvisionId, PlacedProvision> places,
            Map<PointId, String> quoted) {
        Set<PointId> taken = new HashSet<>();
        for (Point point : issue) {
            PlacedProvision place = place(point, places);
            String words = point.appliedText();
            if (isApplied(point)
                    && place != null
                    && words != null
                    && merged.take(place, quoted.get(point.id()), words)) {
                taken.add(point.id());
            }
        }
        return taken;
    }

    /** Only the first place of an issue has the comment; what is restricted is not told in it. */
    private static void remark(
            MergedDraft merged,
            List<Point> issue,
            Map<ProvisionId, PlacedProvision> places,
            Map<PointId, String> quoted,
            String secretariat,
            Set<PointId> taken) {
        List<Point> said = issue.stream().filter(NextDrafts::isTold).toList();
        Point first = said.stream()
                .filter(point -> place(point, places) != null)
                .findFirst()
                .orElse(null);
        PlacedProvision place = first == null ? null : place(first, places);
        if (first != null && place != null && merged.remarks().size() < MOST_REMARKS) {
            boolean applied = said.stream().anyMatch(point -> taken.contains(point.id()));
            boolean left = !applied && said.stream().anyMatch(NextDrafts::isApplied);
            merged.remark(
                    place,
                    quoted.get(first.id()),
                    MarginWords.author(said, secretariat),
                    MarginWords.text(said, applied, left));
        }
    }

    private static @Nullable PlacedProvision place(Point point, Map<ProvisionId, PlacedProvision> places) {
        return point.mainPlace().map(place -> places.get(place.provision())).orElse(null);
    }

    private static boolean isTold(Point point) {
        return !point.restricted() && (!point.text().isEmpty() || point.replacement() != null);
    }

    private static boolean isApplied(Point point) {
        boolean accepted = point.outcome() == Outcome.ACCEPT || point.outcome() == Outcome.ACCEPT_PART;
        return accepted && point.appliedText() != null && !point.appliedText().isBlank();
    }
}
