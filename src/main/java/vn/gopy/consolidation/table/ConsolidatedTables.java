package vn.gopy.consolidation.table;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.Membership;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitKind;
import vn.gopy.account.Units;
import vn.gopy.audit.Trail;
import vn.gopy.consolidation.OutcomeSums;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.consolidation.table.ConsolidatedTable.Contributor;
import vn.gopy.consolidation.table.ConsolidatedTable.Group;
import vn.gopy.consolidation.table.ConsolidatedTable.Heading;
import vn.gopy.consolidation.table.ConsolidatedTable.Letter;
import vn.gopy.consolidation.table.ConsolidatedTable.Opening;
import vn.gopy.consolidation.table.ConsolidatedTable.Section;
import vn.gopy.consolidation.table.ConsolidatedTable.Signature;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.PlaceWords;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.SeriesRole;
import vn.gopy.draft.VersionId;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Regime;
import vn.gopy.paper.HeaderBlock;
import vn.gopy.round.Approver;
import vn.gopy.round.Approvers;
import vn.gopy.round.Invitee;
import vn.gopy.round.Replies;
import vn.gopy.round.Reply;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.round.StandIns;
import vn.gopy.round.figures.OpinionSpread;
import vn.gopy.round.figures.OutcomeCounts;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Settings.Office;

/** Makes the official table of a round from its points as they stand now. */
@Service
public class ConsolidatedTables {

