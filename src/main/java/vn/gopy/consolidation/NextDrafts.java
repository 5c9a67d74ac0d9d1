package vn.gopy.consolidation;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
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
import vn.gopy.legaltext.Block;
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

    private static final String NOT_A_WORD_FILE = "NOT_A_WORD_FILE";

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
     * @param applied points whose accepted wording stands in it
     * @param left those whose wording does not, because its place is not found, another wording has taken its words, or the
     *     file takes no words there
     * @param remarks how many comments there are
     */
    public record Sum(List<PointId> applied, List<PointId> left, int remarks) {}

    /** A file with the name under which it is kept. */
    public record NextDraft(String fileName, byte[] bytes) {}

    /** What a file is made of, as it stands at one moment. */
    private record Material(
            DraftVersion version,
            List<List<Point>> issues,
            Map<ProvisionId, PlacedProvision> places,
            Map<PointId, String> quoted,
            PlaceLines lines,
            List<Block> blocks,
            String secretariat,
            String at) {}

    /** @param changes which changes of the marking make the wording of a point, for each whose wording is to go in */
    private record Plan(Marking marking, Map<PointId, Set<Integer>> changes, List<PointId> left) {

        Set<PointId> without(Set<Integer> written) {
            return changes.entrySet().stream()
                    .filter(one -> !written.containsAll(one.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }
    }

    private record Made(byte[] file, Sum sum) {}

    /** What goes into the file, told of one that was made. Where the version is of another kind nothing does. */
    public Sum sum(Person asker, VersionId id) {
        Material material = transaction.execute(running -> material(asker, id));
        try {
            return made(material).sum();
        } catch (Refusal refusal) {
            if (!refusal.code().equals(NOT_A_WORD_FILE)) {
                throw refusal;
            }
            return new Sum(
                    List.of(),
                    material.issues().stream()
                            .flatMap(List::stream)
                            .filter(NextDrafts::isApplied)
                            .map(Point::id)
                            .toList(),
                    0);
        }
    }

    /**
     * Makes the file; the export is traced.
     *
     * @throws Refusal {@code NOT_A_WORD_FILE} where the version is of another kind
     */
    public NextDraft docx(Person asker, VersionId id) {
        Material material = transaction.execute(running -> {
            Material read = material(asker, id);
            trail.record(asker.actor(), "MERGED_DRAFT_EXPORTED", "VERSION", id.value());
            return read;
        });
        return new NextDraft(fileName(asker, material.version()), made(material).file());
    }

    /**
     * A wording goes in whole or not at all, and the comments say which did: where the file did not take all of one, it is
     * made once more without that one.
     */
    private Made made(Material material) {
        Plan plan = plan(material, Set.of());
        MarkedCopies.Marked marked = marked(material, plan);
        Set<PointId> refused = plan.without(marked.changes());
        if (!refused.isEmpty()) {
            plan = plan(material, refused);
            marked = marked(material, plan);
        }
        return new Made(
                marked.file(),
                new Sum(
                        List.copyOf(plan.changes().keySet()),
                        plan.left(),
                        marked.remarks().size()));
    }

    private MarkedCopies.Marked marked(Material material, Plan plan) {
        return copies.of(material.version().file().sha256(), plan.marking());
    }

    private String fileName(Person asker, DraftVersion version) {
        String code = dossiers.get(asker, version.dossierId()).code();
        return code + " " + version.name().official() + ", đã đưa câu chữ tiếp thu.docx";
    }

    /** A moment as word processors write it into marks: the clock of the place. */
    static String stamp(Instant moment) {
        return CLOCK.format(moment.truncatedTo(ChronoUnit.SECONDS).atZone(Moments.ZONE));
    }

    private Material material(Person asker, VersionId id) {
        DraftVersion version = drafts.get(asker, id);
        if (!asker.is(Role.SECRETARIAT) && !asker.is(Role.CHAIR)) {
            throw Refusal.forbidden();
        }
        drafts.outline(asker, id); // refuses what was not read
        List<List<Point>> issues = issues(asker, version);
        return new Material(
                version,
                issues,
                inside.provisions(id).stream().collect(Collectors.toMap(PlacedProvision::id, place -> place)),
                quotes.of(issues.stream()
                        .flatMap(List::stream)
                        .filter(NextDrafts::isTold)
                        .map(Point::id)
                        .toList()),
                new PlaceLines(inside.structure(id)),
                inside.reading(id).blocks(),
                settings.get().office().secretariat(),
                stamp(clock.instant()));
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

    /** @param refused whose wording the file does not take */
    private static Plan plan(Material material, Set<PointId> refused) {
        var merged = new MergedDraft(material.lines(), material.secretariat(), material.at());
        Map<PointId, Set<Integer>> changes = new LinkedHashMap<>();
        List<PointId> left = new ArrayList<>();
        for (List<Point> issue : material.issues()) {
            for (Point point : issue.stream().filter(NextDrafts::isApplied).toList()) {
                int before = merged.changes().size();
                if (!refused.contains(point.id()) && takes(merged, point, material)) {
                    changes.put(
                            point.id(),
                            IntStream.range(before, merged.changes().size())
                                    .boxed()
                                    .collect(Collectors.toSet()));
                } else {
                    left.add(point.id());
                }
            }
            remark(merged, issue, material, changes.keySet());
        }
        return new Plan(Marking.of(material.blocks(), merged.changes(), merged.remarks()), changes, List.copyOf(left));
    }

    private static boolean takes(MergedDraft merged, Point point, Material material) {
        PlacedProvision place = place(point, material.places());
        String words = point.appliedText();
        return place != null
                && words != null
                && merged.take(place, material.quoted().get(point.id()), words);
    }

    /** Only the first place of an issue has the comment; what is restricted is not told in it. */
    private static void remark(MergedDraft merged, List<Point> issue, Material material, Set<PointId> taken) {
        List<Point> said = issue.stream().filter(NextDrafts::isTold).toList();
        Point first = said.stream()
                .filter(point -> place(point, material.places()) != null)
                .findFirst()
                .orElse(null);
        PlacedProvision place = first == null ? null : place(first, material.places());
        if (first != null && place != null && merged.remarks().size() < MOST_REMARKS) {
            boolean applied = said.stream().anyMatch(point -> taken.contains(point.id()));
            boolean left = !applied && said.stream().anyMatch(NextDrafts::isApplied);
            merged.remark(
                    place,
                    material.quoted().get(first.id()),
                    MarginWords.author(said, material.secretariat()),
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