    private static final List<String> ROMAN = List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT);
    /** A name of a file has its bounds. */
    private static final int MOST_NAMED = 12;

    private final Rounds rounds;
    private final Replies replies;
    private final Points points;
    private final DraftsInside drafts;
    private final Dossiers dossiers;
    private final Units units;
    private final People people;
    private final Trail trail;
    private final InstallationSettings settings;
    private final OpinionSpread opinions;
    private final Approvers approvers;
    private final StandIns standIns;
    private final Clock clock;
    private final TransactionTemplate reading;
    private final boolean demo;

    ConsolidatedTables(
            Rounds rounds,
            Replies replies,
            Points points,
            DraftsInside drafts,
            Dossiers dossiers,
            Units units,
            People people,
            Trail trail,
            InstallationSettings settings,
            OpinionSpread opinions,
            Approvers approvers,
            StandIns standIns,
            Clock clock,
            TransactionTemplate reading,
            @Value("${gopy.demo:false}") boolean demo) {
        this.rounds = rounds;
        this.replies = replies;
        this.points = points;
        this.drafts = drafts;
        this.dossiers = dossiers;
        this.units = units;
        this.people = people;
        this.trail = trail;
        this.settings = settings;
        this.opinions = opinions;
        this.approvers = approvers;
        this.standIns = standIns;
        this.clock = clock;
        this.reading = reading;
        this.demo = demo;
    }

    /**
     * The table as a file; about one draft of the round, or all of them with a heading each. The export is traced. Its bytes
     * are made when everything is read: the seconds of a long table hold no connection, nor may its caller.
     */
    @Transactional(propagation = Propagation.NEVER)
    public TableFile file(Person asker, RoundId round, @Nullable VersionId draft, TableFormat format) {
        var read = reading.execute(running -> {
            ConsolidatedTable table = table(asker, round, draft);
            trail.record(asker.actor(), "TABLE_EXPORTED", "ROUND", round.value());
            return new Read<>(fileName(asker, round, draft) + "." + format.ending(), table);
        });
        return new TableFile(read.name(), format.write(read.content()));
    }

    /** A paper that goes with the table, as a Word file. The export is traced, and its bytes are made as those of the table. */
    @Transactional(propagation = Propagation.NEVER)
    public TableFile paper(Person asker, RoundId round, @Nullable VersionId draft, PaperKind kind) {
        var read = reading.execute(running -> {
            PaperWriter writer = writer(asker, round, draft, kind);
            trail.record(asker.actor(), "PAPER_EXPORTED", "ROUND", round.value());
            return new Read<>("%s, %s.docx".formatted(kind.fileName(), about(asker, round, draft)), writer);
        });
        return new TableFile(read.name(), read.content().write(kind));
    }

    /** What a file is made of, all of it read. */
    private record Read<T>(String name, T content) {}

    private PaperWriter writer(Person asker, RoundId round, @Nullable VersionId draft, PaperKind kind) {
        List<Point> all = points.of(asker, round);
        List<Point> said = all.stream()
                .filter(point -> draft == null || draft.equals(point.versionId()))
                .toList();
        Function<Point, String> place = places(about(rounds.get(asker, round), draft));
        return new PaperWriter(
                table(asker, round, draft, all),
                Issue.among(said, place),
                PaperWriter.answered(said, place),
                kind == PaperKind.CHARTS ? spread(asker, round) : Spread.NONE,
                approver(approvers.of(asker, round)));
    }

    private static String approver(Approvers.Choice choice) {
        return switch (choice.approver()) {
            case Approver.Chair() -> "Trưởng Ban";
            case Approver.HeadOf head -> "Lãnh đạo " + choice.name();
            case Approver.Named named -> choice.post().isEmpty() ? choice.name() : choice.name() + ", " + choice.post();
        };
    }

    private Spread spread(Person asker, RoundId id) {
        return Spread.of(replies.list(asker, id), opinions.chapters(asker, rounds.get(asker, id)));
    }

    /** The paragraph with the figures, to be copied into a submission. */
    @Transactional
    public String figures(Person asker, RoundId round, @Nullable VersionId draft) {
        ConsolidatedTable table = table(asker, round, draft);
        return String.join(" ", OpeningWords.figures(table.heading(), table.opening()));
    }

    /** How points are placed on papers; with several drafts each names its own. */
    private Function<Point, String> places(List<VersionId> about) {
        Map<VersionId, PlaceWords> words = new LinkedHashMap<>();
        about.forEach(version -> words.put(version, new PlaceWords(drafts.provisions(version))));
        Map<VersionId, String> names = new LinkedHashMap<>();
        if (about.size() > 1) {
            about.forEach(version -> names.put(version, ", " + subject(version)));
        }
        return point -> {
            PlaceWords here = point.versionId() == null ? null : words.get(point.versionId());
            String place = here == null
                    ? PlaceWords.GENERAL
                    : point.mainPlace()
                            .flatMap(main -> here.place(main.provision()))
                            .map(here::of)
                            .orElse(PlaceWords.GENERAL);
            return place + names.getOrDefault(point.versionId(), "");
        };
    }

    /** A table as a file, with the name under which it is kept. */
    public record TableFile(String fileName, byte[] bytes) {}

    /** "Bảng tổng hợp HS-01 HS-02, lần 1, 29-11-2026"; the drafts have their turn each where it differs. */
    @Transactional(readOnly = true)
    public String fileName(Person asker, RoundId round, @Nullable VersionId draft) {
        return "Bảng tổng hợp " + about(asker, round, draft) + ", "
                + DAY.format(clock.instant().atZone(Moments.ZONE));
    }

    /** "HS-01 HS-02, lần 1, HS-01 Tờ trình": which drafts the table of a round is about. */
    @Transactional(readOnly = true)
    public String about(Person asker, RoundId round, @Nullable VersionId draft) {
        return codes(asker, about(rounds.get(asker, round), draft));
    }

    private String codes(Person asker, List<VersionId> about) {
        List<DraftVersion> named = about.stream()
                .flatMap(id -> drafts.version(id).stream())
                .limit(MOST_NAMED)
                .toList();
        List<DraftVersion> main =
                named.stream().filter(version -> version.name().isMain()).toList();
        boolean oneTurn = main.stream().map(DraftVersion::ordinal).distinct().count() == 1;
        String codes = main.stream()
                .map(version -> code(asker, version) + (oneTurn ? "" : " lần " + version.ordinal()))
                .collect(Collectors.joining(" "));
        String turn = oneTurn ? "lần " + main.getFirst().ordinal() : "";
        Stream<String> papers = named.stream()
                .filter(version -> !version.name().isMain())
                .map(version -> code(asker, version) + " " + version.name().official());
        return Stream.concat(Stream.of(codes, turn), papers)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String code(Person asker, DraftVersion version) {
        return dossiers.get(asker, version.dossierId()).code();
    }

    private static List<VersionId> about(Round round, @Nullable VersionId draft) {
        return draft == null ? round.drafts() : List.of(draft);
    }

    /** The table as data. */
    @Transactional
    public ConsolidatedTable table(Person asker, RoundId id, @Nullable VersionId draft) {
        return table(asker, id, draft, points.of(asker, id));
    }

    /** The table of these points, all those of the round as the asker may read them. */
    @Transactional(readOnly = true)
    public ConsolidatedTable table(Person asker, RoundId id, @Nullable VersionId draft, List<Point> all) {
        Round round = rounds.get(asker, id);
        if (draft != null && !round.drafts().contains(draft)) {
            throw Refusal.notFound();
        }
        List<VersionId> about = about(round, draft);
        Office office = settings.get().office();
        return new ConsolidatedTable(
                heading(round, about, office),
                opening(asker, round, draft, office, counted(all, draft)),
                sections(about, draft == null, all, new Contributors(asker, id)),
                signature(round, office),
                LocalDate.ofInstant(clock.instant(), Moments.ZONE),
                demo ? "Dữ liệu minh họa" : "",
                Annex.of(round, replies.list(asker, id), draft, standIns.of(asker, id), clock.instant()));
    }

    /**
     * What is about no draft, such as an opinion on the whole dossier, belongs to the one draft of the round; with several
     * drafts the general part stands before all of them, wishes beyond them after.
     */
    private List<Section> sections(List<VersionId> about, boolean whole, List<Point> all, Contributors contributors) {
        if (about.size() == 1) {
            return sections(
                    about.getFirst(),
                    all.stream()
                            .filter(point ->
                                    about.getFirst().equals(point.versionId()) || (whole && point.versionId() == null))
                            .toList(),
                    contributors);
        }
        List<Section> sections = new ArrayList<>();
        for (int n = 0; n < about.size(); n++) {
            VersionId version = about.get(n);
            sections.add(new Section(ordinal(n) + ". Đối với " + subject(version), List.of()));
            sections.addAll(sections(
                    version,
                    all.stream()
                            .filter(point -> version.equals(point.versionId()))
                            .toList(),
                    contributors));
        }
        List<Point> unplaced =
                all.stream().filter(point -> point.versionId() == null).toList();
        for (Section beside : new TableRows(contributors::of).sections(unplaced)) {
            sections.add(beside.isGeneral() ? 0 : sections.size(), beside);
        }
        return sections;
    }

    private static String ordinal(int index) {
        return index < ROMAN.size() ? ROMAN.get(index) : Integer.toString(index + 1);
    }

    private List<Section> sections(VersionId version, List<Point> points, Contributors contributors) {
        List<PlacedProvision> places = drafts.provisions(version);
        Outline outline = drafts.outline(version).orElseThrow();
        return new TableRows(places, outline, contributors::of).sections(points);
    }

    private Heading heading(Round round, List<VersionId> about, Office office) {
        Optional<Unit> maker = maker(round);
        boolean party = maker.map(unit -> unit.kind() == UnitKind.PARTY).orElse(true);
        Outline first = drafts.outline(about.getFirst()).orElseThrow();
        return new Heading(
                party ? HeaderBlock.Family.PARTY : HeaderBlock.Family.STATE,
                first.regime() == Regime.STATE_QPPL ? ConsolidatedTable.Kind.LEGAL_NORMS : ConsolidatedTable.Kind.OTHER,
                office.superior(party),
                maker.map(Unit::name).orElse(office.secretariat()).toUpperCase(Locale.ROOT),
                null,
                office.place(),
                null,
                String.join("; ", about.stream().map(this::subject).toList()));
    }

    /** "dự thảo Quyết định ban hành Quy chế …", "dự thảo Tờ trình về việc …"; a paper has at least the name of its role. */
    private String subject(VersionId version) {
        Outline outline = drafts.outline(version).orElseThrow();
        String body =
                outline.bodies().isEmpty() ? "" : BodyName.of(outline.bodies().getFirst());
        SeriesRole role = drafts.version(version).orElseThrow().role();
        boolean named = role == SeriesRole.MAIN
                || body.regionMatches(
                        true, 0, role.official(), 0, role.official().length());
        return ("dự thảo " + (named ? body : role.official())).strip();
    }

    /** Of the very points that stand in the rows: what is answered meanwhile is in both or in neither. */
    private static OutcomeCounts counted(List<Point> all, @Nullable VersionId draft) {
        return OutcomeSums.of(all.stream()
                .filter(point -> draft == null || draft.equals(point.versionId()))
                .toList());
    }

    private Opening opening(
            Person asker, Round round, @Nullable VersionId draft, Office office, OutcomeCounts opinions) {
        Optional<Unit> maker = maker(round);
        LocalDate asked = round.letterNumber().isEmpty() ? null : round.letterDate();
        return new Opening(
                asked == null ? null : new Letter(round.letterNumber(), asked),
                maker.map(Unit::name).orElse(office.secretariat()),
                maker.map(unit -> unit.kind() == UnitKind.PARTY ? unit.name() : office.standingBody())
                        .orElse(office.secretariat()),
                round.silence() == null ? null : round.letterNumber(),
                groups(asker, round, office),
                rounds.counts(asker, round.id(), draft),
                opinions);
    }

    private List<Group> groups(Person asker, Round round, Office office) {
        Map<Invitee.Group, Integer> counts = new LinkedHashMap<>();
        replies.list(asker, round.id()).stream()
                .filter(answer -> answer.invitee().invited())
                .forEach(answer -> counts.merge(answer.invitee().group(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new Group(entry.getValue(), name(entry.getKey(), office)))
                .toList();
    }

    private static String name(Invitee.Group group, Office office) {
        return switch (group) {
            case UNIT -> "cơ quan, đơn vị";
            case MEMBER -> "thành viên " + office.committee();
            case EXPERT -> "chuyên gia";
        };
    }

    private Optional<Unit> maker(Round round) {
        return units.all().stream()
                .filter(unit -> unit.id().equals(round.consolidator()))
                .findFirst();
    }

    /** The head of the unit that makes the table, under the post there; without a unit the leader of the secretariat. */
    private Signature signature(Round round, Office office) {
        return maker(round)
                .map(unit -> people.all().stream()
                        .filter(person -> person.headsInPerson(unit.id()))
                        .findFirst()
                        .map(head -> signature(head, unit))
                        .orElseGet(() -> new Signature(List.of(), List.of("THỦ TRƯỞNG CƠ QUAN"), "")))
                .orElseGet(() -> new Signature(
                        List.of(), List.of(office.secretariatHead().toUpperCase(Locale.ROOT)), ""));
    }

    private static Signature signature(Person head, Unit unit) {
        String post = head.membership(unit.code()).map(Membership::post).orElse("");
        return new Signature(List.of(), List.of(post.toUpperCase(Locale.ROOT)), head.name());
    }

    /** Who said a point, with the letter of the unit's reply. */
    private final class Contributors {

        private final Map<Object, Reply> letters = new LinkedHashMap<>();

        Contributors(Person asker, RoundId round) {
            replies.list(asker, round)
                    .forEach(answer -> answer.reply()
                            .ifPresent(reply -> letters.put(
                                    answer.invitee().unit() == null
                                            ? answer.invitee().person()
                                            : answer.invitee().unit(),
                                    reply)));
        }

        Contributor of(Point point) {
            Reply reply = letters.get(point.unit() == null ? point.person() : point.unit());
            LocalDate dated = reply == null || reply.letterNumber().isEmpty() ? null : reply.letterDate();
            return new Contributor(
                    point.who(),
                    reply == null || dated == null ? null : new Letter(reply.letterNumber(), dated),
                    point.source() == SourceKind.MINUTES ? "phát biểu tại phiên họp" : "");
        }
    }
}
